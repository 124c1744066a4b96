"""Opens the desk: fonts, look, language, sign-in, window; and what happens when something unforeseen does."""

import importlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop import errors
from desktop.at_home import taskbar
from desktop.at_home.single import Single, wake
from desktop.helpkey import HelpKey
from desktop.i18n import LANGUAGES, Language, system_language
from desktop.idle import MINUTES, Idle
from desktop.preferences import Preferences
from desktop.signin import work
from desktop.signin.dialog import SignInDialog
from desktop.signin.health import broken_words
from desktop.signin.logo import logo_icon
from desktop.tasks import Tasks
from desktop.theme import Scheme, Theme
from desktop.theme.type import load_fonts
from models.people.rules import may
from models.people.values import Actor, Permission, Role
from models.records.values import Verification

if TYPE_CHECKING:  # what a desk needs once somebody signed in loads after the first paint
    from desktop.company import Company
    from desktop.context import Context, Office
    from desktop.keeping import Keeper
    from desktop.signin.lock import LockDialog
    from desktop.views import View
    from desktop.window import Place, Window

UNSAFE_QT = (6, 12)
"""PySide6 6.12 drops a reference of None with every call that returns nothing; Python 3.11 then aborts (facts/reliability 0.1)."""


def unsafe_pair(qt: Sequence[int], python: Sequence[int]) -> bool:
    """Whether this PySide6 and this Python crash together."""
    return tuple(qt[:2]) == UNSAFE_QT and tuple(python[:2]) < (3, 12)


def main(office: str | None = None, lang: str | None = None) -> int:
    """Open the desk and stay until it is closed; the exit status.

    ``office`` is what ``--office`` named (the person may choose another), ``lang`` what ``--lang`` named.
    """
    if unsafe_pair(PySide6.__version_info__[:2], sys.version_info[:2]):
        sys.stderr.write(
            f"PySide6 {PySide6.__version__} and Python {sys.version_info.major}.{sys.version_info.minor} crash together. "
            "Install a PySide6 below 6.12 or a Python from 3.12 on.\n"
        )
        return 3
    app = application()
    preferences = Preferences.of_this_computer()
    if wake(preferences.fixed.office or office or next(iter(preferences.get("offices", [])), "")):
        return 0
    desk = Desk(app, preferences, lang)
    sys.excepthook = errors.hook(desk.unforeseen)
    desk.sign_in(office or "")
    status = app.exec()
    desk.end()
    return status


def application() -> QApplication:
    """The Qt application with our fonts, name and mark."""
    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Akashi")
    app.setApplicationDisplayName("")
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    if app.windowIcon().isNull():
        app.setWindowIcon(logo_icon())
    return app


def open_case(context: "Context", case: str) -> "View":
    """The view of a case, as this person's role sees it."""
    from desktop.casefile.panel import CaseView

    return CaseView(context, case)


def _bring_the_case_view() -> None:
    """Import what the first case needs beside the window: in the turn of a click it would hold the window up for 0.2 s."""
    importlib.import_module("desktop.casefile.panel")


def places(role: Role) -> tuple["Place", ...]:
    """The pinned places of a role, the most used first."""
    from desktop.authority.panel import AuthorityView
    from desktop.board.panel import BoardView
    from desktop.calibration.panel import CalibrationView
    from desktop.consistency.panel import ConsistencyView
    from desktop.frameworks.panel import FrameworksView
    from desktop.issuing.letterheads import LetterheadView
    from desktop.issuing.panel import IssuingView
    from desktop.linked.panel import LinkedView
    from desktop.people.panel import PeopleView
    from desktop.queue.panel import QueueView
    from desktop.records.panel import RecordsView
    from desktop.window import Place

    queue = Place("queue", QueueView)
    record = Place("records", RecordsView)
    rules = Place("frameworks", FrameworksView)
    reports = (Place("consistency", ConsistencyView),) if may(role, Permission.REPORT) else ()
    calibrates = may(role, Permission.ASSESS) or may(role, Permission.ASSIGN)
    readings = (Place("calibration", CalibrationView),) if calibrates else ()
    if role is Role.RULE_KEEPER:
        return rules, queue, record
    keeps = may(role, Permission.KEEP_PEOPLE)
    staff = (Place("people", PeopleView), Place("letterheads", LetterheadView)) if keeps else ()
    linked = (Place("linked", LinkedView),) if keeps or may(role, Permission.PROVIDE_DATA) else ()
    deciding = (Place("authority", AuthorityView),) if may(role, Permission.KEEP_AUTHORITY) else ()
    letters = (Place("issuing", IssuingView),) if may(role, Permission.ISSUE) else ()
    giving = (Place("board", BoardView),) if may(role, Permission.ASSIGN) else ()
    if role is Role.AUDITOR:
        return record, queue, *reports, rules
    return queue, *reports, record, rules, *letters, *readings, *giving, *deciding, *linked, *staff


