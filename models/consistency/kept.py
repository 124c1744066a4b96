"""Kept statistics: a block of counts for each month and kind, which add up to the counts of a longer time.

A block holds sums over decisions and nothing else, so a decision that is sealed, changed or reopened is an addition
or a subtraction, and the total equals a full recomputation in every whole number. Like cases (strata) are settled
when a report is asked for, from the sums, by the same rule as over single decisions.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from models.consistency import casemix
from models.consistency.arrays import Bools, Codes, Ints
from models.consistency.inputs import MET, NOT_MET, Category, Decisions, Options
from models.consistency.kept_rows import GROUPS, MIX, Names
from models.consistency.tally import Counts, GroupCounts, months_of, most_strata

Key = tuple[int, int]
"""Months since 1970-01, and the place of the kind in its list of names (-1: a gap)."""
COMPARED = ("unit", *GROUPS)
_NOWHERE = 2**31
_EPOCH, _DAY = date(1970, 1, 1), timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Cells:
    """Distinct ``keys`` (rows x columns) in order, and what was counted of each (rows x counts)."""

    keys: Codes
    counts: Codes


@dataclass(frozen=True, eq=False)
class Block:
    """The sums of one month and kind; keys are places in the office's lists of names.

    ``criteria``: those that were found on. ``cells``: examiner, case-mix -> refuse, grant, then met, not met of each
    criterion. ``reasons``: examiner, code -> uses. ``days``: day -> decisions. ``groups``: by attribute, level,
    case-mix -> refuse, grant. ``people``: by attribute, level, examiner -> decisions.
    """

    criteria: Codes
    cells: Cells
    reasons: Cells
    days: Cells
    groups: tuple[Cells, ...]
    people: tuple[Cells, ...]


def of(decisions: Decisions) -> dict[Key, Block]:
    """The blocks of these decisions."""
    if not decisions.size:
        return {}
    month, first, _ = months_of(decisions.decided_on)
    kinds = len(decisions.kind.levels) + 1
    key = (month.astype(np.int64) + first) * kinds + decisions.kind.codes + 1
    reason_key = key[decisions.reason_row]
    return {
        (int(each) // kinds, int(each) % kinds - 1): _block(decisions, key == each, reason_key == each)
        for each in np.unique(key)
    }


def _block(decisions: Decisions, rows: Bools, reasons: Bools) -> Block:
    examiner, granted = decisions.examiner[rows], decisions.granted[rows]
    mix = [column.codes[rows] for column in decisions.mix]
    outcome = np.stack([~granted, granted], axis=1)
    found = decisions.findings[:, rows]
    criteria = np.flatnonzero((found >= MET).any(axis=1)).astype(np.int32)
    findings = [found[place] == value for place in criteria for value in (MET, NOT_MET)]
    one = np.ones((int(rows.sum()), 1), dtype=np.int64)
    givers = decisions.examiner[decisions.reason_row[reasons]]
    columns = [column.codes[rows] for column in (decisions.unit, *decisions.groups)]
    return Block(
        criteria,
        _cells([examiner, *mix], np.column_stack([outcome, *findings])),
        _cells([givers, decisions.reason_code[reasons]], np.ones((len(givers), 1), dtype=np.int64)),
        _cells([decisions.decided_on[rows]], one),
        tuple(_cells([codes, *mix], outcome, codes >= 0) for codes in columns),
        tuple(_cells([codes, examiner], one, codes >= 0) for codes in columns),
    )


def _cells(columns: Sequence[Codes | Ints], counts: Bools | Ints, chosen: Bools | None = None) -> Cells:
    keys = np.stack(columns, axis=1).astype(np.int32)
    return _summed(keys, counts) if chosen is None else _summed(keys[chosen], counts[chosen])


def _summed(keys: Codes, counts: Bools | Ints | Codes) -> Cells:
    """Rows with the same keys become one; what adds up to nothing goes."""
    if not len(keys):
        return Cells(keys, counts.astype(np.int32))
    number = np.zeros(len(keys), dtype=np.int64)
    for column in keys.T:
        number = number * (int(column.max()) + 2) + column + 1
    order = np.argsort(number, kind="stable")
    starts = np.flatnonzero(np.diff(number[order], prepend=-1))
    made = np.add.reduceat(counts[order].astype(np.int64), starts, axis=0)
    kept = made.any(axis=1)
    return Cells(keys[order[starts]][kept], made[kept].astype(np.int32))


def add(one: Block, other: Block, sign: int = 1) -> Block:
    """The sums of both; ``sign`` -1 takes the other away."""
    criteria = np.union1d(one.criteria, other.criteria).astype(np.int32)

    def sum_(left: Cells, right: Cells) -> Cells:
        keys = np.concatenate([left.keys, right.keys])
        return _summed(keys, np.concatenate([left.counts, sign * right.counts]))

    return Block(
        criteria,
        sum_(_spread(one, criteria), _spread(other, criteria)),
        sum_(one.reasons, other.reasons),
        sum_(one.days, other.days),
        tuple(map(sum_, one.groups, other.groups)),
        tuple(map(sum_, one.people, other.people)),
    )


def _spread(block: Block, criteria: Codes) -> Cells:
    """The block's cells with a place for each of these criteria."""
    if len(block.criteria) == len(criteria):
        return block.cells
    counts = np.zeros((len(block.cells.counts), 2 + 2 * len(criteria)), dtype=np.int32)
    counts[:, :2] = block.cells.counts[:, :2]
    for place, at in enumerate(np.searchsorted(criteria, block.criteria)):
        counts[:, 2 + 2 * at : 4 + 2 * at] = block.cells.counts[:, 2 + 2 * place : 4 + 2 * place]
    return Cells(block.cells.keys, counts)


