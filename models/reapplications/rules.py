"""What makes two cases look like the same applicant's. It is shown; whether it is so, a person says. Pure.

Names are folded (width, kana, case, order of the parts) on copies only: a stored name is never touched.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from models.cases.folding import fold
from models.cases.values import Case
from models.reapplications.values import Sign

_SHARED = 3
"""A receipt that more cases than this hold is one of a whole delivery, and says nothing of a person."""


def signs(
    ours: Case, theirs: Case, our_receipts: AbstractSet[object], their_receipts: AbstractSet[object]
) -> tuple[Sign, ...]:
    """What both cases have in common besides the day of birth; empty where no name, reading or number speaks for it."""
    found = tuple(_common(ours, theirs, bool(our_receipts & their_receipts)))
    return found if set(found) & _SPEAKING else ()


def of_a_person(receipts: dict[str, set[object]]) -> dict[str, set[object]]:
    """The receipts of each case without those that came with many."""
    counted: dict[object, int] = {}
    for held in receipts.values():
        for each in held:
            counted[each] = counted.get(each, 0) + 1
    return {case: {each for each in held if counted[each] <= _SHARED} for case, held in receipts.items()}


_SPEAKING = frozenset({Sign.NAME, Sign.READING, Sign.RECEIPT_NUMBER, Sign.RECEIPT})


def _common(ours: Case, theirs: Case, receipt: bool) -> Iterator[Sign]:
    we, they = ours.applicant, theirs.applicant
    if _parts(we.name) == _parts(they.name):
        yield Sign.NAME
    if we.name_reading and fold(we.name_reading) == fold(they.name_reading):
        yield Sign.READING
    if ours.receipt_number and ours.receipt_number == theirs.receipt_number:
        yield Sign.RECEIPT_NUMBER
    if receipt:
        yield Sign.RECEIPT
    if we.nationality == they.nationality:
        yield Sign.NATIONALITY
    if we.address and they.address and fold(we.address) == fold(they.address):
        yield Sign.ADDRESS


def _parts(name: str) -> tuple[str, ...]:
    """``NGUYEN Lan`` and ``lan nguyen`` are alike; a name without a space is one part."""
    return tuple(sorted(fold(part) for part in name.split()))
