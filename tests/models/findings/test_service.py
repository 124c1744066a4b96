"""A finding is recorded once, supersedes, and is never overwritten."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.operations import cases as case_ops
from desktop.operations import findings as operations
from desktop.operations import records as record_ops
from models.casefile.values import CaseFile
from models.cases.values import ClosedAs, State, WaitingFor
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted, Stale
from models.evidence import service as evidence
from models.evidence.values import Conduct, EvidenceKind, NewEvidence
from models.findings.values import FindingDraft, FindingState, Reason
from models.people.values import CONSOLE
from models.store.office import Office
from tests import builders
from tests.builders import EXAMINER, EXAMINER2, SUPERVISOR

TEXT = "2025年5月分の保険料が納期限後に納付されている。"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with builders.office(tmp_path) as made:
        builders.ready_case(made)
        yield made


@pytest.fixture
def file(office: Office) -> CaseFile:
    return builders.case_file(office)


def pension(file: CaseFile, finding: FindingState = FindingState.MET, base: int = 0, text: str = TEXT) -> FindingDraft:
    return replace(builders.draft(file, file.framework.criterion("pension"), finding, text), base=base)


def test_a_first_finding_takes_the_case_and_begins_the_examination(office: Office, file: CaseFile) -> None:
    made = operations.record(office, EXAMINER, pension(file))
    after = builders.case_file(office)
    assert (after.case.assigned_to, after.case.state) == ("examiner1", State.EXAMINING)
    assert after.case.version > file.case.version
    assert (made.revision, made.by, made.at) == (1, "examiner1", builders.NOON)
    assert after.finding("pension") == made
    assert (after.events[-1].kind, after.events[-1].seq) == ("finding_recorded", made.seq)
    assert made.framework_version == file.framework.version
    assert record_ops.verify(office).ok


def test_the_event_holds_the_whole_of_what_was_written(office: Office, file: CaseFile) -> None:
    made = operations.record(office, EXAMINER, pension(file))
    content = builders.case_file(office).events[-1].content
    assert content["finding"] == "met"
    reasons: Any = content["reasons"]
    assert reasons[0]["text"] == TEXT
    assert reasons[0]["facts"] == list(made.reasons[0].facts)
    assert content["cited"] == [[made.cited[0].id, made.cited[0].key, made.cited[0].value]]


def test_what_a_finding_rests_on_is_kept_as_it_stood(office: Office, file: CaseFile) -> None:
    made = operations.record(office, EXAMINER, pension(file))
    fact = file.fact(made.reasons[0].facts[0])
    assert fact is not None
    assert [(each.id, each.key, each.value) for each in made.cited] == [(fact.id, fact.key, str(fact.value))]


def test_a_later_finding_supersedes_and_the_first_is_kept(office: Office, file: CaseFile) -> None:
    first = operations.record(office, EXAMINER, pension(file))
    second = operations.record(office, EXAMINER, pension(file, FindingState.NOT_MET, 1))
    assert (second.revision, builders.case_file(office).finding("pension")) == (2, second)
    assert operations.history(office, "A-001", "pension") == (first, second)
    assert record_ops.verify(office).ok


def test_a_stale_write_is_refused_and_shows_both_texts(office: Office, file: CaseFile) -> None:
    theirs = operations.record(office, EXAMINER, pension(file))
    mine = pension(file, text="別の文")
    with pytest.raises(Stale) as told:
        operations.record(office, EXAMINER, mine)
    assert told.value.theirs == theirs
    assert told.value.mine == mine
    assert builders.case_file(office).finding("pension") == theirs


def test_the_rules_are_asked_again(office: Office, file: CaseFile) -> None:
    with pytest.raises(CheckFailed) as told:
        operations.record(office, EXAMINER, FindingDraft("A-001", "pension", FindingState.NOT_MET))
    assert {each.place for each in told.value.problems} >= {"reasons[0].code", "reasons[0].facts", "reasons[0].text"}
    after = builders.case_file(office)
    assert after.findings == ()
    assert after.case.assigned_to is None


def test_found_counts_answers_only(office: Office, file: CaseFile) -> None:
    operations.record(office, EXAMINER, pension(file))
    needs = FindingDraft("A-001", "japanese", FindingState.NEEDS_DOCUMENTS, (Reason(text="合格証の写し"),))
    operations.record(office, EXAMINER, needs)
    from models.cases.values import QueueFilter

    (row,) = case_ops.page(office, EXAMINER, QueueFilter()).rows
    assert (row.found, row.criteria) == (1, len(file.criteria))
    assert row.next_step.params == {"left": len(file.criteria) - 1}
    builders.find_all(office)
    (row,) = case_ops.page(office, EXAMINER, QueueFilter()).rows
    assert (row.found, row.next_step.code) == (len(file.criteria), "cases.next_propose")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"criterion": "no_such"}, BadInput),
        ({"criterion": "marriage"}, BadInput),
        ({"case": "A-404"}, NotFound),
        ({"reasons": (Reason(facts=("F999",), text="x"),)}, CheckFailed),
        ({"reasons": (Reason(evidence=("E999",), text="x"),)}, CheckFailed),
    ],
)
def test_what_does_not_exist_is_refused(office: Office, file: CaseFile, change: dict[str, Any], error: type) -> None:
    with pytest.raises(error):
        operations.record(office, EXAMINER, replace(pension(file), **change))
    assert builders.case_file(office) == file


def test_only_its_examiner_works_on_a_case(office: Office, file: CaseFile) -> None:
    operations.record(office, EXAMINER, pension(file))
    for actor in (EXAMINER2, SUPERVISOR, builders.AUDITOR):
        with pytest.raises(NotPermitted):
            operations.record(office, actor, pension(file, base=1))
        with pytest.raises(NotPermitted):
            operations.save_draft(office, actor, pension(file, base=1))
        with pytest.raises(NotPermitted):
            operations.discard_draft(office, actor, "A-001", "pension")


def test_nothing_is_found_while_a_case_waits_or_after_its_end(office: Office, file: CaseFile) -> None:
    case_ops.wait(office, EXAMINER, "A-001", WaitingFor.DOCUMENTS)
    with pytest.raises(NotPermitted, match="waiting"):
        operations.record(office, EXAMINER, pension(file))
    case_ops.resume(office, EXAMINER, "A-001")
    operations.record(office, EXAMINER, pension(file))
    case_ops.close(office, EXAMINER, "A-001", ClosedAs.WITHDRAWN, "取下げ")
    with pytest.raises(NotPermitted, match="closed"):
        operations.record(office, EXAMINER, pension(file, base=1))


def test_a_draft_is_saved_counted_and_gone_once_recorded(office: Office, file: CaseFile) -> None:
    events = record_ops.verify(office).events
    unfinished = FindingDraft("A-001", "pension", FindingState.NOT_MET, (Reason(text="書きかけ"),))
    assert [operations.save_draft(office, EXAMINER, unfinished).saving for _ in range(3)] == [1, 2, 3]
    kept = builders.case_file(office)
    draft = kept.draft("pension")
    assert draft is not None
    assert (draft.draft, draft.by, draft.at) == (unfinished, "examiner1", builders.NOON)
    assert kept.state_of("pension") is FindingState.IN_PROGRESS
    assert record_ops.verify(office).events == events, "working paper makes no event"
    operations.record(office, EXAMINER, pension(file))
    assert builders.case_file(office).drafts == ()


def test_a_draft_can_be_thrown_away(office: Office, file: CaseFile) -> None:
    operations.save_draft(office, EXAMINER, pension(file))
    operations.discard_draft(office, EXAMINER, "A-001", "pension")
    assert builders.case_file(office).drafts == ()


def test_a_lost_answer_is_given_again(office: Office, file: CaseFile) -> None:
    first = operations.record(office, EXAMINER, pension(file), "key-1")
    assert operations.record(office, EXAMINER, pension(file), "key-1") == first
    assert len(operations.history(office, "A-001", "pension")) == 1


def test_new_evidence_changes_facts_but_not_what_was_found(office: Office, file: CaseFile) -> None:
    made = operations.record(office, EXAMINER, pension(file))
    fine = NewEvidence("A-001", EvidenceKind.CONDUCT, ("fine",), Conduct("traffic", date(2026, 1, 1), "fine"), "警察")
    with office.begin() as session:
        evidence.add(session, CONSOLE, [fine], {})
    after = builders.case_file(office)
    assert after.finding("pension") == made
    assert after.facts != file.facts


def payload(*findings: dict[str, Any], case: str = "A-001") -> dict[str, Any]:
    return {"cases": [{"case": case, "findings": list(findings)}]}


def given(**changes: Any) -> dict[str, Any]:
    reason = {"code": "PN-01", "facts": ["obligations.national_pension.months_late"], "evidence": ["E1"], "text": TEXT}
    return {"criterion": "pension", "finding": "not_met", "reasons": [reason], **changes}


@pytest.fixture
def code(file: CaseFile) -> str:
    return file.framework.criterion("pension").reasons[0].code


def test_assess_records_and_says_what_the_gate_says(office: Office, file: CaseFile, code: str) -> None:
    said = given()
    said["reasons"][0]["code"] = code
    (done,) = operations.assess(office, EXAMINER, payload(said))
    assert done.case == "A-001"
    assert not done.gate.ok
    (found,) = done.findings
    fact = next(each for each in file.facts if each.key == "obligations.national_pension.months_late")
    assert found.reasons[0].facts == (fact.id,)
    assert builders.case_file(office).case.assigned_to == "examiner1"
    (again,) = operations.assess(office, EXAMINER, payload(said))
    assert again.findings[0].revision == 2


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"criterion": "no_such"}, "no_such"),
        ({"finding": "perhaps"}, "cases[0].findings[0].finding"),
        ({"finding": "in_progress"}, "cases[0].findings[0].finding"),
        ({"reasons": [{"facts": ["F999"]}]}, "cases[0].findings[0].reasons[0].facts[0]"),
        ({"reasons": [{"evidence": ["E1", "E999"]}]}, "cases[0].findings[0].reasons[0].evidence[1]"),
        ({"reasons": [{"facts": "F1"}]}, "cases[0].findings[0].reasons[0].facts"),
        ({"reasons": [{"facts": [1]}]}, "cases[0].findings[0].reasons[0].facts[0]"),
        ({"reasons": {"code": "x"}}, "cases[0].findings[0].reasons"),
        ({"reasons": [{"code": "x", "why": "y"}]}, "cases[0].findings[0].reasons[0].why"),
        ({"reasons": []}, "cases[0].findings[0]"),
        ({"surprise": 1}, "cases[0].findings[0].surprise"),
    ],
)
def test_assess_names_the_place_and_records_nothing(
    office: Office, file: CaseFile, change: dict[str, Any], place: str
) -> None:
    good = {
        "criterion": "japanese",
        "finding": "met",
        "reasons": [{"evidence": ["E1"], "text": "合格証により確認できる。"}],
    }
    with pytest.raises(BadInput) as told:
        operations.assess(office, EXAMINER, payload(given(**change), good))
    assert place in told.value.text("en")
    assert place in told.value.text("ja")
    assert builders.case_file(office) == file


@pytest.mark.parametrize(
    "wrong", [{}, {"cases": {}}, {"cases": [1]}, {"cases": [{"findings": []}]}, {"cases": [], "x": 1}]
)
def test_assess_reads_its_file_strictly(office: Office, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        operations.assess(office, EXAMINER, wrong)


def test_assess_is_all_or_none_over_cases(office: Office, file: CaseFile) -> None:
    builders.ready_case(office, "A-002")
    operations.record(office, EXAMINER2, replace(pension(builders.case_file(office, "A-002")), case="A-002"))
    good = {
        "criterion": "japanese",
        "finding": "met",
        "reasons": [{"evidence": ["E1"], "text": "合格証により確認できる。"}],
    }
    both = {"cases": [{"case": "A-001", "findings": [good]}, {"case": "A-002", "findings": [good]}]}
    with pytest.raises(NotPermitted, match="A-002"):
        operations.assess(office, EXAMINER, both)
    assert builders.case_file(office).findings == ()