def merge(into: dict[Key, Block], blocks: Mapping[Key, Block], sign: int = 1) -> None:
    """Add blocks to others, or take them away. What is empty stays as an empty block."""
    for key, block in blocks.items():
        into[key] = add(into.get(key) or add(block, block, -1), block, sign)


def encode(block: Block) -> bytes:
    """The block as bytes: how many tables, the shape of each, and their 32-bit numbers."""
    tables = [block.criteria[:, None]]
    for cells in (block.cells, block.reasons, block.days, *block.groups, *block.people):
        tables += [cells.keys, cells.counts]
    head = np.array([len(tables), *(size for table in tables for size in table.shape)], dtype="<i4")
    return b"".join([head.tobytes(), *(np.ascontiguousarray(table, dtype="<i4").tobytes() for table in tables)])


def decode(content: bytes) -> Block:
    """The block that was encoded."""
    numbers = np.frombuffer(content, dtype="<i4")
    count = int(numbers[0])
    shapes, at = numbers[1 : 1 + 2 * count].reshape(-1, 2), 1 + 2 * count
    tables: list[Codes] = []
    for rows, columns in shapes.tolist():
        tables.append(numbers[at : at + rows * columns].reshape(rows, columns))
        at += rows * columns
    pairs = [Cells(*pair) for pair in zip(tables[1::2], tables[2::2], strict=True)]
    groups = len(pairs[3:]) // 2
    cells, reasons, days = pairs[:3]
    return Block(tables[0][:, 0], cells, reasons, days, tuple(pairs[3 : 3 + groups]), tuple(pairs[3 + groups :]))


