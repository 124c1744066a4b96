"""Wording a letter through the operations: written, kept, verified, blocked, issued."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from desktop.operations import cases, decisions, findings, lettering, letters, records
from models.decisions.values import Outcome
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted, Severity, Stale
from models.findings.values import FindingState
from models.letters import settings as letter_settings
from models.letters.rewording.values import WordingDraft
from models.letters.wording import languages
from models.store.office import Office
from reports import letter_html, letter_pdf
from resources.letters import readings
from tests import builders
from tests.desktop.operations.test_letters import CASE, WEIGHING

SENTENCE = "pension.conclusion.1"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with its letterhead and one case with a finding against it."""
    with builders.office(tmp_path) as made:
        letters.change_settings(made, builders.ADMIN, letter_settings.sample())
        builders.ready_case(made, CASE)
        cases.take(made, builders.EXAMINER, CASE)
        builders.find_all(made, not_met=("pension",))
        yield made


def sheet(office: Office, language: str = "ja") -> lettering.Sheet:
    """The letter as the examiner words it."""
    return lettering.read(office, builders.EXAMINER, CASE, language, Outcome.REFUSE, WEIGHING)


def good(office: Office) -> str:
    """A wording of one's own with every figure kept."""
    original = sheet(office).original(SENTENCE)
    assert original is not None
    return original.text.replace("この項目を", "この条件を")


def draft(text: str, sentence: str = SENTENCE, language: str = "ja") -> WordingDraft:
    return WordingDraft(CASE, language, sentence, text)


def reword(office: Office, text: str, base: int | None = None, key: str | None = None) -> None:
    """The examiner puts a wording in."""
    lettering.reword(office, builders.EXAMINER, draft(text), base, Outcome.REFUSE, WEIGHING, key)


def test_from_draft_to_the_sealed_letter(office: Office) -> None:
    text = good(office)
    kept = lettering.save_draft(office, builders.EXAMINER, draft(text[:-3]))
    assert kept is not None
    assert sheet(office).draft(SENTENCE, builders.EXAMINER.login) == text[:-3]
    warned = decisions.gate(office, builders.EXAMINER, CASE, Outcome.REFUSE, WEIGHING)
    assert [each.message.code for each in warned.warnings if "wording" in each.message.code] == ["letters.wording_left"]
    reword(office, text)
    made = sheet(office)
    assert [each.text for each in made.letter.sentences() if each.id == SENTENCE] == [text]
    assert made.draft(SENTENCE, builders.EXAMINER.login) is None
    assert records.verify(office).ok
    decisions.propose(office, builders.EXAMINER, CASE, Outcome.REFUSE, WEIGHING)
    decisions.countersign(office, builders.SUPERVISOR, CASE)
    letters.issue(office, builders.EXAMINER, CASE)
    assert text in letters.render(office, builders.EXAMINER, CASE, "ja", "json").decode()
    assert records.verify(office).ok
    assert builders.case_file(office, CASE).events[-1].kind == "issued"


def test_what_is_broken_is_not_recorded(office: Office) -> None:
    with pytest.raises(CheckFailed) as refused:
        reword(office, good(office).replace("この条件を", "99日の遅れで、この条件を"))
    assert "letters.figure_not_bound" in {each.message.code for each in refused.value.problems}
    assert sheet(office).rewordings == ()


def test_the_standard_wording_comes_back(office: Office) -> None:
    reword(office, good(office))
    original = sheet(office).original(SENTENCE)
    assert original is not None
    reword(office, original.text)
    assert sheet(office).rewordings == ()
    reword(office, good(office))
    reword(office, "")
    assert sheet(office).revisions == {SENTENCE: 4}
    with pytest.raises(BadInput, match="standard wording"):
        lettering.reword(office, builders.EXAMINER, draft("", "lead.met"), outcome=Outcome.REFUSE)
    assert records.verify(office).ok


def test_a_finding_that_changes_flags_its_wording_and_blocks_the_proposal(office: Office) -> None:
    reword(office, good(office))
    file = builders.case_file(office, CASE)
    other = file.framework.criterion("pension").reasons[1].code
    changed = builders.draft(file, file.framework.criterion("pension"), FindingState.NOT_MET)
    reasons = (replace(changed.reasons[0], code=other),)
    findings.record(office, builders.EXAMINER, replace(changed, reasons=reasons))
    found = decisions.gate(office, builders.EXAMINER, CASE, Outcome.REFUSE, WEIGHING).blocks
    assert [(each.message.code, each.place) for each in found] == [("letters.rewording_stale", "pension")]
    with pytest.raises(CheckFailed):
        decisions.propose(office, builders.EXAMINER, CASE, Outcome.REFUSE, WEIGHING)
    reword(office, "")
    decisions.propose(office, builders.EXAMINER, CASE, Outcome.REFUSE, WEIGHING)


