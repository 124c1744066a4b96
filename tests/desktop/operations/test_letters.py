"""Letters by the operations: drafts, the issue in one transaction, sealed bytes, and everything that must stop it."""

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from desktop.operations import cases, decisions, letters, records, sealing
from models.cases.values import State
from models.decisions.values import Outcome
from models.errors import AkashiError, BadInput, CheckFailed, NotFound, NotPermitted
from models.evidence import service as evidence
from models.evidence.values import Duty
from models.letters import settings as letter_settings
from models.people.values import CONSOLE
from models.store.clock import fixed
from models.store.office import Office
from tests import builders

CASE = "A-001"
WEIGHING = "年金の納付の遅れを、ほかの事情とあわせて考えました。"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with its letterhead and one case of the examiner."""
    with builders.office(tmp_path) as made:
        letters.change_settings(made, builders.ADMIN, letter_settings.sample())
        builders.ready_case(made, CASE)
        cases.take(made, builders.EXAMINER, CASE)
        yield made


def propose(office: Office, *not_met: str) -> None:
    """Findings on everything and a proposal."""
    builders.find_all(office, not_met=not_met)
    decisions.propose(office, builders.EXAMINER, CASE, Outcome.REFUSE if not_met else Outcome.GRANT, WEIGHING)


def countersigned(office: Office, *not_met: str) -> None:
    """The same, countersigned."""
    propose(office, *not_met)
    decisions.countersign(office, builders.SUPERVISOR, CASE)


def state(office: Office) -> State:
    """The case's state."""
    return builders.case_file(office, CASE).case.state


def text(content: bytes) -> str:
    """The text of a PDF."""
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        return "".join(each.get_textpage().get_text_range() for each in document)


def test_before_a_proposal_there_is_no_letter(office: Office) -> None:
    with pytest.raises(BadInput, match="Propose first"):
        letters.compose(office, builders.EXAMINER, CASE, "ja")


def test_a_draft_says_so_in_every_format(office: Office) -> None:
    propose(office, "pension")
    assert letters.compose(office, builders.EXAMINER, CASE, "en").draft
    assert "草案" in text(letters.render(office, builders.EXAMINER, CASE, "ja", "pdf"))
    assert "DRAFT" in letters.render(office, builders.EXAMINER, CASE, "en", "html").decode()
    assert json.loads(letters.render(office, builders.EXAMINER, CASE, "ja", "json"))["draft"] is True


@pytest.mark.parametrize("not_met", [(), ("pension",)])
def test_issue_seals_every_language_and_names_the_hashes(office: Office, not_met: tuple[str, ...]) -> None:
    countersigned(office, *not_met)
    assert letters.check(office, builders.SUPERVISOR, CASE) == ()
    issued = letters.issue(office, builders.SUPERVISOR, CASE)
    assert {(each.language, each.format) for each in issued} == {
        (lang, form) for lang in ("ja", "en") for form in (*letters.FORMATS, sealing.DETACHED)
    }
    assert {each.number for each in issued} == {"武永第2026-000001号"}
    assert state(office) is State.ISSUED
    event = builders.case_file(office, CASE).events[-1]
    said = json.loads(json.dumps(event.content["letters"]))
    assert {each["sha256"] for each in said} == {hashlib.sha256(each.content).hexdigest() for each in issued}
    assert {each.seq for each in issued} == {event.seq}
    assert records.verify(office).ok


def test_after_issue_the_sealed_bytes_are_given_and_can_be_made_again(office: Office) -> None:
    countersigned(office, "pension")
    issued = {(each.language, each.format): each.content for each in letters.issue(office, builders.SUPERVISOR, CASE)}
    for (language, form), content in issued.items():
        assert letters.render(office, builders.EXAMINER, CASE, language, form) == content
        if form not in letters.RENDERERS:
            continue
        again = letters.RENDERERS[form]([letters.compose(office, builders.EXAMINER, CASE, language)])
        # The signature stands behind the bytes that were rendered.
        assert content.startswith(again) if form == "pdf" else content == again
    assert "草案" not in text(issued["ja", "pdf"])


def test_the_letter_of_a_later_day_keeps_the_day_of_decision(tmp_path: Path) -> None:
    """Countersigned on 1 July, sent on 3 August: the facts stay those of the day of decision, the remedies run from receipt."""
    with builders.office(tmp_path) as made:
        letters.change_settings(made, builders.ADMIN, letter_settings.sample())
        builders.ready_case(made, CASE)
        cases.take(made, builders.EXAMINER, CASE)
        countersigned(made, "pension")
        made.clock = fixed(datetime(2026, 8, 3, 3, 0, tzinfo=UTC))
        letters.issue(made, builders.SUPERVISOR, CASE)
        letter = letters.compose(made, builders.EXAMINER, CASE, "ja")
    assert str(letter.decided_on) == "2026-07-01"
    assert str(letter.dispatched_on) == "2026-08-03"
    assert letter.remedies is not None
    assert str(letter.remedies.last_day_if_received_today) == "2027-02-03"
    assert str(letter.remedies.one_year_day) == "2027-07-01"


def test_only_a_countersigned_case_is_issued(office: Office) -> None:
    propose(office, "pension")
    with pytest.raises(NotPermitted):
        letters.issue(office, builders.SUPERVISOR, CASE)
    assert state(office) is State.PROPOSED


