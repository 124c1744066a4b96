"""On a server nobody disposes of a case alone, whatever program they write with; two people do, each under their own role."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest
from sqlalchemy import text

from desktop.operations import backups, disposals, dumps, records, retention
from desktop.operations import offices as office_ops
from models.cases import service as cases
from models.cases.values import ClosedAs
from models.errors import AkashiError
from models.people import rules as people
from models.people.values import Actor
from models.records import service as log
from models.records.values import Act
from models.retention import service
from models.retention.disposal import service as disposal
from models.retention.values import Batch
from models.store import disposing
from models.store.clock import fixed
from models.store.office import Session
from models.store.serving import ServerOffice
from tests import builders
from tests.builders import ADMIN, AUDITOR, EVERYONE, EXAMINER, SUPERVISOR, SUPERVISOR2
from tests.postgres import backends, offices

pytestmark = pytest.mark.needs("postgres")
LATER = fixed(datetime(2031, 5, 1, 3, tzinfo=UTC))
RAW = (
    "DELETE FROM akashi.\"case\" WHERE id = 'A-001'",
    "DELETE FROM akashi.evidence WHERE case_id = 'A-001'",
    "DELETE FROM akashi.event WHERE case_id = 'A-001'",
    "UPDATE akashi.event SET content = '{\"disposed\":9}' WHERE case_id = 'A-001'",
    "TRUNCATE akashi.evidence CASCADE",
    "SELECT akashi.stubbed('A-001', 1, 'A-001')",
    "SELECT akashi.dispose(ARRAY['A-001'], ARRAY[1], ARRAY['A-001'])",
    "INSERT INTO akashi_key.disposing VALUES (pg_current_xact_id())",
    "UPDATE akashi.disposal_batch SET approved_by = 'supervisor2', approved_at = '2031-05-01T03:00:00.000000Z' WHERE number = 1",
    "UPDATE akashi.disposal_item SET subject = 'A-002' WHERE batch = 1",
    "UPDATE akashi.disposal_item SET earliest_on = '2020-01-01' WHERE batch = 1",
    "INSERT INTO akashi.disposal_item VALUES (1, 9, 'A-002', 'refused', '2027-04-01', '2030-04-01')",
    "UPDATE akashi.retention_hold SET lifted_at = '2031-05-01T03:00:00.000000Z', lifted_by = 'admin1' WHERE case_id = 'A-002'",
)
"""What a person, alone with a database tool, might try; the hold on A-002 is there for the last."""


@pytest.fixture(scope="module")
def office() -> Iterator[ServerOffice]:
    """A-001 is proposed by the first supervisor, A-002 is held back, A-003 is open."""
    with backends.using(backends.SERVER), offices.new() as made:
        for case in ("A-001", "A-002", "A-003"):
            builders.ready_case(made, case)
            if case != "A-003":
                with made.begin() as session:
                    cases.take(session, EXAMINER, case)
                    cases.close(session, EXAMINER, case, ClosedAs.WITHDRAWN, "取下げ")
        made.clock = LATER
        as_(made, SUPERVISOR)
        retention.propose(made, SUPERVISOR, ["A-001"], "満了")
        retention.hold(made, SUPERVISOR, "A-002", "訴訟")
        yield made


def as_(office: ServerOffice, actor: Actor) -> None:
    office.identity.role, office.identity.person = office.console, None
    office.sign_in_as(actor.login, builders.PASSWORD)


@pytest.fixture(autouse=True)
def console_again(office: ServerOffice) -> Iterator[None]:
    yield
    office.identity.role, office.identity.person = office.console, None


def tried(office: ServerOffice, statement: str) -> str:
    def run(session: Session) -> None:
        touched = session.execute(text(statement.replace(":", r"\:")))
        if getattr(touched, "rowcount", 1) == 0:
            raise AkashiError("store.denied")

    return offices.tried(office, run)


@pytest.mark.parametrize("actor", EVERYONE, ids=lambda each: each.login)
def test_nobody_disposes_alone_with_a_database_tool(office: ServerOffice, actor: Actor) -> None:
    as_(office, actor)
    assert {each for each in RAW if tried(office, each) == "done"} == set()


def batch(office: ServerOffice) -> Batch:
    return retention.batch(office, AUDITOR, 1)


def test_without_the_programs_own_checks_the_proposer_still_approves_nothing(office: ServerOffice) -> None:
    seen = batch(office)
    real = service.open_batch
    for actor in (SUPERVISOR, ADMIN, EXAMINER, AUDITOR):
        as_(office, actor)
        with (
            mock.patch.object(people, "require"),
            mock.patch.object(service, "check"),
            mock.patch.object(service, "open_batch", side_effect=lambda s, n: _Lying(real(s, n))),
        ):
            assert offices.tried(office, lambda s: disposal.approve(s, actor, 1, seen.digest)) != "done"  # noqa: B023


class _Lying:
    """A batch's row that does not say who proposed it, and hands everything else on."""

    def __init__(self, row: object) -> None:
        object.__setattr__(self, "_row", row)

    def __getattr__(self, name: str) -> object:
        return "nobody" if name == "proposed_by" else getattr(self._row, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._row, name, value)


