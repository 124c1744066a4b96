"""Whatever is done in whatever order: no clock, request, reply or person is lost, and every state says what comes next."""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from desktop.operations import board, decisions, inquiries, people, records, representatives, requests, turns
from desktop.operations import cases as case_ops
from models.cases import rules as case_rules
from models.cases.turns.values import Ground, NewTurn, TurnKind
from models.cases.values import ClosedAs, State, WaitingFor
from models.decisions.values import Outcome as Decided
from models.errors import AkashiError, Message
from models.findings.values import FindingState
from models.frameworks import library
from models.inquiries import rules as inquiry_rules
from models.inquiries.values import InquiryKind, InquiryState, NewInquiry, Outcome
from models.localized import Localized
from models.people.values import Actor, Person
from models.people.values import Role as PersonRole
from models.representatives import service
from models.representatives.values import NewRepresentative, Role
from models.requests import rules
from models.requests.values import Item, NewReply, RequestDraft, RequestKind, RequestState
from models.store.clock import Clock
from tests import builders

CASE = "A-001"
OTHER_UNIT = "永住審査第九部門"
EXAMPLES = 40 if os.environ.get("AKASHI_TIER") == "prove" else 4
ACTORS = st.sampled_from(
    [builders.EXAMINER, builders.EXAMINER, builders.EXAMINER2, builders.SUPERVISOR, builders.AUDITOR]
)
TARGETS = (builders.EXAMINER.login, builders.EXAMINER2.login, builders.UNIT, OTHER_UNIT)
ITEMS = tuple(Item("pension", Localized.of(ja=f"資料{n}", en=f"paper {n}")) for n in range(3))


