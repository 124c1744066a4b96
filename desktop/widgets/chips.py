"""Chips: what a reason rests on. Each can be opened and removed; they wrap."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Type, font, icons, tokens
from desktop.theme.type import px
from desktop.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class ChipData:
    """A cited thing: its id (emitted), and what it says (``事-34　5月分 14日遅れ``)."""

    id: str
    text: str
    changed: bool = False


class Chip(QWidget):
    """One chip. Enter opens, Delete or the cross removes, left and right move along."""

    opened = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self, data: ChipData, parent: QWidget | None = None, read_only: bool = False) -> None:
        super().__init__(parent)
        self.data = data
        self._read_only = read_only
        self.setObjectName(f"chip-{data.id}")
        self.setAccessibleName(data.text)
        self.setAccessibleDescription(self.tr("Enter opens, Delete removes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(data.text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Text, cross and padding."""
        metrics = QFontMetrics(font(Type.BASE))
        cross = 0 if self._read_only else px(14) + 6
        return QSize(metrics.horizontalAdvance(self.data.text) + cross + 18, max(metrics.height() + 3, px(24)))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than a few characters."""
        return QSize(min(self.sizeHint().width(), px(90)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Soft ground, text, cross; a changed fact in amber."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(look.color("wait_soft" if self.data.changed else "select"))
        painter.setPen(QPen(look.color("edge"), 1) if look.plain else Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            frame = frame.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, 3, 3)
        painter.setFont(font(Type.BASE))
        painter.setPen(look.color("wait" if self.data.changed else "text"))
        room = self.rect().adjusted(8, 0, -8 if self._read_only else -px(14) - 12, 0)
        short = painter.fontMetrics().elidedText(self.data.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), short)
        if not self._read_only:
            icons.paint(painter, self._cross(), "dismiss", look.color("text2"))

    def _cross(self) -> QRectF:
        side = px(14)
        return QRectF(self.width() - side - 7, (self.height() - side) / 2, side, side)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross removes; elsewhere opens."""
        on_cross = event.position().x() >= self._cross().left() - 3
        (self.removed if on_cross and not self._read_only else self.opened).emit(self.data.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete, arrows."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.data.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._read_only:
            self.removed.emit(self.data.id)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(self.data.id, 1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the frame."""
        super().focusOutEvent(event)
        self.update()


class ChipField(QWidget):
    """A framed field of chips; empty it says how to fill it."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(
        self, name: str = "", placeholder: str = "", parent: QWidget | None = None, read_only: bool = False
    ) -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self._read_only = read_only
        self._chips: list[Chip] = []
        self.setObjectName("chips")
        self.setAccessibleName(name)
        self._flow = FlowLayout(self, 6, QMargins(5, 4, 5, 4))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(px(34))

    @property
    def ids(self) -> tuple[str, ...]:
        """The cited ids, in order."""
        return tuple(chip.data.id for chip in self._chips)

    def set_chips(self, data: Sequence[ChipData]) -> None:
        """Show these; chips that stay keep the keyboard."""
        wanted = {each.id: each for each in data}
        for chip in [c for c in self._chips if wanted.get(c.data.id) != c.data]:
            self._drop(chip)
        have = {chip.data.id: chip for chip in self._chips}
        self._chips = [have.get(each.id) or self._make(each) for each in data]
        while self._flow.takeAt(0):
            pass
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()
        self.update()

    def _make(self, data: ChipData) -> Chip:
        chip = Chip(data, self, self._read_only)
        chip.opened.connect(self.opened)
        chip.removed.connect(self._remove)
        chip.moved.connect(self._move)
        return chip

    def _drop(self, chip: Chip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _remove(self, cited: str) -> None:
        place = self.ids.index(cited)
        self.removed.emit(cited)
        if self._chips:
            self._chips[min(place, len(self._chips) - 1)].setFocus()

    def _move(self, cited: str, by: int) -> None:
        place = self.ids.index(cited) + by
        if 0 <= place < len(self._chips):
            self._chips[place].setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame, and the hint when empty."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("surface"))
        painter.setPen(QPen(look.color("edge"), 1))
        if not self._read_only:
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if not self._chips and self._placeholder:
            painter.setFont(font(Type.BASE))
            painter.setPen(look.color("text3"))
            painter.drawText(self.rect().adjusted(10, 0, -10, 0), int(Qt.AlignmentFlag.AlignVCenter), self._placeholder)
