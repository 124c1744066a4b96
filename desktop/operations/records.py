"""Look at the record, and prove it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from string import hexdigits
from unicodedata import normalize

from desktop.operations import anchoring, offices
from models.calibration.tables import CalibrationCaseRow, CalibrationReadingRow, CalibrationRoundRow
from models.casefile.service import TOLD
from models.cases.derived import service as derived
from models.consistency.derived import service as kept_statistics
from models.errors import BadInput, WorldFault
from models.letters.certificates.tables import CertificateRow
from models.letters.corrections.tables import CorrectionRow
from models.letters.deliveries.tables import DeliveryRow, ExplanationRow
from models.letters.numbering import service as numbering
from models.letters.rewording.tables import RewordingRow
from models.letters.tables import LetterMakingRow, LetterRow
from models.likecases.kept import service as like_cases
from models.people import rules
from models.people import service as people_service
from models.people.values import Actor, Permission
from models.records import service, signed
from models.records import verify as walk
from models.records.entombed import service as entombed
from models.records.signing import service as signing
from models.records.tables import TombstoneRow
from models.records.values import PRINTED, Anchor, Broken, Event, Prefix, Verification
from models.retention.tables import BatchRow, HoldRow, ItemRow, NoteRow
from models.store.base import Base
from models.store.clock import Clock
from models.store.faults import BROKEN
from models.store.office import Office, Session
from models.wording.copied import service as copied

_DIGITS = 18
"""No record has an event of more; a database could not be asked for it."""
ISSUING: tuple[type[Base], ...] = (
    LetterRow,
    CertificateRow,
    LetterMakingRow,
    DeliveryRow,
    ExplanationRow,
    CorrectionRow,
    RewordingRow,
)
"""What is written when letters are issued, and afterwards."""
CALIBRATION: tuple[type[Base], ...] = (CalibrationRoundRow, CalibrationCaseRow, CalibrationReadingRow)
RETENTION: tuple[type[Base], ...] = (HoldRow, NoteRow, BatchRow, ItemRow, TombstoneRow)
TABLES: tuple[type[Base], ...] = (*TOLD, *ISSUING, *CALIBRATION, *RETENTION)
"""Every table whose rows the record speaks of."""
DAMAGED = Broken(0, "damaged", None)
"""What is said of a file that cannot be read through: no event can be named."""

WALK_EVERY = timedelta(days=1)
"""So often everything is walked anew; in between a start looks at what was added."""


def verify(office: Office, progress: Callable[[int, int], None] | None = None) -> Verification:
    """Walk the whole record, compare every row with it, and hold it against its anchors.

    ``progress(done, of)`` is called now and then. How far it is whole is remembered, sealed.
    """
    found = _anchored(office, proven(office, progress))
    if found.ok and found.events and found.whole:
        _remember(office, found)
    return found


def verify_start(office: Office, progress: Callable[[int, int], None] | None = None) -> Verification:
    """The look at the start: only what was added behind the part already found whole, and the anchors.

    Everything is walked when nothing is remembered, when the last whole walk is older than a day, or when anything is amiss.
    """
    try:
        with office.read() as session:
            known = service.prefix(session)
            recent = known is not None and office.clock.now() - known.full_at < WALK_EVERY
            found = service.verification_since(session, known, progress) if known and recent else None
            if found is not None and known is not None and _first_unsigned(session, known.seq) is not None:
                found = None
    except WorldFault as fault:
        return _damaged(fault, office.clock)
    if found is not None:
        found = _anchored(office, found)
        if found.ok:
            return found
    return verify(office, progress)


def proven(office: Office, progress: Callable[[int, int], None] | None = None) -> Verification:
    """Walk the whole record and compare every row with it: the file by itself, without its anchors."""
    try:
        with office.read() as session:
            found = service.verification(session, TABLES, progress)
            if found.ok and found.whole:
                found = replace(found, first_broken=derived_broken(session, found.events))
    except WorldFault as fault:
        return _damaged(fault, office.clock)
    if found.ok and office.damaged():
        return replace(found, first_broken=DAMAGED)
    return found


def derived_broken(session: Session, last: int) -> Broken | None:
    """The first breach in what no event speaks of, because it follows from what events do speak of; ``last``: the last event."""
    follows = (derived, numbering, kept_statistics, copied, like_cases)
    return _first_unsigned(session, 0) or next((b for each in follows if (b := each.first_broken(session, last))), None)


def _first_unsigned(session: Session, after: int) -> Broken | None:
    """The first act behind number ``after`` that its person did not sign."""
    required = signing.signed_from(session) is not None
    keys, to_sign = people_service.keys_held(session), signing.SIGNED | signing.WITNESSED
    return signed.first_broken(signing.signed_acts(session, after), keys, to_sign, required)


def _anchored(office: Office, found: Verification) -> Verification:
    """What the anchors outside say of a record that holds by itself."""
    if not found.ok:
        return found
    kept = anchoring.read(office)
    with office.read() as session:
        broken = anchoring.broken(session, kept, found.events)
        disposed = entombed.count(session)
    if broken is None and kept.strange_line:
        broken = Broken(found.events, "anchor", None)
    anchored = max((each.seq for each in kept.anchors), default=0)
    return replace(found, first_broken=broken, anchored=anchored, disposed=disposed)


def _remember(office: Office, found: Verification) -> None:
    with office.read() as session:
        link = service.links(session, [found.events])[found.events]
    with suppress(WorldFault), office.begin() as session:  # a file that may only be read is verified all the same
        service.remember(session, Prefix(found.events, link, found.verified_at))


def verify_at(
    where: Path | str,
    passphrase: str,
    progress: Callable[[int, int], None] | None = None,
    printed: Sequence[str] = (),
) -> Verification:
    """Open an office only to prove it: a file too damaged to open is a finding here, not a fault. ``printed``: anchors as they
    stand on paper (``Standing.printed``).

    Raises ``BadInput`` for an anchor that is none, and as ``offices.open_``.
    """
    wanted = tuple(map(_anchor, printed))
    clock = Clock()
    try:
        office = offices.open_(where, passphrase, clock)
    except WorldFault as fault:
        return _damaged(fault, clock)
    with office:
        found = verify(office, progress)
        return replace(found, first_broken=_printed_broken(office, found, wanted)) if found.ok else found


def _anchor(printed: str) -> Anchor:
    """An anchor that somebody read from paper. Raises ``BadInput``."""
    seq, _, link = normalize("NFKC", printed).strip().lower().partition(":")
    if not seq.isdecimal() or len(seq) > _DIGITS or len(link) < PRINTED or set(link) - set(hexdigits):
        raise BadInput("records.bad_anchor", anchor=printed)
    return Anchor(int(seq), link, "", "printed")


def _printed_broken(office: Office, found: Verification, wanted: Sequence[Anchor]) -> Broken | None:
    """What paper says against the record; of each link only so much stands on it."""
    with office.read() as session:
        links = service.links(session, (each.seq for each in wanted))
        told = service.restorations(session)
    held = {each.seq: links[each.seq] for each in wanted if each.seq in links}
    known = [
        replace(each, link=held[each.seq]) if held.get(each.seq, "").startswith(each.link) else each for each in wanted
    ]
    return walk.broken_anchor(known, held, found.events, told)


def _damaged(fault: WorldFault, clock: Clock) -> Verification:
    """Damage is what a verification is for; any other fault of the world goes on."""
    if fault.message.code not in BROKEN:
        raise fault
    return Verification(0, DAMAGED, clock.now())


def page(
    office: Office, actor: Actor, after: int | None = None, size: int = 200, case: str | None = None
) -> tuple[Event, ...]:
    """Events, newest first; ``after`` is the ``seq`` of the last one already seen. Raises ``NotPermitted``."""
    rules.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        return service.page(session, after, size, case)
