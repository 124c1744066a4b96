"""How work is counted, and how it goes round. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from models.board.values import Line, Load, Share
from models.cases.values import State

SOON_DAYS = 14
AGES: tuple[tuple[str, int], ...] = (("month", 30), ("quarter", 91), ("half", 182), ("year", 365))
"""Up to so many days old; what is older is ``older``."""


def loads(
    lines: Iterable[Line], people: Iterable[tuple[str, str, str | None]], away: frozenset[str]
) -> tuple[Load, ...]:
    """How much each has, in the order of units and logins: a list, never a ranking."""
    held = list(lines)
    return tuple(
        _load([each for each in held if each.assigned_to == login], login, name, unit, login in away)
        for login, name, unit in sorted(people, key=lambda each: (each[2] or "", each[0]))
    )


def _load(mine: Sequence[Line], login: str, name: str, unit: str | None, away: bool) -> Load:
    kinds = sorted({each.kind for each in mine})
    by_kind = tuple((kind, sum(each.kind is kind for each in mine)) for kind in kinds)
    waiting = sum(each.state is State.WAITING for each in mine)
    late, soon = sum(each.late for each in mine), sum(each.soon for each in mine)
    return Load(login, name, unit, len(mine), waiting, late, soon, by_kind, away)


def ages(lines: Iterable[Line]) -> tuple[tuple[str, int], ...]:
    """How many open cases are how old."""
    names = [*(name for name, _ in AGES), "older"]
    counted = dict.fromkeys(names, 0)
    for each in lines:
        counted[next((name for name, limit in AGES if each.age <= limit), "older")] += 1
    return tuple(counted.items())


def lateness(due_on: date, waiting: bool, today: date) -> tuple[bool, bool]:
    """Late, and due soon; while a case waits its clock stands still, so it is neither."""
    if waiting:
        return False, False
    return due_on < today, today <= due_on <= today + timedelta(days=SOON_DAYS)


def go_round(free: Sequence[Line], people: Sequence[Load], held: Iterable[Line] = ()) -> tuple[Share, ...]:
    """Who gets which case: each, the one due first first, goes to the present examiner of its unit who has the fewest cases of its
    kind, then the fewest in all, then by login. Cases of one household stay together, and join the one of them that a present
    examiner has in hand already (``held``), as far as it is that examiner's unit."""
    kinds = {each.login: {**dict(each.by_kind)} for each in people}
    total = {each.login: each.open for each in people}
    present = {each.login for each in people if not each.away}
    homes = {each.household: each.assigned_to for each in held if each.household and each.assigned_to in present}
    shares = []
    for line in sorted(free, key=lambda each: (each.due_on, each.case)):
        here = [p.login for p in people if not p.away and p.unit in (None, line.unit)]
        home = homes.get(line.household or "")
        least = min(here, key=lambda who: (kinds[who].get(line.kind, 0), total[who], who), default=None)
        to = home if home in here else least
        shares.append(Share(line.case, to))
        if to is None:
            continue
        kinds[to][line.kind] = kinds[to].get(line.kind, 0) + 1
        total[to] += 1
        if line.household:
            homes[line.household] = to
    return tuple(shares)
