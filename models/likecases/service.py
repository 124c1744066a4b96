"""Verbs of like cases: compare once the finding stands, and say why this case is found otherwise."""

from sqlalchemy.orm import Session

from models.likecases.values import Comparison, Distinction, LikeCases
from models.people.values import Actor


def compare(session: Session, actor: Actor, case: str, criterion: str) -> LikeCases:
    """Like cases of a criterion whose finding is recorded."""
    raise NotImplementedError(session, actor, case, criterion)


def distinguish(session: Session, actor: Actor, case: str, criterion: str, text: str) -> Distinction:
    """Write why the finding differs."""
    raise NotImplementedError(session, actor, case, criterion, text)


def of_case(session: Session, case: str) -> tuple[Comparison, ...]:
    """What was compared on a case."""
    raise NotImplementedError(session, case)
