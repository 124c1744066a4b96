"""A choice of two to five, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Type, font, row_height, tokens


class _Segment(QAbstractButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setObjectName(f"segment-{text}")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(Type.STRONG)).horizontalAdvance(self.text()) + 22, row_height(30) - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        frame = look.color("accent") if self.hasFocus() or (look.plain and self.isChecked()) else None
        painter.setPen(QPen(frame, 2) if frame else Qt.PenStyle.NoPen)
        painter.setBrush(look.color("select" if self.isChecked() else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(font(Type.STRONG if self.isChecked() else Type.BASE))
        painter.setPen(look.color("text" if self.isEnabled() else "disabled"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Segmented(QWidget):
    """``chosen(key)`` fires when the person chooses."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._buttons = {key: _Segment(text, self) for key, text in choices}
        for key, button in self._buttons.items():
            row.addWidget(button)
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))

    def value(self) -> str:
        """The chosen key, or nothing."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose without announcing."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def show_choice(self, key: str, shown: bool) -> None:
        """Offer a choice, or leave it out."""
        self._buttons[key].setVisible(shown)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One frame around all."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("edge"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
