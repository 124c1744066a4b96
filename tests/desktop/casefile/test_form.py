"""The sheet's form: nothing is pre-filled, nothing typed is lost, and the rules stand beside their fields."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.casefile.form import Cite, SheetForm, field_of
from models.casefile.values import CaseFile
from models.findings import rules
from models.findings.values import Finding, FindingDraft, FindingState, Reason, SavedDraft
from tests import builders


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    with builders.office(Path(tmp_path_factory.mktemp("office"))) as office:
        return builders.case_file(office, builders.ready_case(office))


def made(
    file: CaseFile, key: str = "pension", found: Finding | None = None, saved: SavedDraft | None = None
) -> SheetForm:
    criterion = file.framework.criterion(key)
    return SheetForm(
        file.case.id, criterion, lambda draft: rules.problems(draft, criterion, file.facts, file.evidence), found, saved
    )


LATE = Cite(facts=("F33.2025-05",))


def finding(revision: int = 1) -> Finding:
    reason = Reason("P-02", ("F33.2025-05",), (), "遅れて納めた。")
    at = datetime(2026, 7, 1, tzinfo=UTC)
    return Finding("A-001", "pension", FindingState.NOT_MET, (reason,), revision, "examiner1", at, 20, "2026-02-24")


def test_a_new_sheet_holds_nothing_and_cannot_be_recorded(file: CaseFile) -> None:
    form = made(file)
    assert form.finding is FindingState.NOT_STARTED
    assert form.empty
    assert not form.may_record
    assert form.draft() == FindingDraft("A-001", "pension", FindingState.NOT_STARTED)


def test_not_met_asks_for_code_citation_and_words_one_after_another(file: CaseFile) -> None:
    form = made(file)
    form.choose(FindingState.NOT_MET)
    assert [field_of(p.place) for p in form.problems()] == [(0, "code"), (0, "cites"), (0, "text")]
    form.set_code(0, "P-02")
    form.toggle(LATE)
    assert [field_of(p.place)[1] for p in form.problems()] == ["text"]
    form.set_text(0, "5月分は遅れて納付されている。")
    assert form.may_record


def test_met_over_a_late_month_asks_for_words(file: CaseFile) -> None:
    form = made(file)
    form.choose(FindingState.MET)
    form.toggle(LATE)
    assert [field_of(p.place)[1] for p in form.problems()] == ["text"]


def test_changing_the_finding_keeps_words_and_citations_and_each_findings_own_code(file: CaseFile) -> None:
    form = made(file)
    form.choose(FindingState.NOT_MET)
    form.set_code(0, "P-02")
    form.set_text(0, "words")
    form.toggle(LATE)
    form.choose(FindingState.MET)
    assert form.reasons[0].code is None
    assert form.reasons[0].text == "words"
    assert form.cites(LATE)
    form.choose(FindingState.NOT_MET)
    assert form.reasons[0].code == "P-02"


def test_clearing_keeps_what_was_written(file: CaseFile) -> None:
    form = made(file)
    form.choose(FindingState.NOT_MET)
    form.set_text(0, "words")
    form.clear()
    assert form.finding is FindingState.IN_PROGRESS
    assert form.draft().reasons[0].text == "words"


def test_a_cite_goes_to_the_reason_that_is_worked_on_and_away_again(file: CaseFile) -> None:
    form = made(file)
    form.choose(FindingState.NOT_MET)
    form.add_reason()
    assert form.toggle(LATE)
    assert [reason.facts for reason in form.reasons] == [(), ("F33.2025-05",)]
    assert not form.toggle(LATE)
    assert not form.cites(LATE, 1)


def test_a_document_is_cited_only_when_all_its_rows_are(file: CaseFile) -> None:
    form = made(file)
    document = Cite(evidence=("E2", "E3"))
    form.set_cite(Cite(evidence=("E2",)), ticked=True, index=0)
    assert not form.cites(document)
    form.toggle(document)
    assert form.reasons[0].evidence == ("E2", "E3")


def test_removing_the_last_reason_leaves_an_empty_one(file: CaseFile) -> None:
    form = made(file)
    form.set_text(0, "words")
    form.remove_reason(0)
    assert form.reasons == (Reason(),)


def test_a_recorded_finding_folds_and_opens_again_as_a_new_revision(file: CaseFile) -> None:
    form = made(file, found=finding(revision=3))
    assert form.folded
    assert form.problems() == ()
    assert not form.may_record
    form.reopen()
    assert (form.base, form.finding, form.reasons[0].code) == (3, FindingState.NOT_MET, "P-02")
    assert form.may_record


def test_a_draft_over_a_recorded_finding_comes_back_as_it_was_left(file: CaseFile) -> None:
    draft = FindingDraft("A-001", "pension", FindingState.MET, (Reason(None, (), (), "half a sen"),), base=1)
    form = made(file, found=finding(), saved=SavedDraft(draft, "examiner1", datetime(2026, 7, 1, tzinfo=UTC), 4))
    assert not form.folded
    assert form.draft() == draft


def test_a_my_number_is_a_problem_under_its_text(file: CaseFile) -> None:
    form = made(file)
    form.choose(FindingState.NOT_MET)
    form.set_text(0, "個人番号は123456789018です")
    assert any(field_of(p.place) == (0, "text") and p.message.code == "gate.my_number" for p in form.problems())


def test_recording_folds_the_sheet(file: CaseFile) -> None:
    form = made(file)
    form.choose(FindingState.NOT_MET)
    form.recorded(replace(finding(), revision=2))
    assert form.folded
    assert form.base == 2