@pytest.mark.parametrize("actor", [builders.AUDITOR, builders.RULE_KEEPER, builders.ADMIN])
def test_only_those_who_may_issue_do(office: Office, actor: object) -> None:
    countersigned(office, "pension")
    with pytest.raises(NotPermitted):
        letters.issue(office, actor, CASE)  # type: ignore[arg-type]  # an Actor, of a role that may not
    assert state(office) is State.COUNTERSIGNED


def test_a_name_that_no_font_draws_is_found_before_the_issue(tmp_path: Path) -> None:
    with builders.office(tmp_path) as made:
        letters.change_settings(made, builders.ADMIN, letter_settings.sample())
        builders.ready_case(made, CASE, name="ᱚᱞ", language="ja")
        cases.take(made, builders.EXAMINER, CASE)
        countersigned(made, "pension")
        assert [each.message.code for each in letters.check(made, builders.EXAMINER, CASE)] == ["letters.missing_glyph"]
        with pytest.raises(BadInput, match="no font can draw"):
            letters.issue(made, builders.SUPERVISOR, CASE)
        assert state(made) is State.COUNTERSIGNED


def test_what_was_not_countersigned_is_not_issued(office: Office) -> None:
    """Evidence that arrives after the signature changes the letter: it goes back, nothing is sealed, no number is lost."""
    countersigned(office, "pension")
    late = replace(
        builders.evidence_of(CASE)[-2], record=builders._month(Duty.NATIONAL_PENSION, 2024, 2), identity=("late",)
    )
    with office.begin() as session:
        evidence.add(session, CONSOLE, [late], {"what": "evidence"})
    with pytest.raises(CheckFailed):
        letters.issue(office, builders.SUPERVISOR, CASE)
    assert state(office) is State.COUNTERSIGNED
    assert letters.compose(office, builders.EXAMINER, CASE, "ja").draft


def test_a_failed_issue_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    countersigned(office, "pension")

    def broken(_: object) -> bytes:
        raise BadInput("letters.missing_glyph", case=CASE, characters="?")

    before = builders.case_file(office, CASE).events
    with monkeypatch.context() as patch:
        patch.setattr("reports.letter_source.make", broken)
        with pytest.raises(AkashiError, match="no font can draw"):
            letters.issue(office, builders.SUPERVISOR, CASE)
    assert builders.case_file(office, CASE).events == before
    assert {each.number for each in letters.issue(office, builders.SUPERVISOR, CASE)} == {"武永第2026-000001号"}


def test_an_issue_repeated_under_its_key_is_answered_not_done_again(office: Office) -> None:
    countersigned(office, "pension")
    first = letters.issue(office, builders.SUPERVISOR, CASE, key="once")
    again = letters.issue(office, builders.SUPERVISOR, CASE, key="once")
    assert {each.sha256 for each in again} == {each.sha256 for each in first}
    with pytest.raises(NotPermitted):
        letters.issue(office, builders.SUPERVISOR, CASE, key="other")


def test_a_language_without_wording_gives_japanese_and_english_and_says_so(office: Office) -> None:
    propose(office, "pension")
    letter = letters.compose(office, builders.EXAMINER, CASE, "xx")
    assert letter.language == "ja"
    assert any("xx" in note for note in letter.notes)
    said = text(letters.render(office, builders.EXAMINER, CASE, "xx", "pdf"))
    assert "許可しないと決定しました" in said
    assert "We have decided not to grant" in said


def test_after_issue_only_what_was_issued_is_given(office: Office) -> None:
    """A language without wording gets the sealed Japanese letter; one that was not issued is refused by name."""
    countersigned(office, "pension")
    issued = {
        (each.language, each.format): each.content
        for each in letters.issue(office, builders.SUPERVISOR, CASE, languages=["ja"])
    }
    assert {language for language, _ in issued} == {"ja"}
    assert letters.render(office, builders.EXAMINER, CASE, "xx", "pdf") == issued["ja", "pdf"]
    with pytest.raises(NotFound, match="not issued in en"):
        letters.render(office, builders.EXAMINER, CASE, "en", "pdf")


def test_another_format_is_refused_by_name(office: Office) -> None:
    propose(office)
    with pytest.raises(BadInput, match="docx"):
        letters.render(office, builders.EXAMINER, CASE, "ja", "docx")


def test_settings_come_back_as_they_were_kept(office: Office) -> None:
    assert letters.settings(office) == letter_settings.sample()
    with pytest.raises(NotPermitted):
        letters.change_settings(office, builders.EXAMINER, letter_settings.sample())


@pytest.mark.parametrize("pattern", ["第{year}号", "{nonsense}", "{serial", "{0}"])
def test_a_pattern_that_cannot_number_is_refused(office: Office, pattern: str) -> None:
    kept = letter_settings.sample()
    bad = replace(kept, letterhead=replace(kept.letterhead, number_pattern=pattern))
    with pytest.raises(BadInput, match="pattern"):
        letters.change_settings(office, builders.ADMIN, bad)


def test_a_changed_byte_of_a_sealed_letter_is_found(office: Office) -> None:
    from sqlalchemy import text as sql

    countersigned(office, "pension")
    letters.issue(office, builders.SUPERVISOR, CASE)
    with office.begin() as session:
        session.execute(sql("UPDATE letter SET content = X'00' WHERE language = 'ja' AND format = 'pdf'"))
    found = records.verify(office)
    assert found.first_broken is not None
    assert found.first_broken.case == CASE
