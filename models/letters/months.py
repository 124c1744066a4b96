"""Which facts are about months of a duty, and which months speak against the applicant."""

from collections.abc import Iterable
from datetime import date

from models.casefile.values import CaseFile
from models.evidence.values import Duty
from models.facts.values import Fact, Window

_MONTH_LENGTH = len("2025-06")
_WINDOW_PART = ".window"
_OBLIGATIONS = "obligations."
_DUTIES = {each.value: each for each in Duty}


def duty_of(fact: Fact) -> Duty | None:
    """The duty a fact is about, when its key is ``obligations.<duty>.…``."""
    if not fact.key.startswith(_OBLIGATIONS):
        return None
    duty, found, _ = fact.key.removeprefix(_OBLIGATIONS).partition(".")
    return _DUTIES.get(duty) if found else None


def is_month(fact: Fact) -> bool:
    """Whether a fact is one late or unpaid month."""
    return fact.adverse and "period" in fact.detail


def bad_months(file: CaseFile, cited: Iterable[Fact]) -> tuple[Fact, ...]:
    """The late and unpaid months that cited facts stand for: the cited ones, and the parts of a cited count.

    A count inside a window stands for the months of its duty that lie in the window.
    """
    kept = tuple(cited)
    own = {each.id for each in kept}
    windows = {_parent_key(each): each.window for each in kept if each.window}
    parents = {each.id: each.key for each in file.facts}
    return tuple(
        each
        for each in file.facts
        if is_month(each)
        and (each.id in own or each.parent in own or _in_window(each, windows.get(parents.get(each.parent or "", ""))))
    )


def month_start(period: str) -> date | None:
    """The first day of ``2025-06``; none for an instalment."""
    if len(period) != _MONTH_LENGTH or period[4] != "-":
        return None
    return date(int(period[:4]), int(period[5:]), 1)


def _parent_key(fact: Fact) -> str:
    return fact.key.replace(_WINDOW_PART, "")


def _in_window(fact: Fact, window: Window | None) -> bool:
    start = month_start(str(fact.detail["period"]))
    due = fact.detail["due_on"]
    day = start or (due if isinstance(due, date) else None)
    return window is not None and day is not None and window.start.replace(day=1) <= day <= window.end
