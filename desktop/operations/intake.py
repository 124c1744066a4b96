"""Import files: look at them, read and check them, then put them into the office in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.operations import refusals
from models.errors import NotPermitted
from models.intake import look as looking
from models.intake import mapping, service
from models.intake.gather import Gathered
from models.intake.gather import gather as gather_
from models.intake.look import Looked
from models.intake.schemas import SCHEMAS, schema_of
from models.intake.values import ColumnMap, Imported, Progress, Refused
from models.people import rules
from models.people.values import Actor, Permission
from models.store.office import Office

Beat = service.Beat


@dataclass(frozen=True, slots=True)
class Tried:
    """What several files brought, in their order. ``refused`` is about the file behind the last one that is in ``done``."""

    done: tuple[Imported, ...]
    refused: Refused | None = None


class _Undo(Exception):
    """Leaves the transaction of a trial, so that nothing of it stays."""

    def __init__(self, tried: Tried) -> None:
        super().__init__()
        self.tried = tried


def why_not(actor: Actor) -> NotPermitted | None:
    """Why this person may not import; ``None`` when they may."""
    try:
        rules.require(actor, Permission.IMPORT)
    except NotPermitted as error:
        return error
    return None


def look(actor: Actor, path: Path, what: str = "") -> Looked:
    """A first look at a file: its kind (guessed when ``what`` is empty), encoding, columns and first rows, My Numbers covered.

    Raises:
        NotPermitted: the actor's role may not import.
        Refused, BadInput, NotFound, WorldFault: the file cannot be opened as a table.
    """
    rules.require(actor, Permission.IMPORT)
    return looking.look(path, what)


def read_map(path: Path, what: str) -> ColumnMap:
    """A map file for a kind of file. Raises ``NotFound``, ``BadInput``."""
    return mapping.read(path, schema_of(what))


def save_map(mapped: ColumnMap, path: Path) -> None:
    """Keep a map as a file. Raises ``WorldFault``, ``BadInput`` (a My Number in it)."""
    mapping.save(mapped, path)


def read(
    actor: Actor, what: str, path: Path, mapped: ColumnMap | None = None, progress: Progress | None = None
) -> Gathered:
    """Read and check a whole file; the office is not touched. What ``take_all`` then takes in is what was read here.

    Raises as ``import_file`` does.
    """
    rules.require(actor, Permission.IMPORT)
    return gather_(what, path, None, progress, mapped)


def in_order(files: Sequence[Gathered]) -> tuple[Gathered, ...]:
    """Cases first, what is known of them behind, as the kinds stand in the contract."""
    kinds = tuple(SCHEMAS)
    return tuple(sorted(files, key=lambda each: kinds.index(each.what)))


def take_all(
    office: Office, actor: Actor, files: Sequence[Gathered], dry_run: bool = False, beat: Beat | None = None
) -> Tried:
    """Take files in that were read, one behind the other: all rows of all of them, or none.

    ``dry_run`` does all of it and undoes it. ``beat`` is called between parts of the work; what it raises undoes all.
    A file that the office refuses undoes the files before it as well.

    Raises:
        NotPermitted: the actor's role may not import.
        WorldFault: the office cannot be written.
    """
    try:
        with office.begin() as session:
            tried = service.take_all(session, actor, files, beat)
            if dry_run or tried[1] is not None:
                raise _Undo(Tried(tried[0], tried[1]))
    except _Undo as undone:
        return Tried(tuple(replace(each, dry_run=True) for each in undone.tried.done), undone.tried.refused)
    return Tried(tried[0])


@refusals.recorded
def import_file(
    office: Office,
    actor: Actor,
    what: str,
    path: Path,
    map_path: Path | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Take a file of a kind (``cases``, ``obligations`` …) in: all its rows or none.

    ``progress`` is called with (rows read, 0); ``False`` as its answer cancels. ``dry_run`` does all of it and undoes it.

    Raises:
        Refused: bad rows, every one named by line, column, value and cause; the office is unchanged.
        Cancelled: by the person; the office is unchanged.
        NotPermitted: the actor's role may not import.
        BadInput, NotFound, WorldFault: the file, the map or the office cannot be used.
    """
    rules.require(actor, Permission.IMPORT)
    tried = take_all(office, actor, [gather_(what, path, map_path, progress)], dry_run)
    if tried.refused is not None:
        raise tried.refused
    return tried.done[0]
