"""A new table is protected without anybody remembering: this fails where one is not."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

import models
from desktop.operations import cases, copying, likecases, people, records
from desktop.operations import offices as offices_ops
from models.decisions import service as decisions
from models.decisions.values import GateResult, Outcome
from models.errors import NotFound, NotPermitted
from models.guard import guards, rules
from models.guard import service as guard
from models.people.values import Changes, Person, Role
from models.records import service as log
from models.records.values import Act
from models.store import protection, serving
from models.store.base import Base
from models.store.clock import fixed
from models.store.serving import ServerOffice
from tests import builders
from tests.postgres import backends, offices

LONG = (
    "転居の届出を期限内に済ませ、未納の期間を自ら申し出て全て納めており、以後二年にわたり期限どおりに納付を続けている。"
)
ROOTS = (Path(models.__file__).parent, Path(models.__file__).parent.parent / "desktop")


@pytest.fixture(scope="module")
def office() -> Iterator[ServerOffice]:
    with backends.using(backends.SERVER), offices.new() as made:
        yield made


def acts() -> set[str]:
    """Every kind of event that the program writes, as far as its name stands in the code: in ``Act`` itself, or in a call of
    a function of the same module that hands its ``kind`` on to one."""
    found: set[str] = set()
    for path in (path for root in ROOTS for path in root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        places = {"Act": 1, **_handing_on(tree)} if path.name != "form.py" else {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in places:
                said = node.args[places[node.func.id] :][:1]
                found |= {str(each.value) for each in said if isinstance(each, ast.Constant)}
    return found


def _handing_on(tree: ast.Module) -> dict[str, int]:
    """Functions with an argument ``kind`` that say ``Act`` or hand it on, and its place."""
    made = {}
    for each in tree.body:
        if isinstance(each, ast.FunctionDef):
            names = [argument.arg for argument in each.args.args]
            if "kind" in names and "session" in names:
                made[each.name] = names.index("kind")
    return made


def test_every_act_has_its_permission() -> None:
    assert acts() - set(rules.ACTS) == set()


def test_every_table_named_is_there() -> None:
    serving.load_tables()
    names = set(Base.metadata.tables)
    assert set(rules.WRITES) <= names
    assert set(guards.TABLES) <= names


@pytest.mark.needs("postgres")
def test_kept_tables_refuse_deletion_and_change(office: ServerOffice) -> None:
    asked = (
        "SELECT c.relname AS name, array_agg(t.tgname::text) AS triggers FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid "
        "WHERE c.relnamespace = 'akashi'::regnamespace AND NOT t.tgisinternal GROUP BY c.relname"
    )
    with office.read() as session:
        there = {row.name: set(row.triggers) for row in session.execute(text(asked))}
    for row in protection.rows():
        has = there.get(row.__tablename__, set())
        if protection.kept(row):
            assert {"never_go", "never_empty", "held"} <= has, row.__tablename__
        if row.told:
            assert {"told_new", "told_changed"} <= has, row.__tablename__
        if protection.signed(row):
            assert "own_name" in has, row.__tablename__


@pytest.mark.needs("postgres")
def test_nobody_holds_what_a_kept_table_never_gives(office: ServerOffice) -> None:
    asked = (
        "SELECT table_name, grantee, privilege_type FROM information_schema.role_table_grants WHERE table_schema = 'akashi' "
        "AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER') AND grantee <> '\\\\:owner'"
    )
    kept = {row.__tablename__ for row in protection.rows() if protection.kept(row)}
    with office.begin() as session:
        held = [each for each in session.execute(text(asked)).all() if not each[1].endswith(":owner")]
    assert [each for each in held if each[0] in kept] == []
    assert [each for each in held if each[2] in ("TRUNCATE", "REFERENCES", "TRIGGER")] == []
    assert [each for each in held if each[1] == "PUBLIC"] == []


@pytest.mark.needs("postgres")
def test_the_database_digests_a_row_as_python_does(office: ServerOffice) -> None:
    """Every told table has its function; those with rows agree row by row."""
    from models.store import told

    builders.ready_case(office)
    builders.find_all(office)
    with office.begin() as session:
        for row in protection.rows():
            if not row.told:
                continue
            name = row.__tablename__
            said = session.execute(text(f'SELECT akashi."said_{name}"(t) FROM akashi."{name}" t')).scalars()
            shown = row.hidden
            row.hidden = False
            try:
                assert sorted(said) == sorted(digest for _, _, digest in told.held(session, row)), name
            finally:
                row.hidden = shown


def test_saying_it_again_says_the_same() -> None:
    serving.load_tables()
    charter = guard.charter()
    assert protection.digest(charter, "a") == protection.digest(charter, "a") != protection.digest(charter, "b")


@pytest.mark.needs("postgres")
def test_kept_apart_by_unit_a_person_sees_the_cases_of_their_unit(tmp_path: Path) -> None:
    name = backends.shared().database()
    url = backends.shared().url(name)
    with offices_ops.create(url, "", "試験局", fixed(builders.NOON), by_unit=True, signed=False) as made:
        builders.furnish(made)
        builders.ready_case(made, "A-001")
        builders.ready_case(made, "A-002", unit="大阪第二")
        made.clock = fixed(builders.NOON + timedelta(hours=1))
        builders.find_all(made, case="A-002", not_met=["pension"])
        with made.begin() as session:  # as in an office from before: nothing is kept of it for like cases
            decisions.propose(session, builders.EXAMINER, "A-002", Outcome.GRANT, LONG, GateResult(()))
            decisions.countersign(session, builders.SUPERVISOR, "A-002", "d" * 64, log.last_act(session, "A-002"))
    own = backends.shared().url(name, user="")
    with offices_ops.open_(own, "", fixed(builders.NOON), "examiner1", builders.PASSWORD) as desk:
        assert [each.id for each in cases.listing(desk)] == ["A-001"]
        with pytest.raises(NotFound):
            cases.take(desk, builders.EXAMINER, "A-002")
        with desk.read() as session:
            assert (
                session.execute(text("SELECT count(*) FROM akashi.evidence WHERE case_id = 'A-002'")).scalar_one() == 0
            )
            assert session.execute(text("SELECT count(*) FROM akashi.event WHERE case_id = 'A-002'")).scalar_one() == 0
        assert records.verify(desk).ok, "the newest event, and an anchor, are another unit's"
        builders.find_all(desk)
        likecases.keep_up(desk)
        copying.keep_up(desk)
        assert not likecases.behind(desk)
        assert records.verify(desk).ok
    with offices_ops.open_(url, "", fixed(builders.NOON)) as console:
        assert likecases.behind(console), "nobody of another unit took that decision in"
        likecases.keep_up(console)
        assert records.verify(console).ok, "nobody said that fingerprints were taken of what they do not see"
        assert console.counts()["like_case"] == len(builders.case_file(console, "A-002").findings)
    with offices_ops.open_(own, "", fixed(builders.NOON), "auditor1", builders.PASSWORD) as desk:
        assert [each.id for each in cases.listing(desk)] == ["A-001", "A-002"]
        assert records.verify(desk).ok
    backends.shared().drop(name)


@pytest.mark.needs("postgres")
def test_another_password_opens_the_database_too_and_who_left_is_out() -> None:
    name = backends.shared().database()
    url, own = backends.shared().url(name), backends.shared().url(name, user="")
    clock = fixed(builders.NOON)
    with offices_ops.create(url, "", "試験局", clock, signed=False) as made:
        builders.furnish(made)
        people.reset_password(made, builders.ADMIN, "examiner1", "another long one", builders.SOFT)
        people.change_person(made, builders.ADMIN, "examiner2", Changes(active=False))
        people.change_person(made, builders.ADMIN, "supervisor2", Changes(role=Role.AUDITOR))
    offices_ops.open_(own, "", clock, "examiner1", "another long one").close()
    for login in ("examiner1", "examiner2"):
        with pytest.raises(NotPermitted, match="wrong"):
            offices_ops.open_(own, "", clock, login, builders.PASSWORD)
    moved = offices_ops.open_(own, "", clock, "supervisor2", builders.PASSWORD)
    with pytest.raises(NotPermitted), moved.begin() as session:
        log.append(session, Act("supervisor2", "countersigned", {}, None))
    moved.close()
    with offices_ops.open_(own, "", clock, "admin1", builders.PASSWORD) as desk:
        admin = people.sign_in(desk, "admin1", builders.PASSWORD)
        people.add_person(desk, admin, Person("new", "新人", Role.EXAMINER, None), builders.PASSWORD, builders.SOFT)
    offices_ops.open_(own, "", clock, "new", builders.PASSWORD).close()
    backends.shared().drop(name)
