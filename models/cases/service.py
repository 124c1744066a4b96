"""Verbs of cases: arrive, be taken, be assigned, move from state to state."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.cases import forms, rules
from models.cases.folding import grams
from models.cases.holds import service as holds
from models.cases.tables import CaseGramRow, CaseRow, HoldRow, UnitRow
from models.cases.values import Arrived, Case, ClosedAs, Kind, NewCase, State, WaitingFor
from models.errors import Bad, BadInput, Message, NotFound, NotPermitted, RowsRefused
from models.evidence import free_text
from models.evidence import service as evidence
from models.frameworks.service import shelf
from models.frameworks.values import Framework, FrameworkRef
from models.people import rules as people
from models.people.tables import PersonRow
from models.people.values import Actor, Permission, Role
from models.records import service as records
from models.records.entombed import service as entombed
from models.records.values import Act
from models.store import bulk, told
from models.store.base import Base
from models.store.clock import JAPAN

CHUNK = 2_000


def row_of(session: Session, case: str, *, lock: bool = False) -> CaseRow:
    """The row of a case, held for writing when ``lock``. Raises ``NotFound``."""
    row = session.get(CaseRow, case, with_for_update=lock)
    if row is None:
        raise NotFound("cases.unknown", case=case)
    return row


def framework_ref(row: CaseRow) -> FrameworkRef:
    """The framework version that the case is examined under."""
    return FrameworkRef(row.framework_id, row.framework_version)


def get(session: Session, case: str) -> Case:
    """A case. Raises ``NotFound``."""
    return forms.case(row_of(session, case))


def listing(session: Session) -> tuple[Case, ...]:
    """Every case, by id."""
    return tuple(forms.case(row) for row in session.scalars(select(CaseRow).order_by(CaseRow.id)))


def insert_new(session: Session, actor: Actor, new: Sequence[NewCase], note: Mapping[str, object]) -> Arrived:
    """Take cases in: all or none; each gets the framework version that is in force today, and its form as evidence ``E1``.

    Units that are not known are made. A case that is there already with the same particulars is skipped. Raises
    ``NotPermitted``, or ``RowsRefused`` naming each case that differs from the one here, or that no framework covers.
    """
    people.require(actor, Permission.IMPORT)
    frameworks = _in_force(session, session.info["clock"].today(), new)
    known = _known(session, [each.id for each in new])
    bad = [wrong for each in new if (wrong := _wrong(each, known, frameworks))]
    bad += [*forms.doubled(new), *_disposed_of(session, new)]
    if bad:
        raise RowsRefused("cases.refused", tuple(sorted(bad, key=lambda each: each.line)))
    fresh = [each for each in new if each.id not in known]
    units = _make_units(session, fresh)
    entries = [entry for part in _chunks(fresh) for entry in _write(session, actor, part, frameworks)]
    arrived = Arrived(tuple(each.id for each in fresh), len(new) - len(fresh), units)
    counts = {"new": len(fresh), "skipped": arrived.skipped, "units": list(units)}
    records.append_many(session, [*entries, (Act(actor.login, "imported", {**note, **counts}), [])])
    return arrived


def take(session: Session, actor: Actor, case: str) -> Case:
    """Take an unassigned case. Raises ``NotPermitted`` when somebody has it already; one's own is no error."""
    people.require(actor, Permission.TAKE)
    row = row_of(session, case, lock=True)
    rules.check_open(case, State(row.state))
    if row.assigned_to == actor.login:
        return forms.case(row)
    if row.assigned_to is not None:
        raise NotPermitted("cases.taken", case=case, by=row.assigned_to)
    _give(session, actor, row, actor.login, "taken")
    return forms.case(row)


def take_next(session: Session, actor: Actor) -> str | None:
    """Take the unassigned case of one's unit that is due first; ``None`` when there is none."""
    people.require(actor, Permission.TAKE)
    found = [row for state in sorted(rules.EXAMINED) if (row := _first_free(session, actor, state))]
    if not found:
        return None
    row = min(found, key=lambda each: (each.due_on, each.id))
    _give(session, actor, row, actor.login, "taken")
    return row.id


