"""Prove that the record is whole: the chain link by link, then every row against what the chain says of it. Pure."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from models.records import chain, tombstones
from models.records.chain import Held
from models.records.values import RESTORED, Anchor, Broken, Restoration

Progress = Callable[[int, int], None]
ROWS = "rows"
"""Under this name the digests of the rows that an act wrote stand in its event's content."""
GONE = "gone"
"""Under this name a disposal names rows that events of no case had told, and that went with their case."""
_STEP = 5_000
_CASE = itemgetter(0)


class Head(NamedTuple):
    """Where the chain is said to stand."""

    seq: int
    link: str
    seal: str


Told = tuple[str, str, str]
"""A row as it stands: its case (``""``: none), its name, and its digest."""


class Said(NamedTuple):
    """What an event says: its case (``""``: none), its number, its content as text."""

    case: str
    seq: int
    content: str


_Part = tuple[str, list[Said], list[tuple[str, str]]]
"""Of one case: what is said, and names and digests of rows, from one stream."""


@dataclass(frozen=True, slots=True)
class Events:
    """The events of an office, to be walked: ``after(n)`` streams those behind number ``n``."""

    count: int
    after: Callable[[int], Iterator[Held]]


def first_broken_link(
    key: bytes,
    events: Events,
    head: Head | None,
    progress: Progress | None,
    known: tuple[int, str] = (0, chain.GENESIS),
) -> Broken | None:
    """Walk the chain; ``progress(done, of)`` is called now and then. ``known``: the event up to which it holds, and its
    link. What was disposed of is proven by its tombstones (``tombstones``)."""
    beside = tombstones.Beside(known[0])
    found = _broken_in_walk(key, events, head, progress, known, beside)
    amiss = (found, *beside.broken(found.seq if found else None))
    return min((each for each in amiss if each), key=lambda each: each.seq, default=None)


def _broken_in_walk(
    key: bytes,
    events: Events,
    head: Head | None,
    progress: Progress | None,
    known: tuple[int, str],
    beside: tombstones.Beside,
) -> Broken | None:
    at = ""
    seq, last = known
    for event in events.after(seq):
        seq += 1
        if event.seq != seq:
            return Broken(seq, "missing", None)
        if not beside.is_stub(event) and chain.link(key, last, event) != event.link:
            named = event.case if isinstance(event.case, str) else None  # in a file a column takes bytes, too
            return Broken(seq, "reordered" if _moved_on(key, last, event, events) else "changed", named)
        if event.at < at:
            return Broken(seq, "clock", event.case)
        beside.proven(event)
        last, at = event.link, event.at
        if progress and seq % _STEP == 0:
            progress(seq, events.count)
    if head != Head(seq, last, chain.seal(key, seq, last)):
        # The events hold, but the head is not theirs: the tail behind them was cut, or the head moved by hand.
        return Broken(seq + 1, "truncated", None)
    return None


def _moved_on(key: bytes, last: str, event: Held, events: Events) -> bool:
    """Whether the event that belongs here stands further on."""
    return any(
        chain.link(key, last, other._replace(seq=event.seq)) in (other.link, event.link)
        for other in events.after(event.seq)
    )


@dataclass(slots=True)
class _Group:
    """What is said and what is held of one case."""

    case: str
    last: int = 0
    said: dict[str, str] = field(default_factory=dict)
    seqs: dict[str, int] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    unreadable: int = 0

    def hear(self, events: Iterable[Said]) -> None:
        """What the events of the case say, in their order."""
        for one in events:
            self.last = one.seq
            try:
                content = json.loads(one.content)
                rows = dict(content.get(ROWS, {}))
                gone = frozenset(content.get(GONE, ()))
            except (ValueError, TypeError, AttributeError, RecursionError):
                # Written with the record's own key, and yet no content of ours: named, no fault of the walk.
                self.unreadable = self.unreadable or one.seq
                continue
            self.said.update(rows)
            self.seqs.update(dict.fromkeys(rows, one.seq))
            for name in gone:
                self.said.pop(name, None)

    def broken(self, free: Collection[str]) -> Iterator[Broken]:
        if self.unreadable:
            yield Broken(self.unreadable, "changed", self.case or None)
        if self.said == self.rows:
            return
        for name in self.said.keys() | self.rows.keys():
            if name not in self.said and name.partition(":")[0] in free:
                continue
            seq = self.seqs[name] if name in self.said else self.last
            if self.rows.get(name) != self.said.get(name, ""):
                yield Broken(seq, "state", self.case or None)


def first_broken_row(
    said: Iterable[Said], tables: Iterable[Iterable[Told]], free: Collection[str] = ()
) -> Broken | None:
    """Compare, case by case, what the events say of each row with the rows as they stand.

    All streams come in the order of their cases, those of no case first; so memory holds one case at a time. Rows of
    the tables in ``free`` count only once an event has spoken of them.
    """
    worst: Broken | None = None
    for case, several in groupby(merge(_heard(said), *map(_stood, tables), key=_CASE), key=_CASE):
        group = _Group(case)
        for _, events, rows in several:
            group.hear(events)
            group.rows.update(rows)
        worst = min((each for each in (worst, *group.broken(free)) if each), key=lambda each: each.seq, default=None)
    return worst


def _heard(said: Iterable[Said]) -> Iterator[_Part]:
    for case, events in groupby(said, key=_CASE):
        yield case, list(events), []


def _stood(rows: Iterable[Told]) -> Iterator[_Part]:
    for case, several in groupby(rows, key=_CASE):
        yield case, [], [(name, digest) for _, name, digest in several]


def broken_anchor(
    anchors: Iterable[Anchor], links: Mapping[int, str], count: int, restorations: Iterable[Restoration]
) -> Broken | None:
    """The first anchor that the record does not meet: an old file was put back, its tail was cut, or all was written anew.

    A restore that the record tells of explains the anchors of what it replaced; those before it only where what it replaced had
    itself begun by a restore there, which this record never went through.
    """
    told, ordered = tuple(restorations), sorted(anchors, key=lambda each: each.seq)
    strange = [each for each in ordered if links.get(each.seq) != each.link]
    begun = {each.seq for each in strange if each.why == RESTORED}
    for anchor in strange:
        if any((each.begun if each.begun in begun else each.seq) <= anchor.seq <= each.replaced for each in told):
            continue
        return Broken(min(anchor.seq, count + 1), "truncated" if anchor.seq > count else "anchor", None)
    return None
