"""Add a person, change one, or give another password."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop import words
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import people
from desktop.people import form
from desktop.people.form import Draft
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Field, Kind, Label, LineEdit, PasswordEdit
from desktop.widgets.dialog import Dialog
from models.people.rules import SHORTEST_PASSWORD
from models.people.values import Person, Role


class PersonDialog(Dialog):
    """``kept`` after it was written. Without a ``person`` a new one; ``password``: only another password."""

    kept = Signal(str)

    def __init__(
        self, context: Context, person: Person | None = None, password: bool = False, parent: Any = None
    ) -> None:
        super().__init__(parent)
        self._context, self._person, self._only_password = context, person, password
        self.setObjectName("person-dialog")
        self._build(form.of(person) if person else Draft())
        self._connect()
        self.check()
        self.resize(px(460), self.sizeHint().height())

    # ---- building
    def _build(self, draft: Draft) -> None:
        self.login, self.name, self.unit = (LineEdit(""), LineEdit(""), LineEdit(""))
        self.role = Combo(self.tr("Role"))
        self.role.fill([(words.role(role), role) for role in Role], draft.role)
        self.active = Combo(self.tr("Sign-in"))
        self.active.fill([(self.tr("possible"), True), (self.tr("switched off"), False)], draft.active)
        self.account = LineEdit("")
        self.password, self.again = PasswordEdit(""), PasswordEdit("")
        account_hint = self.tr("On Windows: DOMAIN\\name. At sign-in their login then stands there already.")
        hint = self.tr("{0} characters or more").format(SHORTEST_PASSWORD)
        self.fields = {
            "login": Field(self.tr("Login"), self.login), "name": Field(self.tr("Name"), self.name),
            "role": Field(self.tr("Role"), self.role), "unit": Field(self.tr("Unit"), self.unit),
            "account": Field(self.tr("Account of the computer"), self.account, account_hint),
            "active": Field(self.tr("Sign-in"), self.active), "password": Field(self.tr("Password"), self.password, hint),
            "again": Field(self.tr("The password again"), self.again),
        }  # fmt: skip
        for edit, text in (
            (self.login, draft.login),
            (self.name, draft.name),
            (self.unit, draft.unit),
            (self.account, draft.account),
        ):
            edit.setText(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self._title(), Type.NAME, wrap=True))
        for key, field in self.fields.items():
            column.addWidget(field)
            field.setVisible(key in self._shown())
        column.addStretch(1)
        column.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        cancel = Button(self.tr("Cancel"), key="Esc", name="cancel-person")
        cancel.clicked.connect(self.reject)
        self.keep = Button(self.tr("Keep"), Kind.PRIMARY, "Ctrl+Enter", name="keep-person")
        self.keep.clicked.connect(self._keep)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        return foot

    def _connect(self) -> None:
        for edit in (self.login, self.name, self.unit, self.account, self.password, self.again):
            edit.textChanged.connect(self.check)
        for combo in (self.role, self.active):
            combo.currentIndexChanged.connect(self.check)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._keep)

    def _title(self) -> str:
        """The heading; the title bar says the same without the name, for it is seen by whoever passes."""
        if self._person is None:
            bar = title = self.tr("Add a person")
        elif self._only_password:
            bar, title = self.tr("Another password"), self.tr("Another password for {0}").format(self._person.name)
        else:
            bar, title = self.tr("Change a person"), self.tr("Change {0}").format(self._person.name)
        self.setWindowTitle(bar)
        return title

    def _shown(self) -> tuple[str, ...]:
        if self._only_password:
            return ("password", "again")
        if self._person is None:
            return ("login", "name", "role", "unit", "password", "again")
        return ("name", "role", "unit", "account", "active")

    # ---- acting
    @property
    def draft(self) -> Draft:
        """What is typed."""
        return Draft(
            self.login.text(), self.name.text(), Role(self.role.currentData()), self.unit.text(), self.active.currentData(),
            self.password.text(), self.again.text(), self.account.text(),
        )  # fmt: skip

    def check(self) -> None:
        """The button is there once everything is filled; two passwords that differ are told at once."""
        draft = self.draft
        lack = form.missing_password(draft) if self._only_password else form.missing(draft, self._person is None)
        differs = not draft.password.startswith(draft.again)
        for field in self.fields.values():
            field.show_problem("")
        self.fields["again"].show_problem(self.tr("The two are not the same") if differs else "")
        self.keep.setEnabled(not lack)
        self.keep.describe(self.tr("Still to be filled: {0}").format(self.fields[lack].label.text()) if lack else "")

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.keep.setEnabled(False)
            self._context.tasks.run(self._job(), *self.answers(self._done, self._failed), owner=self)

    def _job(self) -> Callable[[], Person]:
        office, actor, draft, person = self._context.office, self._context.actor, self.draft, self._person
        if person is None:
            return lambda: people.add_person(office, actor, draft.person, draft.password)
        if not self._only_password:
            return lambda: people.change_person(office, actor, person.login, draft.changes)

        def reset() -> Person:
            people.reset_password(office, actor, person.login, draft.password)
            return person

        return reset

    def _done(self, person: Person) -> None:
        self.accept()
        self.kept.emit(person.login)

    def _failed(self, error: Exception) -> None:
        self.check()
        where = "login" if self._person is None else "password" if self._only_password else "role"
        self.fields[where].show_problem(error_words(error, self._context.lang), spoken=True)