@dataclass(frozen=True, eq=False)
class Kept:
    """Everything that an office keeps: its blocks, and the lists of names that their keys point into."""

    names: Names
    blocks: Mapping[Key, Block]

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of a decision; None without any."""
        listed = [block.days.keys[:, 0] for block in self.blocks.values() if len(block.days.keys)]
        if not listed:
            return None
        first, last = min(int(days[0]) for days in listed), max(int(days[-1]) for days in listed)
        return _EPOCH + timedelta(days=first), _EPOCH + timedelta(days=last)

    def covers(self, options: Options) -> bool:
        """Whether the blocks answer it: whole months, and no single unit."""
        from_, to = options.from_, options.to
        return options.unit is None and not (from_ and from_.day > 1) and not (to and (to + _DAY).day > 1)

    def counts(self, options: Options) -> Counts | None:
        """The counts of a report that the blocks cover; None without a decision."""
        first = _month(options.from_) if options.from_ else -_NOWHERE
        last = _month(options.to) if options.to else _NOWHERE
        kind = None if options.kind is None else self.names.places.get("kind", {}).get(options.kind, _NOWHERE)
        chosen = {key: each for key, each in self.blocks.items() if first <= key[0] <= last and kind in (None, key[1])}
        return counts(chosen, self.names)


def _month(day: date) -> int:
    return (day.year - 1970) * 12 + day.month - 1


def counts(blocks: Mapping[Key, Block], names: Names) -> Counts | None:
    """The counts of all the blocks; None where no decision stands in them."""
    full = {key: block for key, block in blocks.items() if len(block.cells.keys)}
    return _Sum(full, names).counts() if full else None


class _Sum:
    """Blocks on their way to one table of counts."""

    def __init__(self, blocks: Mapping[Key, Block], names: Names) -> None:
        self._blocks, self._names = blocks, names
        days = np.concatenate([block.days.keys[:, 0] for block in blocks.values()]).astype(np.int64)
        self._days = int(days.min()), int(days.max())
        _, self._first, self._months = months_of(np.array(self._days))
        self._examiners = len(names.listed("examiner"))
        self._rows, self._kinds = self._under(block.cells for block in blocks.values())
        self._month = self._repeated([key[0] - self._first for key in blocks])
        self._outcome = np.concatenate([block.cells.counts[:, :2] for block in blocks.values()])
        self._mixed = len(np.unique(self._kinds)) > 1
        self._coding, self._by_risk = self._strata()
        self._stratum = self._coding.strata(self._columns(self._kinds, self._rows[:, 1:])).code.astype(np.int64)
        self._number = self._coding.number - 1

    def _under(self, tables: Iterable[Cells]) -> tuple[Codes, Codes]:
        """Keys under one another, and the kind of each row."""
        listed = list(tables)
        sizes = [len(cells.keys) for cells in listed]
        kinds = np.repeat(np.array([key[1] for key in self._blocks], dtype=np.int32), sizes)
        return np.concatenate([cells.keys for cells in listed]), kinds

    def _repeated(self, values: list[int]) -> Ints:
        return np.repeat(np.array(values, dtype=np.int64), [len(block.cells.keys) for block in self._blocks.values()])

    def _columns(self, kinds: Codes, mix: Codes) -> tuple[Category, ...]:
        """The case-mix columns, as in ``tally``: the kind only where there is more than one."""
        made = [Category(name, mix[:, place], self._names.listed(name)) for place, name in enumerate(MIX)]
        return (Category("kind", kinds, self._names.listed("kind")), *made) if self._mixed else tuple(made)

    def _strata(self) -> tuple[casemix.Coding, bool]:
        weight = self._outcome.T.ravel()
        used = weight > 0
        granted = np.repeat([False, True], len(self._rows))[used]
        rows, kinds = np.tile(self._rows, (2, 1))[used], np.tile(self._kinds, 2)[used]
        columns = self._columns(kinds, rows[:, 1:])
        made = casemix.strata(columns, granted, most_strata(self._examiners, self._months), weight[used])
        return casemix.coding_of(columns, made), made.by_risk

    def counts(self) -> Counts:
        """The same as ``tally`` of the decisions."""
        size, strata, months = self._examiners, self._number, self._months
        who, when = self._rows[:, 0] * np.int64(strata) + self._stratum, self._month * strata + self._stratum
        cell = (self._rows[:, 0] * np.int64(months) + self._month) * strata + self._stratum
        findings, monthly = self._findings(who, when)
        return Counts(
            outcome=_table(cell, self._outcome, (size, months, strata)),
            findings=findings,
            monthly=monthly,
            reasons=self._reasons(),
            first_month=self._first,
            days=self._days,
            groups=tuple(self._group(place, name) for place, name in enumerate(COMPARED)),
            criteria=self._names.listed("criterion"),
            reason_codes=self._names.listed("reason"),
            by_risk=self._by_risk,
        )

    def _findings(self, who: Ints, when: Ints) -> tuple[Ints, Ints]:
        criteria = len(self._names.listed("criterion"))
        by_examiner = np.zeros((criteria, self._examiners, self._number, 2), dtype=np.int64)
        by_month = np.zeros((criteria, self._months, self._number, 2), dtype=np.int64)
        ends = np.cumsum([len(block.cells.keys) for block in self._blocks.values()])
        for criterion in range(criteria):
            parts, rows = [], []
            for block, end in zip(self._blocks.values(), ends.tolist(), strict=True):
                place = int(np.searchsorted(block.criteria, criterion))
                if place < len(block.criteria) and block.criteria[place] == criterion:
                    parts.append(block.cells.counts[:, 2 + 2 * place : 4 + 2 * place])
                    rows.append(np.arange(end - len(parts[-1]), end))
            if parts:
                at, table = np.concatenate(rows), np.concatenate(parts)
                by_examiner[criterion] = _table(who[at], table, by_examiner.shape[1:3])
                by_month[criterion] = _table(when[at], table, by_month.shape[1:3])
        return by_examiner, by_month

    def _reasons(self) -> Ints:
        codes = len(self._names.listed("reason"))
        tables = [block.reasons for block in self._blocks.values()]
        keys, uses = (np.concatenate(each) for each in ([t.keys for t in tables], [t.counts for t in tables]))
        return _table(keys[:, 0] * np.int64(codes) + keys[:, 1], uses, (self._examiners, codes))[..., 0]

    def _group(self, place: int, name: str) -> GroupCounts:
        levels = self._names.listed(name)
        tables = [block.groups[place] for block in self._blocks.values()]
        keys, kinds = self._under(tables)
        stratum = self._coding.strata(self._columns(kinds, keys[:, 1:])).code
        outcome = np.concatenate([cells.counts for cells in tables])
        people, _ = self._under(block.people[place] for block in self._blocks.values())
        number = np.concatenate([block.people[place].counts for block in self._blocks.values()])
        pair = people[:, 0] * np.int64(self._examiners) + people[:, 1]
        return GroupCounts(
            name,
            levels,
            _table(keys[:, 0] * np.int64(self._number) + stratum, outcome, (len(levels), self._number)),
            _table(pair, number, (len(levels), self._examiners))[..., 0],
        )


def _table(cell: Ints, values: Codes, shape: tuple[int, ...]) -> Ints:
    """Values summed into the cells of a table, one layer a column of values. Sums stay below 2^53, where floats count exactly."""
    size = int(np.prod(shape))
    layers = [np.bincount(cell, weights=column, minlength=size).astype(np.int64) for column in values.T]
    return np.stack(layers, axis=-1).reshape(*shape, values.shape[1])