def _first_free(session: Session, actor: Actor, state: State) -> CaseRow | None:
    """Nobody's case of one's unit in a state that is due first: just arrived, or transferred here while it was examined."""
    asked = select(CaseRow).where(CaseRow.assigned_to.is_(None), CaseRow.standing == rules.STANDING[state])
    if actor.unit is not None:
        asked = asked.where(CaseRow.unit == actor.unit)
    asked = asked.order_by(CaseRow.due_on, CaseRow.id).limit(1).with_for_update(skip_locked=True)
    return session.scalars(asked).first()


def assign(session: Session, actor: Actor, case: str, to: str) -> Case:
    """Give a case to an examiner. Raises ``NotPermitted``, or ``BadInput`` when that person is no examiner here."""
    people.require(actor, Permission.ASSIGN)
    person = session.get(PersonRow, to)
    if person is None or not person.active or person.role != Role.EXAMINER.value:
        raise BadInput("cases.no_examiner", login=to)
    row = row_of(session, case, lock=True)
    rules.check_open(case, State(row.state))
    row.is_new = True
    _give(session, actor, row, to, "assigned")
    return forms.case(row)


def hold(session: Session, actor: Actor, case: str) -> CaseRow:
    """The row of a case that the actor may work on now: their own, or nobody's (which they thereby take; the caller
    records the act). Raises ``NotPermitted`` when it is another's or no longer examined."""
    row = row_of(session, case, lock=True)
    check_own(row, actor)
    row.assigned_to = actor.login
    return row


def check_own(row: CaseRow, actor: Actor) -> None:
    """Raises ``NotPermitted`` unless the case is examined now, by the actor or by nobody yet."""
    rules.check_examined(row.id, State(row.state))
    if row.assigned_to not in (None, actor.login):
        raise NotPermitted("cases.not_yours", case=row.id, by=row.assigned_to)


def check_theirs(row: CaseRow, actor: Actor) -> None:
    """Raises ``NotPermitted`` unless the case is the actor's."""
    if row.assigned_to is None:
        raise NotPermitted("cases.nobodys", case=row.id)
    if row.assigned_to != actor.login:
        raise NotPermitted("cases.not_yours", case=row.id, by=row.assigned_to)


def move(row: CaseRow, to: State, *, waiting_for: WaitingFor | None = None, closed_as: ClosedAs | None = None) -> None:
    """Put a case into another state, its place in the queue with it; the caller records the act. Raises ``NotPermitted``."""
    rules.check_move(row.id, State(row.state), to)
    row.state, row.standing = to.value, rules.STANDING[to]
    row.waiting_for = waiting_for.value if waiting_for else None
    row.closed_as = closed_as.value if closed_as else None
    row.version += 1


def wait(session: Session, actor: Actor, case: str, what: WaitingFor) -> Case:
    """Wait for something; from today the clock stands still."""
    people.require(actor, Permission.ASSESS)
    row = hold(session, actor, case)
    held = stop_clock(session, row, what)
    records.append(session, Act(actor.login, "waiting", {"for": what.value}, case), [held, row])
    return forms.case(row)


def resume(session: Session, actor: Actor, case: str) -> Case:
    """Go on examining, whatever was waited for; the days waited are added to the day it is due. Raises ``NotPermitted`` for
    another's case."""
    people.require(actor, Permission.ASSESS)
    row = row_of(session, case, lock=True)
    check_theirs(row, actor)
    rules.check_move(case, State(row.state), State.EXAMINING)
    before = row.waited_days
    ended = start_clock(session, row)
    if State(row.state) is not State.EXAMINING:
        move(row, State.EXAMINING)
    content = {"waited_days": row.waited_days - before}
    records.append(session, Act(actor.login, "resumed", content, case), [*ended, row])
    return forms.case(row)


def stop_clock(session: Session, row: CaseRow, what: WaitingFor, about: str = "") -> HoldRow:
    """Let a case wait; one that waits already waits for this too, and its clock goes on standing still. The caller records the
    act with the row given back. Raises ``NotPermitted``."""
    today = session.info["clock"].today()
    if State(row.state) is State.WAITING:
        row.version += 1
    else:
        move(row, State.WAITING, waiting_for=what)
        row.waiting_since = today
    return holds.begin(session, row.id, what, about, today)


def start_clock(session: Session, row: CaseRow, about: str | None = None) -> list[HoldRow]:
    """What was waited for is over (all of it without ``about``): the case is examined again, unless something else is waited
    for. The caller records the act with the rows given back."""
    today = session.info["clock"].today()
    ended = holds.end(session, row.id, today, about)
    if State(row.state) is not State.WAITING or (about is not None and not ended):
        return ended
    others = holds.standing(session, row.id)
    if others:
        row.waiting_for, row.version = others[0].what.value, row.version + 1
    else:
        _count_waited(session, row, today)
        move(row, State.EXAMINING)
    return ended


