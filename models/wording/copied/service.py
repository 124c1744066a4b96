"""Verbs of copied reasoning: keep the fingerprints up with the record, find who said the same."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.records.tables import EventRow
from models.records.values import Broken
from models.store import ledger, settings
from models.store.clock import JAPAN
from models.wording.copied import blocks
from models.wording.copied.compare import Overlap, overlap, own_part
from models.wording.copied.prints import folded, prints
from models.wording.copied.tables import ReasonBlockRow
from models.wording.copied.values import Copied

KEPT = "wording.blocks"
"""The setting that says up to which event the fingerprints go."""
_KINDS = ("finding_recorded", "proposed", "proposal_edited")
_STEP = 1_000
_NEWEST = 400
"""So many of the newest that share one fingerprint are looked at: enough to show it, whatever the office's size."""
_LOOKED_AT = 40


class Said(NamedTuple):
    """A text of a case and where it stands: a criterion's key, or ``weighing``."""

    place: str
    text: str


def keep_up(session: Session, step: int = _STEP) -> bool:
    """Take the fingerprints of the next events, ``step`` at a time; whether more are waiting. Derived rows: no event.

    Where a server keeps units apart, whoever has one takes none: what they do not see would be passed over for good.
    """
    if not ledger.sees_all(session):
        return False
    seen = settings.get(session, KEPT, 0)
    asked = select(EventRow.seq, EventRow.kind, EventRow.content).where(EventRow.seq > seen, EventRow.kind.in_(_KINDS))
    events = session.execute(asked.order_by(EventRow.seq).limit(step)).all()
    _add(session, [(each, seq) for seq, kind, content in events for each in _prints_in(kind, content)])
    if events:
        settings.put(session, KEPT, events[-1].seq)
    return len(events) == step


def _prints_in(kind: str, content: str) -> list[int]:
    said = said_in(kind, json.loads(content))
    return sorted({each for one in said for each in prints(folded(one.text))})


def first_broken(session: Session, last: int) -> Broken | None:
    """The first case whose fingerprints are not those of its texts, as far as they were taken.

    No event speaks of them, because they follow from the texts; taken away, they would hide who copied. ``last``: the last event.
    """
    seen = settings.get(session, KEPT, 0)
    if not isinstance(seen, int) or seen > last:
        return Broken(last, "state", None)
    count, total = 0, 0
    for _, seq, found in _taken(session, seen):
        count, total = count + len(found), total + blocks.weight([(each, seq) for each in found])
    for content in _contents(session):
        if not blocks.is_one(content):
            return Broken(last, "state", None)
        count, total = count - blocks.count(content), total - blocks.weight(blocks.pairs(content))
    return Broken(last, "state", _wrong_prints(session, seen)) if count or total % blocks.ROUND else None


def _wrong_prints(session: Session, seen: int) -> str | None:
    """Only now is it worth asking which case it is."""
    held: dict[int, list[int]] = {}
    for content in _contents(session):
        for each, seq in blocks.pairs(content):
            held.setdefault(seq, []).append(each)
    wrong = (case for case, seq, found in _taken(session, seen) if sorted(held.pop(seq, ())) != found)
    return next(wrong, None)


def _contents(session: Session) -> Iterator[bytes]:
    asked = select(ReasonBlockRow.content).order_by(ReasonBlockRow.number)
    return iter(session.scalars(asked.execution_options(yield_per=8)))


def _taken(session: Session, seen: int) -> Iterator[tuple[str, int, list[int]]]:
    """Each event up to there with its case, and the fingerprints that follow from it."""
    asked = select(EventRow.case_id, EventRow.seq, EventRow.kind, EventRow.content)
    chosen = asked.where(EventRow.seq <= seen, EventRow.kind.in_(_KINDS)).order_by(EventRow.seq)
    for case, seq, kind, content in session.execute(chosen.execution_options(yield_per=_STEP)):
        yield str(case), seq, _prints_in(kind, content)


def _add(session: Session, pairs: list[tuple[int, int]]) -> None:
    """Into the newest block while it has room, then into a new one."""
    if not pairs:
        return
    last = session.scalars(select(ReasonBlockRow).order_by(ReasonBlockRow.number.desc()).limit(1)).first()
    if last is not None and blocks.count(last.content) < blocks.FULL:
        last.content = blocks.pack(pairs, last.content)
    else:
        session.add(ReasonBlockRow(number=last.number + 1 if last else 1, content=blocks.pack(pairs)))
    session.flush()


def forget(session: Session, seqs: Collection[int]) -> None:
    """Take the fingerprints of these events away: their case is disposed of."""
    for row in session.scalars(select(ReasonBlockRow).order_by(ReasonBlockRow.number)):
        left = blocks.without(row.content, seqs)
        if len(left) != len(row.content):
            row.content = left
    session.flush()


def behind(session: Session) -> bool:
    """Whether an event waits for its fingerprints to be taken, by who sees them all."""
    if not ledger.sees_all(session):
        return False
    asked = select(EventRow.seq).where(EventRow.seq > settings.get(session, KEPT, 0), EventRow.kind.in_(_KINDS))
    return session.scalar(asked.limit(1)) is not None


def said_in(kind: str, content: Mapping[str, Any]) -> Iterator[Said]:
    """The reasoning that an act recorded: the reasons of a "not met", the weighing of a proposal."""
    if kind == "finding_recorded":
        if content.get("finding") == "not_met":
            yield from (Said(content["criterion"], str(each.get("text") or "")) for each in content["reasons"])
    else:
        yield Said("weighing", str(content.get("weighing") or ""))


def copied(
    session: Session, case: str, by: str, texts: Iterable[Said], standard: Collection[str]
) -> tuple[Copied, ...]:
    """The texts of a case that repeat another case's; ``standard`` are the grams of wording that everybody uses."""
    found = (_copied(session, case, by, said, standard) for said in texts)
    return tuple(each for each in found if each is not None)


def _copied(session: Session, case: str, by: str, said: Said, standard: Collection[str]) -> Copied | None:
    text = folded(said.text)
    own = own_part(text, standard)
    counted: dict[str, tuple[Overlap, EventRow]] = {}
    for event in _alike(session, case, prints(text)) if own else ():
        for other in said_in(event.kind, json.loads(event.content)):
            shared = overlap(said.text, text, own, folded(other.text))
            before = counted.get(str(event.case_id))
            if shared.counts and (before is None or shared.share > before[0].share):
                counted[str(event.case_id)] = (shared, event)
    if not counted:
        return None
    best, event = max(counted.values(), key=lambda each: (each[0].share, each[1].seq))
    month = f"{event.at.astimezone(JAPAN):%Y-%m}"
    return Copied(said.place, best.share, best.characters, best.quote, month, event.who == by, len(counted))


def _alike(session: Session, case: str, wanted: Collection[int]) -> Iterator[EventRow]:
    """The acts of other cases that share most fingerprints."""
    shared: Counter[int] = Counter()
    left = dict.fromkeys(wanted, _NEWEST)
    asked = select(ReasonBlockRow.content).order_by(ReasonBlockRow.number.desc())
    for (content,) in session.execute(asked.execution_options(yield_per=8)):
        for each, seqs in blocks.seqs_of(content, left).items():
            shared.update(seqs[-left[each] :])
            left[each] -= len(seqs)
        left = {each: more for each, more in left.items() if more > 0}
        if not left:
            break
    best = [seq for seq, _ in shared.most_common(_LOOKED_AT)]
    events = select(EventRow).where(EventRow.seq.in_(best), EventRow.case_id != case)
    yield from session.scalars(events.order_by(EventRow.seq.desc()))
