"""An office moves from a file to a server and back: every row, the chain, and what each of its letters and packets rests on."""

from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.operations import backups, dumps, moving, offices, people, records
from models.errors import BadInput
from models.letters.certificates import service as certificates
from models.store import moving as rows
from models.store import protection, serving
from models.store.clock import fixed
from models.store.office import Office
from models.store.told import table_of
from tests import builders
from tests.postgres import backends

pytestmark = pytest.mark.needs("postgres")
CLOCK = fixed(builders.NOON)


def content(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for the settings that belong to a place."""
    serving.load_tables()
    found = {}
    with office.read() as session:
        for row in protection.rows():
            table = table_of(row)
            asked = select(table).order_by(*table.primary_key.columns)
            found[table.name] = [tuple(each) for each in session.execute(asked) if each[0] not in rows.LEFT]
    return found


def test_to_a_server_and_back_keeps_every_row_and_the_chain(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        builders.find_all(office)
    home, back = str(tmp_path / "office.akashi"), str(tmp_path / "back.akashi")
    name = backends.shared().database()
    server = backends.shared().url(name)
    there = moving.move(home, server, builders.PASSPHRASE, CLOCK, builders.SOFT)
    with builders.opened(Path(home)) as file, offices.open_(server, "", CLOCK) as moved:
        assert content(file) == content(moved)
        assert records.verify(moved).ok
        assert backends.chain_key(moved) == file.chain
        people.sign_in(moved, "examiner1", builders.PASSWORD)
        with file.begin() as here, moved.begin() as there_:
            assert certificates.open_key(here) == certificates.open_key(there_)
    again = moving.move(server, back, builders.PASSPHRASE, CLOCK, builders.SOFT)
    assert again.events > there.events
    with offices.open_(back, builders.PASSPHRASE, CLOCK) as last, offices.open_(server, "", CLOCK) as moved:
        assert content(last) == content(moved)
        assert records.verify(last).ok
        assert last.chain == backends.chain_key(moved)
    backends.shared().drop(name)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    builders.office(tmp_path).close()
    home = str(tmp_path / "office.akashi")
    with backends.using(backends.SERVER):
        taken = backends.shared().url(backends.database(builders.furnish, builders.MADE))
        with pytest.raises(BadInput, match="already"):
            moving.move(home, taken, builders.PASSPHRASE, CLOCK, builders.SOFT)
        with pytest.raises(BadInput, match="already"):
            moving.move(taken, home, builders.PASSPHRASE, CLOCK, builders.SOFT)


def test_a_dump_is_restored_into_an_empty_database_and_holds(tmp_path: Path) -> None:
    with backends.using(backends.SERVER):
        office = backends.server_office(builders.furnish, builders.MADE, CLOCK)
        builders.ready_case(office)
        builders.find_all(office)
        made = backups.make(office, tmp_path / "office.dump")
        before = content(office)
        with pytest.raises(BadInput, match="overwritten"):
            backups.make(office, tmp_path / "office.dump")
        office.close()
    name = backends.shared().database()
    there = backends.shared().url(name)
    assert dumps.restore(made.path, there, CLOCK) == made.seq
    with offices.open_(there, "", CLOCK) as restored:
        assert content(restored) == before
        assert records.verify(restored).ok
        assert people.sign_in(restored, "examiner1", builders.PASSWORD).login == "examiner1"
    with offices.open_(backends.shared().url(name, user=""), "", CLOCK, "examiner1", builders.PASSWORD) as own:
        assert own.identity.person == "examiner1"  # type: ignore[attr-defined]  # a server's office
    with pytest.raises(BadInput, match="already"):
        dumps.restore(made.path, there, CLOCK)
    backends.shared().drop(name)
