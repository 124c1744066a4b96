"""The row above the queue: search, kind, route, due, and take the next."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import words
from desktop.queue.form import DUE_CHOICES
from desktop.theme.type import px
from desktop.widgets import Button, Combo, LineEdit
from desktop.words import counted
from models.cases.values import Kind, QueueFilter

DEBOUNCE = 250


class Filters(QWidget):
    """``changed`` fires when the person narrows; searching waits a quarter second for the next letter. ``left``: the keyboard goes
    from the search to what was found, with Enter or the arrow down.

    Where there is no room for the list of saved views, they are a choice here.
    """

    changed = Signal()
    left = Signal()
    view_chosen = Signal(str)
    take_next = Signal()

    def __init__(self, today: date, may_take: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setObjectName("queue-filters")
        self.search = LineEdit(self.tr("Search"), self.tr("Name, reading or case number"), icon="search")
        self.search.setObjectName("search")
        self.search.set_clearable(self.tr("Clear the search"))
        self.search.setMinimumWidth(px(140))
        self.search.setMaximumWidth(px(320))
        self.kind = Combo(self.tr("Kind"), self.tr("Kind"), fits=True)
        self.route = Combo(self.tr("Route"), self.tr("Route"), fits=True)
        self.due = Combo(self.tr("Due"), self.tr("Due"), fits=True)
        self.views = Combo(self.tr("Saved views"), fits=True)
        self.views.hide()
        self.views.currentIndexChanged.connect(lambda _index: self.view_chosen.emit(self.views.currentData()))
        everything = self.tr("All")
        self.kind.fill([(everything, None), *((words.kind(kind), kind) for kind in Kind)])
        self.route.fill([(everything, None), *((words.route(route), route) for route in words.routes())])
        self.due.fill([(self._due_words(days), days) for days in DUE_CHOICES])
        self.next = Button(self.tr("Take the next case"), key="Ctrl+N", icon="add", name="take-next")
        self.next.clicked.connect(self.take_next)
        if not may_take:
            self.next.hide()
        self._lay_out()
        self.setMinimumWidth(px(240))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE)
        self._wait.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.search.returnPressed.connect(self._entered)
        QShortcut(QKeySequence("Down"), self.search, self.left.emit, context=Qt.ShortcutContext.WidgetShortcut)
        for combo in (self.kind, self.route, self.due):
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.views)
        row.addWidget(self.search, 3)
        for combo in (self.kind, self.route, self.due):
            row.addWidget(combo)
        row.addStretch(0)
        row.addWidget(self.next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Too narrow for all: kind goes first, then route, then due; the search stays."""
        super().resizeEvent(event)
        fixed = [widget for widget in (self.views, self.next) if not widget.isHidden()]
        room = self.width() - px(150) - 32 - sum(widget.sizeHint().width() + 8 for widget in fixed)
        for combo in (self.due, self.route, self.kind):
            room -= combo.sizeHint().width() + 8
            combo.setVisible(room >= 0)

    def show_filter(self, flt: QueueFilter) -> None:
        """Show a remembered filter without announcing it."""
        for combo, value in ((self.kind, flt.kind), (self.route, flt.route), (self.due, flt.due_within_days)):
            combo.blockSignals(True)
            combo.setCurrentIndex(max(combo.place_of(value), 0))
            combo.blockSignals(False)
            combo.update()
        self.search.blockSignals(True)
        self.search.setText(flt.search)
        self.search.blockSignals(False)

    def narrow(self, flt: QueueFilter) -> QueueFilter:
        """The same view, narrowed as shown here."""
        return QueueFilter(
            flt.view, self.search.text().strip(), self.kind.currentData(), self.route.currentData(),
            self.due.currentData(), flt.unit,
        )  # fmt: skip

    def clear(self) -> None:
        """Nothing narrows any more."""
        self.show_filter(QueueFilter())
        self.changed.emit()

    def _entered(self) -> None:
        """What was typed counts at once, and the keyboard goes on in the list."""
        if self._wait.isActive():
            self._wait.stop()
            self.changed.emit()
        self.left.emit()

    def _due_words(self, days: int | None) -> str:
        if days is None:
            return self.tr("All")
        return self.tr("Overdue") if days < 0 else counted(self.tr("Within {0} days"), days)
