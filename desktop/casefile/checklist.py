"""The lists of the check page: issues that open their criterion, and the table of all findings."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.casefile.checkform import CheckRow, CheckSection, Item
from desktop.casefile.words import say
from desktop.theme import Type, font, icons, row_height, tokens
from desktop.theme.glyphs import paint_state
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, Rule, SectionHeading
from desktop.widgets.heads import RIGHT, dress_heads
from desktop.widgets.keys import entered
from desktop.widgets.problem import IconMark
from models.findings.values import FindingState

Index = QModelIndex | QPersistentModelIndex
_ICONS = {"block": ("error_circle", True), "wait": ("warning", True), "met": ("checkmark", False)}


class IssueList(QWidget):
    """A heading with a count, and one entry each with Open; hidden when there is none."""

    opened = Signal(str)
    acted = Signal(str, str)

    def __init__(self, heading: str, tone: str, remark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._tone, self._remark = heading, tone, remark
        self.setObjectName(f"issues-{tone}")
        self.heading = SectionHeading(heading)
        self.buttons: list[Button] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Rule())
        column.addWidget(self.heading)
        column.addLayout(self._body)
        self.hide()

    def show_items(self, items: tuple[Item, ...]) -> None:
        """These entries."""
        while entry := self._body.takeAt(0):
            if widget := entry.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for item in items:
            self._body.addWidget(self._entry(item))
        self.heading.show_text(self.tr("{title}  {n}").format(title=self._title, n=len(items)), self._remark)
        self.setVisible(bool(items))

    def _entry(self, item: Item) -> QWidget:
        entry = QWidget()
        head = QHBoxLayout()
        head.setSpacing(px(8))
        tone = self._tone if item.done else "wait"
        icon, filled = _ICONS[tone]
        head.addWidget(IconMark(icon, tone, filled))
        head.addWidget(Label(item.title, Type.STRONG, wrap=True), 1)
        if item.key:
            button = Button(self.tr("Open"), Kind.LINK, icon="arrow_right", name=f"open-{item.key}")
            button.setAccessibleName(self.tr("Open {title}").format(title=item.title))
            button.setAccessibleDescription(item.text)
            button.clicked.connect(lambda _checked=False, key=item.key: self.opened.emit(key))
            self.buttons.append(button)
            head.addWidget(button)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        words = Label(item.text, Type.BASE, "text2", wrap=True)
        words.setContentsMargins(px(24), 0, 0, 0)
        column.addWidget(words)
        if item.act:
            column.addLayout(self._act(item))
        return entry

    def _act(self, item: Item) -> QHBoxLayout:
        """What mends it at once, below the words."""
        names = {"unasked": self.tr("Record why no comment is asked…"), "confirm": self.tr("Confirm as it stands")}
        button = Button(names[item.act], Kind.LINK, name=f"{item.act}-{item.key}")
        button.setAccessibleDescription(item.text)
        button.clicked.connect(lambda: self.acted.emit(item.act, item.key))
        row = QHBoxLayout()
        row.setContentsMargins(px(20), 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return row

    def step(self) -> None:
        """The keyboard goes to the next entry."""
        if self.buttons:
            at = next((i for i, button in enumerate(self.buttons) if button.hasFocus()), -1)
            self.buttons[(at + 1) % len(self.buttons)].setFocus()


class CheckModel(QAbstractTableModel):
    """Section rows span; criteria have six columns."""

    def __init__(self, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lang = lang
        self.rows: list[CheckRow | str] = []
        self.heads = [say(f"check.{key}", lang) for key in ("finding", "criterion", "rests", "cites", "since", "check")]

    def show(self, sections: tuple[CheckSection, ...]) -> None:
        """These sections."""
        self.beginResetModel()
        self.rows = []
        for section in sections:
            self.rows += [section.title, *section.rows]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Sections and criteria."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Six."""
        return len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == len(self.heads) - 1:
            return int(RIGHT)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A section cannot be chosen."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if isinstance(self.rows[index.row()], CheckRow) else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words; for a screen reader the whole row in the first."""
        row = self.rows[index.row()]
        if isinstance(row, str):
            shown = index.column() == 0 and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row if shown else None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return row.spoken
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == len(self.heads) - 1:
            return int(RIGHT)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            mark = {"block": say("check.block", self._lang), "warn": say("check.warn", self._lang)}.get(row.problem, "")
            return (row.word, row.title, row.rests_on, row.cites, row.changed, mark)[index.column()]
        return None


