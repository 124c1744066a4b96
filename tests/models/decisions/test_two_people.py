"""Whatever anybody tries, in whatever order: nothing is issued without two different people, and the record holds."""

import atexit
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from desktop.operations import cases as case_ops
from desktop.operations import decisions as operations
from desktop.operations import records as record_ops
from models.casefile.values import CaseFile
from models.cases.values import ClosedAs, State, WaitingFor
from models.decisions import service
from models.decisions.values import GateResult, Outcome
from models.errors import AkashiError
from models.findings import service as findings
from models.letters.values import IssuedLetter
from models.people.values import Actor, Role
from models.records import service as records
from models.store.office import Office
from tests import builders

PROMOTED = Actor("examiner1", "佐藤 花子", Role.SUPERVISOR, builders.UNIT)
ACTORS = st.sampled_from([*builders.EVERYONE, PROMOTED])


@cache
def office() -> Office:
    """One for all examples, each with a case of its own; on a disk of memory where there is one, as nothing here is about the
    disk."""
    memory = Path("/dev/shm")
    folder = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
    made = builders.office(Path(folder.name))
    atexit.register(folder.cleanup)
    atexit.register(made.close)
    return made


class Desk(RuleBasedStateMachine):
    """Acts by anybody, allowed or not; a refusal must leave the case as it was."""

    number = count(1)

    def __init__(self) -> None:
        super().__init__()
        self.office = office()
        self.case = builders.ready_case(self.office, f"A-{next(Desk.number):06}")
        self.file = self.but_refusals()

    def attempt(self, act: Callable[[], object]) -> None:
        before = self.file
        try:
            act()
        except AkashiError:
            self.file = self.but_refusals()
            assert self.file == before
        else:
            self.file = self.but_refusals()

    def but_refusals(self) -> CaseFile:
        """The case file; that somebody was refused is recorded, and changes nothing else."""
        file = builders.case_file(self.office, self.case)
        return replace(file, events=tuple(each for each in file.events if each.kind != "refused"))

    @rule(actor=ACTORS)
    def take(self, actor: Actor) -> None:
        self.attempt(lambda: case_ops.take(self.office, actor, self.case))

    @rule(actor=ACTORS)
    def find(self, actor: Actor) -> None:
        def act() -> None:
            with self.office.begin() as session:
                for each in self.file.criteria:
                    findings.record(session, actor, builders.draft(self.file, each))

        self.attempt(act)

    @rule(actor=ACTORS, outcome=st.sampled_from(Outcome))
    def propose(self, actor: Actor, outcome: Outcome) -> None:
        def act() -> None:
            with self.office.begin() as session:
                service.propose(session, actor, self.case, outcome, "総合", GateResult(()))

        self.attempt(act)

    @rule(actor=ACTORS)
    def countersign(self, actor: Actor) -> None:
        def act() -> None:
            with self.office.begin() as session:
                service.countersign(session, actor, self.case, "ab" * 32, records.last_act(session, self.case))

        self.attempt(act)

    @rule(actor=ACTORS)
    def send_back(self, actor: Actor) -> None:
        self.attempt(lambda: operations.send_back(self.office, actor, self.case, "直すこと"))

    @rule(actor=ACTORS)
    def issue(self, actor: Actor) -> None:
        def act() -> None:
            with self.office.begin() as session:
                letter = IssuedLetter(self.case, "ja", "pdf", "1", "cd" * 32, b"", 1)
                service.mark_issued(session, actor, self.case, [letter])

        self.attempt(act)

    @rule(actor=ACTORS, waits=st.booleans())
    def wait_or_resume(self, actor: Actor, waits: bool) -> None:
        if waits:
            self.attempt(lambda: case_ops.wait(self.office, actor, self.case, WaitingFor.COMMENT))
        else:
            self.attempt(lambda: case_ops.resume(self.office, actor, self.case))

    @rule(actor=ACTORS, ends=st.booleans())
    def close_or_reopen(self, actor: Actor, ends: bool) -> None:
        if ends:
            self.attempt(lambda: case_ops.close(self.office, actor, self.case, ClosedAs.WITHDRAWN, "取下げ"))
        else:
            self.attempt(lambda: case_ops.reopen(self.office, actor, self.case, "判決"))

    @rule(
        supervisor=st.sampled_from([builders.SUPERVISOR, builders.SUPERVISOR2]),
        back=st.sampled_from([False, False, True]),
    )
    def go_on(self, supervisor: Actor, back: bool) -> None:
        """The right next step by the right person, so that the end is reached at all."""
        case = self.file.case
        mine = next((each for each in builders.EVERYONE if each.login == case.assigned_to), builders.EXAMINER)
        if case.state is State.PROPOSED and back:
            self.send_back(supervisor)
        elif case.state is State.PROPOSED:
            self.countersign(supervisor)
        elif case.state is State.COUNTERSIGNED:
            self.issue(supervisor)
        elif case.state in (State.EXAMINING, State.RETURNED):
            self.propose(mine, Outcome.REFUSE)
        elif case.state is State.RECEIVED:
            self.find(mine)

    @invariant()
    def issued_means_two_people(self) -> None:
        file = self.file
        REACHED.add(file.case.state)
        if file.case.state not in (State.COUNTERSIGNED, State.ISSUED):
            return
        current = file.rounds[-1]
        assert current.countersigned is not None
        assert current.countersigned.by != current.proposal.by
        assert current.returned is None


REACHED: set[State] = set()
EXAMPLES = {"test": 80, "prove": 400, "soak": 8_000}
STEPS = 25
"""So many steps an example: 2,000 in the tests, 10,000 in the proof, 200,000 in the soak."""


@pytest.mark.tiered
@pytest.mark.timeout(36_000)
def test_nobody_decides_alone_whatever_anybody_tries(tier: str) -> None:
    REACHED.clear()
    steps = settings(max_examples=EXAMPLES[tier], stateful_step_count=STEPS, deadline=None, derandomize=True)
    run_state_machine_as_test(Desk, settings=steps)
    assert set(State) == REACHED, "the machine must come as far as an issued case"
    assert record_ops.verify(office()).ok
