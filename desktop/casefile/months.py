"""The months of each duty as cells of a grid: what the strip and the payments tab paint and say. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.casefile import words
from desktop.casefile.labels import duty_label, period
from desktop.casefile.words import say
from models.facts.values import Window


class CellState(StrEnum):
    """How one month stands, by the names that ``models.facts.months`` uses; each has a glyph."""

    ON_TIME = "on_time"
    LATE = "late"
    UNPAID = "unpaid"
    WITHHELD = "withheld"
    EXEMPT = "exempt"
    DEFERRED = "deferred"
    UNDATED = "undated"
    CONTRADICTING = "contradicting"
    PENDING = "not_due"
    EMPTY = "none"


LEGEND = (
    CellState.ON_TIME,
    CellState.LATE,
    CellState.UNPAID,
    CellState.WITHHELD,
    CellState.EXEMPT,
    CellState.DEFERRED,
    CellState.UNDATED,
    CellState.CONTRADICTING,
)
EXCEPTIONS = (CellState.LATE, CellState.UNPAID, CellState.UNDATED, CellState.CONTRADICTING)
"""What N and Shift+N go to."""

MonthKey = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one duty. ``fact`` is the fact that it is, so that Space can cite it; ``evidence`` the row it stands in."""

    duty: str
    year: int
    month: int
    state: CellState
    period: str = ""
    days: int = 0
    due_on: date | None = None
    paid_on: date | None = None
    amount: int | None = None
    fact: str | None = None
    evidence: tuple[str, ...] = ()
    source: str = ""
    as_of: date | None = None
    receipt: str | None = None
    employer_days: int = 0

    @property
    def key(self) -> MonthKey:
        """Year and month of the column."""
        return (self.year, self.month)

    @property
    def is_exception(self) -> bool:
        """Whether it departs from the normal."""
        return self.state in EXCEPTIONS


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty: its cells by month and the window that the framework looks at."""

    duty: str
    cells: Mapping[MonthKey, Cell] = field(default_factory=dict)
    window: Window | None = None

    def at(self, key: MonthKey) -> Cell:
        """The cell of a month; an empty one where there was no duty."""
        return self.cells.get(key) or Cell(self.duty, key[0], key[1], CellState.EMPTY)

    def inside(self, key: MonthKey) -> bool:
        """Whether a month lies in the window."""
        if self.window is None:
            return True
        start, end = self.window.start, self.window.end
        return (start.year, start.month) <= key <= (end.year, end.month)


def span(first: MonthKey, last: MonthKey) -> tuple[MonthKey, ...]:
    """All months from first to last."""
    count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    return tuple(shift(first, step) for step in range(max(0, count)))


def shift(key: MonthKey, by: int) -> MonthKey:
    """The month ``by`` months on."""
    year, month = divmod(key[0] * 12 + key[1] - 1 + by, 12)
    return (year, month + 1)


def month_of(day: date) -> MonthKey:
    """The month a day lies in."""
    return (day.year, day.month)


def state_word(state: CellState, lang: str) -> str:
    """``遅れ`` / ``late``."""
    return say(f"month.{state.value}", lang)


def spoken(cell: Cell, lang: str) -> str:
    """The whole cell in words: duty, month, how it stands, due and paid."""
    where = period(cell.period, lang) if cell.period else words.month(cell.year, cell.month, lang)
    parts = [duty_label(cell.duty, lang), where, standing(cell, lang)]
    if cell.due_on:
        parts.append(say("due_on", lang, day=words.day(cell.due_on, lang)))
    if cell.paid_on:
        parts.append(say("paid_on", lang, day=words.day(cell.paid_on, lang)))
    return ("、" if lang == "ja" else ", ").join(parts)


def standing(cell: Cell, lang: str) -> str:
    """How a month stands, with the days where it was late."""
    if cell.state is CellState.LATE:
        return say("days_late", lang, n=cell.days)
    return state_word(cell.state, lang)


def counts(row: DutyRow, lang: str) -> tuple[str, str]:
    """The row's figures inside its window: how many months, and how they stand."""
    inside = [
        cell
        for key, cell in row.cells.items()
        if row.inside(key) and cell.state not in (CellState.PENDING, CellState.EMPTY)
    ]
    words_of = [
        f"{say(f'count.{state.value}', lang, n=n)}"
        for state in LEGEND
        if (n := sum(cell.state is state for cell in inside))
    ]
    head = say("months_in_window_one" if len(inside) == 1 else "months_in_window", lang, n=len(inside))
    return head, "　".join(words_of) if lang == "ja" else ", ".join(words_of)


def exceptions(rows: Iterable[DutyRow]) -> tuple[Cell, ...]:
    """Every month that departs, newest first inside the duties' order."""
    return tuple(
        cell
        for row in rows
        for cell in sorted(row.cells.values(), key=lambda c: c.key, reverse=True)
        if cell.is_exception
    )
