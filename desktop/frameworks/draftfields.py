"""A draft as a form: the fields of what is chosen on the left, a wording's languages beside each other."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.frameworks import draftform
from desktop.frameworks.draftform import Cell, FieldRow
from desktop.theme import Type, font
from desktop.theme.type import px
from desktop.widgets import Combo, Label, LineEdit

_LANGUAGE = {"ja": "日本語", "en": "English", "ja-easy": "やさしい日本語"}
_SHORT = 40
_CHOICES = ("true", "false")


class DraftFields(QScrollArea):
    """``edited(path, text)`` fires as somebody types; nothing is written here."""

    edited = Signal(object, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draft-fields")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editors: dict[tuple[str, ...], QPlainTextEdit | LineEdit | Combo] = {}
        self._read_only = False

    def show_rows(self, rows: tuple[FieldRow, ...], key: str, words: Mapping[str, str], read_only: bool) -> None:
        """Other fields; what was typed before has been told already."""
        self._read_only = read_only
        self.editors = {}
        inner = QWidget()
        inner.setProperty("ground", "surface")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(20), px(14), px(20), px(20))
        column.setSpacing(px(10))
        for row in rows:
            self._add(column, row, draftform.label(row.path, key, words))
        column.addStretch(1)
        self.setWidget(inner)

    def _add(self, column: QVBoxLayout, row: FieldRow, name: str) -> None:
        column.addWidget(Label(name, Type.CAPTION, "text2"))
        if not row.worded:
            cell = row.cells[0]
            column.addWidget(self._choice(cell, name) if cell.text in _CHOICES else self._single(cell, name))
            return
        grid = QGridLayout()
        grid.setSpacing(px(6))
        for place, cell in enumerate(row.cells):
            field = self._several(cell, f"{name} {_LANGUAGE[cell.language]}")
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)

    def _single(self, cell: Cell, name: str) -> LineEdit:
        field = LineEdit(name)
        field.setText(cell.text)
        field.setReadOnly(self._read_only)
        field.setMaximumWidth(px(360))
        field.textEdited.connect(lambda said: self.edited.emit(cell.path, said))
        self.editors[cell.path] = field
        return field

    def _choice(self, cell: Cell, name: str) -> Combo:
        """Yes or no, where the file says true or false."""
        field = Combo(name)
        field.fill([(self.tr("yes"), "true"), (self.tr("no"), "false")], cell.text)
        field.setEnabled(not self._read_only)
        field.setMaximumWidth(px(120))
        field.currentIndexChanged.connect(lambda _at: self.edited.emit(cell.path, field.currentData()))
        self.editors[cell.path] = field
        return field

    def _several(self, cell: Cell, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit(cell.text)
        field.setAccessibleName(name)
        field.setPlaceholderText(_LANGUAGE[cell.language])
        field.setTabChangesFocus(True)
        field.setReadOnly(self._read_only)
        field.setFont(font(Type.BASE))
        long = len(cell.text) > _SHORT * 2 or "\n" in cell.text
        field.setFixedHeight(field.fontMetrics().lineSpacing() * (5 if long else 2) + px(14))
        field.textChanged.connect(lambda: self.edited.emit(cell.path, field.toPlainText()))
        self.editors[cell.path] = field
        return field
