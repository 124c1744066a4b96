"""Who may decide what: drafted by one, approved by another; steps in their order, by different people; a deputy says why."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import authority, decisions, letters, records, sheets
from models.authority import forms, rules
from models.authority.values import Line, Step
from models.cases.values import State
from models.decisions.values import Countersignature, Outcome
from models.errors import AkashiError, BadInput, CheckFailed, NotPermitted
from models.localized import Localized
from models.people.values import CONSOLE, Actor, Person, Role
from models.store.office import Office
from resources import messages
from resources import requests as wording
from tests import builders

CASE = "A-001"
CHIEF = Actor("chief1", "首席 太郎", Role.SUPERVISOR, builders.UNIT)
FIRST = Step(Localized.of(ja="統括審査官", en="Supervisor"), ("supervisor1",))
LAST = Step(Localized.of(ja="首席審査官", en="Chief"), ("chief1",), ("supervisor2",))
REFUSALS = Line(
    "refusals", Localized.of(ja="不許可", en="Refusals"), (FIRST, LAST), kinds=("permanent_residence",),
    outcomes=("refuse",), authority=Localized.of(ja="武蔵野局長", en="Director of the bureau"),
)  # fmt: skip
OTHERS = Line("others", Localized.of(ja="その他", en="Others"), (Step(Localized.of(ja="統括審査官", en="Supervisor")),))
LINES = (REFUSALS, OTHERS)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    from desktop.operations import people

    people.add_person(
        made, CONSOLE, Person("chief1", CHIEF.name, CHIEF.role, CHIEF.unit), builders.PASSWORD, builders.SOFT
    )
    builders.ready_case(made)
    yield made
    made.close()


def in_force(office: Office, lines: tuple[Line, ...] = LINES) -> None:
    draft = authority.draft(office, builders.SUPERVISOR, lines, builders.TODAY, "決裁規程の改正")
    authority.approve(office, builders.ADMIN, draft.number)


def proposed(office: Office) -> None:
    builders.find_all(office, not_met=("pension",))
    decisions.propose(office, builders.EXAMINER, CASE, Outcome.REFUSE, "年金の納付の遅れを重く見る。")


def state(office: Office) -> State:
    return builders.case_file(office).case.state


def test_without_rules_any_supervisor_decides(office: Office) -> None:
    proposed(office)
    assert isinstance(decisions.sign(office, builders.SUPERVISOR2, CASE), Countersignature)


def test_two_steps_by_two_people_in_their_order(office: Office) -> None:
    in_force(office)
    proposed(office)
    with pytest.raises(NotPermitted):
        decisions.sign(office, CHIEF, CASE)
    with pytest.raises(NotPermitted):
        decisions.countersign(office, builders.SUPERVISOR, CASE)
    decisions.sign(office, builders.SUPERVISOR, CASE)
    assert state(office) is State.PROPOSED
    with pytest.raises(NotPermitted):
        decisions.sign(office, builders.SUPERVISOR, CASE)
    signed = decisions.sign(office, CHIEF, CASE)
    assert isinstance(signed, Countersignature)
    file = builders.case_file(office)
    assert [(each.step, each.by, each.last) for each in file.signings] == [
        (1, "supervisor1", False),
        (2, "chief1", True),
    ]
    assert records.verify(office).ok


def test_a_deputy_says_why(office: Office) -> None:
    in_force(office)
    proposed(office)
    decisions.sign(office, builders.SUPERVISOR, CASE)
    with pytest.raises(NotPermitted) as refused:
        decisions.sign(office, builders.SUPERVISOR2, CASE)
    assert refused.value.message.code == "authority.no_reason"
    decisions.sign(office, builders.SUPERVISOR2, CASE, "首席が病気休暇のため")
    last = builders.case_file(office).signings[-1]
    assert (last.deputy, last.reason) == (True, "首席が病気休暇のため")


def test_an_edited_text_must_be_signed_again_from_the_first_step(office: Office) -> None:
    in_force(office)
    proposed(office)
    decisions.sign(office, builders.SUPERVISOR, CASE)
    version = builders.case_file(office).case.version
    decisions.edit(office, CHIEF, CASE, "年金の納付の遅れを、とくに重く見る。", version)
    due = decisions.due(office, CHIEF, CASE)
    assert (due.step, due.done) == (1, ())


def test_the_letter_names_the_authority_of_the_line_and_the_sheet_fits_one_page(office: Office) -> None:
    in_force(office)
    proposed(office)
    letter = letters.compose(office, builders.EXAMINER, CASE, "ja")
    assert letter.signatory == "武蔵野局長"
    decisions.sign(office, builders.SUPERVISOR, CASE)
    decisions.sign(office, CHIEF, CASE)
    import pypdfium2

    for lang in ("ja", "en", "vi", "zh-Hans"):
        content = sheets.decision_sheet_of(office, builders.EXAMINER, CASE, lang)
        assert content == sheets.decision_sheet_of(office, builders.EXAMINER, CASE, lang), "the same bytes"
        document = pypdfium2.PdfDocument(content)
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
        assert "首席 太郎" in text
        assert words(lang)["weighing"] in text
        assert (words(lang)["translation"][:20] in text) is (lang != "ja")
        assert builders.case_file(office).case.applicant.name in text
        document.close()


def words(lang: str) -> Mapping[str, str]:
    """The sheet's words in a language."""
    return messages.catalogue("sheet", lang) or wording.sheet_wording(lang)


