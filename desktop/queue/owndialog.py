"""Asks for the name of an own filter."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.queue.own import LONGEST
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, LineEdit
from desktop.widgets.dialog import Dialog


class NameDialog(Dialog):
    """``name`` is what was typed."""

    def __init__(self, title: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter-name")
        self.setWindowTitle(title)
        self.edit = LineEdit(self.tr("Name"))
        self.edit.setMaxLength(LONGEST)
        self.edit.setText(name)
        self.edit.selectAll()
        self.keep = Button(self.tr("Keep"), Kind.PRIMARY, "Enter", name="keep-filter")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        cancel = Button(self.tr("Cancel"), key="Esc", name="cancel-filter")
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(title, Type.NAME))
        column.addWidget(Field(self.tr("Name"), self.edit))
        note = self.tr("View, kind, route and due are kept, for you alone; what you searched for is not.")
        column.addWidget(Label(note, Type.CAPTION, "text2", wrap=True))
        column.addLayout(foot)
        self.edit.textChanged.connect(self._check)
        self.resize(px(420), px(180))
        self._check()

    @property
    def name(self) -> str:
        """What it is to be called."""
        return self.edit.text().strip()

    def _check(self) -> None:
        self.keep.setEnabled(bool(self.name))
        self.keep.describe("" if self.name else self.tr("Write a name"))
