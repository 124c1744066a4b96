"""Between a case and its row's columns. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.cases import rules
from models.cases.folding import folded_fields
from models.cases.values import Applicant, Case, ClosedAs, Kind, NewCase, QueueRow, State, WaitingFor
from models.errors import Bad, Message
from models.evidence.values import Application
from models.frameworks.values import Framework, FrameworkRef

_APPLICANT = (
    "name",
    "name_reading",
    "born_on",
    "nationality",
    "current_status",
    "stay_until",
    "language",
    "sex",
    "address",
    "municipality",
    "confidential",
)
_GIVEN = ("route", "received_on", "unit", "receipt_number", "household", "agent")


def given(new: NewCase) -> dict[str, object]:
    """What the file says of a case, by column."""
    said: dict[str, object] = {name: getattr(new.applicant, name) for name in _APPLICANT}
    return {"kind": new.kind.value, **{name: getattr(new, name) for name in _GIVEN}, **said}


def differing(new: NewCase, row: object) -> tuple[str, ...]:
    """The columns in which a case in the office differs from what the file says."""
    return tuple(name for name, value in given(new).items() if getattr(row, name) != value)


def doubled(new: Sequence[NewCase]) -> Iterator[Bad]:
    """Cases that stand in the file more than once."""
    seen: dict[str, int] = {}
    for each in new:
        first = seen.setdefault(each.id, each.line)
        if first != each.line:
            yield Bad(each.line, "case", each.id, Message("cases.twice", {"case": each.id, "first": first}))


def application(new: NewCase) -> tuple[str, Application, str | None]:
    """The application form as evidence: of which case, what it says, under which number it came."""
    who = new.applicant
    form = Application(new.kind.value, new.route, new.received_on, who.current_status, who.stay_until)
    return new.id, form, new.receipt_number


def columns(new: NewCase, framework: Framework) -> dict[str, Any]:
    """The row of a case that has just arrived."""
    return {
        "id": new.id,
        **given(new),
        "state": State.RECEIVED.value,
        "standing": rules.STANDING[State.RECEIVED],
        "due_on": rules.due_on(new.received_on, framework.standard_period),
        "framework_id": framework.id,
        "framework_version": framework.version,
        "version": 1,
        "assigned_to": None,
        "waiting_for": None,
        "waiting_since": None,
        "waited_days": 0,
        "closed_as": None,
        "round": 0,
        "found": 0,
        "criteria": len(framework.criteria_for(new.route)),
        "is_new": True,
        "folded": folded_fields(new.applicant.name, new.applicant.name_reading, new.id),
    }


def case(row: Any) -> Case:
    """A row as a value."""
    return Case(
        row.id,
        Kind(row.kind),
        row.route,
        State(row.state),
        row.unit,
        row.received_on,
        row.due_on,
        Applicant(*(getattr(row, name) for name in _APPLICANT)),
        FrameworkRef(row.framework_id, row.framework_version),
        row.version,
        row.receipt_number,
        row.household,
        row.agent,
        row.assigned_to,
        WaitingFor(row.waiting_for) if row.waiting_for else None,
        ClosedAs(row.closed_as) if row.closed_as else None,
        row.round,
        row.waiting_since,
        row.waited_days,
    )


def queue_row(row: Mapping[str, Any]) -> QueueRow:
    """A line of the queue."""
    state = State(row["state"])
    waiting = WaitingFor(row["waiting_for"]) if row["waiting_for"] else None
    step = rules.next_step(
        state,
        assigned=row["assigned_to"] is not None,
        found=row["found"],
        criteria=row["criteria"],
        waiting_for=waiting,
    )
    return QueueRow(
        row["id"],
        rules.group(state),
        row["due_on"],
        row["name"],
        Kind(row["kind"]),
        row["route"],
        state,
        step,
        row["found"],
        row["criteria"],
        row["is_new"],
        row["assigned_to"],
        row["current_status"],
    )
