"""Like cases as a table: a row a quarter, a column a finding; a few rows in the pane, all of them in a dialog."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.casefile import likewords
from desktop.casefile.likebasis import LikeBasis
from desktop.casefile.words import say
from desktop.theme import Type, row_height
from desktop.theme.type import px
from desktop.widgets import Button, Label
from desktop.widgets.dialog import Dialog
from desktop.widgets.heads import RIGHT, dress_table
from desktop.widgets.rows import STRONG, TONE, RowDelegate
from models.findings.values import FindingState
from models.likecases.values import LikeCases

Index = QModelIndex | QPersistentModelIndex
IN_PANE, WRITING = 4, 2
"""Rows in the pane, and beside a distinction that is being written; the rest stands in the dialog."""


class LikeModel(QAbstractTableModel):
    """Quarter, then how many were found so."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.rows: tuple[likewords.QuarterRow, ...] = ()
        self.states: tuple[FindingState, ...] = ()
        self._own: FindingState | None = None

    def show(self, like: LikeCases, most: int | None) -> None:
        """These like cases, the newest quarters."""
        self.beginResetModel()
        self.states, self._own = likewords.states(like), like.finding
        self.rows = likewords.quarters(like, self._lang)[:most]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Quarters."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The quarter and the findings."""
        return 0 if parent.isValid() else 1 + len(self.states)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The findings in words."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return likewords.word(self.states[section - 1], self._lang) if section else say("like.decided", self._lang)
        return RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; for a screen reader the whole row in the first."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return self._spoken(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.decided if column == 0 else str(row.counts[column - 1] or "–")
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return RIGHT
        if column and role == TONE:
            return "text" if row.counts[column - 1] else "text3"
        return bool(column and self.states[column - 1] is self._own) if role == STRONG else None

    def _spoken(self, row: likewords.QuarterRow) -> str:
        shares = (likewords.Share(*each) for each in zip(self.states, row.counts, strict=True))
        told = likewords.joined((likewords.share(each, self._lang) for each in shares if each.count), self._lang)
        return f"{row.decided} {told}"


class LikeTable(QTableView):
    """Rows that can be walked and heard. In the pane it is as high as its rows."""

    def __init__(self, lang: str, fixed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._fixed = LikeModel(lang, self), fixed
        self.setObjectName("like-table" if self._fixed else "like-table-all")
        self.setAccessibleName(say("like.by_quarter", lang))
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress_table(self)

    @property
    def model_rows(self) -> LikeModel:
        """What it shows."""
        return self._rows

    def show_like(self, like: LikeCases, most: int | None = None) -> None:
        """These like cases: all quarters, or the newest."""
        self._rows.show(like, most)
        self.verticalHeader().setDefaultSectionSize(row_height(26))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if self._fixed:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(self._whole())

    def _whole(self) -> int:
        return self.horizontalHeader().sizeHint().height() + self._rows.rowCount() * row_height(26) + 2

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(px(300), self._whole())


class LikeDialog(Dialog):
    """All quarters, with what all of these cases have in common; Esc closes."""

    def __init__(self, like: LikeCases, criterion: str, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("like-dialog")
        self.setWindowTitle(self.tr("Like cases"))
        heading = say("like.total", lang, n=likewords.count(like.total, lang))
        counts = likewords.joined((likewords.share(each, lang) for each in likewords.shares(like)), lang)
        self.table = LikeTable(lang)
        self.table.show_like(like)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(px(8))
        column.addWidget(Label(criterion, Type.CAPTION, "text2", wrap=True))
        column.addWidget(Label(f"{heading}　{counts}", Type.NAME, wrap=True))
        column.addWidget(Label(likewords.verdict(like, lang), wrap=True))
        basis = LikeBasis(lang)
        basis.show_like(like)
        column.addWidget(basis)
        column.addWidget(self.table, 1)
        column.addWidget(Label(self._remark(like), Type.CAPTION, "text2", wrap=True))
        column.addLayout(self._foot())
        self.resize(px(560), px(520))
        self.table.setFocus()

    def _remark(self, like: LikeCases) -> str:
        """Which cases stand in the table."""
        shown = len(like.rows)
        anonymous = self.tr("Anonymous: nothing but the quarter, what they have in common, and the finding.")
        if shown == like.total:
            return anonymous
        return self.tr("The newest {n} of {all} stand in the table.").format(n=shown, all=like.total) + " " + anonymous

    def _foot(self) -> QHBoxLayout:
        close = Button(self.tr("Close"), key="Esc", name="close-likes")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        return row
