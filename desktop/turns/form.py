"""What the tab of course and people shows, and which acts this person may do there. Plain Python; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.cases.turns import rules
from models.cases.turns.values import LAPSES, REOPENINGS, Ground, NewTurn, Turn, TurnKind
from models.cases.values import Case
from models.deadlines.values import Deadline
from models.households.values import Family, Member
from models.people.rules import may
from models.people.values import Actor, Permission
from models.reapplications.values import Candidate, Earlier, Link
from models.representatives.values import Representative

K = TurnKind


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that the tab shows of a case; ``names`` of people by login."""

    turns: tuple[Turn, ...]
    family: Family
    earlier: tuple[Earlier, ...]
    candidates: tuple[Candidate, ...]
    representatives: tuple[Representative, ...]
    deadlines: tuple[Deadline, ...]
    units: tuple[str, ...]
    examiners: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    later: tuple[Link, ...] = ()


def allowed(case: Case, actor: Actor) -> tuple[TurnKind, ...]:
    """The turns that this person may let the case take now."""
    if may(actor.role, Permission.ASSIGN):
        return rules.possible(case)
    mine = case.assigned_to == actor.login and may(actor.role, Permission.ISSUE)
    return tuple(each for each in rules.possible(case) if mine and each in (K.WITHDRAWN, K.LAPSED))


def may_write(case: Case, actor: Actor) -> bool:
    """Whether this person may link, represent and put into a household here."""
    if may(actor.role, Permission.ASSIGN):
        return True
    return may(actor.role, Permission.ASSESS) and case.assigned_to in (None, actor.login)


def grounds(kind: TurnKind) -> tuple[Ground, ...]:
    """The grounds to choose from."""
    return {K.LAPSED: LAPSES, K.REOPENED: REOPENINGS}.get(kind, ())


def begun(case: Case, kind: TurnKind) -> NewTurn:
    """A turn with nothing written yet."""
    first = grounds(kind)
    return replace(NewTurn(case.id, kind, ""), ground=first[0] if first else Ground.NONE)


def criteria_of(family: Family) -> tuple[str, ...]:
    """The criteria on which anything is found in the family; those on which its cases differ first."""
    keys = dict.fromkeys(one.criterion for member in family.members for one in member.findings)
    return tuple(sorted(keys, key=lambda key: not differs(family, key)))


def differs(family: Family, key: str) -> bool:
    """Whether the family's cases are found unlike on a criterion."""
    states = {found.finding for member in family.members if (found := member.finding(key)) and found.finding.is_answer}
    return len(states) > 1


def copyable(family: Family, key: str) -> tuple[Member, ...]:
    """The other cases from which a finding on this criterion could be taken over."""
    return tuple(each for each in family.others if (found := each.finding(key)) and found.finding.is_answer)


def unlike(family: Family) -> tuple[Member, ...]:
    """The other cases that have an outcome, from which this one may have to be told apart."""
    return tuple(each for each in family.others if each.outcome is not None)
