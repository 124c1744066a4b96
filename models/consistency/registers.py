"""Registers of decisions and of blind readings that an office kept elsewhere, read into columns.

In: rows as dictionaries of texts, one a line of the file, under our column names or under theirs with a
mapping. Out: columns of codes. Every row that cannot be used is counted under its reason; names and case
numbers stay here and go no further.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from models.consistency import rules
from models.consistency.arrays import Codes, Floats
from models.consistency.inputs import GAP, MET, NOT_APPLICABLE, NOT_MET, Assessments, Decisions
from models.consistency.register_columns import Column, Tally, blank_or, checked, plain
from models.dates.parse import parse_date
from models.errors import BadInput

EPOCH = date(1970, 1, 1).toordinal()
OUTCOMES = {
    **dict.fromkeys(("grant", "granted", "approve", "approved", "approval", "permit", "permitted"), True),
    **dict.fromkeys(("refuse", "refused", "refusal", "deny", "denied", "denial", "reject", "rejected"), False),
    **dict.fromkeys(("許可", "許可する", "許可とする", "許可相当", "認める"), True),
    **dict.fromkeys(("不許可", "許可しない", "不許可とする", "不許可相当", "認めない"), False),
}
FINDINGS = {
    **dict.fromkeys(("met", "適合", "満たす"), MET),
    **dict.fromkeys(("not_met", "not met", "不適合", "満たさない"), NOT_MET),
    **dict.fromkeys(("not_applicable", "not applicable", "n/a", "対象外", "該当なし"), NOT_APPLICABLE),
}
GROUPS = ("nationality", "sex", "language")
"""Case-mix columns of these names are attributes of the applicant: compared in the working paper, never adjusted
for."""
DECISION_COLUMNS = ("case", "decided_on", "examiner", "unit", "kind", "outcome", "period")
NEEDED = ("decided_on", "examiner", "outcome")
BINS = 5
STRAY = 30 * 366
"""A day farther than thirty years from the middle one of its register is a slip of the pen (2925, 1900), and would be a
month of its own among hundreds of empty ones."""


@dataclass(frozen=True)
class RegisterMap:
    """A map: ``columns`` ours -> theirs, ``values`` ours -> (theirs -> ours). Columns of theirs that no line maps
    are ``ignored`` if named so."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Register:
    """What was read. ``examiners``: the register's own identifiers by position in ``decisions.examiner``, for an
    authorized look-up."""

    decisions: Decisions
    examiners: tuple[str, ...]
    rows: int


def read_decisions(
    rows: Iterable[Mapping[str, str]], mapping: RegisterMap | None = None, parse: Callable[[str], date] = parse_date
) -> Register:
    """A register of decisions (CONTRACT: decisions). Raises ``BadInput`` for columns that are missing or unknown.

    Left out and counted: rows without a date, examiner or outcome, with one that cannot be read or is a stray, rows
    repeated, and later rows that contradict an earlier one of the same case, kind and day.
    """
    reader = _Reader(mapping or RegisterMap(), parse)
    for row in rows:
        reader.add(row)
    return Register(reader.decisions(), reader.examiner.levels(), reader.rows)


