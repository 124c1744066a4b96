"""Verbs of the record: append an act, read it back, answer a repeated command."""

import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain as chained
from typing import Any, TypeVar

from sqlalchemy import Row, String, func, select, type_coerce
from sqlalchemy.orm import Session

from models.errors import BadInput
from models.records import chain, tombstones, verify
from models.records.signing import service as signing
from models.records.signing.service import CHECKPOINT, SIGNATURE, SIGNED, WITNESSED
from models.records.tables import KIND_IN_CASE, ChainHeadRow, CommandRow, EventRow
from models.records.values import ITSELF, QUIET, Act, Broken, Event, Prefix, Restoration, Standing, Verification
from models.store import bulk, ledger, reading, settings, told
from models.store.base import Base, moment_text
from models.store.canonical import canonical

T = TypeVar("T")
Entry = tuple[Act, Sequence[told.Told]]
HEAD = 1
VERIFIED = "records.verified"
ANCHORED = SIGNED | {CHECKPOINT, "restored"}
"""Behind these an anchor is due at once."""
_SLACK = timedelta(seconds=1)
_JUMP = timedelta(days=1)
_BATCH = 5_000
_MANY = 500
_OF_CASE = reading.of_case(EventRow, "seq")


def append(session: Session, act: Act, rows: Iterable[Base] = ()) -> Event:
    """Record one act in the caller's transaction; ``rows`` are what it wrote (their digests go into the event)."""
    session.flush()
    return append_many(session, [(act, [told.of_row(row) for row in rows])])[-1]


def append_many(session: Session, entries: Sequence[Entry]) -> list[Event]:
    """Record many acts of one command in their order. All get the same moment."""
    if not entries:
        return []
    tie = _link if session.info.get("ledger") is None else _hand_over
    events = tie(session, entries)
    more = (
        tie(session, [(signing.checkpoint(session, events[-1]), ())]) if signing.checkpoint_due(session, events) else []
    )
    _tell_outside(session, [*events, *more])
    return events


def _link(session: Session, entries: Sequence[Entry]) -> list[Event]:
    """Tie the acts to the chain here, with its key."""
    key: bytes = session.info["chain"]
    head = _head(session)
    seq, last = (head.seq, head.link) if head else (0, chain.GENESIS)
    at, steps = _moment(session, head)
    written, events = [], []
    for act, rows in entries:
        seq += 1
        content, held = _said_of(session, act, rows, steps, (seq, at, last))
        last = chain.link(key, last, held)
        written.append({**held._asdict(), "at": at, "case_id": act.case, "link": last})
        events.append(Event(seq, at, act.who, act.kind, act.case, content, last))
    for row in written:
        del row["case"]
    bulk.put(session, EventRow, written)
    _move_head(session, head, ChainHeadRow(id=HEAD, seq=seq, at=at, link=last, seal=chain.seal(key, seq, last)))
    return events


def _hand_over(session: Session, entries: Sequence[Entry]) -> list[Event]:
    """A server ties them itself; only what a person signs needs the link before it."""
    book: ledger.Ledger = session.info["ledger"]
    stands = book.head(session)
    seq, last = (stands.seq, stands.link) if stands else (0, chain.GENESIS)
    at, steps = _moment(session, stands)
    events: list[Event] = []
    for part in _parts(entries):
        said, contents = [], []
        for number, (act, rows) in enumerate(part, seq + 1):
            content, held = _said_of(session, act, rows, steps, (number, at, last))
            said.append(ledger.Said(act.who, act.kind, act.case, held.content))
            contents.append(content)
        links_ = book.append(session, at, said)
        for (act, _), content, last in zip(part, contents, links_, strict=True):
            seq += 1
            events.append(Event(seq, at, act.who, act.kind, act.case, content, last))
    return events


