"""The supervisor's board: see the work, give it out."""

from collections.abc import Mapping

from desktop.operations import refusals
from models.board import rules, service
from models.board.values import Board, Share
from models.cases.turns import service as turns
from models.cases.turns.values import NewTurn, Turn, TurnKind
from models.errors import BadInput, Message
from models.people.values import Actor
from models.store.office import Office


def board(office: Office, actor: Actor, unit: str | None = None) -> Board:
    """The open cases and who has how much. Raises ``NotPermitted``."""
    with office.read() as session:
        return service.board(session, actor, unit)


def shares(office: Office, actor: Actor, unit: str | None = None) -> tuple[Share, ...]:
    """Who would get which free case by the rule. Raises ``NotPermitted``."""
    found = board(office, actor, unit)
    return rules.go_round(found.free, found.people, found.lines)


@refusals.recorded
def go_round(office: Office, actor: Actor, unit: str | None = None) -> tuple[Turn, ...]:
    """Give every free case out by the rule, all or none. Raises ``NotPermitted``, ``BadInput`` when none is free."""
    with office.begin() as session:
        found = service.board(session, actor, unit)
        plan = {each.case: each.to for each in rules.go_round(found.free, found.people, found.lines) if each.to}
        if not plan:
            raise BadInput("board.nothing_free")
        why = Message("board.by_rule").text("ja")
        return tuple(
            turns.make(session, actor, NewTurn(case, TurnKind.HANDED_OVER, why, to=to)) for case, to in plan.items()
        )


@refusals.recorded
def give(office: Office, actor: Actor, plan: Mapping[str, str], why: str) -> tuple[Turn, ...]:
    """Give cases by hand, with the reason: all or none. Raises ``NotPermitted``, ``NotFound``, ``CheckFailed``."""
    with office.begin() as session:
        return tuple(
            turns.make(session, actor, NewTurn(case, TurnKind.HANDED_OVER, why, to=to)) for case, to in plan.items()
        )
