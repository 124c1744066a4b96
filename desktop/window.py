"""The desk's window: menus, pinned places, open cases, status bar. It asks views; it never reaches inside them."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop import days, menus, words
from desktop.context import Context
from desktop.guidedialog import GuideWindow
from desktop.guidepages import INDEX
from desktop.intake.drops import dropped
from desktop.keysdialog import KeysDialog
from desktop.menus import SEPARATOR, Entry, Menus
from desktop.statusline import StatusLine
from desktop.theme import Scheme
from desktop.views import View
from desktop.widgets import AccountButton, Rule, TabBar, commit_input_method
from desktop.widgets.tabs import TabFace
from models.people import rules as people
from models.people.values import Permission

OpenCase = Callable[[Context, str], View]


@dataclass(frozen=True, slots=True)
class Place:
    """A pinned tab: its key and how it is made."""

    key: str
    make: Callable[[Context], View]


class Window(QMainWindow):
    """``left`` says how the person left: ``quit``, ``sign-out`` or ``rebuild`` (another language)."""

    left = Signal(str)
    locked = Signal()
    backup_wanted = Signal(bool)  # into a file of one's own, or to see how they stand
    language_chosen = Signal(str)

    def __init__(self, context: Context, places: Sequence[Place], open_case: OpenCase) -> None:
        super().__init__()
        self._context = context
        self._open_case = open_case
        self._cases: dict[str, View] = {}
        self._how, self._refused = "quit", ""
        self._guide: GuideWindow | None = None
        self.verified_at: datetime | None = None
        self.setObjectName("desk")
        self._build()
        self._build_menus()
        for place in places:
            self._add_view(place.make(context), pinned=True)
        self.tabs.setCurrentIndex(0)
        self._front_changed(0)
        context.preferences.place_window("desk", self, QSize(1440, 900))
        context.tasks.busy.connect(self._busy)
        self._every_minute = QTimer(self)
        self._every_minute.setInterval(60_000)
        self._every_minute.timeout.connect(self._show_facts)
        self._every_minute.start()

    # ---- building
    def _build(self) -> None:
        self.tabs = TabBar(self.tr("Open places and cases"))
        self.tabs.currentChanged.connect(self._front_changed)
        self.tabs.tabCloseRequested.connect(self.close_tab)
        self.stack = QStackedWidget()
        self.status = StatusLine()
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 12, 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self._account())
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
        column.addWidget(Rule())
        column.addWidget(self.status)
        self.setCentralWidget(body)
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _account(self) -> AccountButton:
        actor = self._context.actor
        button = AccountButton(f"{words.role(actor.role)}\u3000{actor.name}")
        button.menu.addAction(self.tr("Lock"), self.lock)
        button.menu.addAction(self.tr("Sign out"), self.sign_out)
        return button

    def _build_menus(self) -> None:
        self.menus = Menus(self.menuBar())
        self.menus.add("file", self.tr("&File"), self._file_menu())
        self.menus.add("edit", self.tr("&Edit"), self._edit_menu())
        self.menus.add("view", self.tr("&View"), self._view_menu())
        self.menus.add("case", self.tr("&Case"), self._case_menu())
        self.menus.add("item", self.tr("C&riterion"), ())
        self.menus.add("go", self.tr("&Go"), self._go_menu())
        self.menus.add("help", self.tr("&Help"), self._help_menu())
        for keys, act in (("Ctrl+Return", self._primary), ("Ctrl+Enter", self._primary)):
            QShortcut(QKeySequence(keys), self, act).setAutoRepeat(False)  # a key held down is one act

    def _file_menu(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("Import…"), self.show_import, "Ctrl+I"),
            SEPARATOR,
            Entry(self.tr("Save"), self.save_all, "Ctrl+S"),
            Entry(self.tr("Print…"), lambda: self._ask("print_"), "Ctrl+P"),
            Entry(self.tr("Close tab"), lambda: self.close_tab(self.tabs.currentIndex()), "Ctrl+W"),
            SEPARATOR,
            Entry(self.tr("Back up…"), lambda: self.backup_wanted.emit(True)),
            Entry(self.tr("Backups and restore…"), lambda: self.backup_wanted.emit(False)),
            SEPARATOR,
            Entry(self.tr("Lock"), self.lock, "Ctrl+L"),
            Entry(self.tr("Sign out"), self.sign_out),
            Entry(self.tr("Quit"), self.close, "Ctrl+Q"),
        )

    def _case_menu(self) -> tuple[Entry, ...]:
        may = people.may(self._context.actor.role, Permission.TAKE)
        return (Entry(self.tr("Take the next case"), self._take_next, "Ctrl+N", enabled=may),)

    def _edit_menu(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("Undo"), lambda: menus.edit("undo"), "Ctrl+Z"),
            Entry(self.tr("Redo"), lambda: menus.edit("redo"), "Ctrl+Y"),
            SEPARATOR,
            Entry(self.tr("Cut"), lambda: menus.edit("cut"), "Ctrl+X"),
            Entry(self.tr("Copy"), lambda: menus.edit("copy"), "Ctrl+C"),
            Entry(self.tr("Paste"), lambda: menus.edit("paste"), "Ctrl+V"),
            Entry(self.tr("Select all"), lambda: menus.edit("selectAll"), "Ctrl+A"),
            SEPARATOR,
            Entry(self.tr("Find"), lambda: self._ask("search"), "Ctrl+F"),
        )

    def _view_menu(self) -> tuple[Entry, ...]:
        theme, lang = self._context.theme, self._context.lang
        schemes = (
            (self.tr("As the system"), Scheme.SYSTEM),
            (self.tr("Light"), Scheme.LIGHT),
            (self.tr("Dark"), Scheme.DARK),
        )
        colours = tuple(
            (text, theme.scheme is each, lambda each=each: self._choose_scheme(each)) for text, each in schemes
        )
        languages = (("日本語", "ja"), ("English", "en"))
        fixed = bool(self._context.preferences.fixed.language)
        offered = tuple((text, lang == key, lambda key=key: self.language_chosen.emit(key)) for text, key in languages)
        return (
            Entry(self.tr("Reload"), lambda: self._ask("refresh"), "F5"),
            SEPARATOR,
            Entry(self.tr("Larger text"), lambda: self._step_text(1), "Ctrl++"),
            Entry(self.tr("Smaller text"), lambda: self._step_text(-1), "Ctrl+-"),
            Entry(self.tr("Normal text"), lambda: self._resize_text(100), "Ctrl+0"),
            SEPARATOR,
            Entry(self.tr("Colours"), options=colours),
            Entry("言語 Language", options=offered)
            if not fixed
            else Entry(self.tr("言語 Language (set by your administrator)"), enabled=False),
        )

    def _go_menu(self) -> tuple[Entry, ...]:
        go = [
            Entry(self.tr("Tab {0}").format(n), functools.partial(self.tabs.setCurrentIndex, n - 1), f"Ctrl+{n}")
            for n in (1, 2)
        ]
        return (
            *go,
            Entry(self.tr("Next tab"), lambda: self._step_tab(1), "Ctrl+Tab"),
            Entry(self.tr("Previous tab"), lambda: self._step_tab(-1), "Ctrl+Shift+Tab"),
        )

    def _help_menu(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("Guide"), self.show_guide, "F1"),
            Entry(self.tr("All keys"), self.show_keys, "Ctrl+/"),
        )

    # ---- views
    @property
    def front(self) -> View | None:
        """The view in front."""
        view = self.stack.currentWidget()
        return view if isinstance(view, View) else None

    @property
    def views(self) -> tuple[View, ...]:
        """Every open view, pinned places first."""
        found = (self.stack.widget(i) for i in range(self.stack.count()))
        return tuple(view for view in found if isinstance(view, View))

    @property
    def open_cases(self) -> tuple[str, ...]:
        """The cases that stand open, in the order of their tabs."""
        return tuple(sorted(self._cases, key=lambda case: self.stack.indexOf(self._cases[case])))

    def show_case(self, case: str) -> None:
        """Open a case, or bring its tab to the front."""
        if case not in self._cases:
            self._cases[case] = self._open_case(self._context, case)
            self._add_view(self._cases[case], pinned=False)
        self.tabs.setCurrentIndex(self.stack.indexOf(self._cases[case]))

    def close_tab(self, index: int) -> None:
        """Close a case's tab after its drafts were handed over; pinned places stay."""
        view = self.stack.widget(index)
        case = next((key for key, open_view in self._cases.items() if open_view is view), None)
        self._refused = ""
        if case is None or not isinstance(view, View):
            return
        self._save(view)
        if not view.can_close():
            return
        del self._cases[case]
        self.tabs.blockSignals(True)
        self.tabs.remove(index)
        self.tabs.blockSignals(False)
        self.stack.removeWidget(view)
        view.deleteLater()
        self._front_changed(self.tabs.currentIndex())

    def _let_go(self, view: View) -> None:
        """A view that had refused to close may go now; the closing of the window that it held up goes on."""
        how = self._refused
        self.close_tab(self.stack.indexOf(view))
        if how in ("quit", "sign-out"):
            QTimer.singleShot(0, self, lambda: self.leave(how))

    def _add_view(self, view: View, pinned: bool) -> None:
        view.title_changed.connect(lambda: self._show_title(view))
        view.keys_changed.connect(lambda: self._show_keys_of(view))
        view.open_case.connect(self.show_case)
        view.verified.connect(self.record_verified)
        view.import_asked.connect(self.show_import)
        view.close_me.connect(lambda: self._let_go(view))
        self.stack.addWidget(view)
        self.tabs.blockSignals(True)
        self.tabs.insert(self.stack.count() - 1, self._face(view, closable=not pinned))
        self.tabs.blockSignals(False)

    def _face(self, view: View, closable: bool) -> TabFace:
        return TabFace(view.icon(), view.title(), view.count(), closable)

    def _front_changed(self, index: int) -> None:
        before = self.front
        if before is not None:
            self._save(before)
        self.stack.setCurrentIndex(index)
        view = self.front
        if view is None:
            return
        self.menus.show_view(view)
        self._show_title(view)
        self._show_keys_of(view)
        self._show_facts()
        view.shown()

    def _show_title(self, view: View) -> None:
        index = self.stack.indexOf(view)
        if index < 0:
            return
        self.tabs.show_face(index, self._face(view, closable=view in self._cases.values()))
        if view is self.front:
            self.setWindowTitle(f"{view.window_title()} — 証 Akashi")

    def _show_keys_of(self, view: View) -> None:
        if view is self.front:
            self.status.show_keys(view.keys())

    def _show_facts(self) -> None:
        context = self._context
        record = ""
        if self.verified_at is not None:
            record = self.tr("Record verified {0}").format(days.clock(self.verified_at))
        today = days.full(context.office.clock.today(), context.lang)
        self.status.show_facts(context.actor.unit or "", record, today)

    def record_verified(self, at: datetime) -> None:
        """The record was found whole at this moment."""
        self.verified_at = at
        self._show_facts()
        for view in self.views:
            view.record_verified(at)

    # ---- acts
    def _ask(self, what: str) -> None:
        if self.front is not None:
            getattr(self.front, what)()

    def _primary(self) -> None:
        commit_input_method()
        self._ask("primary")

    def _take_next(self) -> None:
        for view in self.views:
            view.take_next()

    def _step_tab(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % max(self.tabs.count(), 1))

    def _save(self, view: View) -> None:
        commit_input_method()
        view.save()

    def save_all(self) -> None:
        """Ctrl+S, lock, closing: hand every draft over."""
        commit_input_method()
        for view in self.views:
            view.save()

    def _busy(self, writing: bool) -> None:
        self.status.show_note(self.tr("Saving…") if writing else "")

    def show_keys(self) -> None:
        """Ctrl+/."""
        here = self.front.all_keys() if self.front else ()
        KeysDialog(here, tuple(self.menus.hints), self).open()

    def show_guide(self, page: str = "") -> None:
        """F1: this page, or that of the front view, in a window of its own."""
        if self._guide is None:
            self._guide = GuideWindow(self._context.lang)
        self._guide.show_page(page or (self.front.guide_page() if self.front else INDEX))
        self._guide.show()
        self._guide.raise_()

    def show_import(self, paths: Sequence[Path] = ()) -> None:
        """Ctrl+I, or files dropped onto the window."""
        from desktop.intake.dialog import ImportDialog  # what reads files loads when it is asked for

        ImportDialog(self._context, paths, self).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Tables may be dropped."""
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """They open in the import."""
        self.show_import(dropped(event))

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._context.theme.choose(scheme)
        self._context.preferences.put("scheme", scheme.value)

    def _step_text(self, by: int) -> None:
        self._context.theme.step(by)
        self._context.preferences.put("text", self._context.theme.percent)

    def _resize_text(self, percent: int) -> None:
        self._context.theme.resize(percent)
        self._context.preferences.put("text", percent)

    def lock(self) -> None:
        """Hand every draft over and ask the program to cover the desk."""
        self.save_all()
        self.locked.emit()

    def sign_out(self) -> None:
        """Close as always, then go back to signing in."""
        self.leave("sign-out")

    def leave(self, how: str) -> None:
        """Close and say how."""
        self._how = how
        if not self.close():
            self._how = "quit"

    def closeEvent(self, event: QCloseEvent) -> None:
        """Drafts first; a view may refuse; where the window stood is kept."""
        self.save_all()
        self.status.show_note(self.tr("Saving…"))
        if not self._context.tasks.wait_for_writes() or not all(view.can_close() for view in self.views):
            self.status.show_note("")
            self._refused = self._how
            event.ignore()
            return
        self._context.preferences.keep_window("desk", self)
        if self._guide is not None:
            self._guide.close()
            self._guide.deleteLater()
            self._guide = None
        event.accept()
        self.left.emit(self._how)
