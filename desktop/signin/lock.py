"""The locked desk: nothing of a case is to be seen, the password opens it again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from desktop import errors
from desktop.context import Context
from desktop.signin import work
from desktop.signin.fields import PasswordField
from desktop.signin.logo import Logo
from desktop.theme import Type
from desktop.widgets import Button, Kind, Label


class LockDialog(QDialog):
    """``unlocked`` or ``signed_out`` fires once."""

    unlocked = Signal()
    signed_out = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._over = False
        self.setObjectName("locked")
        self.setWindowTitle(self.tr("Locked") + " — 証 Akashi")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 30, 56, 24)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Logo())
        head.addWidget(Label(self.tr("The desk is locked"), Type.QUESTION), 1)
        column.addLayout(head)
        column.addWidget(Label(context.actor.name, Type.BASE, "text2"))
        self.password = PasswordField(self.tr("Password"), "unlock-password")
        self.password.edit.textChanged.connect(self._changed)
        self.password.edit.returnPressed.connect(self.submit)
        column.addWidget(self.password)
        self.go = Button(self.tr("Unlock"), Kind.PRIMARY, key="Enter", name="unlock")
        self.go.clicked.connect(self.submit)
        column.addWidget(self.go)
        out = Button(self.tr("Sign out"), Kind.LINK, name="lock-sign-out")
        out.clicked.connect(lambda: self._leave(self.signed_out))
        column.addWidget(out, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setMinimumWidth(480)
        self._changed()

    def submit(self) -> None:
        """Try the password; it is the person's own sign-in, recorded like one."""
        if not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        office, login, password = self._context.office, self._context.actor.login, self.password.edit.text()
        self._context.tasks.run(
            lambda: work.sign_in(office, login, password),
            lambda _actor: self._leave(self.unlocked),
            self._failed,
            self,
        )

    def _changed(self) -> None:
        self.go.setEnabled(bool(self.password.edit.text()))
        self.password.show_problem("")

    def _failed(self, error: Exception) -> None:
        self._changed()
        self.password.show_problem(errors.words(error, self._context.lang), spoken=True)
        self.password.edit.selectAll()

    def _leave(self, how: object) -> None:
        self._over = True
        self.close()
        how.emit()  # type: ignore[attr-defined]  # a bound signal

    def reject(self) -> None:
        """Esc does not open a lock."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only the password or signing out ends it."""
        if self._over:
            event.accept()
        else:
            event.ignore()
