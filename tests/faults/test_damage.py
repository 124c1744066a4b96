"""A bit that turns over, a file cut short: every one is found, in words, and nobody sees a traceback."""

import random
from pathlib import Path

import pytest

from desktop.operations import offices
from desktop.operations import records as operations
from models.errors import NotPermitted, WorldFault
from models.store import keys
from tests import builders

FLIPS = {"test": 100, "prove": 1000, "soak": 10_000}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    with builders.office(folder) as office:
        builders.ready_case(office)
        builders.find_all(office)
    return (folder / "office.akashi").read_bytes()


def test_a_whole_file_is_whole(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "a.akashi"
    path.write_bytes(whole)
    assert operations.verify_at(path, builders.PASSPHRASE).ok


@pytest.mark.tiered
@pytest.mark.timeout(1200)
def test_every_bit_that_turns_over_is_found(tmp_path: Path, whole: bytes, tier: str) -> None:
    chance = random.Random(1)
    for n in range(FLIPS[tier]):
        content = bytearray(whole)
        # The salt alone is not sealed: with another one the key is another one.
        content[chance.randrange(keys.SALT_BYTES, len(whole))] ^= 1 << chance.randrange(8)
        path = tmp_path / f"{n}.akashi"
        path.write_bytes(content)
        found = operations.verify_at(path, builders.PASSPHRASE).first_broken
        assert found == operations.DAMAGED
        path.unlink()


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_found(tmp_path: Path, whole: bytes, keep: float) -> None:
    path = tmp_path / "cut.akashi"
    path.write_bytes(whole[: int(len(whole) * keep)])
    found = operations.verify_at(path, builders.PASSPHRASE).first_broken
    assert found == operations.DAMAGED


@pytest.mark.parametrize("at", [keys.SALT_BYTES, 100, 4095])
def test_damage_in_the_first_page_is_no_wrong_passphrase(tmp_path: Path, whole: bytes, at: int) -> None:
    content = bytearray(whole)
    content[at] ^= 1
    path = tmp_path / "first.akashi"
    path.write_bytes(content)
    assert operations.verify_at(path, builders.PASSPHRASE).first_broken == operations.DAMAGED
    with pytest.raises(WorldFault, match="damaged"):
        offices.open_(path, builders.PASSPHRASE)
    with pytest.raises(NotPermitted, match="passphrase"):
        offices.open_(path, "another")


def test_without_its_salt_nothing_can_be_told_but_both(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "salt.akashi"
    path.write_bytes(b"0123456789abcdef" + whole[keys.SALT_BYTES :])
    with pytest.raises(NotPermitted, match="or the file is damaged"):
        offices.open_(path, builders.PASSPHRASE)


def test_a_page_that_nothing_reads_is_found_too(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        assert not office.damaged()
        with office.begin() as session:
            session.connection().exec_driver_sql("DELETE FROM case_gram")
    path = tmp_path / "office.akashi"
    pages = path.stat().st_size // 4096
    for page in range(1, pages, pages // 6):
        content = bytearray(path.read_bytes())
        content[page * 4096 + 7] ^= 1
        touched = tmp_path / f"{page}.akashi"
        touched.write_bytes(content)
        assert not operations.verify_at(touched, builders.PASSPHRASE).ok
