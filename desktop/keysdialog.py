"""Ctrl+/: every key of the window and of the front view, in one list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme import Type
from desktop.views import Hint
from desktop.widgets import Button, KeyCap, Label, SectionHeading
from desktop.widgets.dialog import Dialog


class KeysDialog(Dialog):
    """Two groups: this place, and everywhere."""

    def __init__(self, here: Sequence[Hint], everywhere: Sequence[Hint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        everywhere = _once(everywhere)
        here = [hint for hint in _once(here) if hint.keys not in {each.keys for each in everywhere}]
        self.setObjectName("all-keys")
        self.setWindowTitle(self.tr("All keys"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for title, hints in ((self.tr("Here"), here), (self.tr("Everywhere"), everywhere)):
            if hints:
                column.addWidget(SectionHeading(title))
                column.addLayout(_grid(hints))
                column.addSpacing(4)
        why = self.tr("F6 to F10 are left to the input method. While it composes, no key of the desk acts.")
        column.addWidget(Label(why, Type.CAPTION, "text3", wrap=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("keys-scroll")
        area.setAccessibleName(self.windowTitle())
        area.setWidget(inner)
        area.setWidgetResizable(True)
        close = Button(self.tr("Close"), key="Esc", name="close-keys")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 12)
        foot.addStretch(1)
        foot.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        outer.addLayout(foot)
        wanted = inner.sizeHint()
        self.resize(max(wanted.width() + 40, 420), min(wanted.height() + 70, 680))


def _once(hints: Sequence[Hint]) -> list[Hint]:
    """Each key once, as it was named first."""
    return list({hint.keys: hint for hint in reversed(hints)}.values())[::-1]


def _grid(hints: Sequence[Hint]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, hint in enumerate(hints):
        grid.addWidget(KeyCap(hint.keys), row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Label(hint.does), row, 1)
    return grid
