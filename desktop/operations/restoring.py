"""Put a backup in an office's place. What stood there is kept beside it; nothing newer gives way without a second yes."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.operations import anchoring, disposals, places, records
from models.errors import AkashiError, BadInput, CheckFailed, Message, NotFound, WorldFault
from models.findings import service as findings
from models.people.values import CONSOLE
from models.records import service
from models.records.values import ITSELF, RESTORED, Act, Standing
from models.retention import listed
from models.store import copying, location, siting
from models.store import office as store
from models.store.clock import Clock
from models.store.faults import BROKEN, in_words
from models.store.office import Office
from models.store.values import Restored

Progress = Callable[[int, int], None]


class NeedsYes(BadInput):
    """What stands there would give way to something that lacks some of it: only a second yes does that."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What the anchors at a place tell of a copy that was restored there once and has gone its own way: the number of the event by
    which it began, and how far it came. Zero: there was none."""

    begun: int = 0
    reached: int = 0


@dataclass(frozen=True, slots=True)
class _There:
    """The office that stands in the backup's place. ``lost``: how many of its acts (and drafts) the backup lacks;
    ``None``: unknown. ``other``: it is another office, or its record went another way."""

    seq: int
    lost: int | None
    other: bool = False
    readable: bool = False


def restore(
    file: Path | str,
    where: Path | str,
    passphrase: str,
    *,
    older: bool = False,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Restored:
    """Restore ``file`` as the office ``where``: proven first, put in place in one step, recorded in the office itself.

    ``older`` is the second yes: without it nothing gives way to a backup that lacks some of its acts. Whatever happens
    on the way, the old office stands there whole, or the new one.

    Raises:
        NotFound: no such file.
        BadInput: the file is in use somewhere, or is the office itself.
        NeedsYes: what stands there is newer, another office, or cannot be looked at.
        NotPermitted: the passphrase does not open the backup.
        CheckFailed: the backup's record does not hold.
        WorldFault: the office is open somewhere, the disk is full.
    """
    source, target = Path(file).expanduser().absolute(), location.parse(where).file
    siting.require(target)
    _check_source(source, target)
    part = target.with_name(f".{target.name}.restoring")
    with in_words(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        copying.remove(part)
    try:
        copying.copy_file(source, part)
        return _put(part, source, target, passphrase, older, clock or Clock(), progress)
    finally:
        copying.remove(part)


def _check_source(source: Path, target: Path) -> None:
    if not source.is_file():
        raise NotFound("store.nothing_there", where=source)
    if target.exists() and target.samefile(source):
        raise BadInput("records.restore_itself", file=source)
    if copying.unmerged(source):
        raise BadInput("records.restore_open", file=source)


def _put(
    part: Path, source: Path, target: Path, passphrase: str, older: bool, clock: Clock, progress: Progress | None
) -> Restored:
    with store.open_(part, passphrase, clock, keep=False) as copy:
        found = records.proven(copy, progress)
        if found.first_broken is not None:
            how = Message(f"cli.broken_{found.first_broken.kind}")
            raise CheckFailed("records.backup_unsound", file=source, seq=str(found.first_broken.seq), how=how)
        with copy.read() as session:
            stands = service.standing(session)
        there = _look(target, passphrase, copy, stands)
        if there is not None and not older:
            _refuse_older(there, source, target)
        if there is not None and there.readable:
            with store.open_(target, passphrase, clock) as office:
                office.alone()
        kept = _kept_name(target, clock) if target.exists() else None
        _record(copy, source, kept, stands, there, _before(copy, target))
        disposals.replay(copy, [source.with_name(listed.NAME), places.beside(target) / listed.NAME])
    if kept is not None:
        copying.put_aside(target, kept)
    else:
        with in_words(target):
            copying.remove_sidecars(target)
    copying.put_in_place(part, target)
    with closing(store.open_(target, passphrase, clock)) as office:
        anchoring.drop(office, RESTORED)
    return Restored(target, stands.seq, kept, there.lost if there else 0)


def _look(target: Path, passphrase: str, copy: Office, stands: Standing) -> _There | None:
    """What would give way, as far as it can be read."""
    anchors = anchoring.read(copy, location.Location(path=target)).anchors
    reached = max((each.seq for each in anchors if each.why != anchoring.ITSELF), default=0)
    if not target.exists():
        # Nothing stands there, so nothing is lost by this; that more was once anchored is told by the record.
        return _There(reached, 0) if reached > stands.seq else None
    try:
        with store.open_(target, passphrase, copy.clock) as office:
            return _compared(office, copy, stands)
    except WorldFault as fault:
        if fault.message.code not in BROKEN:
            raise
        return _There(reached, None if reached > stands.seq else 0)
    except AkashiError:
        return _There(reached, None, other=True)


def _compared(office: Office, copy: Office, stands: Standing) -> _There:
    with office.read() as session:
        its = service.standing(session)
        same = not stands.seq or service.links(session, [stands.seq]).get(stands.seq) == stands.link
        lost = service.acts_after(session, stands.seq, ITSELF)
        draft = findings.last_draft(session)
    with copy.read() as session:
        behind = its.seq < stands.seq and service.links(session, [its.seq]).get(its.seq) == its.link
        kept = findings.last_draft(session)
    if behind:
        return _There(its.seq, 0, readable=True)
    newer = draft is not None and (kept is None or draft > kept)
    return _There(its.seq, lost + newer if same else its.seq, other=not same, readable=True)


def _refuse_older(there: _There, source: Path, target: Path) -> None:
    if there.other:
        raise NeedsYes("records.restore_other", file=source, where=target)
    if there.lost is None:
        raise NeedsYes("records.restore_unknown", file=source, where=target)
    if there.lost:
        raise NeedsYes("records.restore_older", file=source, where=target, number=there.lost)


def _kept_name(target: Path, clock: Clock) -> Path:
    stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    names = (f"{target.stem}.before-{stamp}{more}{target.suffix}" for more in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(path for name in names if not (path := target.with_name(name)).exists())


def _before(copy: Office, target: Path) -> _Before:
    """A copy that is restored to try it out is thrown away, and its anchors stay: the next one restored there is not to be taken for
    a record that was tampered with."""
    made = sorted(anchoring.read(copy, location.Location(path=target)).anchors, key=lambda each: each.seq)
    with copy.read() as session:
        held = service.links(session, (each.seq for each in made))
    strange = [each for each in made if held.get(each.seq) != each.link]
    if not strange or strange[0].why != RESTORED:
        return _Before()
    return _Before(strange[0].seq, strange[-1].seq)


def _record(
    copy: Office, source: Path, kept: Path | None, stands: Standing, there: _There | None, before: _Before
) -> None:
    content = {
        "file": source.name,
        "backup_seq": stands.seq,
        "replaced": kept.name if kept else None,
        "replaced_seq": max(there.seq if there else 0, before.reached),
        "acts_lost": there.lost if there else 0,
        **({"replaced_from": before.begun} if before.begun else {}),
    }
    with copy.begin() as session:
        service.append(session, Act(CONSOLE.login, "restored", content))
