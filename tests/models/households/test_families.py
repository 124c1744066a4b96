"""A family before the office: entered once, taken over by an explicit act, unlike only with a reason in writing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import decisions, findings, households, records
from models.decisions.values import Outcome
from models.errors import AkashiError, BadInput, CheckFailed, NotPermitted
from models.evidence import service as evidence
from models.evidence.values import EvidenceKind, NewEvidence, Statement, Tie
from models.findings.values import FindingDraft, FindingState, Reason
from models.people.values import CONSOLE
from models.store.office import Office
from tests import builders

FAMILY = ("A-001", "A-002", "A-003", "A-004")
WHY = "本人だけが国民年金を7か月滞納しており、他の家族に滞納はない。"
HOME = Tie("housing", date(2021, 4, 1), None, "家族4人で持家に居住")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    for at, case in enumerate(FAMILY):
        builders.ready_case(made, case, household="H-1", name=f"家族 {at}", born_on=date(1980 + at, 1, 1))
    builders.ready_case(made, "Z-001")
    with made.begin() as session:
        piece = NewEvidence(FAMILY[0], EvidenceKind.TIE, (repr(HOME),), HOME, "登記", date(2026, 6, 1))
        evidence.add(session, CONSOLE, [piece], {"what": "evidence"})
    yield made
    made.close()


def home(office: Office, case: str = FAMILY[0]) -> str:
    return next(each.id for each in builders.case_file(office, case).evidence if each.record == HOME)


def test_shared_facts_are_entered_once(office: Office) -> None:
    piece = home(office)
    made = households.share(office, builders.EXAMINER, FAMILY[0], [piece], FAMILY[1:])
    assert all(len(ids) == 1 for ids in made.values())
    there = builders.case_file(office, FAMILY[2]).piece(home(office, FAMILY[2]))
    assert there is not None
    assert there.source == f"登記（{FAMILY[0]} {piece}）"
    assert households.share(office, builders.EXAMINER, FAMILY[0], [piece], FAMILY[1:2]) == {FAMILY[1]: ()}
    assert records.verify(office).ok


def test_a_finding_is_taken_over_by_an_act_that_says_from_where(office: Office) -> None:
    builders.find_all(office)
    made = households.copy_finding(office, builders.EXAMINER, FAMILY[0], "pension", FAMILY[1])
    assert made.finding is FindingState.MET
    family = households.family(office, builders.EXAMINER, FAMILY[1])
    assert [(c.criterion, c.from_case, c.from_revision) for c in family.members[0].copied] == [
        ("pension", FAMILY[0], 1)
    ]
    assert [each.case.id for each in family.members] == [FAMILY[1], FAMILY[0], FAMILY[2], FAMILY[3]]
    assert "finding_copied" in [each.kind for each in builders.case_file(office, FAMILY[1]).events]
    assert records.verify(office).ok


def test_a_finding_that_rests_on_something_else_is_not_taken_over(office: Office) -> None:
    piece = home(office)
    criterion = builders.case_file(office).framework.criterion("pension")
    reason = Reason(criterion.grounds[0].code if criterion.grounds else None, (), (piece,), "持家に住んでいる。")
    findings.record(office, builders.EXAMINER, FindingDraft(FAMILY[0], "pension", FindingState.MET, (reason,)))
    with pytest.raises(BadInput) as caught:
        households.copy_finding(office, builders.EXAMINER, FAMILY[0], "pension", FAMILY[1])
    assert caught.value.message.code == "households.not_the_same"
    households.share(office, builders.EXAMINER, FAMILY[0], [piece], [FAMILY[1]])
    made = households.copy_finding(office, builders.EXAMINER, FAMILY[0], "pension", FAMILY[1])
    assert made.reasons[0].evidence == (home(office, FAMILY[1]),)


def test_unlike_outcomes_need_a_written_distinction_first(office: Office) -> None:
    for case in FAMILY[:3]:
        builders.find_all(office, case=case)
        decisions.propose(office, builders.EXAMINER, case, Outcome.GRANT, "全体として。")
    builders.find_all(office, case=FAMILY[3], not_met=["pension"])
    asked = decisions.gate(office, builders.EXAMINER, FAMILY[3], Outcome.REFUSE, WHY)
    assert [each.message.code for each in asked.blocks] == ["households.differs"] * 3
    assert decisions.gate(office, builders.EXAMINER, FAMILY[3], None, WHY).ok
    with pytest.raises(CheckFailed):
        decisions.propose(office, builders.EXAMINER, FAMILY[3], Outcome.REFUSE, WHY)
    for other in FAMILY[:3]:
        made = households.distinguish(office, builders.EXAMINER, FAMILY[3], Outcome.REFUSE, other, WHY)
        assert (made.outcome, made.other_outcome) == (Outcome.REFUSE, Outcome.GRANT)
    decisions.propose(office, builders.EXAMINER, FAMILY[3], Outcome.REFUSE, WHY)
    assert records.verify(office).ok


@pytest.mark.parametrize(
    ("other", "text", "error"),
    [
        ("Z-001", WHY, BadInput),
        (FAMILY[1], WHY, BadInput),
        (FAMILY[0], "違う。", BadInput),
        (FAMILY[0], f"{WHY}123456789018", BadInput),
        (FAMILY[3], WHY, BadInput),
    ],
)
def test_what_stands_against_a_distinction(office: Office, other: str, text: str, error: type[AkashiError]) -> None:
    builders.find_all(office)
    decisions.propose(office, builders.EXAMINER, FAMILY[0], Outcome.GRANT, "全体として。")
    with pytest.raises(error):
        households.distinguish(office, builders.EXAMINER, FAMILY[3], Outcome.REFUSE, other, text)


def test_a_case_joins_a_household_and_leaves_it(office: Office) -> None:
    households.join(office, builders.EXAMINER, "Z-001", "H-1")
    assert len(households.family(office, builders.EXAMINER, "Z-001").others) == 4
    households.join(office, builders.SUPERVISOR, "Z-001", "")
    assert households.family(office, builders.EXAMINER, "Z-001").others == ()
    with pytest.raises(NotPermitted):
        households.join(office, builders.AUDITOR, "Z-001", "H-1")
    with pytest.raises(BadInput):
        households.join(office, builders.SUPERVISOR, "Z-001", "x" * 65)
    assert records.verify(office).ok


def test_what_is_of_one_person_is_never_shared(office: Office) -> None:
    for piece in ("E1", "E999"):
        with pytest.raises(BadInput):
            households.share(office, builders.EXAMINER, FAMILY[0], [piece], FAMILY[1:])
    with pytest.raises(BadInput):
        households.share(office, builders.EXAMINER, FAMILY[0], [home(office)], ["Z-001"])
    with pytest.raises(BadInput):
        households.copy_finding(office, builders.EXAMINER, FAMILY[0], "pension", FAMILY[1])
    statement = next(e.id for e in builders.case_file(office).evidence if isinstance(e.record, Statement))
    assert households.share(office, builders.EXAMINER, FAMILY[0], [statement], FAMILY[1:2]) == {FAMILY[1]: ()}