class Day(RuleBasedStateMachine):
    """Acts by anybody, allowed or not, over many days; beside it a plain count of what must be true."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.at = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)
        self.office = builders.office(Path(self.folder.name), Clock(lambda: self.at))
        builders.ready_case(self.office)
        elsewhere = Person("examiner9", "遠井 九", PersonRole.EXAMINER, OTHER_UNIT)
        people.add_person(self.office, builders.ADMIN, elsewhere, builders.PASSWORD, builders.SOFT)
        self.waited = 0
        self.sent = 0
        self.replies: dict[tuple[int, str], int] = {}
        self.reports: list[str] = []
        self.holder: str | None = None
        self.turned = 0
        self.spoken = 0
        self.receiving: list[int] = []

    def teardown(self) -> None:
        assert records.verify(self.office).ok
        self.office.close()
        self.folder.cleanup()

    def attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except AkashiError:
            return False
        return True

    @property
    def today(self) -> date:
        return self.office.clock.today()

    # ---- the days go by
    @rule(days=st.integers(1, 20))
    def later(self, days: int) -> None:
        if builders.case_file(self.office).case.state is State.WAITING:
            self.waited += days
        self.at += timedelta(days=days)

    # ---- requests
    @rule(actor=ACTORS, kind=st.sampled_from(RequestKind), waits=st.booleans(), count=st.integers(0, 3))
    def send(self, actor: Actor, kind: RequestKind, waits: bool, count: int) -> None:
        draft = RequestDraft(CASE, ITEMS[:count], rules.due_on(kind, self.today), kind, "窓口", waits=waits)
        # What is drawn is proven elsewhere; here many are sent.
        with mock.patch("reports.request_letter.render", return_value=b"%PDF"):
            if self.attempt(lambda: requests.send(self.office, actor, draft)):
                self.sent += 1

    @rule(actor=ACTORS, number=st.integers(1, 4))
    def ask_again(self, actor: Actor, number: int) -> None:
        def act() -> None:
            requests.send(self.office, actor, requests.prepare(self.office, actor, CASE, follows=number))

        with mock.patch("reports.request_letter.render", return_value=b"%PDF"):
            if self.attempt(act):
                self.sent += 1

    @rule(actor=ACTORS, number=st.integers(1, 4), items=st.sets(st.integers(1, 3), max_size=3), says=st.booleans())
    def reply(self, actor: Actor, number: int, items: set[int], says: bool) -> None:
        text = f"回答 {len(self.replies)} {self.at:%m%d}" if says else ""
        reply = NewReply(self.today, tuple(sorted(items)), text)
        if self.attempt(lambda: requests.answer(self.office, actor, CASE, number, reply)):
            self.replies[number, text] = self.replies.get((number, text), 0) + 1

    @rule(actor=ACTORS, number=st.integers(1, 4))
    def nothing_came(self, actor: Actor, number: int) -> None:
        self.attempt(lambda: requests.give_up(self.office, actor, CASE, number))

    @rule(actor=ACTORS, number=st.integers(1, 4))
    def take_back(self, actor: Actor, number: int) -> None:
        self.attempt(lambda: requests.withdraw(self.office, actor, CASE, number, "もう要らない"))

    @rule(actor=ACTORS, number=st.integers(1, 4))
    def delivered(self, actor: Actor, number: int) -> None:
        self.attempt(lambda: requests.deliver(self.office, actor, CASE, number, self.today))

    # ---- inquiries
    @rule(actor=ACTORS, kind=st.sampled_from(InquiryKind), waits=st.booleans())
    def plan(self, actor: Actor, kind: InquiryKind, waits: bool) -> None:
        new = NewInquiry(
            CASE,
            kind,
            "確かめる",
            "相手",
            on=self.today,
            ground="法",
            opinion="意見",
            criteria=("pension",),
            waits=waits,
        )
        self.attempt(lambda: inquiries.plan(self.office, actor, new))

    @rule(actor=ACTORS, number=st.integers(1, 3))
    def finish(self, actor: Actor, number: int) -> None:
        report = f"結果 {len(self.reports)}"
        outcome = Outcome(self.today, report, "本人", True)
        if self.attempt(lambda: inquiries.finish(self.office, actor, CASE, number, outcome)):
            self.reports.append(report)

    @rule(actor=ACTORS, number=st.integers(1, 3))
    def call_off(self, actor: Actor, number: int) -> None:
        self.attempt(lambda: inquiries.cancel(self.office, actor, CASE, number, "中止"))

    # ---- the case
    @rule(actor=ACTORS, what=st.sampled_from(WaitingFor))
    def wait(self, actor: Actor, what: WaitingFor) -> None:
        self.attempt(lambda: case_ops.wait(self.office, actor, CASE, what))

    @rule(actor=ACTORS)
    def resume(self, actor: Actor) -> None:
        self.attempt(lambda: case_ops.resume(self.office, actor, CASE))

    @rule(actor=ACTORS)
    def end(self, actor: Actor) -> None:
        self.attempt(lambda: case_ops.close(self.office, actor, CASE, ClosedAs.WITHDRAWN, "取下げ"))

    @rule(actor=ACTORS)
    def reopen(self, actor: Actor) -> None:
        self.attempt(lambda: case_ops.reopen(self.office, actor, CASE, "判決"))

    @rule(to=st.sampled_from([builders.EXAMINER.login, builders.EXAMINER2.login]))
    def assign(self, to: str) -> None:
        self.attempt(lambda: case_ops.assign(self.office, builders.SUPERVISOR, CASE, to))

    # ---- turns and people
    @rule(actor=ACTORS, kind=st.sampled_from(TurnKind), ground=st.sampled_from(Ground), to=st.sampled_from(TARGETS))
    def turn(self, actor: Actor, kind: TurnKind, ground: Ground, to: str) -> None:
        before = builders.case_file(self.office).case
        new = NewTurn(CASE, kind, "理由", None, ground, "続きを頼む", to, "架空地裁", "令和8年第1号")
        if not self.attempt(lambda: turns.make(self.office, actor, new)):
            return
        made = turns.listing(self.office, builders.SUPERVISOR, CASE)[-1]
        self.turned += 1
        assert (made.kind, made.note) == (kind, new.note)
        if kind is TurnKind.TRANSFERRED:
            assert (made.from_person or None, made.from_unit) == (before.assigned_to, before.unit)
            self.holder = None
            self.find_free(to)

    def find_free(self, unit: str) -> None:
        """A case that was transferred lies open before whoever gives cases out there."""
        free = board.board(self.office, builders.SUPERVISOR, unit).free
        assert CASE in {each.case for each in free}

    @rule(actor=ACTORS, role=st.sampled_from(Role), receives=st.booleans())
    def represent(self, actor: Actor, role: Role, receives: bool) -> None:
        new = NewRepresentative(CASE, role, f"代理 {self.spoken}", address="架空町1", receives=receives)
        if self.attempt(lambda: representatives.add(self.office, actor, new)):
            self.spoken += 1
            self.receiving += [self.spoken] if receives else []

    @rule(actor=ACTORS, number=st.integers(1, 4))
    def represent_no_more(self, actor: Actor, number: int) -> None:
        if self.attempt(lambda: representatives.end(self.office, actor, CASE, number, "解任")):
            self.receiving = [each for each in self.receiving if each != number]

    @rule()
    def propose_and_return(self) -> None:
        """To the other side of the desk and back: nothing that waits is forgotten there."""
        holder = builders.case_file(self.office).case.assigned_to
        actor = builders.EXAMINER2 if holder == builders.EXAMINER2.login else builders.EXAMINER

        def act() -> None:
            if len(builders.case_file(self.office).findings) < len(builders.case_file(self.office).criteria):
                builders.find_all(self.office, actor)
            decisions.propose(self.office, actor, CASE, Decided.GRANT, "全体として良好である。")
            decisions.send_back(self.office, builders.SUPERVISOR, CASE, "もう一度")

        self.attempt(act)

    # ---- what is always so
    @invariant()
    def no_clock_is_lost(self) -> None:
        file = builders.case_file(self.office)
        case = file.case
        waiting = case.state is State.WAITING
        running = (self.today - case.waiting_since).days if case.waiting_since else 0
        assert case.waited_days + running == self.waited
        assert waiting == bool(file.holds) == (case.waiting_since is not None) == (case.waiting_for is not None)
        period = library.get(case.framework).standard_period
        assert case.due_on == case_rules.due_on(case.received_on, period, case.waited_days)

    @invariant()
    def no_request_or_reply_is_lost(self) -> None:
        file = builders.case_file(self.office)
        assert len(file.requests) == self.sent
        ids = {each.id for each in file.evidence}
        kept = [(each.number, reply.text) for each in file.requests for reply in each.replies]
        assert sorted(kept) == sorted(key for key, times in self.replies.items() for _ in range(times))
        for each in file.requests:
            assert {piece for reply in each.replies for piece in reply.evidence} <= ids
            assert set(each.came) == {place for reply in each.replies for place in reply.items}
        assert sorted(each.report for each in file.inquiries if each.state is InquiryState.DONE) == sorted(self.reports)
        for each_ in file.inquiries:
            assert (each_.state is InquiryState.DONE and each_.kind.is_evidence) == bool(each_.evidence)

    @invariant()
    def no_person_is_lost(self) -> None:
        """Whoever has the case has it until a supervisor gives it to another."""
        case = builders.case_file(self.office).case
        assert case.assigned_to is not None or self.holder is None
        self.holder = case.assigned_to

    @invariant()
    def no_turn_and_nobody_beside_the_applicant_is_lost(self) -> None:
        assert len(turns.listing(self.office, builders.SUPERVISOR, CASE)) == self.turned
        beside = representatives.listing(self.office, builders.SUPERVISOR, CASE)
        assert len(beside) == self.spoken
        with self.office.read() as session:
            to = service.recipient(session, CASE)
        own = builders.case_file(self.office).case.applicant.name
        assert to.name == (beside[self.receiving[-1] - 1].name if self.receiving else own), (
            "letters always go to somebody"
        )

    @invariant()
    def every_state_has_a_way_out_and_says_what_is_next(self) -> None:
        file = builders.case_file(self.office)
        case = file.case
        assert case_rules.ALLOWED[case.state]
        found = sum(each.finding.is_answer for each in file.findings)
        steps: list[Message] = [
            case_rules.next_step(
                case.state, assigned=case.assigned_to is not None, found=found, criteria=len(file.criteria),
                waiting_for=case.waiting_for,
            )
        ]  # fmt: skip
        steps += [rules.next_step(each, self.today) for each in file.requests]
        steps += [inquiry_rules.next_step(each, self.today) for each in file.inquiries]
        for step in steps:
            for lang in ("ja", "en"):
                words = step.text(lang)
                assert words
                assert words != step.code
                assert "{" not in words
        for hold in file.holds:
            kind, _, number = hold.about.partition(":")
            if kind == "request":
                assert file.requests[int(number) - 1].state is RequestState.SENT
            if kind == "inquiry":
                assert file.inquiries[int(number) - 1].state is InquiryState.PLANNED


@pytest.mark.tiered
@pytest.mark.timeout(1800)
def test_nothing_of_the_day_is_lost_whatever_is_done() -> None:
    run_state_machine_as_test(
        Day, settings=settings(max_examples=EXAMPLES, stateful_step_count=20, deadline=None, derandomize=True)
    )


def test_the_findings_states_that_count_as_answers() -> None:
    """The count above means what the desk means."""
    assert {each for each in FindingState if each.is_answer} == {
        FindingState.MET, FindingState.NOT_MET, FindingState.NOT_APPLICABLE,
    }  # fmt: skip
