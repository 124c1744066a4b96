"""What the office keeps of its decisions, held against the decisions themselves.

No event speaks of the kept rows and sums, because they follow from rows that events do speak of. Touched, they would change no
case, but what a report says of everybody's; so they are made anew here and compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.consistency import kept, kept_rows
from models.consistency import service as consistency
from models.consistency.arrays import Codes
from models.consistency.inputs import Decisions
from models.consistency.kept import Block, Cells, Key
from models.consistency.kept_rows import Names, Packed
from models.consistency.tables import KeptBlockRow, KeptDecisionRow
from models.records.tables import EventRow, TombstoneRow
from models.records.values import Broken
from models.store import settings

_BATCH = 20_000
_UNREADABLE = (ValueError, IndexError, KeyError, TypeError)
"""What bytes raise that nobody packed."""
_Kept = tuple[str, Packed | None, Packed | None]


def first_broken(session: Session, last: int) -> Broken | None:
    """The first case (by id) whose kept row is not its own, or sums that are not those of the rows; ``last``: the last event.

    A case that events speak of since the kept rows were brought up is packed anew before the next report, and left out.
    """
    seen = settings.get(session, consistency.KEPT)
    if seen is None:
        return None  # nothing counts as kept: the next report packs everything
    if not isinstance(seen, int) or seen > last:
        return Broken(last, "state", None)
    late = set(session.scalars(select(EventRow.case_id).where(EventRow.seq > seen, EventRow.case_id.is_not(None))))
    names = consistency.names_of(session)
    for case, held, made in _beside(session, names):
        if case not in late and not _same(held, made):
            return Broken(last, "state", case)
    try:
        sums = {(row.month, row.kind): kept.decode(row.content) for row in session.scalars(select(KeptBlockRow))}
        return None if _are_sums(sums, _summed(session), _disposed(session)) else Broken(last, "state", None)
    except _UNREADABLE:
        return Broken(last, "state", None)


def _beside(session: Session, names: Names) -> Iterator[_Kept]:
    """Each case with its kept row, and with what follows from its own rows."""
    made = ((case, 1, each) for part in consistency.packed(session, names, None) for case, each in part)
    for case, several in groupby(merge(_held(session), made, key=itemgetter(0)), key=itemgetter(0)):
        found = {place: each for _, place, each in several}
        yield case, found.get(0), found.get(1)


def _held(session: Session) -> Iterator[tuple[str, int, Packed]]:
    row = KeptDecisionRow
    asked = select(row.case_id, row.head, row.found, row.reasons).order_by(row.case_id)
    for case, *packed in session.execute(asked.execution_options(yield_per=_BATCH)):
        yield case, 0, Packed(*packed)


def _same(held: Packed | None, made: Packed | None) -> bool:
    try:
        return held is not None and made is not None and _plain(held) == _plain(made)
    except _UNREADABLE:
        return False


def _plain(packed: Packed) -> tuple[bytes, tuple[int, ...], tuple[int, ...]]:
    """The database may join findings in another order; what they say is the same."""
    found = np.frombuffer(packed.found[: len(packed.found) // 4 * 4], dtype="<u4")
    codes = np.frombuffer(packed.reasons[: len(packed.reasons) // 2 * 2], dtype="<u2")
    odd = len(packed.found) % 4 or len(packed.reasons) % 2
    return b"" if odd else packed.head, tuple(np.sort(found).tolist()), tuple(np.sort(codes).tolist())


def _summed(session: Session) -> Mapping[Key, Block]:
    """The sums of the kept rows as they stand, those of late cases too: that is what the kept sums are made of. Raises one of
    ``_UNREADABLE``: also for a row that points at a name which is not kept (packed anew it would be given one)."""
    names, made = consistency.names_of(session), dict[Key, Block]()
    rows = (packed for _, _, packed in _held(session))
    while part := list(islice(rows, _BATCH)):
        decisions = kept_rows.unpack(part, names)
        if not _named(decisions):
            raise ValueError("a name is missing")
        kept.merge(made, kept.of(decisions))
    return made


def _named(decisions: Decisions) -> bool:
    """Whether every number points at a name."""
    columns = [
        (each.codes, len(each.levels)) for each in (decisions.unit, decisions.kind, *decisions.mix, *decisions.groups)
    ]
    columns += [(decisions.examiner, decisions.examiners), (decisions.reason_code, len(decisions.reasons))]
    return all(int(codes.max(initial=-1)) < names for codes, names in columns)


def _disposed(session: Session) -> int:
    """Of how many cases that are gone a decision may stay in the sums: also of one that was withdrawn after the signature."""
    return session.scalar(select(func.count()).select_from(TombstoneRow)) or 0


def _are_sums(held: Mapping[Key, Block], made: Mapping[Key, Block], disposed: int) -> bool:
    """Whether the sums are those of the rows, and besides at most of so many decisions that were disposed of."""
    left = dict(held)
    kept.merge(left, made, -1)
    if any((counts < 0).any() for block in left.values() for counts in _counts(block)):
        return False
    over = sum(int(block.days.counts.sum()) for block in left.values())
    return over <= disposed and (
        over > 0 or not any(len(counts) for block in left.values() for counts in _counts(block))
    )


def _counts(block: Block) -> Sequence[Codes]:
    cells: tuple[Cells, ...] = (block.cells, block.reasons, block.days, *block.groups, *block.people)
    return [each.counts for each in cells]
