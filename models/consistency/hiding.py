"""Hiding rows of the report's tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import numpy as np

from models.consistency import audit, suppression
from models.consistency.arrays import Bools, Ints
from models.consistency.values import (
    AgreementRow,
    CriterionExaminer,
    CriterionRow,
    ExaminerRow,
    Flag,
    GroupRow,
    MonthPoint,
    Population,
    ReasonRow,
    ReasonUse,
)

R = TypeVar(
    "R",
    Population,
    ExaminerRow,
    CriterionRow,
    CriterionExaminer,
    AgreementRow,
    MonthPoint,
    ReasonRow,
    ReasonUse,
    GroupRow,
)
"""Rows that say whether they are suppressed."""


def blank(row: R, *keep: str) -> R:
    """The row with every figure hidden except what is named in ``keep``."""
    values: dict[str, Any] = {each.name: _nothing(each.name, getattr(row, each.name), keep) for each in fields(row)}
    values["suppressed"] = True
    return type(row)(**values)


def _nothing(name: str, value: object, keep: Sequence[str]) -> object:
    if name in keep:
        return value
    if isinstance(value, tuple):
        return ()
    return Flag.NONE if isinstance(value, Flag) else None


@dataclass(frozen=True)
class Hidden:
    """Which rows of a table are hidden; ``safe`` is False where nothing but hiding all of them would do."""

    rows: tuple[bool, ...]
    safe: bool

    @property
    def number(self) -> int:
        """How many rows are hidden."""
        return sum(self.rows)


def hide_rows(counts: Ints, first: Bools, k: int) -> Hidden:
    """Small rows and those that have to be hidden with them, audited by linear programming."""
    if not len(counts):
        return Hidden((), True)
    hidden = suppression.hide_rows(counts, first, k)
    cells = np.repeat(hidden[:, None], counts.shape[1], axis=1)
    failed = audit.too_narrow(counts, cells, k, rows_known=False).any()
    return Hidden(tuple(bool(row) for row in hidden), not failed and not bool(hidden.all()))


def blanked(rows: Sequence[R], hidden: Hidden, *keep: str) -> tuple[R, ...]:
    """The rows with the hidden ones blanked; none at all where the table is not safe."""
    if not hidden.safe:
        return tuple(blank(row, *keep) for row in rows)
    return tuple(blank(row, *keep) if hide else row for row, hide in zip(rows, hidden.rows, strict=True))


def table(rows: Sequence[R], events: Callable[[R], float | None], number: Callable[[R], int | None]) -> Ints:
    """rows x (events, others) from rates and numbers."""
    total = np.array([number(row) or 0 for row in rows], dtype=np.float64)
    hits = np.rint(total * np.array([events(row) or 0.0 for row in rows], dtype=np.float64))
    return np.stack([hits, total - hits], axis=1).astype(np.int64).reshape(-1, 2)
