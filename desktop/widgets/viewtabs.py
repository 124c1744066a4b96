"""The tabs inside a case: words with a count, the front one underlined."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.theme import Type, font, row_height, tokens


@dataclass(frozen=True, slots=True)
class ViewTab:
    """One inner tab."""

    key: str
    text: str
    count: str = ""


class ViewTabs(QTabBar):
    """``chosen(key)`` fires when the person changes the tab."""

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[ViewTab] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[ViewTab] = []
        self.setObjectName("view-tabs")
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._changed)
        self.show_tabs(tabs)

    def show_tabs(self, tabs: Sequence[ViewTab]) -> None:
        """These tabs; the front one stays while it is there."""
        key = self.key()
        self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        self._tabs = list(tabs)
        for index, tab in enumerate(tabs):
            spoken = f"{tab.text} {tab.count}".strip()
            if index < self.count():
                self.setTabText(index, spoken)
            else:
                self.addTab(spoken)
        self.blockSignals(False)
        self.choose(key)
        self.updateGeometry()
        self.update()

    def key(self) -> str:
        """The front tab's key, or nothing."""
        return self._tabs[self.currentIndex()].key if 0 <= self.currentIndex() < len(self._tabs) else ""

    def choose(self, key: str) -> None:
        """Bring a tab to the front without announcing it."""
        self.blockSignals(True)
        index = next((i for i, tab in enumerate(self._tabs) if tab.key == key), -1)
        if index >= 0:
            self.setCurrentIndex(index)
        self.blockSignals(False)
        self.update()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Words, count, and the gap to the next."""
        if index >= len(self._tabs):
            return QSize(60, row_height(34))
        tab = self._tabs[index]
        width = QFontMetrics(font(Type.STRONG)).horizontalAdvance(tab.text) + 26
        width += QFontMetrics(font(Type.BASE)).horizontalAdvance(tab.count) + 6 if tab.count else 0
        return QSize(width, row_height(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words; the front tab bold and underlined."""
        look, painter = tokens(), QPainter(self)
        for index, tab in enumerate(self._tabs):
            box, front = self.tabRect(index), index == self.currentIndex()
            painter.setFont(font(Type.STRONG if front else Type.BASE))
            painter.setPen(look.color("text" if front else "text2"))
            room = box.adjusted(0, 0, -26, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), tab.text)
            room.setLeft(
                box.left() + QFontMetrics(font(Type.STRONG if front else Type.BASE)).horizontalAdvance(tab.text) + 6
            )
            painter.setFont(font(Type.BASE))
            painter.drawText(room.adjusted(0, 0, 26, 0), int(Qt.AlignmentFlag.AlignVCenter), tab.count)
            if front:
                painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width() - 26, 3), look.color("accent"))
                if self.hasFocus():
                    painter.setPen(QPen(look.color("accent"), 2))
                    painter.drawRect(box.adjusted(-1, 5, -23, -6))

    def _changed(self, _index: int) -> None:
        if self.key():
            self.chosen.emit(self.key())
