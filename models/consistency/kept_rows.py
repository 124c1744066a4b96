"""A decision packed into a few bytes, and a million of them unpacked at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from models.consistency.arrays import Codes, Small
from models.consistency.inputs import GAP, Category, Decisions

COLUMNS = ("unit", "kind", "route", "current_status", "nationality", "sex", "language")
MIX, GROUPS = ("route", "current_status"), ("nationality", "sex", "language")
HEAD = np.dtype([("day", "<i4"), ("examiner", "<i4"), *((name, "<i4") for name in COLUMNS), ("granted", "<i4")])
"""Numbers of one decision: days since 1970-01-01, places in the lists of names (-1: a gap), 1 for a grant."""
CODE = np.dtype("<u2")


@dataclass
class Names:
    """Lists of names by column (examiner, the columns, criterion, reason), each name with its place; they only grow."""

    places: dict[str, dict[str, int]] = field(default_factory=dict)
    new: list[tuple[str, int, str]] = field(default_factory=list)
    """What was added since they were read."""

    def place(self, column: str, name: str) -> int:
        """The place of a name, new if need be; -1 for no name."""
        if not name:
            return -1
        known = self.places.setdefault(column, {})
        if name not in known:
            known[name] = len(known)
            self.new.append((column, known[name], name))
        return known[name]

    def listed(self, column: str) -> tuple[str, ...]:
        """The names of a column, by place."""
        return tuple(self.places.get(column, {}))


@dataclass(frozen=True, slots=True)
class Packed:
    """One decision as bytes."""

    head: bytes
    found: bytes
    reasons: bytes


def pack(
    names: Names,
    day: int,
    granted: bool,
    texts: Mapping[str, str],
    found: Iterable[tuple[str, int]],
    reasons: Iterable[str],
) -> Packed:
    """One decision. ``texts``: ``examiner`` and the columns; ``found``: criterion and finding (not a gap)."""
    numbers = (names.place(name, texts.get(name, "")) for name in ("examiner", *COLUMNS))
    head = np.array([(day, *numbers, int(granted))], dtype=HEAD).tobytes()
    pairs = [(names.place("criterion", criterion), finding) for criterion, finding in found]
    codes = [names.place("reason", code) for code in reasons]
    return Packed(head, np.array(pairs, dtype=CODE).tobytes(), np.array(codes, dtype=CODE).tobytes())


def unpack(heads: Sequence[bytes], found: Sequence[bytes], reasons: Sequence[bytes], names: Names) -> Decisions:
    """Decisions as columns, in the order given."""
    table = np.frombuffer(b"".join(heads), dtype=HEAD)
    made = {name: Category(name, table[name].astype(np.int32), names.listed(name)) for name in COLUMNS}
    row, code = _listed(reasons, 1)
    return Decisions(
        decided_on=table["day"].astype(np.int64),
        examiner=table["examiner"].astype(np.int32),
        examiners=len(names.listed("examiner")),
        unit=made["unit"],
        kind=made["kind"],
        granted=table["granted"].astype(bool),
        criteria=names.listed("criterion"),
        findings=_findings(found, len(names.listed("criterion"))),
        reason_row=row,
        reason_code=code[:, 0].astype(np.int32),
        reasons=names.listed("reason"),
        mix=tuple(made[name] for name in MIX),
        groups=tuple(made[name] for name in GROUPS),
    )


def _findings(found: Sequence[bytes], criteria: int) -> Small:
    table = np.full((criteria, len(found)), GAP, dtype=np.int8)
    row, pairs = _listed(found, 2)
    table[pairs[:, 0], row] = pairs[:, 1]
    return table


def _listed(parts: Sequence[bytes], width: int) -> tuple[Codes, Codes]:
    """Entries of all parts under one another, and the row that each belongs to."""
    sizes = np.fromiter(map(len, parts), dtype=np.int64, count=len(parts)) // (CODE.itemsize * width)
    row = np.repeat(np.arange(len(parts), dtype=np.int32), sizes)
    return row, np.frombuffer(b"".join(parts), dtype=CODE).reshape(-1, width).astype(np.int32)
