"""What may be done with the cases and proposals that are chosen, and why not. Plain Python; no Qt."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from models.dates.parse import parse_date
from models.errors import BadInput, Message, Problem
from models.people.rules import may
from models.people.values import Actor, Permission
from models.retention import rules
from models.retention.values import Batch, Kept


@dataclass(frozen=True, slots=True)
class Chosen:
    """The case that stands in the detail, those that are ticked, what is typed as a reason and as a day."""

    kept: Kept | None
    ticked: tuple[Kept, ...]
    why: str
    day: str
    today: date

    @property
    def on(self) -> date | None:
        """The day as typed. Raises ``BadInput`` for none."""
        return parse_date(self.day) if self.day.strip() else None

    def can_hold(self) -> bool:
        """Whether the case can be held back now."""
        return self.kept is not None and self.kept.hold is None and bool(self.why.strip())

    def can_lift(self) -> bool:
        """Whether its hold can be lifted now."""
        return self.kept is not None and self.kept.hold is not None and bool(self.why.strip())

    def can_note(self) -> bool:
        """Whether a start can be noted: a reason, and a day that is one."""
        if self.kept is None or not self.why.strip():
            return False
        try:
            return self.on is not None
        except BadInput:
            return False

    def against_proposing(self) -> tuple[Problem, ...]:
        """What stands against proposing the ticked cases together."""
        together = frozenset(each.case for each in self.ticked)
        return tuple(one for each in self.ticked for one in rules.obstacles(each, together, self.today))


def may_keep(actor: Actor) -> bool:
    """Whether this person holds back, lifts and notes."""
    return may(actor.role, Permission.KEEP_RETENTION)


def may_propose(actor: Actor) -> bool:
    """Whether this person proposes disposal."""
    return may(actor.role, Permission.PROPOSE_DISPOSAL)


def against_approving(batch: Batch | None, actor: Actor, read: bool) -> Message | None:
    """Why this person does not approve this proposal now; ``read``: they said that they read its list."""
    if batch is None or not batch.open:
        return Message("retention.desk_none")
    if not may(actor.role, Permission.APPROVE_DISPOSAL):
        return Message("retention.desk_not_yours")
    if batch.proposed_by == actor.login:
        return Message("retention.desk_own")
    return None if read else Message("retention.desk_unread")


def may_decline(batch: Batch | None, actor: Actor, why: str) -> bool:
    """Whether this person may answer with no: the proposer takes it back, who may approve declines."""
    if batch is None or not batch.open or not why.strip():
        return False
    return batch.proposed_by == actor.login or may(actor.role, Permission.APPROVE_DISPOSAL)


def eligible(cases: Sequence[Kept], today: date) -> Collection[int]:
    """The places of those that may go today."""
    going = frozenset(each.case for each in rules.may_go(cases, today))
    return frozenset(at for at, each in enumerate(cases) if each.case in going)
