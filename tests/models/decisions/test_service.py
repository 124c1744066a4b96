"""Two people decide, always; each round is kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from desktop.operations import cases as case_ops
from desktop.operations import decisions as operations
from desktop.operations import records as record_ops
from models.cases.values import State
from models.decisions import service
from models.decisions.tables import RoundRow
from models.decisions.values import Countersignature, GateResult, Outcome
from models.errors import BadInput, CheckFailed, NotPermitted, Stale, problem
from models.evidence import service as evidence
from models.letters.values import IssuedLetter
from models.people.values import CONSOLE, Actor, Role
from models.records import service as records
from models.store.clock import Clock
from models.store.office import Office
from tests import builders
from tests.builders import AUDITOR, EXAMINER, EXAMINER2, SUPERVISOR, SUPERVISOR2

DIGEST = "ab" * 32
OPEN = GateResult(())
LETTER = IssuedLetter("A-001", "ja", "pdf", "東永-1", "cd" * 32, b"", 1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with builders.office(tmp_path) as made:
        builders.ready_case(made)
        builders.find_all(made)
        yield made


def propose(office: Office, actor: Actor = EXAMINER, outcome: Outcome = Outcome.GRANT) -> None:
    with office.begin() as session:
        service.propose(session, actor, "A-001", outcome, "総合的に考慮した。", OPEN)


def countersign(office: Office, actor: Actor = SUPERVISOR) -> Countersignature:
    with office.begin() as session:
        return service.countersign(session, actor, "A-001", DIGEST, records.last_act(session, "A-001"))


def issue(office: Office, actor: Actor = SUPERVISOR, letters: tuple[IssuedLetter, ...] = (LETTER,)) -> None:
    with office.begin() as session:
        service.mark_issued(session, actor, "A-001", letters)


def state(office: Office) -> State:
    return builders.case_file(office).case.state


def test_the_way_to_an_issued_case(office: Office) -> None:
    propose(office)
    assert state(office) is State.PROPOSED
    signed = countersign(office)
    assert (signed.by, signed.content_digest, state(office)) == ("supervisor1", DIGEST, State.COUNTERSIGNED)
    issue(office)
    file = builders.case_file(office)
    assert file.case.state is State.ISSUED
    assert [each.kind for each in file.events][-3:] == ["proposed", "countersigned", "issued"]
    assert file.events[-1].content["letters"] == [
        {"language": "ja", "format": "pdf", "number": "東永-1", "sha256": "cd" * 32}
    ]
    assert record_ops.verify(office).ok


def test_a_return_keeps_everything_and_opens_a_new_round(office: Office) -> None:
    before = builders.case_file(office).findings
    propose(office)
    back = operations.send_back(
        office, SUPERVISOR, "A-001", "年金の当てはめを具体的に。", (("pension", "月を示すこと"),)
    )
    file = builders.case_file(office)
    assert (file.case.state, file.findings) == (State.RETURNED, before)
    assert back.criteria == (("pension", "月を示すこと"),)
    propose(office)
    countersign(office, SUPERVISOR2)
    first, second = builders.case_file(office).rounds
    assert (first.returned, first.countersigned) == (back, None)
    assert (second.proposal.round, second.returned) == (2, None)
    assert second.countersigned is not None
    assert record_ops.verify(office).ok


def test_the_gate_blocks_in_words_and_nothing_moves(office: Office) -> None:
    blocked = GateResult((problem("gate.not_answered", "pension", criterion="x"),))
    with pytest.raises(CheckFailed) as told, office.begin() as session:
        service.propose(session, EXAMINER, "A-001", Outcome.GRANT, "", blocked)
    assert [each.place for each in told.value.problems] == ["pension"]
    assert told.value.exit_status == 1
    assert (state(office), builders.case_file(office).rounds) == (State.EXAMINING, ())


def test_an_unanswered_criterion_blocks_the_real_gate(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        case_ops.take(office, EXAMINER, "A-001")
        assert not operations.gate(office, EXAMINER, "A-001", Outcome.GRANT, "").ok
        with pytest.raises(CheckFailed):
            operations.propose(office, EXAMINER, "A-001", Outcome.GRANT)


def test_nothing_is_proposed_under_a_version_that_does_not_apply(tmp_path: Path) -> None:
    now = [builders.NOON]
    with builders.office(tmp_path, Clock(lambda: now[0])) as office:
        builders.ready_case(office)
        builders.find_all(office)
        now[0] = now[0].replace(year=1999)
        with pytest.raises(NotPermitted, match="does not apply"):
            propose(office)


@pytest.mark.parametrize("actor", [EXAMINER2, SUPERVISOR, AUDITOR, CONSOLE], ids=lambda each: each.login)
def test_only_its_examiner_proposes(office: Office, actor: Actor) -> None:
    with pytest.raises(NotPermitted):
        propose(office, actor)


@pytest.mark.parametrize("actor", [EXAMINER, EXAMINER2, AUDITOR, CONSOLE], ids=lambda each: each.login)
def test_only_supervisors_answer_a_proposal(office: Office, actor: Actor) -> None:
    propose(office)
    with pytest.raises(NotPermitted):
        countersign(office, actor)
    with pytest.raises(NotPermitted):
        operations.send_back(office, actor, "A-001", "x")


def test_who_proposed_never_countersigns_whatever_the_role(office: Office) -> None:
    propose(office)
    promoted = Actor("examiner1", "佐藤", Role.SUPERVISOR, None)
    with pytest.raises(NotPermitted, match="second person"):
        countersign(office, promoted)


def test_the_database_itself_refuses_one_person(office: Office) -> None:
    propose(office)
    with pytest.raises(IntegrityError, match="two_people"), office.begin() as session:
        session.execute(update(RoundRow).values(countersigned_by="examiner1", content_digest=DIGEST))


def test_a_return_says_why(office: Office) -> None:
    propose(office)
    with pytest.raises(BadInput, match="comment"):
        operations.send_back(office, SUPERVISOR, "A-001", " \n")


def test_what_changed_while_reading_is_not_signed(office: Office) -> None:
    propose(office)
    with office.read() as session:
        seen = records.last_act(session, "A-001")
    case_ops.open_case(office, SUPERVISOR2, "A-001")
    with office.begin() as session:
        service.countersign(session, SUPERVISOR, "A-001", DIGEST, seen)
        session.rollback()
    late = builders.evidence_of()[0]
    with office.begin() as session:
        from dataclasses import replace
        from datetime import date

        evidence.add(session, CONSOLE, [replace(late, as_of=date(2026, 6, 1))], {})
    with pytest.raises(Stale, match="Read the letter again"), office.begin() as session:
        service.countersign(session, SUPERVISOR, "A-001", DIGEST, seen)


def test_what_arrives_after_the_signature_sends_the_case_back_to_a_new_round(office: Office) -> None:
    propose(office)
    countersign(office)
    operations.send_back(office, SUPERVISOR2, "A-001", "署名後に資料が届いた。")
    with pytest.raises(NotPermitted):
        issue(office)
    propose(office)
    with pytest.raises(NotPermitted):
        issue(office)
    countersign(office)
    issue(office)
    first, second = builders.case_file(office).rounds
    assert first.countersigned is not None
    assert first.returned is not None
    assert second.returned is None
    assert record_ops.verify(office).ok


@pytest.mark.parametrize("step", ["countersign", "send_back", "issue"])
def test_no_step_is_skipped(office: Office, step: str) -> None:
    acts: dict[str, Callable[[], object]] = {
        "countersign": lambda: countersign(office),
        "send_back": lambda: operations.send_back(office, SUPERVISOR, "A-001", "x"),
        "issue": lambda: issue(office),
    }
    with pytest.raises(NotPermitted):
        acts[step]()
    assert state(office) is State.EXAMINING


def test_nothing_is_issued_without_a_letter_or_twice(office: Office) -> None:
    propose(office)
    with pytest.raises(NotPermitted, match="not countersigned"):
        issue(office)
    countersign(office)
    with pytest.raises(BadInput, match="no letter"):
        issue(office, letters=())
    issue(office)
    with pytest.raises(NotPermitted, match="issued"):
        issue(office)


def test_repeated_commands_are_answered_not_done_again(office: Office) -> None:
    weighing = "総合的に考慮し、許可が相当である。各項目の認定から、生計、公的義務、在留の継続のいずれも確認できる。"
    first = operations.propose(office, EXAMINER, "A-001", Outcome.GRANT, weighing, key="p")
    assert operations.propose(office, EXAMINER, "A-001", Outcome.GRANT, weighing, key="p") == first
    back = operations.send_back(office, SUPERVISOR, "A-001", "直すこと", key="r")
    assert operations.send_back(office, SUPERVISOR, "A-001", "直すこと", key="r") == back
    assert len(builders.case_file(office).rounds) == 1


def test_the_countersignature_is_under_the_letter_that_is_issued(office: Office) -> None:
    from desktop.operations import letters

    weighing = "総合的に考慮し、許可が相当である。各項目の認定から、生計、公的義務、在留の継続のいずれも確認できる。"
    operations.propose(office, EXAMINER, "A-001", Outcome.GRANT, weighing)
    read = letters.compose(office, SUPERVISOR, "A-001", "ja")
    signed = operations.countersign(office, SUPERVISOR, "A-001", key="c")
    assert signed.content_digest == read.content_digest
    assert operations.countersign(office, SUPERVISOR, "A-001", key="c") == signed
