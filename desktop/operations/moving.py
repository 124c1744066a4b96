"""Move an office from a file to a PostgreSQL server, or back: every row and the chain, proven at both ends."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.operations import anchoring, places, records
from models.errors import CheckFailed, Message
from models.people.values import CONSOLE
from models.records import service
from models.records.values import Act
from models.store import location, moving
from models.store.clock import Clock
from models.store.keys import HARD, Hardness
from models.store.location import Location
from models.store.office import Office

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved: where to, how many events and rows, and the link of the last event, the same at both ends."""

    where: str
    events: int
    rows: int
    link: str


def move(
    source: str,
    target: str,
    passphrase: str,
    clock: Clock | None = None,
    hardness: Hardness = HARD,
    progress: Progress | None = None,
) -> Moved:
    """Move the office at ``source`` to ``target``, where nothing may stand. What lies at ``source`` stays as it is, its last
    event saying where the office went: work goes on at ``target``.

    ``passphrase`` opens the file, or is the new file's. Raises ``BadInput`` (something stands at ``target``), ``NotFound``,
    ``NotPermitted`` (passphrase; an address that is not the console's), ``CheckFailed`` (a record that does not hold
    is not moved), ``WorldFault``.
    """
    places_ = location.parse(source), location.parse(target)
    with places.open_(places_[0], passphrase, clock) as old:
        _check(old, source, progress)
        key = moving.key_of(old)
        with places.make(places_[1], passphrase, clock, hardness, chain=key) as new:
            try:
                return _moved(old, new, places_, progress)
            except BaseException:
                places.remove(new)
                raise


def _moved(old: Office, new: Office, places_: tuple[Location, Location], progress: Progress | None) -> Moved:
    with old.begin() as session:
        said = {"from": str(places_[0]), "to": str(places_[1])}
        service.append(session, Act(CONSOLE.login, "office_moved", said))
    counts = moving.rows_into(old, new, progress)
    _check(new, str(places_[1]), progress)
    with old.read() as here, new.read() as there:
        stands, arrived = service.standing(here), service.standing(there)
    if stands != arrived:
        raise CheckFailed("records.moved_differs", where=str(places_[1]))
    anchoring.drop(new, "moved")
    return Moved(str(places_[1]), stands.seq, sum(counts.values()), stands.link)


def _check(office: Office, where: str, progress: Progress | None) -> None:
    found = records.proven(office, progress)
    if found.first_broken is not None:
        broken = found.first_broken
        how = Message(f"cli.broken_{broken.kind}")
        raise CheckFailed("records.backup_unsound", file=where, seq=str(broken.seq), how=how)
