"""Whose case it is: what verbs of other rooms ask before they write to one. The row is locked until their transaction ends."""

from models.cases import rules
from models.cases import service as cases
from models.cases.tables import CaseRow
from models.cases.values import State
from models.errors import NotPermitted
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Session


def taken(session: Session, actor: Actor, case: str) -> CaseRow:
    """The open case on the examiner's side of the desk, the actor's or nobody's: which they thereby take.

    Raises ``NotFound``, ``NotPermitted`` (it is over, another's).
    """
    row = cases.row_of(session, case, lock=True)
    rules.check_open(case, State(row.state))
    _not_anothers(row, actor)
    row.assigned_to = actor.login
    return row


def kept(session: Session, actor: Actor, case: str) -> CaseRow:
    """The case, for whoever gives cases out, and for its own examiner (or any, while nobody has it).

    Raises ``NotFound``, ``NotPermitted`` (role, another's).
    """
    row = cases.row_of(session, case, lock=True)
    if not people.may(actor.role, Permission.ASSIGN):
        people.require(actor, Permission.ASSESS)
        _not_anothers(row, actor)
    return row


def _not_anothers(row: CaseRow, actor: Actor) -> None:
    if row.assigned_to not in (None, actor.login):
        raise NotPermitted("cases.not_yours", case=row.id, by=row.assigned_to)
