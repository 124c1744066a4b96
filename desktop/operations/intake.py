"""Import a file: read and check it, then put it into the office in one transaction."""

from dataclasses import replace
from pathlib import Path

from models.intake import service
from models.intake.gather import gather
from models.intake.values import Imported, Progress
from models.people import rules
from models.people.values import Actor, Permission
from models.store.office import Office


class _Undo(Exception):
    """Leaves the transaction of a trial, so that nothing of it stays."""

    def __init__(self, imported: Imported) -> None:
        super().__init__()
        self.imported = imported


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
    file = gather(what, path, map_path, progress)
    try:
        with office.begin() as session:
            imported = service.take_in(session, actor, file)
            if dry_run:
                raise _Undo(imported)
    except _Undo as undone:
        return replace(undone.imported, dry_run=True)
    return imported