def test_a_second_supervisor_approves_and_only_what_was_proposed_goes(office: ServerOffice) -> None:
    seen = batch(office)
    as_(office, SUPERVISOR2)
    real = disposing.dispose

    def more(session: Session, gone: Sequence[disposing.Gone]) -> None:
        real(session, [*gone, disposing.Gone("A-003", gone[0].tombstone, "A-003")])

    with mock.patch.object(disposing, "dispose", side_effect=more):
        assert offices.tried(office, lambda s: disposal.approve(s, SUPERVISOR2, 1, seen.digest)) != "done"
    made = retention.approve(office, SUPERVISOR2, 1, seen.digest)
    assert [each.approved_by for each in made.tombstones] == ["supervisor2"]
    office.identity.role, office.identity.person = office.console, None
    assert records.verify(office).ok
    with office.read() as session:
        for table in ("evidence", "case_gram", "event"):
            asked = text(f"SELECT count(*) FROM akashi.{table} WHERE case_id = 'A-001'")
            assert session.execute(asked).scalar_one() == 0
    assert disposals.replay(office) == ()


def test_a_tombstone_is_no_act_of_one_person(office: ServerOffice) -> None:
    as_(office, SUPERVISOR)
    said = {"name": "A-003", "batch": 1, "place": 1, "events": {}}

    def alone(session: Session) -> None:
        seq = log.append(session, Act("supervisor1", "disposed", said)).seq
        disposing.dispose(session, [disposing.Gone("A-003", seq, "A-003")])

    assert offices.tried(office, alone) != "done"


def test_an_old_dump_disposes_again_before_anybody_works_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AKASHI_ANCHORS", str(tmp_path / "anchors"))
    with backends.using(backends.SERVER):
        made = offices.new()
        builders.ready_case(made)
        with made.begin() as session:
            cases.take(session, EXAMINER, "A-001")
            cases.close(session, EXAMINER, "A-001", ClosedAs.WITHDRAWN, "取下げ")
        made.clock = LATER
        old = backups.make(made, tmp_path / "office.dump").path
        as_(made, ADMIN)
        early = retention.propose(made, ADMIN, ["A-001"], "満了")
        retention.decline(made, ADMIN, early.number, "まだ早い")
        seen = retention.propose(made, ADMIN, ["A-001"], "満了")
        as_(made, SUPERVISOR)
        retention.approve(made, SUPERVISOR, seen.number, seen.digest)
        assert not any(each.subject == "A-001" for one in retention.batches(made, AUDITOR) for each in one.items)
        made.close()
    name = backends.shared().database()
    dumps.restore(old, backends.shared().url(name), LATER)
    with office_ops.open_(backends.shared().url(name), "", LATER) as restored:
        (stone,) = retention.tombstones(restored, AUDITOR)
        assert (stone.approved_by, stone.replayed) == ("supervisor1", True)
        assert retention.listing(restored, AUDITOR) == ()
        assert records.verify(restored).ok
    backends.shared().drop(name)
