"""Verbs of the drafts behind a proposal, a return and an edit: nothing that a person typed is lost before the act."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.decisions import forms
from models.decisions.tables import DecisionDraftRow
from models.decisions.values import DecisionDraft, Paper, SavedPaper
from models.evidence import my_number
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records

_NEEDS = {
    Paper.PROPOSAL: Permission.PROPOSE,
    Paper.RETURN: Permission.RETURN,
    Paper.EDIT: Permission.COUNTERSIGN,
    Paper.DIFFERENCE: Permission.ASSESS,
}
_EXAMINERS = (Paper.PROPOSAL, Paper.DIFFERENCE)
"""Written only in a case that is one's own."""


def save(session: Session, actor: Actor, draft: DecisionDraft) -> SavedPaper | None:
    """Keep what a person wrote so far; an empty draft is thrown away. No event: it is working paper. A My Number in it
    is masked, for none is ever stored.

    Raises ``NotPermitted`` when the role does not do the act, or an examiner's case is another's.
    """
    people.require(actor, _NEEDS[draft.paper])
    row = cases.row_of(session, draft.case)
    if draft.paper in _EXAMINERS:
        cases.check_own(row, actor)
    if draft.empty:
        drop(session, draft.case, draft.paper, actor.login)
        return None
    kept = session.get(DecisionDraftRow, (draft.case, draft.paper.value, actor.login))
    if kept is None:
        kept = DecisionDraftRow(case_id=draft.case, paper=draft.paper.value, by=actor.login)
        session.add(kept)
    kept.round, kept.outcome = draft.round, draft.outcome.value if draft.outcome else None
    kept.text, kept.at = my_number.mask(draft.text), records.now(session)
    # A proposal comments on no criterion: what it would give stands in that list.
    gives = [[name, value] for name, value in (("period", draft.period), ("status", draft.status)) if value]
    kept.criteria = gives + [[criterion, my_number.mask(words)] for criterion, words in draft.criteria]
    session.flush()
    return forms.saved_paper(kept)


def of_case(session: Session, case: str) -> tuple[SavedPaper, ...]:
    """What everybody keeps for a case."""
    asked = select(DecisionDraftRow).where(DecisionDraftRow.case_id == case)
    return tuple(forms.saved_paper(row) for row in session.scalars(asked.order_by(DecisionDraftRow.at)))


def drop(session: Session, case: str, paper: Paper, by: str | None = None) -> None:
    """The act was done: its drafts go, everybody's or one person's."""
    asked = delete(DecisionDraftRow).where(DecisionDraftRow.case_id == case, DecisionDraftRow.paper == paper.value)
    session.execute(asked if by is None else asked.where(DecisionDraftRow.by == by))
