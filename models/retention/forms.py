"""Rows as values, and the digest of a batch's items."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from models.records.tables import TombstoneRow
from models.retention.tables import BatchRow, HoldRow, ItemRow
from models.retention.values import Batch, Hold, Item, Tombstone
from models.store.canonical import canonical


def hold(row: HoldRow) -> Hold:
    """A hold."""
    return Hold(row.case_id, row.number, row.why, row.by, row.at, row.lifted_by, row.lifted_at, row.lifted_why or "")


def item(row: ItemRow) -> Item:
    """A case of a batch."""
    return Item(row.batch, row.place, row.subject, row.retention, row.started_on, row.earliest_on)


def batch(row: BatchRow, items: Iterable[ItemRow]) -> Batch:
    """A batch with its cases."""
    return Batch(
        row.number, row.why, row.proposed_by, row.proposed_at, tuple(map(item, items)), row.digest, row.approved_by,
        row.approved_at, row.declined_by, row.declined_at, row.declined_why or "",
    )  # fmt: skip


def tombstone(row: TombstoneRow) -> Tombstone:
    """What stayed of a case."""
    return Tombstone(
        row.name, row.seq, row.kind, row.unit, row.outcome, row.received_on, row.ended_on, row.retention, row.started_on,
        row.earliest_on, row.proposed_by, row.approved_by, row.disposed_on, row.replayed,
    )  # fmt: skip


def digest(items: Sequence[ItemRow]) -> str:
    """SHA-256 over the list as proposed: who approves signs what they saw. Lists of older versions are without salt."""
    said = [
        [each.place, each.subject, each.retention, each.started_on.isoformat(), each.earliest_on.isoformat()]
        + ([each.salt] if each.salt else [])
        for each in items
    ]
    return sha256(canonical(said).encode()).hexdigest()
