"""The list at the left: headings, entries with a count or a state, one chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Type, font, row_height, tokens
from desktop.theme.glyphs import GLYPHS, paint_state
from desktop.theme.type import px
from models.findings.values import FindingState

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NavItem:
    """One row. Without a ``key`` it is a heading. ``right`` is a count or a word; ``state`` draws a glyph before the text."""

    text: str
    key: str = ""
    right: str = ""
    tone: str = "text2"
    state: FindingState | None = None
    spoken: str = ""


class NavModel(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[NavItem, ...] = ()

    def show_items(self, items: Sequence[NavItem]) -> None:
        """Show these; while only their texts differ, selection and scroll stay."""
        old, self.items = self.items, tuple(items)
        if [i.key for i in old] == [i.key for i in self.items]:
            self.dataChanged.emit(self.index(0), self.index(max(len(items) - 1, 0)))
            return
        self.items = old
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows."""
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if self.items[index.row()].key else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, and what a screen reader says."""
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken or f"{item.text} {item.right}".strip()
        return item.text if role == Qt.ItemDataRole.ToolTipRole and item.key else None


class NavDelegate(QStyledItemDelegate):
    """Paints a row."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """28 px; a heading has air above it."""
        heading = not index.model().items[index.row()].key  # type: ignore[attr-defined]  # our own NavModel
        return QSize(80, row_height(28) + (10 if heading and index.row() else 4 if heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Heading, or glyph, text and count."""
        item: NavItem = index.model().items[index.row()]  # type: ignore[attr-defined]  # our own NavModel
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.key:
            self._paint_entry(painter, option, item)
        else:
            self._paint_heading(painter, option, item)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, item: NavItem) -> None:
        look = tokens()
        room = option.rect.adjusted(16, 0, -16, -4)
        painter.setFont(font(Type.STRONG))
        painter.setPen(look.color("text2"))
        flags = Qt.AlignmentFlag.AlignBottom
        taken = QFontMetrics(font(Type.BASE)).horizontalAdvance(item.right) + 8 if item.right else 0
        short = painter.fontMetrics().elidedText(item.text, Qt.TextElideMode.ElideRight, room.width() - taken)
        painter.drawText(room, int(flags | Qt.AlignmentFlag.AlignLeft), short)
        painter.setFont(font(Type.BASE))
        painter.drawText(room, int(flags | Qt.AlignmentFlag.AlignRight), item.right)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, item: NavItem) -> None:
        look = tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, QRectF(option.rect).adjusted(8, 0.5, -8, -0.5), option, chosen)
        left, side = option.rect.left() + 19, px(16)
        if item.state is not None:
            middle = option.rect.center().y() + 1
            paint_state(painter, QRectF(left, middle - side / 2, side, side), item.state, look)
            left += side + 8
        step = Type.STRONG if chosen else Type.BASE
        right = QFontMetrics(font(Type.BASE)).horizontalAdvance(item.right)
        self._paint_right(painter, option, item)
        room = option.rect.adjusted(left - option.rect.left(), 0, -20 - right - (10 if right else 0), 0)
        painter.setFont(font(step))
        painter.setPen(look.color("text"))
        short = QFontMetrics(font(step)).elidedText(item.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), short)

    def _paint_right(self, painter: QPainter, option: QStyleOptionViewItem, item: NavItem) -> None:
        role = (
            GLYPHS[item.state].role
            if item.state in (FindingState.IN_PROGRESS, FindingState.NEEDS_DOCUMENTS)
            else item.tone
        )
        painter.setFont(font(Type.BASE))
        painter.setPen(tokens().color(role))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(option.rect.adjusted(0, 0, -20, 0), flags, item.right)


def _paint_ground(painter: QPainter, box: QRectF, option: QStyleOptionViewItem, chosen: bool) -> None:
    look = tokens()
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if chosen and look.plain:
        painter.setPen(QPen(look.color("accent"), 2))
        painter.drawRect(box.adjusted(1, 1, -1, -1))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen:
        painter.setBrush(look.color("select"))
        painter.drawRoundedRect(box, 4, 4)
        painter.fillRect(QRectF(box.left(), box.top() + 5, 3, box.height() - 10), look.color("accent"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(look.color("hover"))
        painter.drawRoundedRect(box, 4, 4)
    if focused:
        painter.setPen(QPen(look.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)


class NavList(QListView):
    """``chosen(key)`` fires when the person moves to an entry; ``entered(key)`` on Enter or double click."""

    chosen = Signal(str)
    entered_key = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self.setAccessibleName(name)
        self._model = NavModel(self)
        self.setModel(self._model)
        self.setItemDelegate(NavDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda index: self.entered_key.emit(self._key(index)))

    @property
    def items(self) -> tuple[NavItem, ...]:
        """The rows shown."""
        return self._model.items

    def show_items(self, items: Sequence[NavItem]) -> None:
        """Show these; the chosen key stays chosen while it is there."""
        key = self.key()
        self._model.show_items(items)
        if key and self.key() != key:
            self.choose(key)

    def key(self) -> str:
        """The chosen entry's key, or nothing."""
        return self._key(self.currentIndex())

    def choose(self, key: str, announce: bool = False) -> None:
        """Choose an entry; without ``announce`` no signal."""
        row = next((i for i, item in enumerate(self._model.items) if item.key == key), -1)
        if row < 0 or key == self.key():
            return
        self.selectionModel().blockSignals(not announce)
        self.setCurrentIndex(self._model.index(row))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def step(self, by: int) -> None:
        """The next entry (1) or the one before (-1), headings skipped."""
        keys = [item.key for item in self._model.items if item.key]
        if keys:
            place = keys.index(self.key()) + by if self.key() in keys else 0
            self.choose(keys[min(max(place, 0), len(keys) - 1)], announce=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows skip headings."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(by)
        else:
            super().keyPressEvent(event)

    def content_height(self) -> int:
        """The height that shows every row."""
        return sum(self.sizeHintForRow(row) for row in range(self._model.rowCount())) + 8

    def _key(self, index: Index) -> str:
        return self._model.items[index.row()].key if index.isValid() and index.row() < len(self._model.items) else ""

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if key := self._key(index):
            self.chosen.emit(key)
