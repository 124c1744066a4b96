"""Whether what a record says is old: certificates and linked data count for three months (証明書は発行後3か月以内). Pure."""

from collections.abc import Iterable
from datetime import date

from models.dates.periods import add_months
from models.evidence.values import Evidence, EvidenceKind

MONTHS = 3
_GIVEN = (EvidenceKind.APPLICATION, EvidenceKind.STATEMENT)
"""What the applicant said on a day does not grow old."""


def is_stale(as_of: date | None, seen_on: date) -> bool:
    """Whether a record of this day is older than three months; one without a day is not judged."""
    return as_of is not None and add_months(as_of, MONTHS) < seen_on


def stale(pieces: Iterable[Evidence], seen_on: date) -> tuple[Evidence, ...]:
    """The pieces in force that are older than three months."""
    return tuple(
        each
        for each in pieces
        if each.superseded_by is None and each.kind not in _GIVEN and is_stale(each.as_of, seen_on)
    )
