"""The finding buttons: radio, glyph, word, key cap; none is ever chosen beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from desktop import words
from desktop.theme import Tokens, Type, font, row_height, tokens
from desktop.theme.glyphs import GLYPHS, paint_state
from desktop.theme.type import px
from desktop.widgets.keycap import keycap_size, paint_keycap
from models.findings.values import FindingState

CHOICES = (FindingState.MET, FindingState.NOT_MET, FindingState.NEEDS_DOCUMENTS, FindingState.NOT_APPLICABLE)
_GAP = 7
_EDGE = 10
_BETWEEN = 8


class FindingButton(QRadioButton):
    """One answer. Too narrow: the key cap goes first, then the glyph, never the word."""

    def __init__(self, state: FindingState, key: str, parent: QWidget | None = None) -> None:
        super().__init__(words.finding(state), parent)
        self.state = state
        self._key = key
        self._glyph_shown = self._key_shown = True
        self.setObjectName(f"finding-{state.value}")
        self.setAccessibleName(words.finding(state))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """What is shown now."""
        return QSize(self.room(self._glyph_shown, self._key_shown), row_height(36))

    def show_parts(self, glyph: bool, key: bool) -> None:
        """With or without glyph and key cap; the word is always there."""
        if (glyph, key) != (self._glyph_shown, self._key_shown):
            self._glyph_shown, self._key_shown = glyph, key
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Radio and word."""
        return QSize(self.room(glyph=False, key=False), row_height(36))

    def hitButton(self, position: object) -> bool:  # noqa: N802 - Qt's name: the whole box is the button
        """Everywhere."""
        return True

    def room(self, glyph: bool, key: bool) -> int:
        """The width it needs with these parts."""
        width = _EDGE + px(15) + _GAP + QFontMetrics(font(Type.STRONG)).horizontalAdvance(self.text()) + _EDGE - 1
        width += px(16) + 6 if glyph else 0
        return width + (keycap_size(self._key).width() + 7 if key and self._key else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and what fits into it."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, look)
        x = self._paint_radio(painter, look, _EDGE)
        if self._glyph_shown:
            side = px(16)
            paint_state(painter, QRectF(x, (self.height() - side) / 2, side, side), self.state, look)
            x += side + 6
        painter.setFont(font(Type.STRONG if self.isChecked() else Type.BASE))
        painter.setPen(look.color("text" if self.isEnabled() else "disabled"))
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._key and self._key_shown:
            size = keycap_size(self._key)
            box = QRectF(
                self.width() - size.width() - 9, (self.height() - size.height()) / 2, size.width(), size.height()
            )
            paint_keycap(painter, box, self._key, look, self.isEnabled())

    def _paint_frame(self, painter: QPainter, look: Tokens) -> None:
        role = GLYPHS[self.state].role
        tone = look.color("accent" if look.plain or role in ("text3", "accent") else role)
        ground = f"{role}_soft" if role in ("met", "notmet", "wait") else "select"
        checked, width = self.isChecked(), 2 if self.isChecked() or self.hasFocus() else 1
        edge = tone if checked else look.color("accent" if self.hasFocus() else "edge" if self.isEnabled() else "line")
        painter.setPen(QPen(edge, width))
        painter.setBrush(look.color(ground if checked else "hover" if self.underMouse() else "surface"))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, 4, 4)
        if checked and self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 2, 2)

    def _paint_radio(self, painter: QPainter, look: Tokens, x: int) -> int:
        side = px(15)
        circle = QRectF(x, (self.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        role = GLYPHS[self.state].role
        tone = (
            role if self.isChecked() and not look.plain and role != "text3" else "text" if self.isChecked() else "edge"
        )
        painter.setBrush(look.color("surface"))
        painter.setPen(QPen(look.color(tone if self.isEnabled() else "line"), 1.4))
        painter.drawEllipse(circle)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(tone))
            painter.drawEllipse(circle.adjusted(3.5, 3.5, -3.5, -3.5))
        return x + side + _GAP


class FindingButtons(QWidget):
    """The row of answers. ``chosen(object)`` fires when the person chooses or clears (``None``)."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[FindingState] = CHOICES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding-buttons")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        self._columns = 0
        self.buttons = {state: FindingButton(state, str(i), self) for i, state in enumerate(choices, 1)}
        for button in self.buttons.values():
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, state=button.state: self.chosen.emit(state))
        self._arrange(len(self.buttons))

    def _arrange(self, columns: int) -> None:
        """So many beside each other; the others below."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // columns, at % columns)

    def _needed(self, columns: int, glyph: bool = False, key: bool = False) -> int:
        """The width that ``columns`` beside each other need with these parts."""
        widths = [button.room(glyph, key) for button in self.buttons.values()]
        needed = sum(max(widths[at::columns]) for at in range(columns)) if columns else 0
        return needed + _BETWEEN * (columns - 1)

    def minimumSizeHint(self) -> QSize:
        """Two beside each other: never a cut word, never a scroll bar."""
        lines = -(-len(self.buttons) // self._columns)
        height = lines * row_height(36) + (lines - 1) * _BETWEEN
        return QSize(self._needed(min(2, len(self.buttons))), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one line as long as every word fits, else in two; all lose the key cap first, then the glyph."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        every = len(self.buttons)
        columns = every if self.width() >= self._needed(every) else min(2, every)
        glyph = self.width() >= self._needed(columns, glyph=True)
        key = self.width() >= self._needed(columns, glyph=True, key=True)
        for button in self.buttons.values():
            button.show_parts(glyph, key)
        self._arrange(columns)

    def bind_keys(self, view: QWidget) -> None:
        """Alt+1–4 choose and Alt+0 clears anywhere in ``view``."""
        keys = {f"Alt+{number}": button.click for number, button in enumerate(self.buttons.values(), 1)}
        for sequence, act in {**keys, "Alt+0": self._clear}.items():
            shortcut = QShortcut(QKeySequence(sequence), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def value(self) -> FindingState | None:
        """The answer chosen, if any."""
        return next((state for state, button in self.buttons.items() if button.isChecked()), None)

    def set_value(self, state: FindingState | None) -> None:
        """Show an answer (or none) without announcing it."""
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            button.setChecked(each is state)
        self._group.setExclusive(True)

    def _clear(self) -> None:
        if self.value() is not None:
            self.set_value(None)
            self.chosen.emit(None)
