"""Verbs of retention: how a case is kept, hold it back, note what starts its years, propose its disposal."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.cases.standing import service as standing
from models.cases.tables import CaseRow
from models.cases.turns.tables import TurnRow
from models.cases.values import ClosedAs, State
from models.decisions.tables import RoundRow
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted
from models.evidence import free_text
from models.households.tables import DistinctionRow, FindingCopyRow
from models.people import rules as people
from models.people.values import Actor, Permission
from models.reapplications.tables import EarlierRow
from models.records import service as records
from models.records import tombstones as stones
from models.records.tables import KIND_IN_CASE, EventRow, TombstoneRow
from models.records.values import Act
from models.retention import forms, rules
from models.retention.tables import BatchRow, HoldRow, ItemRow, NoteRow
from models.retention.values import Batch, Ended, Ends, Hold, Kept, Show, Tombstone
from models.store.canonical import canonical
from models.store.clock import JAPAN

_ENDED = (State.ISSUED.value, State.CLOSED.value)
_STEP = 500
_ENDS = ("issued", "closed", "correction_issued")
_CITING = ((EarlierRow, "earlier"), (FindingCopyRow, "from_case"), (DistinctionRow, "other_case"))


def kept(session: Session, case: str) -> Kept | None:
    """How a case is kept; ``None`` while it is open. Raises ``NotFound``."""
    return _kept(session, [cases.row_of(session, case)])[0] if standing.row_of(session, case).state in _ENDED else None


def ended(state: str) -> bool:
    """Whether a case in this state is kept for a time, and then disposed of."""
    return state in _ENDED


def listing(
    session: Session, show: Show = Show.ALL, retention: str = "", after: str = "", size: int = 200
) -> tuple[Kept, ...]:
    """Ended cases in the order of their numbers, ``size`` at most, behind number ``after``."""
    today: date = session.info["clock"].today()
    found = (
        each for each in _walk(session, after) if _shown(each, show, today) and retention in ("", each.retention.key)
    )
    return tuple(islice(found, size))


def _shown(each: Kept, show: Show, today: date) -> bool:
    return {
        Show.DUE: each.due(today) and not each.batch,
        Show.HELD: each.hold is not None,
        Show.UNKNOWN: each.earliest_on is None,
        Show.PROPOSED: bool(each.batch),
        Show.ALL: True,
    }[show]


def _walk(session: Session, after: str) -> Iterator[Kept]:
    while True:
        asked = select(CaseRow).where(CaseRow.state.in_(_ENDED), CaseRow.id > after).order_by(CaseRow.id).limit(_STEP)
        rows = session.scalars(asked).all()
        if not rows:
            return
        yield from _kept(session, rows)
        after = rows[-1].id


def several(session: Session, numbers: Sequence[str]) -> tuple[Kept, ...]:
    """These cases. Raises ``NotFound``, ``BadInput`` for one that is open."""
    rows = [cases.row_of(session, each, lock=True) for each in numbers]
    if still := [row.id for row in rows if row.state not in _ENDED]:
        raise BadInput("retention.still_open", cases="、".join(still))
    return tuple(_kept(session, rows))


def _kept(session: Session, rows: Sequence[CaseRow]) -> list[Kept]:
    """What is asked of many cases is asked at once."""
    ids = [row.id for row in rows]
    ended = {case: at.astimezone(JAPAN).date() for case, at in session.execute(
        select(EventRow.case_id, func.max(EventRow.at)).where(EventRow.case_id.in_(ids), KIND_IN_CASE.in_(_ENDS))
        .group_by(EventRow.case_id))}  # fmt: skip
    decided = {row.case_id: row for row in session.scalars(
        select(RoundRow).join(CaseRow, (CaseRow.id == RoundRow.case_id) & (CaseRow.round == RoundRow.round))
        .where(CaseRow.id.in_(ids)))}  # fmt: skip
    notes = {row.case_id: row for row in session.scalars(
        select(NoteRow).where(NoteRow.case_id.in_(ids)).order_by(NoteRow.case_id, NoteRow.number))}  # fmt: skip
    suits = set(session.scalars(select(TurnRow.case_id).where(TurnRow.case_id.in_(ids), TurnRow.ground == "court")))
    holds = {row.case_id: forms.hold(row) for row in session.scalars(
        select(HoldRow).where(HoldRow.case_id.in_(ids), HoldRow.lifted_at.is_(None)))}  # fmt: skip
    citing, batches = _citing(session, ids), _batched(session, ids)
    made = []
    for row in rows:
        note, day = notes.get(row.id), ended.get(row.id, row.received_on)
        about = _about(row, decided.get(row.id), day, note, row.id in suits)
        of = rules.class_of(about)
        begins = rules.starts_on(about, of)
        made.append(
            Kept(
                row.id, row.kind, row.unit, about.ends, day, of, begins, rules.earliest_on(begins, of),
                holds.get(row.id), tuple(sorted(citing.get(row.id, ()))), batches.get(row.id, 0),
            )
        )  # fmt: skip
    return made


def _about(row: CaseRow, decided: RoundRow | None, day: date, note: NoteRow | None, suit: bool) -> Ended:
    if row.state == State.ISSUED.value or row.closed_as == ClosedAs.ISSUED.value:
        assert decided is not None
        ends, until = Ends(decided.outcome), rules.effect_until(day, decided.period)
    else:
        ends, until = Ends(row.closed_as or Ends.LAPSED), None
    return Ended(row.kind, ends, day, suit or (note is not None and note.suit), note.on if note else None, until)


def _citing(session: Session, ids: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for table, name in _CITING:
        column = getattr(table, name)
        for cited, by in session.execute(select(column, table.case_id).where(column.in_(ids))):
            found.setdefault(cited, set()).add(by)
    for cited, by in _shared(session, ids):
        found.setdefault(cited, set()).add(by)
    return found


def _shared(session: Session, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """From which of these cases evidence was entered in another: its source there names the case it came from."""
    asked = select(EventRow.case_id, EventRow.content).where(EventRow.kind == "evidence_shared")
    if len(ids) == 1:
        asked = asked.where(EventRow.content.contains(f'"from_case":{canonical(ids[0])}', autoescape=True))
    wanted = frozenset(ids)
    for by, content in session.execute(asked):
        cited = stones.told(content).get("from_case")
        if isinstance(cited, str) and cited in wanted and by not in (None, cited):
            yield cited, by


def _batched(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """The open batch of each case that is in one."""
    asked = (
        select(ItemRow.subject, ItemRow.batch)
        .join(BatchRow, BatchRow.number == ItemRow.batch)
        .where(BatchRow.approved_by.is_(None), BatchRow.declined_by.is_(None), ItemRow.subject.in_(ids))
    )
    return {row.subject: row.batch for row in session.execute(asked)}


# ---- acts
def hold(session: Session, actor: Actor, case: str, why: str) -> Hold:
    """Hold a case back, open or ended. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (no reason, held already)."""
    people.require(actor, Permission.KEEP_RETENTION)
    cases.row_of(session, case, lock=True)
    why = reason(why)
    if _open_hold(session, case) is not None:
        raise BadInput("retention.held_already", case=case)
    row = HoldRow(
        case_id=case, number=_next(session, HoldRow, case), why=why, by=actor.login, at=records.now(session),
        lifted_by=None, lifted_at=None, lifted_why=None,
    )  # fmt: skip
    session.add(row)
    records.append(session, Act(actor.login, "hold_placed", {"number": row.number, "why": why}, case), [row])
    return forms.hold(row)


def lift(session: Session, actor: Actor, case: str, why: str) -> Hold:
    """Lift the hold of a case. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (no reason, not held)."""
    people.require(actor, Permission.KEEP_RETENTION)
    cases.row_of(session, case, lock=True)
    why, row = reason(why), _open_hold(session, case)
    if row is None:
        raise BadInput("retention.not_held", case=case)
    row.lifted_by, row.lifted_at, row.lifted_why = actor.login, records.now(session), why
    records.append(session, Act(actor.login, "hold_lifted", {"number": row.number, "why": why}, case), [row])
    return forms.hold(row)


def hold_of(session: Session, case: str) -> Hold | None:
    """What holds a case back now."""
    row = _open_hold(session, case)
    return None if row is None else forms.hold(row)


def note(session: Session, actor: Actor, case: str, on: date | None, suit: bool, why: str) -> Kept:
    """Note the day that starts a case's years (a departure, a death, the end of a suit), and whether there was a suit.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (open, no reason, a day before it ended or still to come).
    """
    people.require(actor, Permission.KEEP_RETENTION)
    before = several(session, [case])[0]
    why = reason(why)
    if on is not None and not before.ended_on <= on <= session.info["clock"].today():
        raise BadInput("retention.bad_start", case=case, ended=before.ended_on.isoformat())
    row = NoteRow(
        case_id=case, number=_next(session, NoteRow, case), on=on, suit=suit, why=why, by=actor.login,
        at=records.now(session),
    )  # fmt: skip
    session.add(row)
    content = {"number": row.number, "on": on.isoformat() if on else None, "suit": suit, "why": why}
    records.append(session, Act(actor.login, "retention_noted", content, case), [row])
    return several(session, [case])[0]


def propose(session: Session, actor: Actor, numbers: Sequence[str], why: str) -> Batch:
    """Propose cases for disposal; somebody else approves. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (none, too many,
    open), ``CheckFailed`` with what stands against each."""
    people.require(actor, Permission.PROPOSE_DISPOSAL)
    listed = list(dict.fromkeys(numbers))
    if not listed or len(listed) > rules.MOST:
        raise BadInput("retention.batch_size", most=rules.MOST)
    free_text.check(why)
    found = several(session, listed)
    if twice := sorted(each.case for each in found if each.batch):
        raise BadInput("retention.proposed_already", cases="、".join(twice))
    check(session, found)
    number = (session.scalar(select(func.max(BatchRow.number))) or 0) + 1
    items = [
        ItemRow(batch=number, place=place, subject=each.case, retention=each.retention.key,
                started_on=each.started_on, earliest_on=each.earliest_on, salt=stones.new_salt())
        for place, each in enumerate(found, 1)
    ]  # fmt: skip
    row = BatchRow(
        number=number, why=why.strip(), digest=forms.digest(items), proposed_by=actor.login,
        proposed_at=records.now(session), approved_by=None, approved_at=None, declined_by=None, declined_at=None,
        declined_why=None,
    )  # fmt: skip
    session.add(row)
    session.flush()
    session.add_all(items)
    content = {"batch": number, "cases": len(items), "digest": row.digest, "why": row.why}
    records.append(session, Act(actor.login, "disposal_proposed", content), [row, *items])
    return batch(session, number)


def check(session: Session, found: Sequence[Kept]) -> None:
    """Raises ``CheckFailed`` with what stands against the disposal of these cases together today."""
    together, today = frozenset(each.case for each in found), session.info["clock"].today()
    problems = tuple(one for each in found for one in rules.obstacles(each, together, today))
    if problems:
        raise CheckFailed("retention.not_yet", problems, number=len({each.place for each in problems}))


def decline(session: Session, actor: Actor, number: int, why: str) -> Batch:
    """Answer a batch with no; who proposed it may take it back. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    row = open_batch(session, number)
    if row.proposed_by != actor.login:
        people.require(actor, Permission.APPROVE_DISPOSAL)
    why = reason(why)
    row.declined_by, row.declined_at, row.declined_why = actor.login, records.now(session), why
    records.append(session, Act(actor.login, "disposal_declined", {"batch": number, "why": why}), [row])
    return batch(session, number)


