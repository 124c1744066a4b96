"""What the queue shows and offers. Plain Python."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from models.cases.values import Kind, QueueCounts, QueueFilter, QueueRow, QueueView, State
from models.people.rules import may
from models.people.values import Actor, Permission, Role

OWN_VIEWS = (
    QueueView.MINE, QueueView.RETURNED, QueueView.ARRIVED, QueueView.EXAMINING, QueueView.WAITING, QueueView.DUE_SOON,
)  # fmt: skip
UNIT_VIEWS = (QueueView.UNASSIGNED, QueueView.TO_COUNTERSIGN, QueueView.TO_ISSUE, QueueView.ISSUED, QueueView.ALL)
DUE_CHOICES: tuple[int | None, ...] = (None, -1, 7, 14, 30)
"""Days ahead; -1: overdue."""
_GROUP_VIEW = {
    "returned": QueueView.RETURNED, "arrived": QueueView.ARRIVED, "examining": QueueView.EXAMINING,
    "waiting": QueueView.WAITING,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group. ``count`` is ``None`` while more of the group may come."""

    group: str
    count: int | None
    folded: bool = False


Line = Heading | QueueRow


class Act(StrEnum):
    """What opening a case means now; the preview's button says it."""

    ANSWER = "answer"
    TAKE = "take"
    EXAMINE = "examine"
    PROPOSE = "propose"
    COUNTERSIGN = "countersign"
    ISSUE = "issue"
    READ = "read"


def sections(role: Role) -> tuple[tuple[str, tuple[QueueView, ...]], ...]:
    """The saved views of a role, under their headings (``mine``, ``unit``); a supervisor's first is to countersign."""
    if role is Role.EXAMINER:
        return (("mine", OWN_VIEWS), ("unit", UNIT_VIEWS))
    first = (QueueView.TO_COUNTERSIGN, QueueView.TO_ISSUE, QueueView.UNASSIGNED, QueueView.ISSUED, QueueView.ALL)
    return (("unit", first if role is Role.SUPERVISOR else (QueueView.ALL, *first[:-1])),)


def first_view(role: Role) -> QueueView:
    """The view that a role begins with."""
    return sections(role)[0][1][0]


def act_of(row: QueueRow, actor: Actor) -> Act:
    """What this person does next with this case."""
    if row.state is State.PROPOSED and may(actor.role, Permission.COUNTERSIGN):
        return Act.COUNTERSIGN
    if row.state is State.COUNTERSIGNED and may(actor.role, Permission.ISSUE):
        return Act.ISSUE
    if row.assigned_to is None and row.state is State.RECEIVED and may(actor.role, Permission.TAKE):
        return Act.TAKE
    return _own_act(row) if row.assigned_to == actor.login else Act.READ


def _own_act(row: QueueRow) -> Act:
    if row.state is State.EXAMINING and row.found >= row.criteria:
        return Act.PROPOSE
    acts = {State.RETURNED: Act.ANSWER, State.RECEIVED: Act.EXAMINE, State.EXAMINING: Act.EXAMINE}
    return acts.get(row.state, Act.READ)


def overdue(row: QueueRow, today: date) -> bool:
    """Whether the due day has passed while something is still to be done."""
    return row.due_on < today and row.state not in (State.ISSUED, State.CLOSED)


def due_matters(row: QueueRow) -> bool:
    """Whether days left are worth saying: not once the letter is out."""
    return row.state not in (State.ISSUED, State.CLOSED)


def lines(rows: Sequence[QueueRow], folded: Iterable[str], ended: bool, known: Mapping[str, int]) -> list[Line]:
    """Rows under their headings. A group's count is what is loaded once it is whole, until then what is ``known``."""
    hidden = frozenset(folded)
    found: list[Line] = []
    groups = _groups(rows)
    for place, (group, members) in enumerate(groups):
        whole = ended or place < len(groups) - 1
        count = len(members) if whole else known.get(group)
        found.append(Heading(group, count, group in hidden))
        if group not in hidden:
            found.extend(members)
    return found


def more_lines(rows: Sequence[QueueRow], after: str | None, folded: Iterable[str]) -> list[Line]:
    """Lines that follow a list whose last row is of group ``after``; new headings count nothing yet."""
    hidden, found = frozenset(folded), list[Line]()
    for row in rows:
        if row.group != after:
            found.append(Heading(row.group, None, row.group in hidden))
            after = row.group
        if row.group not in hidden:
            found.append(row)
    return found


def _groups(rows: Sequence[QueueRow]) -> list[tuple[str, list[QueueRow]]]:
    found: list[tuple[str, list[QueueRow]]] = []
    for row in rows:
        if not found or found[-1][0] != row.group:
            found.append((row.group, []))
        found[-1][1].append(row)
    return found


def known_counts(counts: QueueCounts | None, flt: QueueFilter) -> dict[str, int]:
    """Sizes of groups that the counts tell, while nothing is filtered away."""
    if counts is None or narrowed(flt) or flt.view is not QueueView.MINE:
        return {}
    by_view = dict(counts.by_view)
    return {group: by_view.get(view, 0) for group, view in _GROUP_VIEW.items()}


def narrowed(flt: QueueFilter) -> bool:
    """Whether anything but the view narrows what is shown."""
    return bool(flt.search.strip()) or flt.kind is not None or flt.route is not None or flt.due_within_days is not None


def to_json(flt: QueueFilter) -> dict[str, Any]:
    """A filter to remember; what was searched for is a name and is not kept."""
    kind = flt.kind.value if flt.kind else None
    return {"view": flt.view.value, "kind": kind, "route": flt.route, "due": flt.due_within_days}


def from_json(kept: object, role: Role) -> QueueFilter:
    """A remembered filter; whatever is damaged or not this role's becomes the role's first view."""
    fallback = QueueFilter(first_view(role))
    if not isinstance(kept, dict):
        return fallback
    try:
        view = QueueView(str(kept.get("view")))
        kind = Kind(kept["kind"]) if kept.get("kind") else None
    except ValueError:
        return fallback
    offered = {each for _, views in sections(role) for each in views}
    due, route = kept.get("due"), kept.get("route")
    return QueueFilter(
        view if view in offered else fallback.view, "", kind, route if isinstance(route, str) else None,
        due if isinstance(due, int) else None,
    )  # fmt: skip


def due_before(today: date, days: int) -> date:
    """The last due day that a choice of days shows."""
    return today + timedelta(days=days)
