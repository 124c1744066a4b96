"""Dispose of cases: what a second person approves, or what a restored older office has yet to do again."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.cases.tables import CaseRow
from models.errors import NotPermitted, Stale
from models.people import rules as people
from models.people.values import CONSOLE, Actor, Permission
from models.records import chain, tombstones
from models.records import service as records
from models.records.entombed import service as entombed
from models.records.tables import TombstoneRow
from models.records.values import Act
from models.records.verify import GONE
from models.retention import forms, service
from models.retention.tables import ItemRow
from models.retention.values import Disposal, Kept, Tombstone
from models.store import disposing, settings, told
from models.store.canonical import canonical
from models.store.disposing import Gone
from models.wording.copied import service as copied

SCRUB = "retention.scrub"
"""The setting that says that what was disposed of may still lie in free pages of the file."""
_MANY = 500


class _Going(NamedTuple):
    """A case on its way: its row's number, what its tombstone says, and its place in its batch, where it has one. ``listed``: every
    place at which a proposal names it, also those that somebody answered with no."""

    case: str
    says: Mapping[str, Any]
    item: ItemRow | None
    listed: tuple[ItemRow, ...]


def approve(session: Session, actor: Actor, number: int, seen: str) -> tuple[Tombstone, ...]:
    """Approve a batch, and dispose of its cases in the same act: all of them or none. ``seen``: the digest of the list that was
    read.

    Raises ``NotPermitted`` (role, the proposer, answered already), ``NotFound``, ``Stale``, ``CheckFailed`` with what now stands
    against a case.
    """
    people.require(actor, Permission.APPROVE_DISPOSAL)
    row = service.open_batch(session, number)
    if row.proposed_by == actor.login:
        raise NotPermitted("retention.two_people", number=number, name=actor.name)
    items = list(session.scalars(select(ItemRow).where(ItemRow.batch == number).order_by(ItemRow.place)))
    if not row.digest == seen == forms.digest(items):
        raise Stale("retention.other_list", theirs=forms.digest(items), mine=seen, number=number)
    found = service.several(session, [each.subject for each in items])
    service.check(session, found)
    row.approved_by, row.approved_at = actor.login, records.now(session)
    session.flush()
    listed = _listed(session, [each.case for each in found])
    going = [
        _Going(each.case, _says(session, each, item, row.proposed_by, actor.login), item, listed[each.case])
        for each, item in zip(found, items, strict=True)
    ]
    said = {"batch": number, "cases": len(items), "digest": row.digest}
    return _dispose(session, actor, going, [(Act(actor.login, "disposal_approved", said), [told.of_row(row)])])


def replay(session: Session, disposals: Sequence[Disposal]) -> tuple[Tombstone, ...]:
    """Dispose again of what an older office, restored, still holds; who approved it then stands in its tombstone."""
    wanted = {each.digest: each for each in disposals}
    here, going = _still_here(session, wanted), []
    listed = _listed(session, here)
    for case in here:
        says = {**json.loads(wanted[chain.case_digest(session.info["desk"], case)].said), "replayed": True}
        going.append(_Going(case, says, next(iter(listed[case]), None), listed[case]))
    return _dispose(session, CONSOLE, going, []) if going else ()


def due_again(session: Session, disposals: Sequence[Disposal]) -> bool:
    """Whether a disposed case stands in this office again."""
    return bool(disposals) and bool(_still_here(session, {each.digest: each for each in disposals}))


def _still_here(session: Session, wanted: Mapping[str, Disposal]) -> list[str]:
    desk: bytes = session.info["desk"]
    stones = session.scalars(select(TombstoneRow.name))
    if wanted.keys() <= {digest for name in stones for digest in (name, chain.case_digest(desk, name))}:
        return []  # at every opening but the first of an older office
    return [case for case in session.scalars(select(CaseRow.id)) if chain.case_digest(desk, case) in wanted]


def last(session: Session) -> datetime | None:
    """When something was last disposed of."""
    event = records.last_said(session, tombstones.DISPOSED)
    return None if event is None else event.at


def cleaned(session: Session) -> tuple[tuple[datetime, str], ...]:
    """The backups in which the disposals were replayed, with when that was."""
    found = records.said(session, ["backups_cleaned"])
    return tuple((each.at, str(name)) for each in found for name in cast("list[object]", each.content["files"]))


def told_of(session: Session) -> tuple[Disposal, ...]:
    """Every disposal that the record tells of, as a line of the list outside, oldest first."""
    desk: bytes = session.info["desk"]
    made = []
    for event in records.said(session, [tombstones.DISPOSED]):
        name = str(event.content["name"])
        digest = name if not event.content["number"] else chain.case_digest(desk, name)
        said = {key: event.content[key] for key in _SAID}
        made.append(Disposal(digest, event.seq, canonical(said)))
    return tuple(made)


_SAID = (
    "name number kind unit outcome received_on ended_on retention started_on earliest_on proposed_by approved_by disposed_on"
).split()


def _listed(session: Session, numbers: Sequence[str]) -> Mapping[str, tuple[ItemRow, ...]]:
    """Where proposals name these cases."""
    found: dict[str, list[ItemRow]] = {each: [] for each in numbers}
    for start in range(0, len(numbers), _MANY):
        asked = select(ItemRow).where(ItemRow.subject.in_(numbers[start : start + _MANY]))
        for row in session.scalars(asked.order_by(ItemRow.batch, ItemRow.place)):
            found[row.subject].append(row)
    return {case: tuple(rows) for case, rows in found.items()}


def _says(session: Session, each: Kept, item: ItemRow, proposed_by: str, approved_by: str) -> Mapping[str, Any]:
    row = cases.row_of(session, each.case)
    return {
        "name": entombed.name_of(session, each.case, each.retention.number), "number": each.retention.number,
        "kind": each.kind, "unit": each.unit, "outcome": each.ends.value, "received_on": row.received_on.isoformat(),
        "ended_on": each.ended_on.isoformat(), "retention": each.retention.key,
        "started_on": item.started_on.isoformat(), "earliest_on": item.earliest_on.isoformat(),
        "proposed_by": proposed_by, "approved_by": approved_by,
        "disposed_on": session.info["clock"].today().isoformat(), "replayed": False,
    }  # fmt: skip


def _dispose(
    session: Session, actor: Actor, going: Sequence[_Going], before: Sequence[records.Entry]
) -> tuple[Tombstone, ...]:
    """Tombstones first, then what they stand for goes, in the caller's transaction."""
    first = records.next_seq(session) + len(before)
    counts = disposing.counts(session, [each.case for each in going])
    entries, gone, seqs, rows = list(before), [], set[int](), []
    for seq, each in enumerate(going, first):
        name = str(each.says["name"])
        held = [
            chain.Held(*(said[name_] for name_ in chain.Held._fields)) for said in records.spoken(session, each.case)
        ]
        seqs.update(one.seq for one in held)
        stone = _stone(each.says, seq)
        rows.append(stone)
        content = {
            **each.says, "batch": each.item.batch if each.item else 0, "place": each.item.place if each.item else 0,
            "rows_gone": dict(counts[each.case]), GONE: disposing.told_elsewhere(session, each.case),
            tombstones.EVENTS: tombstones.checks(held, seq, name),
        }  # fmt: skip
        entries.append((Act(actor.login, tombstones.DISPOSED, content), [told.of_row(stone), *_items(each, name)]))
        gone.append(Gone(each.case, seq, name))
    items = [(item.batch, item.place, str(each.says["name"])) for each in going for item in each.listed]
    session.add_all(rows)
    session.flush()
    records.append_many(session, entries)
    copied.forget(session, seqs)
    disposing.dispose(session, gone)
    for batch, place, name in items:
        session.execute(
            update(ItemRow).where(ItemRow.batch == batch, ItemRow.place == place).values(subject=name, salt=None)
        )
    if session.info.get("ledger") is None:
        settings.put(session, SCRUB, True)
    return tuple(map(forms.tombstone, rows))


def _items(each: _Going, name: str) -> Iterator[told.Told]:
    """The places at which proposals name the case, as they will stand: a number that goes stays in none of them, nor what would
    confirm it."""
    for row in each.listed:
        values = {column.key: getattr(row, column.key) for column in told.table_of(ItemRow).columns}
        yield told.of_values(ItemRow, {**values, "subject": name, "salt": None})


def _stone(says: Mapping[str, Any], seq: int) -> TombstoneRow:
    days = {
        key: date.fromisoformat(says[key])
        for key in ("received_on", "ended_on", "started_on", "earliest_on", "disposed_on")
    }
    words = {key: says[key] for key in "name kind unit outcome retention proposed_by approved_by replayed".split()}
    return TombstoneRow(seq=seq, **words, **days)
