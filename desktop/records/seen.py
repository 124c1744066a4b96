"""Who saw the case that the record is narrowed to: a line above its events."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import days
from desktop.context import Context
from desktop.operations import people, seeing
from desktop.theme import Type
from desktop.widgets import Label
from models.people.values import CONSOLE
from models.records.seen.values import Seen

_NAMED = 6
"""So many people stand in the line; the command line lists all of them, between any two days."""


class SeenLine(QWidget):
    """Names everybody who saw the case and how often; hidden while the record is not narrowed to one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case = ""
        self.setObjectName("seen-line")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Label("", Type.BASE, "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.words, 1)
        self.hide()

    def ask(self, case: str) -> None:
        """Show who saw this case; an empty number hides the line."""
        self._case = case
        self.hide()
        if not case:
            return
        office, actor = self._context.office, self._context.actor

        def read() -> tuple[str, tuple[Seen, ...], dict[str, str]]:
            names = {each.login: each.name for each in people.listing(office)}
            return case, seeing.seen(office, actor, case), names

        # A number that is not yet typed to its end is no case: the line stays away.
        self._context.tasks.read(read, self._show, lambda _error: None, self)

    def _show(self, found: tuple[str, tuple[Seen, ...], dict[str, str]]) -> None:
        case, everybody, names = found
        if case != self._case:
            return
        people_ = [each for each in everybody if each.who != CONSOLE.login]  # the office's own work is nobody's eyes
        latest = sorted(people_, key=lambda each: each.last, reverse=True)
        said = [self._one(each, names.get(each.who, each.who)) for each in latest[:_NAMED]]
        if len(latest) > _NAMED:
            said.append(self.tr("and {0} more").format(len(latest) - _NAMED))
        self.words.setText(self.tr("Seen by: {0}").format("\u3000".join(said)))
        self.setVisible(bool(said))

    def _one(self, seen: Seen, name: str) -> str:
        words = self.tr("{0} on {1} days, last {2}") if seen.days > 1 else self.tr("{0} on {2}")
        return words.format(name, seen.days, days.stamp(seen.last, self._context.lang))
