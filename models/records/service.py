"""Verbs of the record: append an act, read it back, answer a repeated command."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import chain as chained
from typing import Any, TypeVar

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from models.errors import BadInput
from models.records import chain, verify
from models.records.tables import ChainHeadRow, CommandRow, EventRow
from models.records.values import Act, Event, Verification
from models.store import bulk, settings, told
from models.store.base import Base, moment_text
from models.store.canonical import canonical

T = TypeVar("T")
Entry = tuple[Act, Sequence[told.Told]]
HEAD = 1
_SLACK = timedelta(seconds=1)
_BATCH = 5_000


def append(session: Session, act: Act, rows: Iterable[Base] = ()) -> Event:
    """Record one act in the caller's transaction; ``rows`` are what it wrote (their digests go into the event)."""
    session.flush()
    return append_many(session, [(act, [told.of_row(row) for row in rows])])[-1]


def append_many(session: Session, entries: Sequence[Entry]) -> list[Event]:
    """Record many acts of one command in their order. All get the same moment."""
    if not entries:
        return []
    key: bytes = session.info["chain"]
    head = _head(session)
    seq, last = (head.seq, head.link) if head else (0, chain.GENESIS)
    at, set_back = _moment(session, head)
    written, events = [], []
    for act, rows in entries:
        seq += 1
        if act.case is None:
            rows = [*rows, *(told.of_row(row) for row in session.info.pop(settings.TO_TELL, ()))]
        content = _content(act, rows, set_back)
        held = chain.Held(seq, moment_text(at), act.who, act.kind, act.case, canonical(content), "")
        last = chain.link(key, last, held)
        written.append(
            {
                "seq": seq,
                "at": at,
                "who": act.who,
                "kind": act.kind,
                "case_id": act.case,
                "content": held.content,
                "link": last,
            }
        )
        events.append(Event(seq, at, act.who, act.kind, act.case, content, last))
    bulk.put(session, EventRow, written)
    _move_head(session, head, ChainHeadRow(id=HEAD, seq=seq, at=at, link=last, seal=chain.seal(key, seq, last)))
    return events


def next_seq(session: Session) -> int:
    """The number that the next event of this transaction will get."""
    head = _head(session)
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
    asked = select(EventRow).where(EventRow.case_id == case).order_by(EventRow.seq)
    return tuple(_event(row) for row in session.scalars(asked))


def last_act(session: Session, case: str) -> int:
    """The number of the last event that changed something about a case (that somebody saw it does not)."""
    asked = select(func.max(EventRow.seq)).where(EventRow.case_id == case, EventRow.kind != "viewed")
    return session.scalar(asked) or 0


def last_of_kind(session: Session, case: str, kind: str, who: str) -> Event | None:
    """The newest event of a kind that a person made on a case."""
    asked = select(EventRow).where(EventRow.case_id == case, EventRow.kind == kind, EventRow.who == who)
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


def _moment(session: Session, head: ChainHeadRow | None) -> tuple[datetime, float]:
    """Never before the last event; how far the clock was set back, in seconds, is noted."""
    at = now(session)
    if head is None or at >= head.at:
        return at, 0.0
    back = head.at - at
    return head.at, back.total_seconds() if back > _SLACK else 0.0


def _content(act: Act, rows: Sequence[told.Told], set_back: float) -> dict[str, object]:
    content = dict(act.content)
    if rows:
        content[verify.ROWS] = {name: digest for _, name, digest in rows}
    if act.key is not None:
        content["key"] = act.key
    if set_back:
        content["clock_set_back"] = round(set_back, 3)
    return content


def _move_head(session: Session, head: ChainHeadRow | None, new: ChainHeadRow) -> None:
    if head is None:
        session.add(new)
    else:
        head.seq, head.at, head.link, head.seal = new.seq, new.at, new.link, new.seal
    session.flush()


def _event(row: EventRow) -> Event:
    return Event(row.seq, row.at, row.who, row.kind, row.case_id, json.loads(row.content), row.link)


def verification(
    session: Session, tables: Sequence[type[Base]], progress: verify.Progress | None = None
) -> Verification:
    """Walk the whole record: the chain, its head, and every row of ``tables`` against what the events say of it."""
    count = session.scalar(select(func.count()).select_from(EventRow)) or 0
    row = session.get(ChainHeadRow, HEAD)
    head = verify.Head(row.seq, row.link, row.seal) if row else None
    events = verify.Events(count, lambda after: _held(session, after))
    broken = verify.first_broken_link(session.info["chain"], events, head, progress)
    if broken is None:
        rows = [map(verify.Told._make, told.held(session, table)) for table in tables]
        free = frozenset(table.__tablename__ for table in tables if table.told_when_said)
        broken = verify.first_broken_row(_said(session), rows, free)
    return Verification(count, broken, now(session))


def _held(session: Session, after: int) -> Iterator[chain.Held]:
    asked = (
        select(
            EventRow.seq,
            type_coerce(EventRow.at, String),
            EventRow.who,
            EventRow.kind,
            EventRow.case_id,
            EventRow.content,
            EventRow.link,
        )
        .where(EventRow.seq > after)
        .order_by(EventRow.seq)
    )
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
