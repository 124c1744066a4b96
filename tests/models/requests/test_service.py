"""A request goes out, is answered in part, asked again, answered in full; the clock stands still meanwhile, nothing is lost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.operations import cases as case_ops
from desktop.operations import findings as finding_ops
from desktop.operations import records, requests
from models.cases.values import ClosedAs, State, WaitingFor
from models.errors import CheckFailed, NotFound, NotPermitted
from models.evidence.values import Document, Statement
from models.findings.values import FindingDraft, FindingState, Reason
from models.localized import Localized
from models.requests import rules
from models.requests.values import Item, NewReply, RequestDraft, RequestKind, RequestState
from models.store.clock import Clock
from models.store.office import Office
from tests import builders

CASE = "A-001"


class Days:
    """A day that a test moves."""

    def __init__(self) -> None:
        self.at = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)

    def clock(self) -> Clock:
        return Clock(lambda: self.at, None)

    def go(self, day: int, month: int = 7) -> None:
        self.at = self.at.replace(month=month, day=day)


@pytest.fixture
def clock() -> Days:
    return Days()


@pytest.fixture
def office(tmp_path: Path, clock: Days) -> Iterator[Office]:
    made = builders.office(tmp_path, clock.clock())
    builders.ready_case(made, language="vi")
    yield made
    made.close()


def needs(office: Office, criterion: str = "pension", text: str = "年金の記録を出してもらう。") -> None:
    """The examiner says that documents are needed."""
    reason = (Reason(None, (), (), text),)
    file = builders.case_file(office)
    before = file.finding(criterion)
    draft = FindingDraft(CASE, criterion, FindingState.NEEDS_DOCUMENTS, reason, before.revision if before else 0)
    finding_ops.record(office, builders.EXAMINER, draft)


def sent(office: Office, count: int = 2) -> RequestDraft:
    """A request for two documents."""
    needs(office)
    prepared = requests.prepare(office, builders.EXAMINER, CASE)
    choices = requests.desk(office, builders.EXAMINER, CASE).choices
    items = tuple(each for each in choices if each.criterion == "pension")[:count]
    draft = RequestDraft(CASE, items, prepared.due_on, send_to=prepared.send_to or "第1窓口")
    requests.send(office, builders.EXAMINER, draft)
    return draft


def test_what_to_ask_for_comes_from_criteria_that_need_documents(office: Office) -> None:
    assert requests.prepare(office, builders.EXAMINER, CASE).items == ()
    needs(office, text="2024年度の納付を確かめたい。")
    prepared = requests.prepare(office, builders.EXAMINER, CASE)
    assert prepared.items
    assert {each.criterion for each in prepared.items} == {"pension"}
    assert all(each.why == "2024年度の納付を確かめたい。" for each in prepared.items)
    assert prepared.due_on == date(2026, 7, 15), "ten working days from 1 July 2026"


def test_the_clock_stands_still_until_the_reply(office: Office, clock: Days) -> None:
    before = case_ops.gather(office, CASE).case.due_on
    sent(office)
    waiting = case_ops.gather(office, CASE)
    assert (waiting.case.state, waiting.case.waiting_for) == (State.WAITING, WaitingFor.DOCUMENTS)
    assert [hold.about for hold in waiting.holds] == ["request:1"]
    clock.go(9)
    made = requests.answer(office, builders.EXAMINER, CASE, 1, NewReply(date(2026, 7, 9), (1,), notes={1: "36か月"}))
    assert made.state is RequestState.PART
    file = case_ops.gather(office, CASE)
    assert file.case.state is State.EXAMINING
    assert file.case.waited_days == 8
    assert (file.case.due_on - before).days == 8
    piece = file.evidence[-1]
    assert isinstance(piece.record, Document)
    assert piece.record.note == "36か月"
    assert rules.arrived(file.requests, file.findings)["pension"] == (piece.id,)


def test_a_second_request_asks_for_what_is_missing_and_its_answer_ends_both(office: Office, clock: Days) -> None:
    sent(office)
    clock.go(9)
    requests.answer(office, builders.EXAMINER, CASE, 1, NewReply(date(2026, 7, 9), (1,)))
    again = requests.prepare(office, builders.EXAMINER, CASE, follows=1)
    assert [each.key for each in again.items] == [requests.listing(office, builders.EXAMINER, CASE)[0].items[1].key]
    second = requests.send(office, builders.EXAMINER, again)
    assert second.follows == 1
    assert requests.listing(office, builders.EXAMINER, CASE)[0].state is RequestState.FOLLOWED
    clock.go(14)
    done = requests.answer(office, builders.EXAMINER, CASE, 2, NewReply(date(2026, 7, 14), (1,), "遅くなりました。"))
    assert done.state is RequestState.ANSWERED
    file = case_ops.gather(office, CASE)
    assert file.case.waited_days == 8 + 5
    kinds = [type(file.piece(each).record) for each in done.replies[0].evidence]  # type: ignore[union-attr]  # all there
    assert kinds == [Document, Statement]
    assert records.verify(office).ok


def test_an_unanswered_one_wakes_the_case_only_after_its_day(office: Office, clock: Days) -> None:
    draft = sent(office)
    with pytest.raises(NotPermitted):
        requests.give_up(office, builders.EXAMINER, CASE, 1)
    clock.go(draft.due_on.day + 1)
    assert requests.give_up(office, builders.EXAMINER, CASE, 1).state is RequestState.UNANSWERED
    assert case_ops.gather(office, CASE).case.state is State.EXAMINING
    late = requests.answer(office, builders.EXAMINER, CASE, 1, NewReply(date(2026, 7, 16), (1, 2)))
    assert late.state is RequestState.ANSWERED, "what comes late is kept all the same"


def test_two_waits_side_by_side_keep_the_clock_until_the_last(office: Office, clock: Days) -> None:
    sent(office)
    comment = RequestDraft(
        CASE, (Item("pension", Localized.of(ja="2025年5月分の納付の遅れ"), evidence=("E9",)),), date(2026, 7, 15),
        RequestKind.COMMENT, "第1窓口",
    )  # fmt: skip
    requests.send(office, builders.EXAMINER, comment)
    clock.go(5)
    requests.answer(office, builders.EXAMINER, CASE, 1, NewReply(date(2026, 7, 5), (1, 2)))
    file = case_ops.gather(office, CASE)
    assert (file.case.state, file.case.waiting_for) == (State.WAITING, WaitingFor.COMMENT)
    clock.go(8)
    requests.answer(office, builders.EXAMINER, CASE, 2, NewReply(date(2026, 7, 8), (), "会社の手続の遅れです。"))
    file = case_ops.gather(office, CASE)
    assert (file.case.state, file.case.waited_days) == (State.EXAMINING, 7)


def test_a_case_that_ends_while_waiting_keeps_its_clock(office: Office, clock: Days) -> None:
    sent(office)
    clock.go(11)
    case_ops.close(office, builders.SUPERVISOR, CASE, ClosedAs.WITHDRAWN, "申請の取下げ")
    file = case_ops.gather(office, CASE)
    assert (file.case.waited_days, file.case.waiting_since, file.holds) == (10, None, ())
    assert records.verify(office).ok


def test_the_papers_are_sealed_and_stand_in_the_record(office: Office) -> None:
    sent(office)
    made = requests.listing(office, builders.EXAMINER, CASE)[0]
    assert {each.language for each in made.papers} <= {"ja", "vi", "en"}
    assert requests.paper(office, builders.EXAMINER, CASE, 1).startswith(b"%PDF")
    assert requests.paper(office, builders.EXAMINER, CASE, 1, "ja").startswith(b"%PDF")
    with pytest.raises(NotFound):
        requests.paper(office, builders.EXAMINER, CASE, 1, "xx")
    event = next(each for each in case_ops.gather(office, CASE).events if each.kind == "request_sent")
    assert {each["sha256"] for each in event.content["papers"]} == {each.sha256 for each in made.papers}  # type: ignore[attr-defined]  # a list


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"items": ()}, "items"),
        ({"due_on": date(2026, 7, 2)}, "due_on"),
        ({"due_on": date(2026, 7, 20)}, "due_on"),
        ({"send_to": " "}, "send_to"),
        ({"note": "123456789018"}, "note"),
        ({"items": (Item("no-such", Localized.of(ja="資料")),)}, "items[1]"),
    ],
)
def test_what_cannot_be_sent(office: Office, changes: dict[str, object], place: str) -> None:
    said: dict[str, object] = {
        "items": (Item("pension", Localized.of(ja="年金の記録")),), "due_on": date(2026, 7, 15), "send_to": "窓口", "note": "",
    }  # fmt: skip
    draft = RequestDraft(CASE, **{**said, **changes})  # type: ignore[arg-type]  # names checked at run time
    with pytest.raises(CheckFailed) as refused:
        requests.send(office, builders.EXAMINER, draft)
    assert [each.place for each in refused.value.problems] == [place]
    assert requests.listing(office, builders.EXAMINER, CASE) == ()


def test_who_may(office: Office) -> None:
    draft = RequestDraft(CASE, (Item("pension", Localized.of(ja="年金の記録")),), date(2026, 7, 15), send_to="窓口")
    for actor in (builders.SUPERVISOR, builders.AUDITOR, builders.ADMIN, builders.RULE_KEEPER):
        with pytest.raises(NotPermitted):
            requests.send(office, actor, draft)
    requests.send(office, builders.EXAMINER, draft)
    with pytest.raises(NotPermitted):
        requests.send(office, builders.EXAMINER2, draft)
    with pytest.raises(NotPermitted):
        requests.answer(office, builders.AUDITOR, CASE, 1, NewReply(date(2026, 7, 1), (1,)))
    with pytest.raises(NotPermitted):
        requests.withdraw(office, builders.EXAMINER2, CASE, 1, "不要")


def test_a_command_sent_twice_is_done_once(office: Office) -> None:
    draft = RequestDraft(CASE, (Item("pension", Localized.of(ja="年金の記録")),), date(2026, 7, 15), send_to="窓口")
    first = requests.send(office, builders.EXAMINER, draft, key="k1")
    assert requests.send(office, builders.EXAMINER, draft, key="k1") == first
    assert len(requests.listing(office, builders.EXAMINER, CASE)) == 1