def _count_waited(session: Session, row: CaseRow, today: date) -> None:
    """The days in which the clock stood still come on top of the day it is due; from today it goes again."""
    if row.waiting_since is None:
        return
    row.waited_days += max((today - row.waiting_since).days, 0)
    row.waiting_since = None
    period = shelf(session).get(framework_ref(row)).standard_period
    row.due_on = rules.due_on(row.received_on, period, row.waited_days)


def close(session: Session, actor: Actor, case: str, how: ClosedAs, why: str) -> Case:
    """End a case, one's own or as a supervisor any, without a decision or after its letter. Raises ``NotPermitted``."""
    people.require(actor, Permission.ISSUE)
    free_text.check(why)
    row = row_of(session, case, lock=True)
    if not people.may(actor.role, Permission.ASSIGN):
        check_theirs(row, actor)
    return end(session, actor, row, how, why)


def end(
    session: Session,
    actor: Actor,
    row: CaseRow,
    how: ClosedAs,
    why: str,
    more: Mapping[str, object] | None = None,
    rows: Sequence[Base] = (),
) -> Case:
    """End a case that the actor may end; ``more`` and ``rows`` tell of the turn behind it. Raises ``NotPermitted``."""
    rules.check_move(row.id, State(row.state), State.CLOSED)
    today = session.info["clock"].today()
    ended = holds.end(session, row.id, today)
    _count_waited(session, row, today)
    move(row, State.CLOSED, closed_as=how)
    content = {"as": how.value, "why": why, **(more or {})}
    records.append(session, Act(actor.login, "closed", content, row.id), [*ended, *rows, row])
    return forms.case(row)


def reopen(session: Session, actor: Actor, case: str, why: str) -> Case:
    """Take up an ended case again. Raises ``NotPermitted``, or ``BadInput`` without a reason."""
    people.require(actor, Permission.ASSIGN)
    if not why.strip():
        raise BadInput("cases.why_reopen", case=case)
    free_text.check(why)
    return open_again(session, actor, row_of(session, case, lock=True), why)


def open_again(
    session: Session,
    actor: Actor,
    row: CaseRow,
    why: str,
    more: Mapping[str, object] | None = None,
    rows: Sequence[Base] = (),
) -> Case:
    """Take up an ended case again; between its end and today the clock stood still. Raises ``NotPermitted``."""
    if State(row.state) not in (State.CLOSED, State.ISSUED):
        raise NotPermitted("cases.not_ended", case=row.id)
    row.waiting_since, before = _ended_on(session, row.id), row.waited_days
    _count_waited(session, row, session.info["clock"].today())
    move(row, State.EXAMINING)
    row.is_new = True
    content = {"why": why, "waited_days": row.waited_days - before, **(more or {})}
    records.append(session, Act(actor.login, "reopened", content, row.id), [*rows, row])
    return forms.case(row)


def _ended_on(session: Session, case: str) -> date | None:
    """The day in Japan on which a case ended: with its letter, or when it was closed without one."""
    ends = [each for each in records.of_case(session, case) if each.kind in ("issued", "closed", "reopened")]
    last = next((at for at in range(len(ends), 0, -1) if ends[at - 1].kind == "reopened"), 0)
    return ends[last].at.astimezone(JAPAN).date() if last < len(ends) else None


def set_framework(row: CaseRow, to: Framework) -> None:
    """Put a case under another version: its criteria and the day it is due with it; the caller counts what is found, and records it.

    Raises ``NotPermitted`` once the case has left the examiner's side of the desk, ``BadInput`` when that version has not the
    case's route.
    """
    rules.check_open(row.id, State(row.state))
    if row.route not in {route.key for route in to.routes}:
        raise BadInput("cases.no_route", route=row.route, framework=to.id, version=to.version)
    row.framework_version = to.version
    row.criteria, row.found = len(to.criteria_for(row.route)), 0
    row.due_on = rules.due_on(row.received_on, to.standard_period, row.waited_days)
    row.version += 1