class CheckDelegate(QStyledItemDelegate):
    """Paints a cell of a check row, or a section's heading."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        model = index.model()
        if not isinstance(model, CheckModel):
            return
        row, box, look = model.rows[index.row()], QRect(option.rect), tokens()
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if isinstance(row, CheckRow) and row.problem == "block" and not look.plain:
            painter.fillRect(box, look.color("block_soft"))
        if chosen:
            painter.fillRect(box, look.color("select"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if isinstance(row, CheckRow):
            self._cell(painter, box, row, index)
        elif index.column() == 0:
            wide = box.adjusted(8, 4, 900, 0)
            painter.setFont(font(Type.CAPTION))
            painter.setPen(look.color("text2"))
            painter.drawText(wide, int(Qt.AlignmentFlag.AlignVCenter), row)
        painter.restore()

    def _cell(self, painter: QPainter, box: QRect, row: CheckRow, index: Index) -> None:
        look, side, column = tokens(), px(16), index.column()
        left = 8
        if column == 0:
            paint_state(painter, QRectF(box.left() + 8, box.center().y() - side / 2 + 1, side, side), row.state, look)
            left += side + 8
        heavy = row.state is FindingState.NOT_MET or column == 4 or (column == 5 and row.problem == "block")
        painter.setFont(font(Type.STRONG if heavy and column in (0, 1, 4, 5) else Type.BASE))
        painter.setPen(look.color("text2" if column == 3 else "text"))
        room = box.adjusted(left, 0, -8, 0)
        if column == 5:
            self._mark(painter, box, row, side)
            room = box.adjusted(left, 0, -side - 10, 0)
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        across = Qt.AlignmentFlag.AlignRight if column == 5 else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | across), words)

    def _mark(self, painter: QPainter, box: QRect, row: CheckRow, side: int) -> None:
        if not row.state.is_answer and not row.problem:
            return
        look = tokens()
        name, role, filled = {"block": ("error_circle", "block", True), "warn": ("warning", "wait", True)}.get(
            row.problem, ("checkmark", "text2", False)
        )
        icons.paint(
            painter,
            QRectF(box.right() - side - 4, box.center().y() - side / 2 + 1, side, side),
            name,
            look.color(role),
            filled,
        )


_WIDTHS = {0: 108, 1: 200, 3: 92, 4: 104, 5: 92}
"""Pixels of each column at 100 %; the reason takes the rest."""


class CheckTable(QTableView):
    """Enter opens the criterion."""

    opened = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = CheckModel(lang, self)
        self.setObjectName("check-table")
        self.setAccessibleName(say("check.table", lang))
        self.setModel(self._rows)
        self.setItemDelegate(CheckDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(26))
        head = dress_heads(self)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns for this width and text size: where it is narrow, what changed drops first, then the citations."""
        room, least = event.size().width(), sum(_WIDTHS.values()) + 160
        drops = {4: room < px(least), 3: room < px(least - _WIDTHS[4])}
        for column, wide in _WIDTHS.items():
            self.setColumnHidden(column, drops.get(column, False))
            head = str(self._rows.headerData(column, Qt.Orientation.Horizontal) or "")
            self.setColumnWidth(column, max(px(wide), self.fontMetrics().horizontalAdvance(head) + px(20)))
        super().resizeEvent(event)

    def show_sections(self, sections: tuple[CheckSection, ...]) -> None:
        """These findings; the chosen row stays."""
        here = self.currentIndex().row()
        self._rows.show(sections)
        if here >= 0:
            self.setCurrentIndex(self._rows.index(here, 0))

    def _open(self, index: Index) -> None:
        row = self._rows.rows[index.row()] if index.isValid() else None
        if isinstance(row, CheckRow):
            self.opened.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if entered(event):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