class Desk(QObject):
    """The program's life: sign in, work, lock, sign out, close."""

    window_opened = Signal(object)

    def __init__(self, app: QApplication, preferences: Preferences, lang: str | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        chosen = preferences.fixed.language or lang or preferences.get("language") or system_language()
        self._language = Language(app, chosen if chosen in LANGUAGES else "ja")
        self.theme = Theme(app, _scheme(preferences), int(preferences.get("text", 100)))
        self.tasks = Tasks(self)
        self._help = HelpKey(app, lambda: self._language.lang, self)
        self._front: QWidget | None = None
        self._context: Context | None = None
        self._idle: Idle | None = None
        self._verified_at: datetime | None = None
        self._keeper: Keeper | None = None
        self._company: Company | None = None
        self._lock_dialog: LockDialog | None = None
        self._single = Single(self)
        self._single.asked.connect(self.come_to_the_front)
        app.commitDataRequest.connect(self.session_ends)
        taskbar.follow(self.tasks.worked, lambda: int(self._front.winId()) if self._front else 0, self)

    # ---- signing in
    def sign_in(self, office: str = "", passphrase: str | None = None) -> SignInDialog:
        """Show the sign-in window."""
        dialog = SignInDialog(self.tasks, self._preferences, self._language.lang, office, passphrase)
        dialog.signed_in.connect(self._signed_in)
        dialog.language_chosen.connect(lambda lang: self._sign_in_again(lang, dialog))
        dialog.finished.connect(lambda _code: self._closed(dialog))
        self._put_in_front(dialog)
        return dialog

    def _sign_in_again(self, lang: str, dialog: SignInDialog) -> None:
        self._speak(lang)
        office = dialog.state.office
        self._front = None
        dialog.close()
        self.sign_in(office)

    def _signed_in(self, office: "Office", actor: Actor, verification: Verification | None) -> None:
        if wake(str(office.location), actor.login):  # two windows stood at their sign-in; the other one was quicker
            self.tasks.run(office.close)
            self._app.exit(0)
            return
        if verification is not None and not verification.ok:
            # A broken record opens for reading only; the services refuse writes of this role, not only the screens.
            actor = replace(actor, role=Role.AUDITOR)
        from desktop.changes import Changes
        from desktop.context import Context

        self._context = Context(
            office,
            actor,
            self.tasks,
            Changes(self),
            self.theme,
            self._language.lang,
            self._preferences.of(actor.login),
        )
        self._verified_at = verification.verified_at if verification is not None and verification.ok else None
        before = self._front
        self._single.listen(str(office.location), actor.login)
        self._open_window(())
        if before is not None:
            before.close()
        if verification is None:
            self._verify()

    def _verify(self) -> None:
        """Who signed in before the record was looked at works on; what is found then is told."""
        assert self._context is not None
        office = self._context.office
        self.tasks.long(lambda progress: work.verify(office, progress), self._verified, lambda _error: None, self)

    def _verified(self, found: Verification) -> None:
        window = self._window
        if window is None or self._context is None:
            return
        if found.first_broken is None:
            window.record_verified(found.verified_at)
            return
        words_ = broken_words(found.first_broken, self._language.lang)
        self._context = replace(self._context, actor=replace(self._context.actor, role=Role.AUDITOR))
        cases = window.open_cases
        window.leave("rebuild")
        if self._front is None:  # else something typed is not saved yet, and the person decides first
            self._open_window(cases)
        _tell(self._front, words_)

    # ---- the window
    @property
    def _window(self) -> "Window | None":
        """The desk's window, once somebody signed in."""
        if self._context is None:
            return None
        from desktop.window import Window

        return self._front if isinstance(self._front, Window) else None

    def _open_window(self, cases: Sequence[str]) -> None:
        from desktop.company import Company
        from desktop.window import Window

        assert self._context is not None
        window = Window(self._context, places(self._context.actor.role), open_case)
        window.left.connect(self._left)
        window.locked.connect(self._lock)
        window.language_chosen.connect(lambda lang: self._rebuild(lang, window))
        if self._verified_at is not None:
            window.record_verified(self._verified_at)
        self._keep(window)
        self._company = Company(self._context, window)
        self._idle = Idle(window, self._preferences.fixed.idle_minutes or MINUTES)
        self._idle.reached.connect(window.lock)
        self._put_in_front(window)
        for case in cases:
            window.show_case(case)
        self.window_opened.emit(window)
        self.tasks.read(_bring_the_case_view)

    def _keep(self, window: "Window") -> None:
        """Backups and looks at the record, as long as this window stands."""
        from desktop.catching import CatchingUp
        from desktop.keeping import Keeper

        assert self._context is not None
        actor = self._context.actor
        fixed = self._preferences.fixed.backups
        keeper = Keeper(self.tasks, self._context.office, self._context.lang, window, fixed)
        keeper.verified.connect(self._verified)
        window.backup_wanted.connect(lambda file: (keeper.ask if file else keeper.show)(window, actor))
        self._keeper = keeper
        if may(actor.role, Permission.ASSESS):
            CatchingUp(self.tasks, self._context.office, window)

    def _rebuild(self, lang: str, window: "Window") -> None:
        """Another language: drafts are handed over, and the same tabs stand open again in the new words."""
        if self._context is None or lang == self._context.lang:
            return
        cases = window.open_cases
        self._verified_at = window.verified_at
        window.leave("rebuild")
        if self._front is None:
            self._speak(lang)
            self._context = self._context.in_language(lang)
            self._open_window(cases)

    def _left(self, how: str) -> None:
        window, self._front = self._front, None
        if self._idle is not None:
            self._idle.stop()
        if self._company is not None:
            self._company.stop()
            self._company = None
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None
        if window is not None:
            window.deleteLater()
        if how == "rebuild" or self._context is None:
            return
        self._single.stop()
        from desktop.keeping import close_safely

        office = self._context.office
        where = str(office.location)
        backups = self._preferences.fixed.backups
        self.tasks.run(lambda: close_safely(office, backups))
        self._context = None
        if how == "sign-out":
            self.sign_in(where)
        else:
            self._app.exit(0)  # quit() would ask every window again, from inside its closing

    def _lock(self) -> None:
        if self._context is None or self._front is None:
            return
        window = self._front
        window.hide()
        from desktop.signin.lock import LockDialog

        dialog = LockDialog(self._context)
        dialog.unlocked.connect(lambda: self._unlocked(window, dialog))
        dialog.signed_out.connect(lambda: self._signed_out(window, dialog))
        self._lock_dialog = dialog
        dialog.show()

    def _unlocked(self, window: QWidget, dialog: "LockDialog") -> None:
        self._lock_dialog = None
        window.show()
        window.activateWindow()
        dialog.deleteLater()

    def _signed_out(self, window: QWidget, dialog: "LockDialog") -> None:
        self._lock_dialog = None
        dialog.deleteLater()
        if window is self._window and self._window is not None:
            self._window.sign_out()
            if self._front is window:  # something typed is not saved: it stays open, and locked
                self._lock()

    def _closed(self, dialog: SignInDialog) -> None:
        """The sign-in window was closed without signing in: the program ends."""
        if self._front is dialog and self._context is None:
            self._front = None
            self._app.exit(0)  # quit() would ask every window again, from inside its closing
        dialog.deleteLater()

    # ---- the rest
    def come_to_the_front(self) -> None:
        """The program was started once more on this office: its window comes up, locked as it may be."""
        window = self._lock_dialog or self._app.activeModalWidget() or self._front
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    def session_ends(self, _manager: object = None) -> None:
        """The person logs off, or the computer shuts down: every draft is saved before Windows goes on."""
        if self._window is not None:
            self._window.save_all()
            self.tasks.wait_for_writes()

    def unforeseen(self, error: BaseException) -> None:
        """Say it in words, on the window in front; the note is already kept."""
        words = errors.words(error, self._language.lang)
        parent = self._front
        QTimer.singleShot(0, self, lambda: _tell(parent, words))

    def end(self) -> None:
        """Every save finishes, then the threads end."""
        self.tasks.wait_for_writes()
        if self._context is not None:
            self.tasks.run(self._context.office.close)
        self._single.stop()
        self.tasks.close()
        self._help.close()
        self._language.leave()
        self.theme.deleteLater()

    def _speak(self, lang: str) -> None:
        self._language.use(lang)
        self._preferences.put("language", lang)

    def _put_in_front(self, widget: QWidget) -> None:
        self._front = widget
        widget.show()
        widget.raise_()
        widget.activateWindow()


def _tell(parent: QWidget | None, words: str) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, "証 Akashi", words, QMessageBox.StandardButton.Close, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(box.textFormat().PlainText)
    box.open()


def _scheme(preferences: Preferences) -> Scheme:
    kept = preferences.get("scheme", Scheme.SYSTEM.value)
    return Scheme(kept) if kept in list(Scheme) else Scheme.SYSTEM