def viewed(session: Session, actor: Actor, case: str, opened: bool = True) -> None:
    """Note that a person saw a case: once a person, case and day. Raises ``NotPermitted``, ``NotFound``.

    ``opened``: as a whole, so that it is no longer new for its examiner; a preview only shows how it stands.
    """
    people.require(actor, Permission.SEE_CASES)
    row = row_of(session, case)
    if opened and row.assigned_to == actor.login:
        row.is_new = False
    if not seen_today(session, actor, case):
        today = session.info["clock"].today().isoformat()
        records.append(session, Act(actor.login, "viewed", {"on": today}, case))


def seen_today(session: Session, actor: Actor, case: str) -> bool:
    """Whether it is already noted that this person saw this case today."""
    last = records.last_of_kind(session, case, "viewed", actor.login)
    return last is not None and last.content.get("on") == session.info["clock"].today().isoformat()


def _give(session: Session, actor: Actor, row: CaseRow, to: str, kind: str) -> None:
    before, row.assigned_to = row.assigned_to, to
    row.version += 1
    records.append(session, Act(actor.login, kind, {"to": to, "before": before}, row.id), [row])


def _in_force(session: Session, today: date, new: Sequence[NewCase]) -> dict[Kind, Framework | None]:
    here = shelf(session)
    return {kind: here.in_force(kind.value, today) for kind in {each.kind for each in new}}


def _known(session: Session, ids: Sequence[str]) -> dict[str, CaseRow]:
    rows: dict[str, CaseRow] = {}
    for start in range(0, len(ids), CHUNK):
        asked = select(CaseRow).where(CaseRow.id.in_(ids[start : start + CHUNK]))
        rows.update((row.id, row) for row in session.scalars(asked))
    return rows


def _disposed_of(session: Session, new: Sequence[NewCase]) -> Iterator[Bad]:
    gone = entombed.gone(session, [each.id for each in new])
    for each in new:
        if each.id in gone:
            yield Bad(each.line, "case", each.id, Message("retention.disposed", {"case": each.id}))


def _wrong(new: NewCase, known: Mapping[str, CaseRow], frameworks: Mapping[Kind, Framework | None]) -> Bad | None:
    framework = frameworks[new.kind]
    if framework is None:
        return Bad(new.line, "kind", new.kind.value, Message("cases.no_framework", {"kind": new.kind.value}))
    if new.route not in {route.key for route in framework.routes}:
        routes = ", ".join(route.key for route in framework.routes)
        what = {"route": new.route, "framework": framework.id, "version": framework.version, "known": routes}
        return Bad(new.line, "route", new.route, Message("cases.unknown_route", what))
    if new.id in known and (columns := forms.differing(new, known[new.id])):
        return Bad(
            new.line, columns[0], new.id, Message("cases.differs", {"case": new.id, "columns": ", ".join(columns)})
        )
    return None


def _make_units(session: Session, fresh: Sequence[NewCase]) -> tuple[str, ...]:
    there = set(session.scalars(select(UnitRow.key)))
    missing = tuple(dict.fromkeys(each.unit for each in fresh if each.unit not in there))
    session.add_all([UnitRow(key=unit) for unit in missing])
    session.flush()
    return missing


def _write(
    session: Session, actor: Actor, fresh: Sequence[NewCase], frameworks: Mapping[Kind, Framework | None]
) -> list[records.Entry]:
    rows = [forms.columns(each, framework) for each in fresh if (framework := frameworks[each.kind])]
    bulk.put(session, CaseRow, rows)
    # In the order of the index, whose pages would otherwise be visited at random.
    pairs = sorted((gram, row["id"]) for row in rows for gram in grams(row["folded"]))
    bulk.put(session, CaseGramRow, [{"gram": gram, "case_id": case} for gram, case in pairs])
    forms_told = evidence.insert_applications(session, [forms.application(each) for each in fresh])
    return [
        (
            Act(
                actor.login,
                "received",
                {
                    "kind": row["kind"],
                    "route": row["route"],
                    "unit": row["unit"],
                    "framework": [row["framework_id"], row["framework_version"]],
                },
                row["id"],
            ),
            [told.of_values(CaseRow, row), forms_told[row["id"]]],
        )
        for row in rows
    ]


def _chunks(fresh: Sequence[NewCase]) -> Iterator[Sequence[NewCase]]:
    for start in range(0, len(fresh), CHUNK):
        yield fresh[start : start + CHUNK]
