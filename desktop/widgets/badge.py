"""Badges: a state in words, with its glyph; and a soft label (審査中)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.theme import Type, font, tokens
from desktop.theme.glyphs import GLYPHS, paint_state
from desktop.theme.type import px
from models.findings.values import FindingState


class StateGlyph(QWidget):
    """The glyph of a finding state alone, for rows whose word stands beside it; its accessible name is the word."""

    def __init__(self, state: FindingState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.set_state(state)
        self.setObjectName("state-glyph")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: FindingState) -> None:
        """Another state."""
        self._state = state
        self.setAccessibleName(words.finding(state))
        self.setToolTip(words.finding(state))
        self.update()

    def sizeHint(self) -> QSize:
        """16 px at 100 %."""
        return QSize(px(16), px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_state(QPainter(self), QRectF(self.rect()), self._state, tokens())


class StateBadge(QWidget):
    """Glyph and word of a finding state, on one line."""

    def __init__(self, state: FindingState, parent: QWidget | None = None, strong: bool = False) -> None:
        super().__init__(parent)
        self._step = Type.STRONG if strong else Type.BASE
        self._state = state
        self.setObjectName("state-badge")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    @property
    def state(self) -> FindingState:
        """The state shown."""
        return self._state

    def set_state(self, state: FindingState) -> None:
        """Another state."""
        self._state = state
        self.setAccessibleName(words.finding(state))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Glyph, gap and word."""
        metrics = QFontMetrics(font(self._step))
        return QSize(
            px(16) + 8 + metrics.horizontalAdvance(words.finding(self._state)) + 2, max(metrics.height(), px(18))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        look, painter, side = tokens(), QPainter(self), px(16)
        paint_state(painter, QRectF(0, (self.height() - side) / 2, side, side), self._state, look)
        painter.setFont(font(self._step))
        painter.setPen(look.color("text" if self._step is Type.STRONG else GLYPHS[self._state].role))
        painter.drawText(
            self.rect().adjusted(side + 8, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words.finding(self._state)
        )


class Badge(QWidget):
    """A word on a soft ground. ``tone``: ``accent, met, notmet, wait, block``."""

    def __init__(self, text: str, tone: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("badge")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._tone = text, tone
        self.show_text(text, tone)

    def show_text(self, text: str, tone: str | None = None) -> None:
        """Another word."""
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Word and padding."""
        metrics = QFontMetrics(font(Type.BASE))
        return QSize(metrics.horizontalAdvance(self._text) + 16, metrics.height() + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("select" if self._tone == "accent" else f"{self._tone}_soft"))
        painter.setPen(QPen(look.color("edge"), 1) if look.plain else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(look.color("text" if look.plain else self._tone))
        painter.setFont(font(Type.BASE))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)
