"""What is derived from the cases: the queue's order, the text and the pairs that search finds them by, the units.

No event speaks of these rows, because they can be made anew from those that events do speak of; so they are compared with what
they are made from. Touched, they would not change a case, but hide it: a name that no search finds, a case at the wrong end.
"""

from collections import Counter
from collections.abc import Iterator
from zlib import crc32

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases.folding import folded_fields, grams
from models.cases.rules import STANDING
from models.cases.tables import CaseGramRow, CaseRow, UnitRow
from models.cases.turns.tables import TurnRow
from models.cases.values import State
from models.records.tables import TombstoneRow
from models.records.values import Broken

_BATCH = 5_000


def first_broken(session: Session, last: int) -> Broken | None:
    """The first case (by id) whose derived rows are not its own, or a unit that no case named; ``last``: the last event, which
    stands for rows that no event speaks of."""
    sums = Counter[int]()
    for case, folded, expected in _cases(session):
        if folded != expected:
            return Broken(last, "state", case)
        sums.update({0: sum(_weight(gram, case) for gram in grams(folded)), 1: len(grams(folded))})
    if sums != _held(session):
        return Broken(last, "state", _wrong_pairs(session))
    named = set(session.scalars(select(CaseRow.unit).distinct()))
    # A unit whose last case was transferred, or disposed of, stays a unit of the office.
    left = set(session.scalars(select(TurnRow.from_unit).where(TurnRow.from_unit.is_not(None)).distinct()))
    left |= set(session.scalars(select(TombstoneRow.unit).distinct()))
    there = set(session.scalars(select(UnitRow.key)))
    return None if named <= there <= named | left else Broken(last, "state", None)


def _cases(session: Session) -> Iterator[tuple[str, str, str]]:
    """Each case with its folded text as it stands, and as it follows from its particulars (a wrong place in the queue counts
    as a wrong text)."""
    row = CaseRow
    asked = select(row.id, row.name, row.name_reading, row.state, row.standing, row.folded).order_by(row.id)
    for case, name, reading, state, standing, folded in session.execute(asked.execution_options(yield_per=_BATCH)):
        right = STANDING[State(state)] == standing
        yield case, folded, folded_fields(name, reading, case) if right else ""


def _weight(gram: str, case: str) -> int:
    # Two sums that forget the order, so that no million pairs are sorted; who can choose rows to fit them has the passphrase,
    # and gains a pair that finds nothing.
    return crc32(f"{gram}\0{case}".encode())


def _held(session: Session) -> Counter[int]:
    sums = Counter[int]()
    asked = select(CaseGramRow.gram, CaseGramRow.case_id).execution_options(yield_per=_BATCH)
    for gram, case in session.execute(asked):
        sums.update({0: _weight(gram, case), 1: 1})
    return sums


def _wrong_pairs(session: Session) -> str | None:
    """Only now is it worth asking which case it is."""
    counted = select(CaseGramRow.case_id, func.count()).group_by(CaseGramRow.case_id)
    held = {str(row[0]): int(row[1]) for row in session.execute(counted)}
    for case, folded, _ in _cases(session):
        if held.pop(case, 0) != len(grams(folded)) or not _theirs(session, case, folded):
            return case
    return min(held, default=None)


def _theirs(session: Session, case: str, folded: str) -> bool:
    found = session.scalars(select(CaseGramRow.gram).where(CaseGramRow.case_id == case))
    return frozenset(found) == grams(folded)