class _Reader:
    """Takes rows one by one into columns."""

    def __init__(self, mapping: RegisterMap, parse: Callable[[str], date]) -> None:
        self.mapping, self.parse = mapping, parse
        self.names: dict[str, str] | None = None
        self.rows = 0
        self.days: dict[str, int | None] = {}
        self.decided: list[int] = []
        self.granted: list[bool] = []
        self.examiner, self.unit, self.kind = Column("examiner"), Column("unit"), Column("kind")
        self.criteria: dict[str, list[int]] = {}
        self.mix: dict[str, list[str]] = {}
        self.reason = Column("reason")
        self.reason_row: list[int] = []
        self.reason_names: list[str] = []
        self.seen: dict[tuple[str, str, int], int] = {}
        self.dropped = Tally()

    def add(self, theirs: Mapping[str, str]) -> None:
        """One row."""
        self.rows += 1
        if self.names is None:
            self._begin([name for name in theirs if name])
        row = self._ours(theirs)
        why = self._unusable(row)
        if why is not None:
            self.dropped.count(why)
            return
        self._keep(row)

    def _begin(self, header: Sequence[str]) -> None:
        """Settle which column is which."""
        self.names = checked(
            header,
            self.mapping.columns,
            self.mapping.ignored,
            DECISION_COLUMNS,
            NEEDED,
            ("finding:", "reason:", "mix:"),
        )
        self.criteria = {name.removeprefix("finding:"): [] for name in self.names if name.startswith("finding:")}
        self.mix = {name.removeprefix("mix:"): [] for name in self.names if name.startswith("mix:")}
        self.reason_names = [name for name in self.names if name.startswith("reason:")]

    def _ours(self, theirs: Mapping[str, str]) -> dict[str, str]:
        row = {ours: (theirs.get(name) or "").strip() for ours, name in (self.names or {}).items()}
        for name, translated in self.mapping.values.items():
            for each in (name, *(ours for ours in row if ours.startswith(f"{name}:"))):
                if each in row:
                    row[each] = translated.get(row[each], row[each])
        return row

    def _unusable(self, row: Mapping[str, str]) -> str | None:
        """The reason why a row is left out, or None."""
        for name in NEEDED:
            if not row[name]:
                return f"missing_{name}"
        if plain(row["outcome"]) not in OUTCOMES:
            return "unknown_outcome"
        day = self._day(row["decided_on"])
        if day is None:
            return "unreadable_date"
        return self._repeated(row, day)

    def _day(self, text: str) -> int | None:
        if text not in self.days:
            try:
                self.days[text] = self.parse(text).toordinal() - EPOCH
            except (BadInput, ValueError):
                self.days[text] = None
        return self.days[text]

    def _repeated(self, row: Mapping[str, str], day: int) -> str | None:
        if not row.get("case"):
            return None
        key, content = (row["case"], row.get("kind", ""), day), hash(tuple(row.values()))
        if key not in self.seen:
            self.seen[key] = content
            return None
        return "duplicate_row" if self.seen[key] == content else "contradicting_row"

    def _keep(self, row: Mapping[str, str]) -> None:
        place = len(self.decided)
        day = self._day(row["decided_on"])
        self.decided.append(day if day is not None else 0)
        self.granted.append(OUTCOMES[plain(row["outcome"])])
        self.examiner.add(row["examiner"])
        self.unit.add(row.get("unit", ""))
        self.kind.add(row.get("kind", ""))
        for name, values in self.criteria.items():
            values.append(self._finding(row[f"finding:{name}"]))
        for name, texts in self.mix.items():
            texts.append(row[f"mix:{name}"])
        for name in self.reason_names:
            if row[name]:
                self.reason.add(row[name])
                self.reason_row.append(place)

    def _finding(self, text: str) -> int:
        if not text:
            return GAP
        found = FINDINGS.get(text)
        if found is None:
            found = FINDINGS.get(plain(text))
        if found is None:
            self.dropped.count("gap_unknown_finding")
            return GAP
        return found

    def decisions(self) -> Decisions:
        """The columns read so far."""
        mix = {name: blank_or(name, texts, BINS) for name, texts in self.mix.items()}
        findings = np.array(list(self.criteria.values()), dtype=np.int8).reshape(len(self.criteria), len(self.decided))
        made = Decisions(
            decided_on=np.array(self.decided, dtype=np.int64),
            examiner=self.examiner.codes(),
            examiners=len(self.examiner.levels()),
            unit=self.unit.category(),
            kind=self.kind.category(),
            granted=np.array(self.granted, dtype=bool),
            criteria=tuple(self.criteria),
            findings=findings,
            reason_row=np.array(self.reason_row, dtype=np.int32),
            reason_code=self.reason.codes(),
            reasons=self.reason.levels(),
            mix=tuple(column for name, column in mix.items() if name not in GROUPS),
            groups=tuple(column for name, column in mix.items() if name in GROUPS),
        )
        near = np.abs(made.decided_on - np.median(made.decided_on)) <= STRAY if made.size else np.ones(0, dtype=bool)
        for _ in range(made.size - int(near.sum())):
            self.dropped.count("stray_date")
        return replace(made if near.all() else rules.take(made, near), dropped=self.dropped.rows())


