"""The two kinds of places that an office can lie at: one encrypted file, or a PostgreSQL server."""

from collections.abc import Mapping
from pathlib import Path

from models.guard import service as guard
from models.store import office as store
from models.store import serving, settings, siting
from models.store.clock import Clock
from models.store.keys import HARD, Hardness
from models.store.location import Location
from models.store.office import Office

BACKUPS = "backups"
"""The setting that says where automatic backups go."""


def backups_of(office: Office) -> Path:
    """Where an office's automatic backups go: as set, or beside it. Raises ``BadInput`` for a server."""
    file = office.location.file
    with office.read() as session:
        kept: Mapping[str, str] = settings.get(session, BACKUPS, {})
    return Path(kept["folder"]) if kept.get("folder") else beside(file)


def beside(file: Path) -> Path:
    """Where the backups of an office at ``file`` go unless somebody says otherwise: ``<office>.backups``."""
    return file.with_name(f"{file.name}.backups")


def make(
    place: Location,
    passphrase: str,
    clock: Clock | None,
    hardness: Hardness = HARD,
    by_unit: bool = False,
    chain: bytes | None = None,
) -> Office:
    """An empty office there: a file, or the schema, roles and grants of a server's database.

    ``by_unit`` (on a server): people with a unit see the cases of that unit only. ``chain``: the key of a record that moves
    here (left out: a new one). Raises ``BadInput`` when something stands
    there, ``NotPermitted`` (the address may not make roles), ``WorldFault``.
    """
    if place.embedded:
        siting.require(place.file)
        return store.create(place, passphrase, clock, hardness, chain)
    return serving.create(place, guard.charter(by_unit), clock, chain)


def remove(office: Office) -> None:
    """Take away what was begun and not finished."""
    office.close()
    if isinstance(office, serving.ServerOffice):
        serving.remove(office.location)
    else:
        store.remove(office.location.file)


def open_(place: Location, passphrase: str, clock: Clock | None, login: str = "", password: str = "") -> Office:
    """The office there. On a server whose address names nobody, ``login`` and ``password`` open it.

    Raises ``NotFound``, ``NotPermitted`` (passphrase; login or password), ``BadInput``, ``WorldFault``.
    """
    if place.embedded:
        siting.require(place.file)
        return store.open_(place, passphrase, clock)
    return serving.open_(place, clock, guard.charter, login, password)