def test_the_sheet_has_every_word_in_every_language() -> None:
    own = {key for key in words("en") if not key.startswith("kind_")}
    for lang in wording.sheet_languages():
        told = {key for key in words(lang) if not key.startswith(("requests_", "inquiries_"))}
        assert told == own, lang
        assert all(wording.slots(words(lang)[key]) == wording.slots(words("en")[key]) for key in own), lang
        terms = {f"{room}_{key}" for room in ("requests", "inquiries") for key in messages.catalogue(room, "en")
                 if key.startswith(("kind_", "state_"))}  # fmt: skip
        assert terms == set(words(lang)) - told, lang


def test_two_people_make_the_rules(office: Office) -> None:
    draft = authority.draft(office, builders.SUPERVISOR, LINES, builders.TODAY, "改正")
    assert authority.in_force(office, builders.AUDITOR).number == 0
    with pytest.raises(NotPermitted):
        authority.approve(office, builders.SUPERVISOR, draft.number)
    for actor in (builders.EXAMINER, builders.AUDITOR, builders.RULE_KEEPER):
        with pytest.raises(NotPermitted):
            authority.draft(office, actor, LINES, builders.TODAY, "改正")
        with pytest.raises(NotPermitted):
            authority.approve(office, actor, draft.number)
    assert authority.approve(office, builders.SUPERVISOR2, draft.number).approved_by == "supervisor2"
    assert authority.in_force(office, builders.AUDITOR).number == 1
    with pytest.raises(BadInput):
        authority.approve(office, builders.ADMIN, draft.number)
    assert records.verify(office).ok


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((), "no_lines"),
        ((REFUSALS,), "no_last"),
        ((OTHERS, OTHERS), "bad_key"),
        ((replace(OTHERS, steps=()),), "bad_steps"),
        ((replace(OTHERS, steps=(replace(FIRST, people=("examiner1",)),)),), "no_signer"),
        ((replace(OTHERS, steps=(replace(FIRST, people=(), deputies=("supervisor1",)),)),), "deputy_of_nobody"),
        ((replace(OTHERS, steps=(FIRST, FIRST)),), "too_few"),
    ],
)
def test_what_rules_cannot_be(office: Office, lines: tuple[Line, ...], code: str) -> None:
    with pytest.raises(CheckFailed) as refused:
        authority.draft(office, builders.SUPERVISOR, lines, builders.TODAY, "改正")
    assert f"authority.{code}" in {each.message.code for each in refused.value.problems}


def test_a_rule_begins_on_its_day(office: Office) -> None:
    draft = authority.draft(office, builders.SUPERVISOR, LINES, date(2026, 8, 1), "改正")
    authority.approve(office, builders.ADMIN, draft.number)
    assert authority.in_force(office, builders.AUDITOR) == rules.DEFAULT
    with pytest.raises(BadInput):
        authority.draft(office, builders.SUPERVISOR, LINES, date(2026, 6, 30), "改正")
    with pytest.raises(BadInput):
        authority.draft(office, builders.SUPERVISOR, LINES, builders.TODAY, " ")


def test_rules_survive_their_file() -> None:
    assert forms.lines_in(forms.lines_out(LINES)) == LINES


@pytest.mark.parametrize("said", [None, [1], [{"key": 1}], [{"key": "a", "title": "x", "steps": 3}], [{"what": 1}]])
def test_a_file_that_is_none_names_the_place(said: object) -> None:
    with pytest.raises(AkashiError) as refused:
        forms.lines_in(said)
    assert "lines" in refused.value.text("en")


def test_the_first_line_that_fits_governs() -> None:
    held = replace(rules.DEFAULT, lines=LINES)
    assert rules.line_for(held, "permanent_residence", "general", "refuse", "東京第一") is REFUSALS
    assert rules.line_for(held, "permanent_residence", "general", "grant", "東京第一") is OTHERS
    assert rules.line_for(held, "extension", "student", "refuse", "大阪") is OTHERS
