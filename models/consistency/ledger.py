"""The release ledger: what has been published before, and what a new release would let people work out by subtracting.

Pure values: a store keeps them (``to_json``, ``from_json``). Nothing in it is secret beyond what was published.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, product
from typing import Any

import numpy as np

from models.consistency import audit
from models.consistency.arrays import Bools, Floats

WIDE = 10
"""What lies between two overlapping releases needs this many times ``k`` decisions: it is a table of its own, made
by subtracting, and the share in a small one says much about each person in it."""
MOST_REGIONS = 400
"""More overlapping regions than this are not audited but refused."""


@dataclass(frozen=True, order=True)
class Box:
    """Which decisions a figure is about: first and last day, kind and unit (None: all)."""

    from_: date
    to: date
    kind: str | None = None
    unit: str | None = None

    def contains(self, other: "Box") -> bool:
        """Whether every decision of ``other`` is one of this box."""
        inside = self.from_ <= other.from_ and other.to <= self.to
        return inside and self.kind in (None, other.kind) and self.unit in (None, other.unit)

    def overlaps(self, other: "Box") -> bool:
        """Whether a decision can be in both."""
        apart = any(
            None not in pair and pair[0] != pair[1] for pair in ((self.kind, other.kind), (self.unit, other.unit))
        )
        return not apart and self.from_ <= other.to and other.from_ <= self.to

    def name(self) -> str:
        """One line that is the same for the same box."""
        return f"{self.from_.isoformat()}/{self.to.isoformat()}/{self.kind or '*'}/{self.unit or '*'}"


@dataclass(frozen=True)
class Cell:
    """One published count: the box, the variable (``outcome:grant``), the figure, and what it says of the true
    count."""

    box: Box
    variable: str
    value: int
    low: int
    high: int


@dataclass(frozen=True)
class Entry:
    """One release: id, box, published cells, and the parts that are given once only (``examiners``, ``months``,
    ``agreement``)."""

    id: str
    box: Box
    cells: tuple[Cell, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Ledger:
    """Everything released so far."""

    entries: tuple[Entry, ...] = ()

    def with_entry(self, entry: Entry) -> "Ledger":
        """The ledger after a release."""
        return replace(self, entries=(*self.entries, entry))

    def cells(self, variable: str) -> list[Cell]:
        """All published cells of a variable."""
        return [cell for entry in self.entries for cell in entry.cells if cell.variable == variable]

    def has_part(self, part: str, box: Box) -> bool:
        """Whether ``part`` was given before for decisions that are also in ``box``."""
        return any(part in entry.parts and entry.box.overlaps(box) for entry in self.entries)


def refusal(ledger: Ledger, cells: Iterable[Cell], k: int) -> str | None:
    """Why these cells may not be published beside what is already out (a message key), or None.

    Each cell against each earlier one of its variable: the same box must show the same figure; of two boxes one
    inside the other, what lies between must be at least ``k`` for certain, and ``WIDE`` times ``k`` in all. Then,
    unless all boxes lie in one another, an audit by linear programming of every region that the boxes cut out: its
    feasible interval is at least ``k`` wide, or starts at ``k`` or above.
    """
    published = list(cells)
    if _is_thin(ledger, published, WIDE * k):
        return "why_difference_too_small"
    for variable in dict.fromkeys(cell.variable for cell in published):
        new = [cell for cell in published if cell.variable == variable]
        why = _refused(new, _connected(new, ledger.cells(variable)), k)
        if why is not None:
            return why
    return None


def _is_thin(ledger: Ledger, cells: Sequence[Cell], least: int) -> bool:
    """Whether so few decisions lie between a new box and an earlier one inside it or around it."""
    old = _totals(cell for entry in ledger.entries for cell in entry.cells)
    return any(
        family == other and box != before and abs(total - earlier) < least
        for (family, box), total in _totals(cells).items()
        for (other, before), earlier in old.items()
        if box.contains(before) or before.contains(box)
    )


def _totals(cells: Iterable[Cell]) -> dict[tuple[str, Box], int]:
    """Published sums over outcomes or findings; single counts (reasons) have none."""
    made: dict[tuple[str, Box], int] = {}
    for cell in cells:
        family, _, last = cell.variable.rpartition(":")
        if last in ("grant", "refuse", "met", "not_met"):
            made[family, cell.box] = made.get((family, cell.box), 0) + cell.value
    return made


def _refused(new: Sequence[Cell], earlier: Sequence[Cell], k: int) -> str | None:
    for place, cell in enumerate(new):
        against = (_against(cell, other, k) for other in (*earlier, *new[:place]))
        if (why := next((reason for reason in against if reason), None)) is not None:
            return why
    together = [*new, *earlier]
    return None if _is_chain(together) else _audited(together, k)


def _connected(new: Sequence[Cell], others: Sequence[Cell]) -> list[Cell]:
    """The cells whose boxes overlap the new ones, directly or through others."""
    found: list[Cell] = []
    front, rest = list(new), list(others)
    while front:
        near = [other for other in rest if any(other.box.overlaps(seen.box) for seen in front)]
        rest = [other for other in rest if other not in near]
        found += near
        front = near
    return found


def _against(new: Cell, old: Cell, k: int) -> str | None:
    if new.box == old.box:
        return None if new.value == old.value else "why_changed_since_release"
    outer, inner = (new, old) if new.box.contains(old.box) else (old, new)
    if not outer.box.contains(inner.box):
        return None
    return None if outer.low - inner.high >= k else "why_difference_too_small"


def _is_chain(cells: Sequence[Cell]) -> bool:
    """Whether the boxes lie in one another; then the regions are the differences that ``_against`` has checked."""
    boxes = sorted(
        {cell.box for cell in cells}, key=lambda box: (box.to - box.from_, box.kind is None, box.unit is None)
    )
    return all(outer.contains(inner) for inner, outer in pairwise(boxes))


def _audited(cells: Sequence[Cell], k: int) -> str | None:
    system = _system(cells)
    if system.matrix.shape[1] > MOST_REGIONS:
        return "why_too_many_overlaps"
    open_ = _not_plain(system, k)
    # A region that can hold 2k starts at k or above, or is k wide: one program clears most of them.
    open_ &= ~audit.can_hold(system, open_, 2.0 * k)
    low, high = audit.intervals(system, open_)
    unsafe = (high - low < k - 1e-6) & (low < k - 1e-6)
    return "why_region_too_narrow" if unsafe.any() else None


def _not_plain(system: audit.System, k: int) -> Bools:
    """Regions that no published count of at least ``k`` is about alone; only these need a linear program."""
    alone = (system.matrix.sum(axis=1) == 1.0) & (system.low >= k)
    covered: Bools = np.atleast_1d(system.matrix[alone].any(axis=0))
    return ~covered


def _system(cells: Sequence[Cell]) -> audit.System:
    """Regions cut out by the boxes as unknowns; regions inside the same boxes are one."""
    days = sorted({day for cell in cells for day in (cell.box.from_.toordinal(), cell.box.to.toordinal() + 1)})
    kinds = sorted({cell.box.kind for cell in cells if cell.box.kind is not None})
    units = sorted({cell.box.unit for cell in cells if cell.box.unit is not None})
    regions = product(days[:-1], [*kinds, None], [*units, None])
    columns = {tuple(_holds(cell.box, *region) for cell in cells) for region in regions}
    matrix: Floats = np.array(sorted(column for column in columns if any(column)), dtype=np.float64).T
    low = np.array([cell.low for cell in cells], dtype=np.float64)
    high = np.array([cell.high for cell in cells], dtype=np.float64)
    return audit.System(matrix, low, high)


def _holds(box: Box, day: int, kind: str | None, unit: str | None) -> bool:
    """Whether a region (its first day, kind and unit; None: any kind that has no box of its own) lies in the box."""
    inside = box.from_.toordinal() <= day <= box.to.toordinal()
    return inside and box.kind in (None, kind) and box.unit in (None, unit)


def to_json(ledger: Ledger) -> dict[str, Any]:
    """Plain lists and strings."""
    return {"version": 1, "entries": [_entry_out(entry) for entry in ledger.entries]}


def _entry_out(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "box": _box_out(entry.box),
        "parts": list(entry.parts),
        "cells": [[*_box_out(cell.box), cell.variable, cell.value, cell.low, cell.high] for cell in entry.cells],
    }


def _box_out(box: Box) -> list[str | None]:
    return [box.from_.isoformat(), box.to.isoformat(), box.kind, box.unit]


def from_json(data: Mapping[str, Any]) -> Ledger:
    """The ledger that ``to_json`` wrote."""
    return Ledger(tuple(_entry_in(entry) for entry in data.get("entries", ())))


def _entry_in(data: Mapping[str, Any]) -> Entry:
    cells = tuple(Cell(_box_in(row[:4]), str(row[4]), int(row[5]), int(row[6]), int(row[7])) for row in data["cells"])
    return Entry(str(data["id"]), _box_in(data["box"]), cells, tuple(data["parts"]))


def _box_in(row: Sequence[Any]) -> Box:
    return Box(date.fromisoformat(row[0]), date.fromisoformat(row[1]), row[2], row[3])