# ---- reading
def batch(session: Session, number: int) -> Batch:
    """One batch. Raises ``NotFound``."""
    row = session.get(BatchRow, number)
    if row is None:
        raise NotFound("retention.no_batch", number=number)
    items = session.scalars(select(ItemRow).where(ItemRow.batch == number).order_by(ItemRow.place))
    return forms.batch(row, items)


def batches(session: Session) -> tuple[Batch, ...]:
    """Every batch, the newest first."""
    items: dict[int, list[ItemRow]] = {}
    for each in session.scalars(select(ItemRow).order_by(ItemRow.batch, ItemRow.place)):
        items.setdefault(each.batch, []).append(each)
    rows = session.scalars(select(BatchRow).order_by(BatchRow.number.desc()))
    return tuple(forms.batch(row, items.get(row.number, ())) for row in rows)


def tombstones(session: Session, after: int | None = None, size: int = 200) -> tuple[Tombstone, ...]:
    """What stayed of disposed cases, the newest first; ``after``: the event of the last one already seen."""
    asked = select(TombstoneRow).order_by(TombstoneRow.seq.desc()).limit(size)
    return tuple(
        map(forms.tombstone, session.scalars(asked if after is None else asked.where(TombstoneRow.seq < after)))
    )


def open_batch(session: Session, number: int) -> BatchRow:
    """A batch that nobody answered yet, locked. Raises ``NotFound``, ``NotPermitted``."""
    row = session.get(BatchRow, number, with_for_update=True)
    if row is None:
        raise NotFound("retention.no_batch", number=number)
    if row.approved_by is not None or row.declined_by is not None:
        raise NotPermitted("retention.answered", number=number)
    return row


def reason(why: str) -> str:
    """The reason, tidied. Raises ``BadInput`` without one, or with a My Number or what cannot be kept in it."""
    if not why.strip():
        raise BadInput("retention.no_why")
    free_text.check(why)
    return why.strip()


def _open_hold(session: Session, case: str) -> HoldRow | None:
    return session.scalars(select(HoldRow).where(HoldRow.case_id == case, HoldRow.lifted_at.is_(None))).first()


def _next(session: Session, table: type[HoldRow] | type[NoteRow], case: str) -> int:
    return (session.scalar(select(func.max(table.number)).where(table.case_id == case)) or 0) + 1
