"""The sign-in window (picture 00)."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop import errors
from desktop.preferences import Preferences
from desktop.signin import form, work
from desktop.signin.fields import PasswordField
from desktop.signin.health import HealthLine
from desktop.signin.logo import Logo
from desktop.signin.restore import Restore, backups_of
from desktop.tasks import Task, Tasks
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Field, Kind, Label, LineEdit, Rule
from models.people.values import Actor
from models.records.values import Verification

if TYPE_CHECKING:  # the store brings SQLAlchemy, which loads after the first paint
    from desktop.context import Office

Opener = Callable[[str, str], "Office"]
SUFFIX = "*.akashi"


class SignInDialog(QDialog):
    """``signed_in(office, actor, verification or None)`` fires once; ``language_chosen`` asks for another language."""

    signed_in = Signal(object, object, object)
    language_chosen = Signal(str)

    def __init__(
        self, tasks: Tasks, preferences: Preferences, lang: str, office: str = "", passphrase: str | None = None
    ) -> None:
        super().__init__()
        self._tasks, self._preferences, self._lang = tasks, preferences, lang
        self._passphrase = os.environ.get("AKASHI_PASSPHRASE", "") if passphrase is None else passphrase
        self._kept = ""
        self._wished = False
        self._office: Office | None = None
        self._opened_path = ""
        self._trying: Task | None = None
        self._verification: Verification | None = None
        self._restore = Restore(tasks, lang, self, self._offer_offices)
        self.setObjectName("sign-in")
        self.setWindowTitle(self.tr("Sign in") + " — 証 Akashi")
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._build()
        self._offer_offices(office)
        self._changed()
        (self.password.edit if self.login.text() else self.login).setFocus()

    # ---- building
    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QWidget()
        body.setObjectName("sign-in-body")
        body.setProperty("ground", "surface")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(56, 30, 56, 20)
        inner.setSpacing(10)
        inner.addLayout(self._build_head())
        inner.addSpacing(12)
        self._build_fields(inner)
        inner.addSpacing(8)
        self.go = Button(self.tr("Sign in"), Kind.PRIMARY, key="Enter", name="sign-in-go")
        self.go.setDefault(True)
        self.go.clicked.connect(self.submit)
        inner.addWidget(self.go)
        inner.addLayout(self._build_links())
        inner.addStretch(1)
        column.addWidget(body, 1)
        column.addWidget(Rule())
        column.addWidget(self._build_foot())
        self.setMinimumWidth(px(480))
        self.resize(px(480), max(self.sizeHint().height(), px(512)))

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Logo())
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label("証 Akashi", Type.QUESTION))
        names.addWidget(Label(self.tr("The examiner's desk for decisions"), Type.CAPTION, "text2"))
        head.addLayout(names)
        head.addStretch(1)
        return head

    def _build_fields(self, column: QVBoxLayout) -> None:
        self.offices = Combo(self.tr("Office"))
        self.offices.setObjectName("office")
        self.offices.setPlaceholderText(self.tr("Open an office first"))
        self.offices.currentIndexChanged.connect(self._office_chosen)
        self.office_field = Field(self.tr("Office"), self.offices, self._set_by(bool(self._preferences.fixed.office)))
        self.offices.setEnabled(not self._preferences.fixed.office)
        self.passphrase = PasswordField(self.tr("Passphrase of the office"), "passphrase")
        self.keep = QCheckBox(self.tr("Keep it on this computer"))
        forbidden = self._preferences.fixed.passphrase_asked
        self.keep.setToolTip(self._set_by(forbidden) or self.tr("Windows seals it with your own login"))
        self.keep.setEnabled(not forbidden)
        self.keep.setObjectName("keep-passphrase")
        self.keep.setAccessibleName(self.keep.text())
        self.login = LineEdit(self.tr("Login"))
        self.login.setObjectName("login")
        self.login.setText(str(self._preferences.get("login", "")))
        self.password = PasswordField(self.tr("Password"), "password")
        login = Field(self.tr("Login"), self.login)
        for field in (self.office_field, self.passphrase, self.keep, login, self.password):
            column.addWidget(field)
        for edit in (self.login, self.password.edit, self.passphrase.edit):
            edit.textChanged.connect(self._changed)
            edit.returnPressed.connect(self.submit)

    def _build_links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        other = Button(self.tr("Open another office…"), Kind.LINK, name="open-office")
        other.clicked.connect(self._browse)
        other.setEnabled(not self._preferences.fixed.office)
        other.setToolTip(self._set_by(bool(self._preferences.fixed.office)))
        restore = Button(self.tr("Restore from a backup…"), Kind.LINK, name="restore")
        restore.clicked.connect(self._choose_backup)
        row.addWidget(other)
        row.addStretch(1)
        row.addWidget(restore)
        return row

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        foot.setProperty("ground", "sunken")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 7, 16, 7)
        self.health = HealthLine(self._tasks, self._lang)
        self.health.verified.connect(self._verified)
        row.addWidget(self.health, 1)
        language = Combo(self.tr("Language"), flat=True)
        language.setObjectName("language")
        language.fill((("日本語", "ja"), ("English", "en")), self._lang)
        language.setEnabled(not self._preferences.fixed.language)
        language.setToolTip(self._set_by(bool(self._preferences.fixed.language)))
        language.currentIndexChanged.connect(lambda _i: self.language_chosen.emit(language.currentData()))
        row.addWidget(language)
        return foot

    def _set_by(self, fixed: bool) -> str:
        """Why something cannot be chosen; empty when it can."""
        return self.tr("Set by your administrator") if fixed else ""

    # ---- what stands in it
    @property
    def state(self) -> form.SignIn:
        """What the fields say."""
        path = str(self.offices.currentData() or "")
        return form.SignIn(
            path, self.login.text(), self.password.edit.text(), self.passphrase.edit.text(),
            opened=bool(path) and path == self._opened_path,
        )  # fmt: skip

    def _offer_offices(self, given: str) -> None:
        given = self._preferences.fixed.office or given
        known = [str(Path(given).expanduser().absolute()) if given and "://" not in given else given] if given else []
        if not self._preferences.fixed.office:
            known += [path for path in self._preferences.get("offices", []) if path not in known]
        names = self._preferences.get("office-names", {})
        self.offices.fill([(names.get(path) or form.short(path), path) for path in known], known[0] if known else None)
        self._office_chosen()

    def _office_chosen(self) -> None:
        """With the passphrase at hand the office opens at once, and its record is looked at."""
        self._drop_office()
        state, vault = self.state, self._preferences.vault
        self._kept = vault.kept(state.office) if vault and state.asks_passphrase and not self._passphrase else ""
        self._changed()
        if state.office and self._at_hand and not state.on_server:
            self._open(state.office, self._at_hand, lambda _office: self._changed())

    @property
    def _at_hand(self) -> str:
        """The passphrase that need not be asked for: given at the start, or kept by this computer for the office chosen."""
        return self._passphrase or self._kept

    def _changed(self) -> None:
        state = self.state
        asks = state.asks_passphrase and not self._at_hand
        self.passphrase.setVisible(asks)
        offered = self._preferences.vault is not None or self._preferences.fixed.passphrase_asked
        self.keep.setVisible(asks and offered)
        self.go.setEnabled(
            (state.ready or (bool(self._at_hand) and bool(state.login and state.password))) and not self._trying
        )
        for field in (self.password, self.passphrase, self.office_field):
            field.show_problem("")
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """As high as what is asked and said in it; nothing at the foot is pushed out."""
        layout = self.layout()
        need = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if need > self.height():
            self.resize(self.width(), need)

    def _verified(self, verification: Verification) -> None:
        self._verification = verification

    # ---- acts
    def submit(self) -> None:
        """Try: open the office when it is not open, then sign in."""
        state = self.state
        self._wished = self._trying is not None and bool(state.login.strip() and state.password)
        if not self.go.isEnabled():
            return
        if state.opened and self._office is not None:
            self._sign_in(self._office)
        else:
            self._open(state.office, self._at_hand or state.passphrase, self._sign_in)

    def _open(self, path: str, passphrase: str, then: Callable[["Office"], None]) -> None:
        def opened(office: "Office") -> None:
            if not shiboken6.isValid(self) or not self.isVisible() or self.state.office != path:
                self._tasks.run(office.close)
                return
            self._trying = None
            self._office, self._opened_path = office, path
            self._remember(path, office)
            if self.keep.isVisible() and self.keep.isChecked() and self._preferences.vault:
                self._preferences.vault.keep(path, passphrase)
            self.health.watch(office)
            self._offer_login(office)
            then(office)
            if self._wished:  # Enter came while the office was still being opened
                self.submit()

        def failed(error: Exception) -> None:
            if shiboken6.isValid(self):
                self._failed(error)

        # No owner: an office that opens after the person left must still be closed.
        login, password = self.login.text().strip(), self.password.edit.text()
        self._wait_for(self._tasks.run(lambda: work.open_office(path, passphrase, login, password), opened, failed))

    def _offer_login(self, office: "Office") -> None:
        """The person whom the office knows under this computer's account, unless somebody typed a login already."""
        account = self._preferences.whoami.account() if self._preferences.whoami else ""

        def found(login: str) -> None:
            if login and not self.login.isModified():
                self.login.setText(login)
                if self.login.hasFocus():
                    self.password.edit.setFocus()

        if account and not self.login.isModified():
            self._tasks.read(lambda: work.login_of(office, account), found, lambda _error: None, self)

    def _sign_in(self, office: "Office") -> None:
        login, password = self.login.text().strip(), self.password.edit.text()
        if not (login and password):
            return
        self._wait_for(self._tasks.run(lambda: work.sign_in(office, login, password), self._in, self._failed, self))

    def _in(self, actor: Actor) -> None:
        self._trying = None
        self._preferences.put("login", actor.login)
        office, self._office = self._office, None
        self.health.stop()
        self.signed_in.emit(office, actor, self._verification)

    def _wait_for(self, task: Task) -> None:
        self._trying = task
        self.go.setEnabled(False)

    def _failed(self, error: Exception) -> None:
        self._trying, self._wished = None, False
        self._changed()
        fields = {
            form.Place.PASSWORD: self.password,
            form.Place.PASSPHRASE: self.passphrase,
            form.Place.OFFICE: self.office_field,
        }
        place = form.place_of(error)
        if place is form.Place.PASSPHRASE:
            self._forget_passphrase()
        fields[place].show_problem(errors.words(error, self._lang), spoken=True)
        QTimer.singleShot(0, self, self._grow)
        edit = fields[place].input
        edit.setFocus()
        if isinstance(edit, LineEdit):
            edit.selectAll()

    def _forget_passphrase(self) -> None:
        """What was at hand does not open the office (any more): it is typed again."""
        if self._kept and self._preferences.vault:
            self._preferences.vault.forget(self.state.office)
        self._passphrase = self._kept = ""
        self._changed()

    def _remember(self, path: str, office: "Office") -> None:
        known = [path, *(each for each in self._preferences.get("offices", []) if each != path)]
        self._preferences.put("offices", known[:8])

        def named(name: str) -> None:
            names = {**self._preferences.get("office-names", {}), path: name}
            self._preferences.put("office-names", names)
            if (place := self.offices.place_of(path)) >= 0 and names[path]:
                self.offices.setItemText(place, names[path])
                self.offices.update()

        self._tasks.read(lambda: work.name_of(office), named, lambda _error: None, self)

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open another office"), "", self.tr("Offices ({0})").format(SUFFIX)
        )
        if path:
            self._passphrase = ""
            self._offer_offices(path)

    def _choose_backup(self) -> None:
        """Restore…: the office in the list, or a new one, gives way to a backup."""
        passphrase = self._at_hand or self.passphrase.edit.text()
        if not passphrase:
            self.passphrase.show()
            self.passphrase.show_problem(self.tr("Type the passphrase of the backup here first."), spoken=True)
            self.passphrase.edit.setFocus()
            QTimer.singleShot(0, self, self._grow)
            return
        where = self.state.office
        chosen = self._restore.choose(backups_of(where), where)
        if chosen is not None:
            self.restore(*chosen, passphrase)

    def restore(self, file: str, where: str, passphrase: str) -> None:
        """Put a backup in the place of an office, which is closed first."""
        self._drop_office()
        self._restore.run(file, where, passphrase)

    def _drop_office(self) -> None:
        self.health.stop()
        office, self._office, self._opened_path, self._verification = self._office, None, "", None
        if office is not None:
            self._tasks.run(office.close)

    def done(self, code: int) -> None:
        """Esc and the cross: an office that nobody signed in to is closed again."""
        self._drop_office()
        super().done(code)
