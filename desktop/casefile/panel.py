"""The case in a tab: header, view tabs, and under each tab one widget. Decides what this person may do here now."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.casefile import standing
from desktop.casefile.casepages import PAGES, CasePages
from desktop.casefile.conflict import Choice, ConflictDialog
from desktop.casefile.form import Cite
from desktop.casefile.header import CaseHeader
from desktop.casefile.history import criterion_name
from desktop.casefile.sourcedialog import SourceDialog
from desktop.casefile.version import VersionBanner
from desktop.casefile.words import Names
from desktop.casefile.work import Conflict
from desktop.changes import Change, What
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.guidepages import CASE_TABS
from desktop.operations import cases, people
from desktop.theme.type import px
from desktop.views import Hint
from desktop.widgets import Pane, Rule, ViewTabs
from models.casefile.values import CaseFile
from models.findings.values import FindingState
from models.people.rules import may
from models.people.values import Permission, Person

_CHOICES = (FindingState.MET, FindingState.NOT_MET, FindingState.NEEDS_DOCUMENTS, FindingState.NOT_APPLICABLE)


class CaseView(CasePages):
    """One open case. It reads the case on its own and again whenever something of it was written."""

    def __init__(self, context: Context, case: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName(f"case-{case}")
        self._case, self._front = case, "criteria"
        self._build()
        self._actions = self._make_actions()
        self._connect()
        self._read(first=True)
        if may(context.actor.role, Permission.ASSESS):
            self.prepare()
        context.tasks.read(lambda: people.listing(context.office), self._named, lambda _: None, owner=self)

    def _named(self, listed: tuple[Person, ...]) -> None:
        """People's names instead of their logins."""
        self._names = names = Names({person.login: person.name for person in listed})
        if self.made("criteria"):
            self.criteria.sheet.summary.names = names
            self.criteria.show_again()
        if self.made("decision"):
            self.decision.names = names
        if self.made("history"):
            self.history.show_names(names)
        if self._file is not None:
            self._stale |= {"decision"}
            self.freshen(self._front)

    # ---- building
    def _build(self) -> None:
        self.header, self.banner = CaseHeader(self._lang), VersionBanner(self._context)
        self.tabs = ViewTabs(self.tr("Views of the case"))
        self.strip = QWidget()
        self.strip.setProperty("ground", "surface")
        self.strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip = QVBoxLayout(self.strip)
        strip.setContentsMargins(16, 0, 16, 0)
        strip.addWidget(self.tabs)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.banner, Rule(), self.strip, Rule()):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        self.pane = Pane(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pane)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._chosen)
        self.header.acted.connect(self._header_acted)
        self._context.changes.changed.connect(self._changed)
        self._context.theme.changed.connect(self._restyled)

    def _make_actions(self) -> dict[str, tuple[QAction, ...]]:
        choose = [
            self._action(self.tr("Finding {n}").format(n=at), f"Alt+{at}", lambda state=state: self._choose(state))
            for at, state in enumerate(_CHOICES, 1)
        ]
        choose.append(self._action(self.tr("Clear the finding"), "Alt+0", lambda: self._choose(None)))
        item = (
            self._action(self.tr("Previous criterion"), "Ctrl+Up", lambda: self._step(-1)),
            self._action(self.tr("Next criterion"), "Ctrl+Down", lambda: self._step(1)),
            self._action(self.tr("Next problem"), "Ctrl+.", self._problem),
            self._action(self.tr("Facts or finding"), "Ctrl+J", self._other_pane),
            self._action(self.tr("Comment on this criterion"), "Ctrl+M", self._comment),
            *choose,
        )
        case = (
            self._action(self.tr("Check before proposing"), "Ctrl+Shift+P", self._header_acted),
            self._action(self.tr("Return"), "Ctrl+R", self._return),
            self._action(self.tr("List of glyphs"), "Ctrl+B", self._glyphs),
            self._action(self.tr("Back"), "Esc", self._escape),
        )
        return {"item": item, "case": case}

    def _action(self, text: str, keys: str, act: object) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())  # type: ignore[operator]  # every caller hands a callable
        self.addAction(action)
        return action

    # ---- reading
    def _read(self, first: bool = False) -> None:
        office, actor, case = self._context.office, self._context.actor, self._case
        if first:
            self.pane.show_loading()
            self._context.tasks.run(lambda: cases.open_case(office, actor, case), self._show, self._failed, owner=self)
        else:
            self._context.tasks.read(lambda: cases.gather(office, case), self._show, self._failed, owner=self)

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(error_words(error, self._lang), lambda: self._read(first=True))

    def _show(self, file: CaseFile) -> None:
        first = self._file is None
        if first and not self.ready("decision" if standing.decided(file) else "criteria"):
            QTimer.singleShot(0, self, lambda: self._show(file))  # the rest in later turns: none holds the window up
            return
        self._file, self._stale = file, set(PAGES)
        self.work.show(file)
        self.header.show_case(file)
        self.banner.show_case(file)
        self._show_tabs(file)
        self.freshen(self._front)
        self.pane.show_content()
        if first:
            self._chosen(self.tabs.key())
            if self.isVisible():
                self.shown()
        self._show_header_button()
        self.title_changed.emit()
        self.keys_changed.emit()

    def _show_tabs(self, file: CaseFile) -> None:
        decided = standing.decided(file)
        tabs = self.view_tabs(file)
        before, keys = self.tabs.key(), [tab.key for tab in tabs]
        self.tabs.show_tabs(tabs)
        leave_check = decided and self._front == "check"
        wanted = "decision" if leave_check else before if before in keys else keys[0]
        self.tabs.choose(wanted)
        if self._front != "check" or leave_check:
            self._put(wanted)
        if leave_check and self.isVisible():
            self.decision.take_keyboard()

    def _show_header_button(self) -> None:
        file = self._file
        in_check = self._front == "check"
        may = file is not None and standing.may_work(file, self._context.actor)
        self.header.button.setVisible(may or in_check)
        if in_check:
            self.header.button.set_words(self.tr("Back to the criteria"), "Esc")
        else:
            self.header.button.set_words(self.tr("Check before proposing"), "")
        self.header.button.set_icon("arrow_left" if in_check else "clipboard_checkmark")

    def company(self, open_elsewhere: Mapping[str, str]) -> None:
        """Say in the header who else has this case open."""
        self.header.show_company(open_elsewhere.get(self._case, ""))

    def _changed(self, change: Change) -> None:
        if (
            change.case in (self._case, None)
            and change.what in (What.CASE, What.FINDING, What.DECISION, What.EVIDENCE)
            and self._file
        ):
            self._read()

    def _restyled(self) -> None:
        """Other colours or text size: painted rows are measured anew, typed text stays in its form."""
        if self._file is not None:
            self.save()
            if self.made("criteria"):
                self.criteria.fit()
            self._stale = set(PAGES)
            self.freshen(self._front)

    def written(self) -> None:
        self._context.changes.announce(What.DECISION, self._case)

    # ---- moving
    def _put(self, key: str) -> None:
        self._front = key
        self.stack.setCurrentWidget(self.page(key))
        self.strip.setVisible(key != "check")

    def _chosen(self, key: str) -> None:
        self.save()
        self._put(key)
        if key == "letter":
            self.letter.draw_letter()
        if key == "decision":
            self.decision.compose()
        self._show_header_button()
        self.keys_changed.emit()

    def _header_acted(self) -> None:
        if self._front == "check":
            self.leave_check()
        elif self._file is not None and standing.may_work(self._file, self._context.actor):
            self.save()
            self._put("check")
            self.check.ask()
            self.check.take_keyboard()
            self._show_header_button()
            self.keys_changed.emit()

    def leave_check(self) -> None:
        self.tabs.choose("criteria")
        self._chosen("criteria")
        self.shown()

    def _escape(self) -> None:
        if self._front == "check":
            self.leave_check()

    def open_criterion(self, key: str) -> None:
        self.leave_check()
        self.criteria.go(key)
        self.criteria.to_sheet()

    def open_source(self, fact: str, sources: tuple[str, ...]) -> None:
        if self._file is None or not sources:
            return
        dialog = SourceDialog(self._file, fact, tuple(sources), self._lang, self)
        dialog.open()

    def conflict(self, conflict: Conflict) -> None:
        if self._file is None:
            return
        dialog = ConflictDialog(
            conflict, criterion_name(self._file, conflict.criterion, self._lang), self._lang, self._names, self
        )
        dialog.finished.connect(lambda _code: self._decided(conflict, dialog.choice))
        dialog.open()

    def _decided(self, conflict: Conflict, choice: Choice) -> None:
        if choice is Choice.MINE:
            self.work.rebase(conflict)
            self.work.record(conflict.criterion)
        elif choice is Choice.THEIRS:
            self.work.yield_to(conflict)
        elif choice is Choice.REWRITE:
            self.criteria.rewrite(conflict)

    def cite(self, fact: str) -> None:
        if self.criteria.form is not None and not self.criteria.form.folded:
            self.criteria.facts.toggled.emit(Cite(facts=(fact,)))

    def _choose(self, state: FindingState | None) -> None:
        if self._front == "criteria":
            self.criteria.choose(state)

    def _step(self, by: int) -> None:
        if self._front == "criteria":
            self.criteria.step(by)

    def _problem(self) -> None:
        if self._front == "criteria":
            self.criteria.to_problem()
        elif self._front == "check":
            self.check.next_problem()

    def _other_pane(self) -> None:
        if self._front == "criteria":
            self.criteria.other_pane()
        elif self._front == "decision":
            self.decision.other_pane()

    def _glyphs(self) -> None:
        if self._front == "criteria":
            self.criteria.toggle_glyphs()

    def _comment(self) -> None:
        if self._front == "decision":
            self.decision.comment()

    def _return(self) -> None:
        if self._front == "decision":
            self.decision.ask_return()

    # ---- what the window asks
    def title(self) -> str:
        """Number and name."""
        return f"{self._case}  {self._file.case.applicant.name}" if self._file else self._case

    def window_title(self) -> str:
        """The number only: a name has no place in a title bar."""
        return self._case

    def icon(self) -> str:
        """A person's document."""
        return "document_person"

    def keys(self) -> tuple[Hint, ...]:
        """The most useful keys of the page in front."""
        if self._front == "check":
            return _hints(
                ("Ctrl+.", self.tr("Next problem")), ("Ctrl+Enter", self.tr("Propose")), ("Esc", self.tr("Back"))
            )
        if self._front == "decision":
            return _hints(
                ("↑↓", self.tr("Criterion and sentence")), ("Ctrl+J", self.tr("Findings ⇄ letter")), ("Ctrl+M", self.tr("Comment")),
                ("Ctrl+R", self.tr("Return")), ("Ctrl+Enter", self.tr("Sign")),
            )  # fmt: skip
        if self._front == "payments":
            return _hints(
                ("←→↑↓", self.tr("Month and duty")), ("N", self.tr("Next exception")), ("Enter", self.tr("Source row")),
                ("Space", self.tr("Cite")), ("+/−", self.tr("Years")),
            )  # fmt: skip
        if self._front == "criteria":
            return _hints(
                ("Alt+1–4", self.tr("Finding")), ("Ctrl+Enter", self.does), ("Ctrl+↑↓", self.tr("Criterion")),
                ("Ctrl+.", self.tr("Next problem")), ("Ctrl+J", self.tr("Other pane")), ("F1", self.tr("Guide")),
            )  # fmt: skip
        return _hints(("F1", self.tr("Guide")))

    def all_keys(self) -> tuple[Hint, ...]:
        """Every key here."""
        own = tuple(Hint(a.shortcut().toString(), a.text()) for group in self._actions.values() for a in group)
        return (*self.keys(), *own)

    def menu(self, name: str) -> tuple[QAction, ...]:
        """Entries of the case and criterion menus."""
        return self._actions.get(name, ())

    def guide_page(self) -> str:
        """The page that belongs to what is in front."""
        return "wording" if self._front == "letter" and self.letter.is_wording else CASE_TABS.get(self._front, "case")

    def primary(self) -> None:
        """Ctrl+Enter."""
        if self._front == "criteria":
            self.criteria.commit()
        elif self._front == "check":
            self.check.propose()
        elif self._front == "decision":
            self.decision.primary()

    def refresh(self) -> None:
        """F5."""
        self.save()
        self._read()

    def save(self) -> None:
        """Hand every draft over."""
        for key in ("criteria", "check", "decision", "letter"):
            if self.made(key):
                getattr(self, key).save()

    def print_(self) -> None:
        """Ctrl+P: the letter."""
        if self._file is not None:
            self.letter.print_()

    def shown(self) -> None:
        """Take the keyboard where work goes on."""
        if self._front == "criteria" and self._file is not None:
            self.criteria.to_facts()
        elif self._file is not None:
            getattr(self, self._front).take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows take the one-line head."""
        super().resizeEvent(event)
        window = self.window()
        low = (window.height() if window else self.height()) < px(800)
        self.header.compact(low)
        if low != self._low:
            self._low = low
            if self.made("criteria"):
                self.criteria.compact(low)


def _hints(*pairs: tuple[str, str]) -> tuple[Hint, ...]:
    return tuple(Hint(keys, does) for keys, does in pairs if does)
