"""Between a round and its row. Pure."""

from typing import Any

from models.decisions.values import (
    Countersignature,
    DecisionDraft,
    Edit,
    Outcome,
    Paper,
    Proposal,
    Return,
    Round,
    SavedPaper,
)


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
        Edit(row.edited_by, row.edited_at, row.proposed_weighing) if row.edited_by else None,
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


def saved_paper(row: Any) -> SavedPaper:
    """A draft's row as a value."""
    outcome = Outcome(row.outcome) if row.outcome else None
    paper, pairs = Paper(row.paper), tuple((name, words) for name, words in row.criteria)
    gives = dict(pairs) if paper is Paper.PROPOSAL else {}
    draft = DecisionDraft(
        row.case_id,
        paper,
        row.round,
        row.text,
        outcome,
        () if gives else pairs,
        gives.get("period"),
        gives.get("status"),
    )
    return SavedPaper(draft, row.by, row.at)
