"""Turns: nothing that a case waits for or holds is lost, whoever has it and wherever it goes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.operations import cases as case_ops
from desktop.operations import decisions, inquiries, letters, records, turns
from models.cases.turns.values import Ground, NewTurn, TurnKind
from models.cases.values import ClosedAs, State, WaitingFor
from models.decisions.values import Outcome
from models.errors import AkashiError, BadInput, CheckFailed, NotFound, NotPermitted
from models.inquiries.values import InquiryKind, NewInquiry
from models.people.values import Actor, Role
from models.store.clock import fixed
from models.store.office import Office
from tests import builders

CASE = "A-001"
OTHER_UNIT = "横浜"
THERE = Actor("examiner3", "井上 緑", Role.EXAMINER, OTHER_UNIT)
NOTE = "健康保険の照会の返事を待っている。"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    builders.ready_case(made, "Y-001", unit=OTHER_UNIT, name="別の人", born_on=date(1990, 1, 1))
    yield made
    made.close()


def turn(kind: TurnKind, **changes: object) -> NewTurn:
    return replace(NewTurn(CASE, kind, "理由。"), **changes)  # type: ignore[arg-type]  # names checked at run time


def refused(office: Office, new: NewTurn, actor: Actor = builders.SUPERVISOR) -> list[str]:
    with pytest.raises(CheckFailed) as caught:
        turns.make(office, actor, new)
    return [each.place for each in caught.value.problems]


def test_transferred_while_it_waits(office: Office) -> None:
    """The clock, the inquiry and the findings go along; the answer wakes it in the new unit."""
    builders.find_all(office)
    asked = NewInquiry(CASE, InquiryKind.INQUIRY, "納付", "区役所", ground="法59条の2", waits=True)
    inquiries.plan(office, builders.EXAMINER, asked)
    before = builders.case_file(office)
    made = turns.make(office, builders.SUPERVISOR, turn(TurnKind.TRANSFERRED, to=OTHER_UNIT, note=NOTE))
    assert (made.from_unit, made.to_unit, made.from_person) == (builders.UNIT, OTHER_UNIT, "examiner1")
    file = builders.case_file(office)
    assert (file.case.unit, file.case.assigned_to, file.case.state) == (OTHER_UNIT, None, State.WAITING)
    assert (file.case.waiting_since, file.holds, file.findings) == (
        before.case.waiting_since,
        before.holds,
        before.findings,
    )
    assert case_ops.take(office, THERE, CASE).assigned_to == THERE.login if _join(office) else True
    assert records.verify(office).ok


def _join(office: Office) -> bool:
    from desktop.operations import people
    from models.people.values import CONSOLE, Person

    people.add_person(
        office, CONSOLE, Person(THERE.login, THERE.name, THERE.role, THERE.unit), builders.PASSWORD, builders.SOFT
    )
    return True


def test_a_transferred_case_is_taken_next_where_it_came_to(office: Office) -> None:
    builders.find_all(office)
    turns.make(office, builders.SUPERVISOR, turn(TurnKind.TRANSFERRED, to=OTHER_UNIT))
    _join(office)
    taken = {case_ops.take_next(office, THERE), case_ops.take_next(office, THERE)}
    assert taken == {CASE, "Y-001"}
    assert case_ops.take_next(office, THERE) is None


def test_handed_over_with_a_note(office: Office) -> None:
    case_ops.take(office, builders.EXAMINER, CASE)
    turns.make(office, builders.SUPERVISOR, turn(TurnKind.HANDED_OVER, to="examiner2", note=NOTE))
    (made,) = turns.listing(office, builders.EXAMINER2, CASE)
    assert (made.note, made.from_person, made.to_person) == (NOTE, "examiner1", "examiner2")
    with pytest.raises(NotPermitted):
        builders.find_all(office)
    assert records.verify(office).ok


@pytest.mark.parametrize("state", ["examining", "waiting", "proposed", "countersigned"])
@pytest.mark.parametrize("kind", [TurnKind.WITHDRAWN, TurnKind.LAPSED])
def test_withdrawn_or_lapsed_at_any_stage_before_the_letter(office: Office, state: str, kind: TurnKind) -> None:
    builders.find_all(office)
    if state == "waiting":
        case_ops.wait(office, builders.EXAMINER, CASE, WaitingFor.DOCUMENTS)
    if state in ("proposed", "countersigned"):
        decisions.propose(office, builders.EXAMINER, CASE, Outcome.GRANT, "全体として。")
    if state == "countersigned":
        decisions.countersign(office, builders.SUPERVISOR, CASE)
    ground = Ground.DEATH if kind is TurnKind.LAPSED else Ground.NONE
    turns.make(office, builders.EXAMINER, turn(kind, ground=ground, on=date(2026, 6, 30)))
    file = builders.case_file(office)
    assert (file.case.state, file.case.closed_as) == (State.CLOSED, ClosedAs(kind.value))
    assert not file.holds
    assert records.verify(office).ok


def test_only_its_examiner_or_a_supervisor_ends_it(office: Office) -> None:
    case_ops.take(office, builders.EXAMINER, CASE)
    for actor in (builders.EXAMINER2, builders.AUDITOR, builders.RULE_KEEPER):
        with pytest.raises(NotPermitted):
            turns.make(office, actor, turn(TurnKind.WITHDRAWN))
    for kind in (TurnKind.TRANSFERRED, TurnKind.HANDED_OVER):
        with pytest.raises(NotPermitted):
            turns.make(office, builders.EXAMINER, turn(kind, to="examiner2"))
    assert turns.make(office, builders.SUPERVISOR, turn(TurnKind.WITHDRAWN)).number == 1


def decide(office: Office, outcome: Outcome = Outcome.GRANT, second: Actor = builders.SUPERVISOR) -> None:
    decisions.propose(office, builders.EXAMINER, CASE, outcome, "全体として見て決めた。")
    decisions.countersign(office, second, CASE)
    letters.issue(office, builders.EXAMINER, CASE, languages=("ja",))


def test_a_court_sends_it_back_and_it_is_decided_again(tmp_path: Path) -> None:
    office = builders.office(tmp_path, fixed(datetime(2026, 7, 1, 3, tzinfo=UTC)))
    builders.ready_case(office)
    builders.find_all(office, not_met=["pension"])
    decide(office, Outcome.REFUSE)
    office.close()
    office = builders.opened(tmp_path / "office.akashi", fixed(datetime(2026, 9, 29, 3, tzinfo=UTC)))
    due = builders.case_file(office).case.due_on
    back = turn(
        TurnKind.REOPENED,
        ground=Ground.COURT,
        court="東京地方裁判所",
        court_case="令和8年（行ウ）第1号",
        on=date(2026, 9, 25),
    )
    made = turns.make(office, builders.SUPERVISOR, back)
    assert made.court_case == "令和8年（行ウ）第1号"
    file = builders.case_file(office)
    assert (file.case.state, (file.case.due_on - due).days) == (State.EXAMINING, 90)
    assert len(file.rounds) == 1
    builders.find_all(office)
    decide(office, Outcome.GRANT, builders.SUPERVISOR2)
    file = builders.case_file(office)
    assert [each.proposal.outcome for each in file.rounds] == [Outcome.REFUSE, Outcome.GRANT]
    assert file.case.state is State.ISSUED
    assert records.verify(office).ok
    office.close()


def test_what_a_court_can_annul(office: Office) -> None:
    turns.make(office, builders.SUPERVISOR, turn(TurnKind.WITHDRAWN))
    court = turn(TurnKind.REOPENED, ground=Ground.COURT, court="裁判所", court_case="1")
    assert refused(office, court) == ["ground"]
    turns.make(office, builders.SUPERVISOR, turn(TurnKind.REOPENED, ground=Ground.OWN_MOTION, to="examiner2"))
    assert builders.case_file(office).case.assigned_to == "examiner2"


def test_what_stands_against_a_turn(office: Office) -> None:
    kinds = TurnKind
    case_ops.take(office, builders.EXAMINER, CASE)
    assert refused(office, turn(kinds.TRANSFERRED, to="nowhere", why=" ")) == ["why", "to"]
    assert refused(office, turn(kinds.TRANSFERRED, to=builders.UNIT)) == ["to"]
    assert refused(office, turn(kinds.HANDED_OVER, to="supervisor1")) == ["to"]
    assert refused(office, turn(kinds.HANDED_OVER, to="examiner1")) == ["to"]
    assert refused(office, turn(kinds.LAPSED)) == ["ground"]
    assert refused(office, turn(kinds.WITHDRAWN, on=date(2027, 1, 1), note="123456789018")) == ["on", "note"]
    assert refused(office, turn(kinds.REOPENED, ground=Ground.OWN_MOTION)) == ["kind"]
    assert records.verify(office).ok


def test_the_absent_examiner_s_cases_are_shown_and_handed_over(office: Office) -> None:
    builders.many_cases(office, 4)
    for n in range(4):
        case_ops.take(office, builders.EXAMINER, f"B-{n:05}")
    turns.note_absence(office, builders.SUPERVISOR, "examiner1", builders.TODAY, None, "休暇")
    assert [each.login for each in turns.away(office, builders.SUPERVISOR)] == ["examiner1"]
    left = turns.left_behind(office, builders.SUPERVISOR, "examiner1")
    assert [each.may_get for each in left] == [("examiner2",)] * 4
    assert list(left) == sorted(left, key=lambda each: (each.case.due_on, each.case.id))
    plan = {each.case.id: each.may_get[0] for each in left}
    made = turns.hand_over_all(office, builders.SUPERVISOR, plan, "不在のため", {"B-00001": NOTE})
    assert [each.note for each in made if each.case == "B-00001"] == [NOTE]
    assert turns.left_behind(office, builders.SUPERVISOR, "examiner1") == ()
    ended = turns.end_absence(office, builders.SUPERVISOR, "examiner1", builders.TODAY)
    assert ended.until_on == builders.TODAY, "the day it began stays a day away: cases were handed on because of it"
    assert ended.covers(builders.TODAY)
    assert not ended.covers(builders.TODAY + timedelta(days=1))
    turns.note_absence(office, builders.SUPERVISOR, "examiner2", builders.TODAY, None, "")
    back = builders.TODAY + timedelta(days=2)
    assert turns.end_absence(office, builders.SUPERVISOR, "examiner2", back).until_on == back - timedelta(days=1)
    assert records.verify(office).ok


@pytest.mark.parametrize(
    ("login", "from_on", "until", "error"),
    [
        ("nobody", builders.TODAY, None, NotFound),
        ("examiner1", builders.TODAY, date(2026, 6, 1), BadInput),
        ("examiner1", date(2026, 6, 1), date(2026, 7, 1), BadInput),
    ],
)
def test_what_stands_against_an_absence(
    office: Office, login: str, from_on: date, until: date | None, error: type[AkashiError]
) -> None:
    turns.note_absence(office, builders.SUPERVISOR, "examiner1", builders.TODAY, date(2026, 7, 5), "")
    with pytest.raises(error):
        turns.note_absence(office, builders.SUPERVISOR, login, from_on, until, "")
    with pytest.raises(NotPermitted):
        turns.note_absence(office, builders.EXAMINER, "examiner2", builders.TODAY, None, "")
    with pytest.raises(NotFound):
        turns.end_absence(office, builders.SUPERVISOR, "examiner2", builders.TODAY)


def test_an_earlier_case_is_linked_by_a_person_only(office: Office) -> None:
    builders.find_all(office, not_met=["pension"])
    decide(office, Outcome.REFUSE)
    builders.ready_case(office, "A-009", received_on=date(2026, 6, 20))
    (found,) = turns.candidates(office, builders.EXAMINER, "A-009")
    assert (found.case.id, found.same_name) == (CASE, True)
    assert turns.earlier(office, builders.EXAMINER, "A-009") == ()
    turns.link(office, builders.EXAMINER, "A-009", CASE, "氏名、生年月日、在留カードの履歴が同じ。")
    (earlier,) = turns.earlier(office, builders.EXAMINER, "A-009")
    assert (earlier.outcome, earlier.findings[0].criterion) == (Outcome.REFUSE, "pension")
    assert turns.candidates(office, builders.EXAMINER, "A-009") == ()
    for before, why, error in (
        (CASE, "再び", BadInput),
        ("A-009", "同じ", BadInput),
        ("Y-001", "", BadInput),
        ("X", "x", NotFound),
    ):
        with pytest.raises(error):
            turns.link(office, builders.EXAMINER, "A-009", before, why)
    turns.unlink(office, builders.EXAMINER, "A-009", CASE, "別人であった。")
    assert turns.earlier(office, builders.EXAMINER, "A-009") == ()
    with pytest.raises(NotFound):
        turns.unlink(office, builders.EXAMINER, "A-009", CASE, "別人であった。")
    assert records.verify(office).ok
