"""Retention: how cases are kept, holds, proposals of disposal and their approval, and which backups still hold what is gone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from glob import escape
from pathlib import Path

from desktop.operations import anchoring, backups, disposals, places, records, refusals
from models.consistency import service as consistency
from models.errors import CheckFailed
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records.service import once
from models.retention import rules, service
from models.retention.disposal import service as disposal
from models.retention.values import Batch, Hold, Kept, RetentionClass, Show, Tombstone
from models.store import expiry
from models.store.office import Office

Progress = Callable[[int, int], None]
DISPOSE = "dispose"
"""What the password is typed for."""


@dataclass(frozen=True, slots=True)
class Disposed:
    """What came of an approval. ``cleaned``: whether the file was written anew at once (else when it is next opened);
    ``unlisted``: why a list outside could not be written (empty: it was)."""

    tombstones: tuple[Tombstone, ...]
    cleaned: bool
    unlisted: str


@dataclass(frozen=True, slots=True)
class Holding:
    """A copy of the office that was made before the last disposal, and so holds what is gone. ``gone_on``: when the automatic
    backups let it go, with one a day; ``None``: only by hand."""

    path: Path
    made_at: datetime | None
    gone_on: datetime | None


def listing(
    office: Office, actor: Actor, show: Show = Show.ALL, retention: str = "", after: str = "", size: int = 200
) -> tuple[Kept, ...]:
    """Ended cases with their class and days, in the order of their numbers. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.listing(session, show, retention, after, size)


def kept(office: Office, actor: Actor, case: str) -> Kept | None:
    """How a case is kept; ``None`` while it is open. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.kept(session, case)


def classes(office: Office) -> tuple[RetentionClass, ...]:
    """The classes in force today."""
    return rules.classes(office.clock.today())


@refusals.recorded
def hold(office: Office, actor: Actor, case: str, why: str) -> Hold:
    """Hold a case back from disposal. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.hold(session, actor, case, why)


@refusals.recorded
def lift(office: Office, actor: Actor, case: str, why: str) -> Hold:
    """Lift the hold of a case. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.lift(session, actor, case, why)


@refusals.recorded
def note(office: Office, actor: Actor, case: str, on: date | None, suit: bool, why: str) -> Kept:
    """Note what starts a case's years. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.note(session, actor, case, on, suit, why)


@refusals.recorded
def propose(office: Office, actor: Actor, cases: Sequence[str], why: str = "", key: str | None = None) -> Batch:
    """Propose cases for disposal. Raises ``NotPermitted``, ``NotFound``, ``BadInput``, ``CheckFailed`` with the problems."""
    with office.begin(key) as session:
        return once(
            session,
            "disposal_propose",
            lambda: service.propose(session, actor, cases, why),
            lambda made: made.number,
            lambda number: service.batch(session, number),
        )


@refusals.recorded
def decline(office: Office, actor: Actor, number: int, why: str) -> Batch:
    """Answer a proposal with no. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.decline(session, actor, number, why)


def named(number: int) -> str:
    """How a proposal is named where a password is typed for it."""
    return f"disposal/{number}"


def walk(office: Office, actor: Actor, progress: Progress | None = None) -> None:
    """Look at the whole record before anything goes: one that does not hold loses nothing that could tell why. Raises
    ``NotPermitted``, ``CheckFailed``."""
    people.require(actor, Permission.APPROVE_DISPOSAL)
    found = records.verify(office, progress)
    if found.first_broken is not None:
        raise CheckFailed("retention.unsound", seq=str(found.first_broken.seq))


@refusals.recorded
def approve(
    office: Office, actor: Actor, number: int, seen: str, progress: Progress | None = None, *, walked: bool = False
) -> Disposed:
    """Approve a proposal as the second person, and dispose of its cases: all of them, or none.

    The record is walked first, unless it was just now (``walked``: by ``walk``, which takes its time). What was counted of the
    cases stays in the office's sums. Raises ``NotPermitted``, ``NotFound``, ``Stale`` (another list than ``seen``), ``CheckFailed``.
    """
    people.require(actor, Permission.APPROVE_DISPOSAL)
    people.require_confirmed(actor, DISPOSE, named(number), seen)
    if not walked:
        walk(office, actor, progress)
    with office.begin(signer=actor.signer) as session:
        consistency.keep_up(session)
        made = disposal.approve(session, actor, number, seen)
    anchoring.drop(office, "disposed")
    unlisted = disposals.tell(office)
    return Disposed(made, disposals.clean(office), unlisted)


def batches(office: Office, actor: Actor) -> tuple[Batch, ...]:
    """Every proposal, the newest first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.batches(session)


def batch(office: Office, actor: Actor, number: int) -> Batch:
    """One proposal with its list. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.batch(session, number)


def tombstones(office: Office, actor: Actor, after: int | None = None, size: int = 200) -> tuple[Tombstone, ...]:
    """What stayed of disposed cases, the newest first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        return service.tombstones(session, after, size)


def holding(office: Office, actor: Actor, fixed: str = "") -> tuple[Holding, ...]:
    """Copies of an office's file that still hold what was disposed of, as far as this computer knows them: automatic backups (also
    in the folder that an administrator ``fixed``), and what restores and upgrades kept beside it. Empty for a server, whose
    copies its own administrators know. Raises ``NotPermitted``, ``WorldFault``."""
    people.require(actor, Permission.SEE_RECORD)
    if not office.location.embedded:
        return ()
    with office.read() as session:
        last = disposal.last(session)
        cleaned = {name for at, name in disposal.cleaned(session) if last is not None and at >= last}
    if last is None:
        return ()
    found: list[Holding] = []
    for there in backups.automatic_there(office, fixed):
        gone = expiry.gone_on(there, office.clock.now())
        older = (each for each in sorted(there.items()) if each[0] < last and each[1].name not in cleaned)
        found += [Holding(path, at, gone[at]) for at, path in older]
    return (*found, *(Holding(path, None, None) for path in _put_aside(office.location.file, last)))


def touched(office: Office, actor: Actor) -> Path | None:
    """A list of disposals that somebody changed: with it an old backup may not dispose again of all that went. Raises
    ``NotPermitted``."""
    people.require(actor, Permission.SEE_RECORD)
    return disposals.strange(office)


def _put_aside(file: Path, last: datetime) -> list[Path]:
    """What lies beside the office under its name: kept by a restore or before an upgrade; nothing removes it by itself."""
    beside = places.beside(file)
    own = escape(file.stem)  # an office may be called 2026[1]
    there = [*file.parent.glob(f"{own}.before-*{file.suffix}"), *beside.glob(f"before-upgrade-*{file.suffix}")]
    return sorted(each for each in there if each.stat().st_mtime <= last.timestamp())
