"""Who administers the server takes the rules away and changes the record by hand: a verification names what and where."""

from collections.abc import Iterator

import psycopg
import pytest

from desktop.operations import records
from models.store.serving import ServerOffice
from tests import builders
from tests.postgres import backends, offices

pytestmark = pytest.mark.needs("postgres")
CUT = (
    "DELETE FROM akashi.event WHERE seq > 15; UPDATE akashi.chain_head SET seq = 15, "
    "link = (SELECT link FROM akashi.event WHERE seq = 15)"
)
BY_HAND = (
    ("UPDATE akashi.event SET content = '{}' WHERE seq = 10", (10, "changed")),
    ("UPDATE akashi.event SET who = 'examiner2' WHERE seq = 12", (12, "changed")),
    ("UPDATE akashi.event SET at = '2026-06-01T00:00:00.000001Z' WHERE seq = 12", (12, "changed")),
    ("UPDATE akashi.event SET link = repeat('0', 64) WHERE seq = 11", (11, "changed")),
    ("DELETE FROM akashi.event WHERE seq = 11", (11, "missing")),
    ("DELETE FROM akashi.event WHERE seq > 15", (16, "truncated")),
    (
        CUT,
        (16, "truncated"),
    ),
    (
        "INSERT INTO akashi.event SELECT seq + 1000, at, who, kind, case_id, content, link FROM akashi.event WHERE seq = 3",
        None,
    ),
    ("UPDATE akashi.\"case\" SET name = 'x'", None),
    ("UPDATE akashi.evidence SET record = replace(record, '1', '2')", None),
    ("DELETE FROM akashi.finding WHERE current", None),
    ("UPDATE akashi.finding SET finding = 'not_met'", None),
    ("UPDATE akashi.person SET role = 'supervisor' WHERE login = 'examiner1'", None),
    ("UPDATE akashi.credential SET hash = 'x' WHERE login = 'examiner1'", None),
    ("UPDATE akashi.setting SET value = replace(value, '試', '詩') WHERE key = 'office'", None),
)


@pytest.fixture(scope="module")
def office() -> Iterator[ServerOffice]:
    with backends.using(backends.SERVER), offices.new() as made:
        builders.ready_case(made)
        builders.find_all(made)
        assert records.verify(made).ok
        yield made


@pytest.mark.parametrize(("sql", "where"), BY_HAND)
def test_what_was_done_by_hand_is_named(office: ServerOffice, sql: str, where: tuple[int, str] | None) -> None:
    with offices.direct(office) as hand:
        hand.execute("SET session_replication_role = replica")
        hand.execute("CREATE SCHEMA kept")
        tables = ("event", "chain_head", "case", "evidence", "finding", "person", "credential", "setting")
        for name in tables:
            hand.execute(f'CREATE TABLE kept."{name}" AS SELECT * FROM akashi."{name}"')
        try:
            for each in sql.split(";"):
                hand.execute(each.encode())
            found = records.proven(office).first_broken
        finally:
            for name in tables:
                hand.execute(f'DELETE FROM akashi."{name}"')
                hand.execute(f'INSERT INTO akashi."{name}" SELECT * FROM kept."{name}"')
            hand.execute("DROP SCHEMA kept CASCADE")
    assert found is not None
    assert where is None or (found.seq, found.kind) == where


def test_without_taking_the_rules_away_not_even_the_superuser_changes_the_record(office: ServerOffice) -> None:
    with offices.direct(office) as hand:
        for sql in ("UPDATE akashi.event SET who = 'x'", "DELETE FROM akashi.event", "TRUNCATE akashi.event CASCADE"):
            with pytest.raises(psycopg.Error, match=r"refused to everybody|never changes"):
                hand.execute(sql.encode())