def _parts(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """Many at once; but a signed act begins a part, because its signature holds the link before it."""
    start = 0
    for place, (act, _) in enumerate(entries):
        if place > start and (act.kind in SIGNED | WITNESSED or place - start >= _BATCH):
            yield entries[start:place]
            start = place
    yield entries[start:]


def _said_of(
    session: Session, act: Act, rows: Sequence[told.Told], steps: Mapping[str, float], place: tuple[int, datetime, str]
) -> tuple[Mapping[str, object], chain.Held]:
    """What an act says at its place (number, moment, the link before it), and its bytes; signed where two people decide."""
    seq, at, last = place
    if act.case is None:
        rows = [*rows, *(told.of_row(row) for row in session.info.pop(settings.TO_TELL, ()))]
    content: Mapping[str, object] = _content(act, rows, steps)
    held = chain.Held(seq, moment_text(at), act.who, act.kind, act.case, canonical(content), "")
    signer = signing.signer_of(session, act)
    if signer is not None:
        content = {**content, SIGNATURE: signing.signature(signer, held, last)}
        held = held._replace(content=canonical(content))
    return tombstones.words(content), held


def _tell_outside(session: Session, events: Sequence[Event]) -> None:
    """Behind the commit, whoever listens learns where the record stands, and whether an anchor is due at once."""
    session.info["standing"] = Standing(events[-1].seq, events[-1].link, events[-1].at)
    worked = [each for each in events if each.kind not in ITSELF]
    if worked:
        session.info["worked"] = Standing(worked[-1].seq, worked[-1].link, worked[-1].at)
    due = next((each.kind for each in events if each.kind in ANCHORED), None)
    session.info["anchor_now"] = due or session.info.get("anchor_now")


def next_seq(session: Session) -> int:
    """The number that the next event of this transaction will get."""
    book: ledger.Ledger | None = session.info.get("ledger")
    head = _head(session) if book is None else book.head(session)
    return head.seq + 1 if head else 1


def now(session: Session) -> datetime:
    """The moment of the office's clock."""
    moment: datetime = session.info["clock"].now()
    return moment


def page(session: Session, after: int | None = None, size: int = 200, case: str | None = None) -> tuple[Event, ...]:
    """Events, newest first; ``after`` is the ``seq`` of the last one already seen."""
    asked = select(EventRow).order_by(EventRow.seq.desc()).limit(size)
    if after is not None:
        asked = asked.where(EventRow.seq < after)
    if case is not None:
        asked = asked.where(EventRow.case_id == case)
    return tuple(_event(row) for row in session.scalars(asked))


def of_case(session: Session, case: str) -> tuple[Event, ...]:
    """The events of a case, oldest first."""
    return tuple(_event(row) for row in reading.rows(session, _OF_CASE, case=case))


def spoken(session: Session, case: str) -> Iterator[dict[str, Any]]:
    """The events of a case as their bytes lie in the record, oldest first, each with the link before it."""
    rows = list(_held(session, 0, case))
    before = links(session, (each.seq - 1 for each in rows))
    for each in rows:
        yield {**each._asdict(), "previous": before.get(each.seq - 1, chain.GENESIS)}


def last_act(session: Session, case: str) -> int:
    """The number of the last event that changed something about a case (that somebody saw it does not)."""
    asked = select(func.max(EventRow.seq)).where(EventRow.case_id == case, EventRow.kind.not_in(QUIET))
    return session.scalar(asked) or 0


def last_of_kind(session: Session, case: str, kind: str, who: str) -> Event | None:
    """The newest event of a kind that a person made on a case."""
    asked = select(EventRow).where(EventRow.case_id == case, KIND_IN_CASE.in_((kind,)), EventRow.who == who)
    row = session.scalars(asked.order_by(EventRow.seq.desc()).limit(1)).first()
    return None if row is None else _event(row)


def once(session: Session, kind: str, do: Callable[[], T], keep: Callable[[T], Any], recall: Callable[[Any], T]) -> T:
    """Do a command, or give the first answer again when its idempotency key was already answered.

    ``keep`` turns the answer into a JSON value, ``recall`` finds the answer again. Raises ``BadInput`` when the key was
    used for another kind of command.
    """
    key = session.info.get("key")
    if key is None:
        return do()
    row = session.get(CommandRow, key)
    if row is None:
        answer = do()
        session.add(CommandRow(key=key, kind=kind, seq=next_seq(session) - 1, answer=keep(answer)))
        session.flush()
        return answer
    if row.kind != kind:
        raise BadInput("records.key_used", key=key, kind=row.kind)
    return recall(row.answer)


def _head(session: Session) -> ChainHeadRow | None:
    # Locked, so that two writers on a server never fork the chain.
    return session.get(ChainHeadRow, HEAD, with_for_update=True)


def _moment(session: Session, head: ChainHeadRow | ledger.Stood | None) -> tuple[datetime, Mapping[str, float]]:
    """Never before the last event; how far the clock was set back, or jumped ahead, in seconds, is noted."""
    at, steps = now(session), dict[str, float]()
    stepped = _stepped(session, at)
    if stepped is not None and stepped > _JUMP.total_seconds():
        steps["clock_jumped"] = round(stepped, 3)
    back = max((head.at - at).total_seconds() if head else 0.0, -(stepped or 0.0))
    if back > _SLACK.total_seconds():
        steps["clock_set_back"] = round(back, 3)
    return (head.at if head and at < head.at else at), steps


def _stepped(session: Session, at: datetime) -> float | None:
    """How far the wall clock moved beyond the clock that nobody sets, since this office's last act; ``None``: unknown.

    A computer that sleeps may stop that clock too: only more than a day ahead is called a jump.
    """
    pulse, tick = session.info.get("pulse"), session.info["clock"].elapsed()
    if pulse is None or tick is None:
        return None
    before: tuple[datetime, float] | None = pulse.get("last")
    pulse["last"] = (at, tick)
    return None if before is None else (at - before[0]).total_seconds() - (tick - before[1])


def _content(act: Act, rows: Sequence[told.Told], steps: Mapping[str, float]) -> dict[str, object]:
    content = dict(act.content)
    if rows:
        content[verify.ROWS] = {name: digest for _, name, digest in rows}
    if act.key is not None:
        content["key"] = act.key
    if act.case is not None:
        content[tombstones.SALT] = tombstones.new_salt()
    return {**content, **steps}


def _move_head(session: Session, head: ChainHeadRow | None, new: ChainHeadRow) -> None:
    if head is None:
        session.add(new)
    else:
        head.seq, head.at, head.link, head.seal = new.seq, new.at, new.link, new.seal
    session.flush()


def _event(row: EventRow | Row[Any]) -> Event:
    return Event(
        row.seq, row.at, row.who, row.kind, row.case_id, tombstones.words(tombstones.told(row.content)), row.link
    )


def standing(session: Session) -> Standing:
    """Where the record stands."""
    row = session.get(ChainHeadRow, HEAD)
    return Standing(row.seq, row.link, row.at) if row else Standing(0, chain.GENESIS)


def links(session: Session, seqs: Iterable[int]) -> dict[int, str]:
    """The links of these events, as far as there are such."""
    wanted, found = sorted(set(seqs)), dict[int, str]()
    for start in range(0, len(wanted), _MANY):
        asked = select(EventRow.seq, EventRow.link).where(EventRow.seq.in_(wanted[start : start + _MANY]))
        found.update((row.seq, row.link) for row in session.execute(asked))
    return found


def acts_after(session: Session, seq: int, but: Iterable[str] = ()) -> int:
    """How many events stand behind number ``seq``, those of the kinds in ``but`` left out."""
    asked = select(func.count()).where(EventRow.seq > seq, EventRow.kind.not_in(list(but)))
    return session.scalar(asked.select_from(EventRow)) or 0


def restorations(session: Session) -> tuple[Restoration, ...]:
    """Every restore that the record tells of."""
    rows = session.scalars(select(EventRow).where(EventRow.kind == "restored").order_by(EventRow.seq))
    said = ((row.seq, tombstones.told(row.content)) for row in rows)
    return tuple(Restoration(seq, _number(c.get("replaced_seq")), _number(c.get("replaced_from"))) for seq, c in said)


def _number(said: object) -> int:
    return said if isinstance(said, int) else 0


def last_said(session: Session, kind: str) -> Event | None:
    """The newest event of a kind, of any case."""
    row = session.scalars(select(EventRow).where(EventRow.kind == kind).order_by(EventRow.seq.desc()).limit(1)).first()
    return None if row is None else _event(row)


def said(session: Session, kinds: Iterable[str]) -> tuple[Event, ...]:
    """Every event of these kinds, of any case, oldest first."""
    asked = select(EventRow).where(EventRow.kind.in_(list(kinds))).order_by(EventRow.seq)
    return tuple(_event(row) for row in session.scalars(asked))


def prefix(session: Session) -> Prefix | None:
    """How far the record was already found whole; ``None`` when nothing, or nothing authentic, says so."""
    kept = settings.get(session, VERIFIED)
    if kept is None:
        return None
    expected = chain.prefix_seal(session.info["chain"], kept["seq"], kept["link"], kept["full_at"])
    if not hmac.compare_digest(kept["seal"], expected):
        return None
    return Prefix(kept["seq"], kept["link"], datetime.fromisoformat(kept["full_at"]))


def remember(session: Session, known: Prefix) -> None:
    """Keep how far the record was found whole, under a seal of the chain's key."""
    full_at = moment_text(known.full_at)
    seal = chain.prefix_seal(session.info["chain"], known.seq, known.link, full_at)
    settings.put(session, VERIFIED, {"seq": known.seq, "link": known.link, "full_at": full_at, "seal": seal})


def verification_since(session: Session, known: Prefix, progress: verify.Progress | None = None) -> Verification | None:
    """Walk only what was added behind a verified prefix. ``None``: it does not fit, so walk everything."""
    if links(session, [known.seq]).get(known.seq) != known.link:
        return None
    head = _head_as_it_stands(session)
    count = session.scalar(select(func.count()).select_from(EventRow)) or 0
    broken = _broken_link(session, count, head, progress, (known.seq, known.link))
    if broken is not None or count != (head.seq if head else 0):
        return None
    return Verification(count, None, now(session), whole=False)


def verification(
    session: Session, tables: Sequence[type[Base]], progress: verify.Progress | None = None
) -> Verification:
    """Walk the whole record: the chain, its head, and every row of ``tables`` against what the events say of it."""
    count = session.scalar(select(func.count()).select_from(EventRow)) or 0
    head = _head_as_it_stands(session)
    broken = _broken_link(session, count, head, progress)
    if broken is None and not ledger.sees_all(session):
        return Verification(count, None, now(session), whole=False)
    broken = broken or _moment_broken(session, count)
    if broken is None:
        broken = _row_broken(session, tables)
        if broken is not None:
            # What was written in other words and says the same is no breach: only now is it worth reading each value.
            broken = _row_broken(session, tables, exactly=True)
    return Verification(count, broken, now(session))


def _row_broken(session: Session, tables: Sequence[type[Base]], *, exactly: bool = False) -> Broken | None:
    free = frozenset(table.__tablename__ for table in tables if table.told_when_said)
    rows = [told.held(session, table, exactly=exactly) for table in tables]
    return verify.first_broken_row(_said(session), rows, free)


def _broken_link(
    session: Session,
    count: int,
    head: verify.Head | None,
    progress: verify.Progress | None,
    known: tuple[int, str] = (0, chain.GENESIS),
) -> Broken | None:
    """Walk the chain behind what is known: here, or where its key is."""
    book: ledger.Ledger | None = session.info.get("ledger")
    if book is None:
        events = verify.Events(count, lambda after: _held(session, max(after, known[0])))
        return verify.first_broken_link(session.info["chain"], events, head, progress, known)
    found = book.walk(session, *known, count, progress)
    return Broken(found.broken, found.kind, found.case) if found.broken else None


def _head_as_it_stands(session: Session) -> verify.Head | None:
    """The head column by column: a moment in it that cannot be read is damage to be named, no fault of the walk."""
    asked = select(ChainHeadRow.seq, ChainHeadRow.link, ChainHeadRow.seal).where(ChainHeadRow.id == HEAD)
    row = session.execute(asked).one_or_none()
    return verify.Head(*row) if row else None


def _moment_broken(session: Session, count: int) -> Broken | None:
    """The head's moment is the last event's; its seal does not speak of it."""
    head = session.scalar(select(type_coerce(ChainHeadRow.at, String)).where(ChainHeadRow.id == HEAD))
    last = session.scalar(select(type_coerce(EventRow.at, String)).order_by(EventRow.seq.desc()).limit(1))
    return None if head == last else Broken(count, "clock", None)


def _held(session: Session, after: int, case: str | None = None) -> Iterator[chain.Held]:
    asked = select(*signing.HELD).where(EventRow.seq > after).order_by(EventRow.seq)
    if case is not None:
        asked = asked.where(EventRow.case_id == case)
    for row in session.execute(asked.execution_options(yield_per=_BATCH)):
        yield chain.Held(*row)


def _said(session: Session) -> Iterator[verify.Said]:
    """Those of no case first, then case by case."""
    columns = select(EventRow.case_id, EventRow.seq, EventRow.content)
    free = columns.where(EventRow.case_id.is_(None)).order_by(EventRow.seq)
    bound = columns.where(EventRow.case_id.is_not(None)).order_by(EventRow.case_id, EventRow.seq)
    for row in chained(
        session.execute(free.execution_options(yield_per=_BATCH)),
        session.execute(bound.execution_options(yield_per=_BATCH)),
    ):
        yield verify.Said(row[0] or "", row[1], row[2])
