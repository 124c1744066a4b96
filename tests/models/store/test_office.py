"""An office is one encrypted file; what goes wrong with it is said in words."""

import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from models.errors import AkashiError, BadInput, NotFound, NotPermitted, WorldFault
from models.store import embedded, location, office, settings
from models.store.office import Office
from tests.builders import PASSPHRASE, SOFT
from tests.faults import raw


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "new.akashi"


@pytest.fixture
def made(where: Path) -> Path:
    office.create(where, PASSPHRASE, hardness=SOFT).close()
    return where


def put(place: Office, key: str, value: object) -> None:
    with place.begin() as session:
        settings.put(session, key, value)


def test_closed_it_is_one_file_and_says_nothing_without_the_passphrase(where: Path) -> None:
    with office.create(where, PASSPHRASE, hardness=SOFT) as place:
        put(place, "name", "グエン・ティ・ラン canary")
    assert [each.name for each in where.parent.iterdir()] == ["new.akashi"]
    content = where.read_bytes()
    assert b"canary" not in content
    assert b"SQLite format" not in content
    assert "グエン".encode() not in content


def test_it_opens_again_with_what_was_saved(made: Path) -> None:
    with office.open_(made, PASSPHRASE) as place:
        put(place, "a", {"b": [1, "二"]})
    with office.open_(made, PASSPHRASE) as place, place.read() as session:
        assert settings.get(session, "a") == {"b": [1, "二"]}


@pytest.mark.parametrize("passphrase", ["", "wrong", PASSPHRASE + " "])
def test_another_passphrase_is_refused(made: Path, passphrase: str) -> None:
    with pytest.raises(NotPermitted, match="passphrase"):
        office.open_(made, passphrase)


def test_nothing_is_overwritten(made: Path) -> None:
    before = made.read_bytes()
    with pytest.raises(BadInput, match="already"):
        office.create(made, PASSPHRASE, hardness=SOFT)
    assert made.read_bytes() == before


def test_an_empty_passphrase_makes_no_office(where: Path) -> None:
    with pytest.raises(BadInput, match="passphrase"):
        office.create(where, "", hardness=SOFT)
    assert not where.exists()


def test_nothing_there(where: Path) -> None:
    with pytest.raises(NotFound, match="no office here"):
        office.open_(where, PASSPHRASE)
    assert not where.exists()


def test_other_files_are_no_office(where: Path) -> None:
    where.write_bytes(b"short")
    with pytest.raises(BadInput, match="no Akashi office"):
        office.open_(where, PASSPHRASE)
    where.unlink()
    sqlite3.connect(where).executescript("CREATE TABLE a (b); INSERT INTO a VALUES (1)")
    with pytest.raises(BadInput, match="no Akashi office"):
        office.open_(where, PASSPHRASE)
    with pytest.raises(BadInput, match="no Akashi office"):
        office.open_(where.parent, PASSPHRASE)


def test_an_encrypted_file_of_another_program_is_no_office(made: Path) -> None:
    with raw.opened(made) as connection:
        connection.execute("DROP TABLE alembic_version")
    with pytest.raises(BadInput, match="no Akashi office"):
        office.open_(made, PASSPHRASE)


def test_a_newer_office_is_refused_and_untouched(made: Path) -> None:
    with raw.opened(made) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = made.read_bytes()
    with pytest.raises(BadInput, match="newer version"):
        office.open_(made, PASSPHRASE)
    assert made.read_bytes() == before


def test_a_touched_chain_key_is_told(made: Path) -> None:
    with raw.opened(made) as connection:
        connection.execute('UPDATE setting SET value = replace(value, \'"nonce":"\', \'"nonce":"00\')')
    with pytest.raises(NotPermitted, match="record"):
        office.open_(made, PASSPHRASE)


def half_done(place: Office) -> None:
    with place.begin() as session:
        settings.put(session, "half", 1)
        raise ZeroDivisionError


def test_a_transaction_is_all_or_nothing(made: Path) -> None:
    with office.open_(made, PASSPHRASE) as place:
        with pytest.raises(ZeroDivisionError):
            half_done(place)
        with place.read() as session:
            assert settings.get(session, "half") is None


def test_readers_cannot_write_and_do_not_wait_for_the_writer(made: Path) -> None:
    with office.open_(made, PASSPHRASE) as place:
        with place.begin() as writing, place.read() as reading:
            settings.put(writing, "a", 1)
            assert settings.get(reading, "a") is None
        with pytest.raises(WorldFault, match="only be read"), place.read() as session:
            settings.put(session, "b", 1)


def test_a_locked_office_is_the_worlds_fault(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "BUSY_MS", 20)
    with office.open_(made, PASSPHRASE) as place, raw.opened(made) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorldFault, match="another program") as told:
            put(place, "a", 1)
        other.execute("ROLLBACK")
        put(place, "a", 2)
    assert told.value.exit_status == 3


def test_a_full_disk_is_told_and_what_was_saved_stays(made: Path) -> None:
    with office.open_(made, PASSPHRASE) as place:
        put(place, "a", 1)
        with place.begin() as session:
            session.connection().exec_driver_sql("PRAGMA max_page_count = 60")
        with pytest.raises(WorldFault, match="disk is full"):
            put(place, "big", "x" * 5_000_000)
        with place.read() as session:
            assert settings.get(session, "a") == 1


def test_every_commit_is_on_the_disk_before_it_is_acknowledged(made: Path) -> None:
    with office.open_(made, PASSPHRASE) as place, place.begin() as session:
        asked = {name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() for name in _WANTED}
    assert asked == _WANTED


_WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize("where_", [r"\\server\share\a.akashi", "//server/share/a.akashi", "mysql://x/y"])
def test_places_that_are_none(where_: str) -> None:
    with pytest.raises(BadInput):
        location.parse(where_)


def test_a_server_is_understood_and_its_password_not_shown() -> None:
    place = location.parse("postgresql://akashi:secret@db.example/akashi")
    assert not place.embedded
    assert place.url == "postgresql://akashi:secret@db.example/akashi"
    assert "secret" not in str(place)
    with pytest.raises(AkashiError, match="server") as told:
        office.open_(place, PASSPHRASE)
    assert "secret" not in str(told.value)


def test_who_waits_for_a_save_is_told_when_the_office_closes(where: Path) -> None:
    """Not half a minute later: the program could not end before."""
    place, waiting = office.create(where, PASSPHRASE, hardness=SOFT), threading.Event()

    def wait() -> None:
        waiting.set()
        put(place, "late", 1)

    with ThreadPoolExecutor(1) as pool:
        with place.begin() as session:
            settings.put(session, "first", 1)
            late = pool.submit(wait)
            assert waiting.wait(5)
            time.sleep(0.1)
            place._writer.dispose()
            start = time.monotonic()
            with pytest.raises(WorldFault):
                late.result(timeout=10)
        assert time.monotonic() - start < 5
    place.close()
