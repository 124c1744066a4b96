"""Between a round and its row. Pure."""

from typing import Any

from models.decisions.values import Countersignature, Outcome, Proposal, Return, Round


def round_(row: Any) -> Round:
    """A row as a value."""
    return Round(proposal(row), returned(row), countersignature(row))


def proposal(row: Any) -> Proposal:
    """Its proposal."""
    return Proposal(
        row.case_id,
        row.round,
        Outcome(row.outcome),
        row.weighing,
        row.proposed_by,
        row.proposed_at,
        row.period,
        row.status,
    )


def returned(row: Any) -> Return | None:
    """Its return, when it was returned."""
    if row.returned_by is None:
        return None
    criteria = tuple((criterion, words) for criterion, words in row.criteria or ())
    return Return(row.case_id, row.round, row.comment, row.returned_by, row.returned_at, criteria)


def countersignature(row: Any) -> Countersignature | None:
    """Its countersignature, when it was signed."""
    if row.countersigned_by is None:
        return None
    return Countersignature(row.case_id, row.round, row.content_digest, row.countersigned_by, row.countersigned_at)
