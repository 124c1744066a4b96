"""職員 People: who works here, in which role; kept by the administrator."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop import errors
from desktop.board.closings import ClosingsDialog
from desktop.changes import Change, What
from desktop.context import Context
from desktop.operations import people
from desktop.people.dialog import PersonDialog
from desktop.people.model import Column, PeopleModel
from desktop.theme import Type, row_height
from desktop.theme.type import px
from desktop.views import Hint, View
from desktop.widgets import Button, Label, Pane
from desktop.widgets.heads import dress_table
from desktop.widgets.rows import RowDelegate
from models.people.values import Person


class PeopleView(View):
    """Everyone of the office; nobody is ever removed, because the record names them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = ""
        self.setObjectName("people")
        self._build()
        context.changes.changed.connect(self._heard)
        context.theme.changed.connect(self._fit)
        self.refresh()

    # ---- building
    def _build(self) -> None:
        self.model = PeopleModel(self)
        self.table = self._build_table()
        self.pane = Pane(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(self.pane, 1)
        for keys, act in (("Return", self.change), ("Enter", self.change), ("F2", self.change)):
            QShortcut(QKeySequence(keys), self.table, act, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Ctrl+N"), self, self.add, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._fit()

    def _build_head(self) -> QWidget:
        head = QWidget()
        head.setProperty("ground", "sunken")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        note = self.tr("Who leaves is switched off and stays in the record. One administrator always remains.")
        row.addWidget(Label(note, Type.CAPTION, "text2", wrap=True), 1)
        self.password = Button(self.tr("Another password…"), icon="key", name="reset-password")
        self.password.clicked.connect(self.reset_password)
        self.edit = Button(self.tr("Change…"), key="Enter", icon="edit", name="change-person")
        self.edit.clicked.connect(self.change)
        self.new = Button(self.tr("Add a person…"), icon="person_add", name="add-person")
        self.new.clicked.connect(self.add)
        self.closed = Button(self.tr("Closing days…"), icon="calendar", name="closing-days")
        self.closed.clicked.connect(lambda: ClosingsDialog(self._context, self).open())
        for button in (self.closed, self.password, self.edit, self.new):
            row.addWidget(button)
        return head

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("people-table")
        table.setAccessibleName(self.tr("People"))
        table.setModel(self.model)
        table.setItemDelegate(RowDelegate(table))
        dress_table(table).setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        table.doubleClicked.connect(lambda _index: self.change())
        return table

    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(row_height(30))
        for column, width in ((Column.LOGIN, 160), (Column.ROLE, 150), (Column.UNIT, 220), (Column.ACTIVE, 130)):
            self.table.setColumnWidth(column, px(width))

    # ---- the window asks
    def title(self) -> str:
        """People."""
        return self.tr("People")

    def icon(self) -> str:
        """People."""
        return "people"

    def keys(self) -> tuple[Hint, ...]:
        """Choose, change, add."""
        return (Hint("↑↓", self.tr("choose")), Hint("Enter", self.tr("change")), Hint("F5", self.tr("reload")))

    def primary(self) -> None:
        """Ctrl+Enter changes the chosen person."""
        self.change()

    def shown(self) -> None:
        """In front."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Read everyone anew; the chosen person stays chosen."""
        chosen = self.person()
        self._wanted = self._wanted or (chosen.login if chosen else "")
        office = self._context.office
        self._context.tasks.read(lambda: people.listing(office), self._show, self._failed, self)

    def _show(self, everyone: tuple[Person, ...]) -> None:
        self.model.show_people(everyone)
        self.pane.show_content()
        logins = [person.login for person in everyone]
        self.table.selectRow(logins.index(self._wanted) if self._wanted in logins else 0)
        self._wanted = ""

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(errors.words(error, self._context.lang), self.refresh)

    def _heard(self, change: Change) -> None:
        if change.what is What.PEOPLE:
            self.refresh()

    # ---- acts
    def person(self) -> Person | None:
        """The chosen one."""
        row = self.table.currentIndex().row()
        return self.model.people[row] if 0 <= row < len(self.model.people) else None

    def add(self) -> None:
        """A new person."""
        self._ask(PersonDialog(self._context, parent=self))

    def change(self) -> None:
        """Name, role, unit, sign-in."""
        if person := self.person():
            self._ask(PersonDialog(self._context, person, parent=self))

    def reset_password(self) -> None:
        """Another password."""
        if person := self.person():
            self._ask(PersonDialog(self._context, person, password=True, parent=self))

    def _ask(self, dialog: PersonDialog) -> None:
        dialog.kept.connect(self._kept)
        dialog.open()

    def _kept(self, login: str) -> None:
        self._wanted = login
        self._context.changes.announce(What.PEOPLE)
