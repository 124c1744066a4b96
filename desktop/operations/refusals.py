"""What was refused stands in the record: who, which act, on which case, and why in a code; nothing of what was written."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from models.errors import NotPermitted, WorldFault
from models.people.values import Actor
from models.records import service
from models.records.values import Act
from models.store.office import Office

P = ParamSpec("P")
R = TypeVar("R")
KIND = "refused"
_LONGEST_CASE = 64


def recorded(
    act: Callable[Concatenate[Office, Actor, P], R],
) -> Callable[Concatenate[Office, Actor, P], R]:
    """Have the refusals of an operation recorded; they are raised as before."""

    @wraps(act)
    def tried(office: Office, actor: Actor, /, *args: P.args, **named: P.kwargs) -> R:
        try:
            return act(office, actor, *args, **named)
        except NotPermitted as refused:
            _record(office, actor, act.__name__, refused, args[0] if args else named.get("case"))
            raise

    return tried


def _record(office: Office, actor: Actor, what: str, refused: NotPermitted, on: object) -> None:
    content = {"act": what, "code": refused.message.code, "role": actor.role.value}
    # The refusal itself is told to the person in any case; a full disk must not hide it behind another error.
    with suppress(WorldFault), office.begin() as session:
        service.append(session, Act(actor.login, KIND, content, _case(on)))


def _case(on: object) -> str | None:
    """The case that an operation is about: its number, or a draft on it."""
    named = on if isinstance(on, str) else getattr(on, "case", None)
    return named if isinstance(named, str) and len(named) <= _LONGEST_CASE and named.isprintable() else None