def test_who_may_word_a_letter(office: Office) -> None:
    text = good(office)
    for actor in (builders.EXAMINER2, builders.AUDITOR, builders.SUPERVISOR):
        with pytest.raises(NotPermitted):
            lettering.reword(office, actor, draft(text), outcome=Outcome.REFUSE)
        with pytest.raises(NotPermitted):
            lettering.save_draft(office, actor, draft(text))
    decisions.propose(office, builders.EXAMINER, CASE, Outcome.REFUSE, WEIGHING)
    with pytest.raises(NotPermitted):
        lettering.reword(office, builders.EXAMINER, draft(text))
    lettering.reword(office, builders.SUPERVISOR, draft(text))
    decisions.countersign(office, builders.SUPERVISOR, CASE)
    with pytest.raises(NotPermitted):
        lettering.reword(office, builders.SUPERVISOR2, draft(""))


def test_two_who_word_the_same_sentence(office: Office) -> None:
    reword(office, good(office), base=0)
    with pytest.raises(Stale):
        reword(office, good(office).replace("条件", "点"), base=0)


def test_a_repeated_command_is_done_once(office: Office) -> None:
    reword(office, good(office), key="k1")
    reword(office, good(office), key="k1")
    assert sheet(office).revisions == {SENTENCE: 1}


def test_sentences_that_are_not_there_or_not_open(office: Office) -> None:
    with pytest.raises(NotFound):
        lettering.reword(office, builders.EXAMINER, draft("x", "no.such"), outcome=Outcome.REFUSE)
    with pytest.raises(BadInput):
        lettering.reword(office, builders.EXAMINER, draft("x", "outcome"), outcome=Outcome.REFUSE)


def test_a_my_number_in_a_draft_is_masked(office: Office) -> None:
    kept = lettering.save_draft(office, builders.EXAMINER, draft("番号は123456789018です"))
    assert kept is not None
    assert "123456789018" not in kept.draft.text


def test_hints_on_what_a_person_wrote(office: Office) -> None:
    reword(office, good(office).replace("この条件を", "総合的に判断した結果、この条件を"))
    found = lettering.check(office, builders.EXAMINER, CASE, Outcome.REFUSE, WEIGHING)
    mine = [each for each in found if each.place == SENTENCE]
    assert [each.message.code for each in mine] == ["plain.stock"]
    assert all(each.severity is Severity.WARN for each in mine)


def test_tampering_with_a_wording_is_found(office: Office) -> None:
    reword(office, good(office))
    with office.begin() as session:
        session.execute(sql("UPDATE letter_rewording SET pattern = 'x'"))
    found = records.verify(office)
    assert not found.ok
    assert found.first_broken is not None
    assert found.first_broken.kind == "state"


def test_in_every_language_a_sentence_as_it_stands_is_never_wrong(office: Office) -> None:
    """No rule finds fault with our own wording, whatever the script, and each figure is found again in it."""
    wrong: dict[str, str] = {}
    for language in languages(builders.case_file(office, CASE).framework):
        made = sheet(office, language)
        for each in made.letter.sentences():
            if made.may_reword(each.id) and not each.free:
                found = made.faults(each.id, lettering.typed(each.text, language))
                wrong |= {f"{language} {each.id}": fault.problem.text("en") for fault in found}
    assert wrong == {}


def test_a_persons_words_are_given_their_readings(office: Office) -> None:
    """As data: shown where one is missing, drawn above the kanji, read once; the note that there are none goes."""
    sid = "weighing.text"
    before = sheet(office, "ja-easy")
    assert before.original(sid) == before.sentence(sid)
    words = before.original(sid)
    assert words is not None
    assert [each.problem.message.code for each in before.faults(sid, words.text)][:1] == ["letters.reading_missing"]
    typed = "".join(f"{each}《よみ》" if "一" <= each <= "鿿" else each for each in words.text)
    assert lettering.seen(typed) == words.text
    with pytest.raises(CheckFailed, match="no reading"):
        put(office, sid, "".join(typed.rsplit("《よみ》", 1)))
    put(office, sid, typed)
    after = sheet(office, "ja-easy")
    found = after.sentence(sid)
    assert found is not None
    assert (readings.plain(found.text), found.lang, readings.unread(found.text)) == (words.text, "", "")
    notes = {each.id for each in before.letter.sentences()} - {each.id for each in after.letter.sentences()}
    assert "weighing.examiner" in notes
    html = letter_html.render([after.letter]).decode()
    assert html.count("<rt>よみ</rt>") == typed.count("《")
    assert letter_pdf.render([after.letter]).startswith(b"%PDF-")


def put(office: Office, sid: str, text: str) -> None:
    """The examiner puts a text into the easy letter."""
    lettering.reword(office, builders.EXAMINER, draft(text, sid, "ja-easy"), outcome=Outcome.REFUSE, weighing=WEIGHING)


def test_easy_japanese_is_worded_with_its_readings(office: Office) -> None:
    original = sheet(office, "ja-easy").original(SENTENCE)
    assert original is not None
    text = lettering.typed(original.text, "ja-easy")
    other = text + "もう一度《いちど》出《だ》せます。"
    lettering.reword(
        office, builders.EXAMINER, draft(other, SENTENCE, "ja-easy"), outcome=Outcome.REFUSE, weighing=WEIGHING
    )
    (found,) = (each for each in sheet(office, "ja-easy").letter.sentences() if each.id == SENTENCE)
    assert "《" not in found.text
    assert lettering.typed(found.text, "ja-easy").endswith("出《だ》せます。")
