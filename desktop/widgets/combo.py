"""A choice from a list."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from desktop.theme import Type, font, icons, row_height, tokens
from desktop.theme.type import px


class Combo(QComboBox):
    """A painted combo box: an optional quiet label inside (``種別　すべて``), the chosen words, a chevron; ``flat`` without a frame;
    ``fits``: as wide as what is chosen.

    The wheel changes it only while it has the keyboard, so that scrolling a page never changes a choice.
    """

    def __init__(
        self, name: str, label: str = "", parent: QWidget | None = None, flat: bool = False, fits: bool = False
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._flat = flat
        self._fits = fits
        self.currentIndexChanged.connect(lambda _index: self.updateGeometry())
        self.setAccessibleName(name)
        self.setObjectName(f"combo-{name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)

    def fill(self, items: Iterable[tuple[str, Any]], current: Any = None) -> None:
        """Offer these (words, value) and choose ``current`` without announcing a change."""
        self.blockSignals(True)
        self.clear()
        for text, value in items:
            self.addItem(text, value)
        self.setCurrentIndex(max(self.place_of(current), 0) if self.count() else -1)
        self.blockSignals(False)
        self.update()

    def place_of(self, value: Any) -> int:
        """Where a value stands, or -1."""
        return next((i for i in range(self.count()) if self.itemData(i) == value), -1)

    def sizeHint(self) -> QSize:
        """The widest offer, the label and the chevron."""
        metrics = self.fontMetrics()
        offers = [self.currentText()] if self._fits else [self.itemText(i) for i in range(self.count())]
        widest = max((metrics.horizontalAdvance(text) for text in offers), default=40)
        label = metrics.horizontalAdvance(self._label) + 13 if self._label else 0
        return QSize(widest + label + px(16) + 30, row_height(30))

    def minimumSizeHint(self) -> QSize:
        """A few characters and the chevron."""
        return QSize(min(self.sizeHint().width(), px(110)), row_height(30))

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """The list is as wide as its widest offer."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 30)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the keyboard here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, words, chevron."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        half = width / 2
        edge = "accent" if self.hasFocus() else ("edge" if self.isEnabled() else "line")
        painter.setPen(QPen(look.color(edge), width))
        painter.setBrush(look.color("surface" if self.isEnabled() else "sunken"))
        if self._flat and not self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)
        self._paint_words(painter)
        side = px(16)
        chevron = QRectF(self.width() - side - 8, (self.height() - side) / 2, side, side)
        icons.paint(painter, chevron, "chevron_down", look.color("text2" if self.isEnabled() else "disabled"))

    def _paint_words(self, painter: QPainter) -> None:
        look, metrics = tokens(), self.fontMetrics()
        painter.setFont(font(Type.BASE))
        room = self.rect().adjusted(9, 0, -px(16) - 12, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        if self._label:
            painter.setPen(look.color("text" if self.isEnabled() else "disabled"))
            painter.drawText(room, flags, self._label)
            room.setLeft(room.left() + metrics.horizontalAdvance(self._label) + 13)
        empty = self.currentIndex() < 0
        painter.setPen(look.color("disabled" if not self.isEnabled() else "text3" if empty else "text"))
        text = self.placeholderText() if empty else self.currentText()
        painter.drawText(room, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
