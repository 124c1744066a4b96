"""What the window knows of a place or a case that stands in one of its tabs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.guidepages import page_of


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does, for the status bar and the list of all keys."""

    keys: str
    does: str


class View(QWidget):
    """A tab's content. Subclasses override what they can do; the window asks, it never reaches inside.

    Signals: ``title_changed`` (title, count or icon), ``keys_changed`` (hints or what is enabled), ``open_case(str)``
    (please open this case in a tab), ``close_me``, ``import_asked`` (please open the import), ``verified(datetime)`` (the
    record was found whole).
    """

    title_changed = Signal()
    keys_changed = Signal()
    open_case = Signal(str)
    close_me = Signal()
    import_asked = Signal()
    verified = Signal(object)

    def title(self) -> str:
        """What the tab says; a case may add the applicant's name (the window's title bar never has it)."""
        return ""

    def count(self) -> str:
        """A figure behind the tab's title, or nothing."""
        return ""

    def window_title(self) -> str:
        """What the title bar says: for a case its number only."""
        return self.title()

    def icon(self) -> str:
        """The icon's name."""
        return "document"

    def keys(self) -> tuple[Hint, ...]:
        """The most useful keys here, at most six; they stand at the left of the status bar."""
        return ()

    def all_keys(self) -> tuple[Hint, ...]:
        """Every key of this view, for Ctrl+/."""
        return self.keys()

    def menu(self, name: str) -> tuple[QAction, ...]:
        """This view's own entries in a menu: ``file, edit, view, case, item, go``."""
        return ()

    def guide_page(self) -> str:
        """The page of the guide that F1 opens (``queue``, ``case``, ``check``, …): the room's, unless a view says more."""
        return page_of(type(self).__module__)

    def company(self, open_elsewhere: Mapping[str, str]) -> None:
        """Which cases stand open at other desks, in words by case; told anew whenever it changes."""

    def primary(self) -> None:
        """Ctrl+Enter: what the one primary button does; nothing while it is disabled."""

    def refresh(self) -> None:
        """F5: read anew; typed text stays."""

    def search(self) -> None:
        """Ctrl+F: put the keyboard into the search field, if there is one."""

    def save(self) -> None:
        """Ctrl+S, change of tab, lock and closing: commit input-method text and hand every draft to the database thread."""

    def print_(self) -> None:
        """Ctrl+P."""

    def take_next(self) -> None:
        """Ctrl+N, from wherever the person is; only the queue knows how."""

    def record_verified(self, at: datetime) -> None:
        """The record was found whole at this moment."""

    def can_close(self) -> bool:
        """Whether the tab may close now; called after ``save``. A view that must ask shows its own words and says no."""
        return True

    def shown(self) -> None:
        """The tab came to the front: take the keyboard."""
        self.setFocus()