ASSESSMENT_COLUMNS = ("unit", "rater", "value", "item", "round")
NEEDED_OF_READINGS = ("unit", "rater", "value")
REFERENCE = "reference"
"""A rater, or a round, of this name gives the reference answer of a unit."""


def read_assessments(rows: Iterable[Mapping[str, str]], mapping: RegisterMap | None = None) -> Assessments:
    """A register of blind readings (CONTRACT: assessments). Raises ``BadInput`` for columns that are missing or
    unknown.

    Left out and counted: rows without a unit, rater or value, rows repeated, and rows that contradict an earlier one.
    """
    reader = _Readings(mapping or RegisterMap())
    for row in rows:
        reader.add(row)
    return reader.assessments()


class _Readings:
    def __init__(self, mapping: RegisterMap) -> None:
        self.mapping = mapping
        self.names: dict[str, str] | None = None
        self.columns = {name: Column(name) for name in ASSESSMENT_COLUMNS}
        self.references: dict[tuple[str, str], str] = {}
        self.keys: list[tuple[str, str]] = []
        self.seen: dict[tuple[str, str, str, str], str] = {}
        self.dropped = Tally()

    def add(self, theirs: Mapping[str, str]) -> None:
        """One reading."""
        if self.names is None:
            header = [name for name in theirs if name]
            self.names = checked(
                header, self.mapping.columns, self.mapping.ignored, ASSESSMENT_COLUMNS, NEEDED_OF_READINGS, ()
            )
        row = {ours: (theirs.get(name) or "").strip() for ours, name in self.names.items()}
        for name, translated in self.mapping.values.items():
            row[name] = translated.get(row.get(name, ""), row.get(name, ""))
        why = self._unusable(row)
        if why is not None:
            self.dropped.count(why)
        elif REFERENCE in (plain(row["rater"]), plain(row.get("round", ""))):
            self.references[row["unit"], row.get("item", "")] = row["value"]
        else:
            self._keep(row)

    def _unusable(self, row: Mapping[str, str]) -> str | None:
        for name in NEEDED_OF_READINGS:
            if not row[name]:
                return f"missing_{name}"
        key = (row["unit"], row["rater"], row.get("item", ""), row.get("round", ""))
        if key not in self.seen:
            self.seen[key] = row["value"]
            return None
        return "duplicate_row" if self.seen[key] == row["value"] else "contradicting_row"

    def _keep(self, row: Mapping[str, str]) -> None:
        for name, column in self.columns.items():
            column.add(row.get(name, ""), gaps=False)
        self.keys.append((row["unit"], row.get("item", "")))

    def assessments(self) -> Assessments:
        """The columns read so far."""
        value = self.columns["value"]
        for answer in self.references.values():
            value.level(answer)
        levels = value.levels()
        items = self.columns["item"].levels()
        return Assessments(
            unit=self.columns["unit"].codes(),
            rater=self.columns["rater"].codes(),
            value=value.codes(),
            item=self.columns["item"].codes(),
            round=self.columns["round"].codes(),
            levels=levels,
            items=items if any(items) else (),
            raters=len(self.columns["rater"].levels()),
            units=len(self.columns["unit"].levels()),
            numbers=numbers_of(levels),
            reference=self._reference(value),
            dropped=self.dropped.rows(),
        )

    def _reference(self, value: Column) -> Codes:
        if not self.references:
            return np.zeros(0, dtype=np.int32)
        known = [self.references.get(key) for key in self.keys]
        return np.array([-1 if answer is None else value.level(answer) for answer in known], dtype=np.int32)


def numbers_of(levels: Sequence[str]) -> Floats | None:
    """The numbers that levels stand for; ``met`` is 0 and ``not_met`` 1; None where they are plain names."""
    words = {"met": 0.0, "not_met": 1.0, "grant": 0.0, "refuse": 1.0}
    if levels and all(level in words for level in levels):
        return np.array([words[level] for level in levels])
    try:
        return np.array([float(level) for level in levels]) if levels else None
    except ValueError:
        return None
