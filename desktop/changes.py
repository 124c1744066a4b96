"""Tells open views what was changed; each decides whether to read anew."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class What(StrEnum):
    """What changed."""

    CASE = "case"
    DRAFT = "draft"
    FINDING = "finding"
    DECISION = "decision"
    EVIDENCE = "evidence"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Change:
    """Something was written: what, and of which case (``None``: of many or none)."""

    what: What
    case: str | None = None


class Changes(QObject):
    """``changed`` fires on the GUI thread after the write was acknowledged."""

    changed = Signal(object)

    def announce(self, what: What, case: str | None = None) -> None:
        """Say that something was written."""
        self.changed.emit(Change(what, case))
