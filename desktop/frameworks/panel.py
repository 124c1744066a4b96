"""Rules 基準: every framework and version, its criteria, the guidance; the handbook page and the letter's sentences they make."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.duedates.dialog import DueDatesDialog
from desktop.errors import words as error_words
from desktop.frameworks import form
from desktop.frameworks.booklet import Booklet
from desktop.frameworks.compare import Compare
from desktop.frameworks.draftpane import DraftPane
from desktop.frameworks.draftwords import draft_base, draft_states
from desktop.frameworks.simulate import Simulate
from desktop.frameworks.tonguesdialog import TonguesDialog
from desktop.operations import drafting, handbook
from desktop.operations.handbook import Checked
from desktop.theme import Type, font
from desktop.theme.type import px
from desktop.views import Hint, View
from desktop.widgets import Button, Combo, FlowLayout, NavItem, NavList, Rule, Segmented, say
from desktop.words import counted
from models.frameworks.drafts.values import Draft, DraftText
from models.frameworks.values import Framework
from models.people.rules import may
from models.people.values import Permission


class FrameworksView(View):
    """Everybody may read the rules; a file can be checked and previewed before it is published."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._frameworks: list[Framework] = []
        self._drafts: list[Draft] = []
        self._written: Framework | None = None
        self._shown_draft: Draft | None = None
        self._labels = self._words()
        self.setObjectName("frameworks")
        self._build()

    # ---- building
    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("frameworks-split")
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._build_list())
        split.addWidget(self._build_reading())
        split.setStretchFactor(1, 1)
        split.setSizes([380, 1060])
        self._context.preferences.remember_splitter("frameworks", split)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _build_list(self) -> QWidget:
        self.version = Combo(self.tr("Framework and version"))
        self.version.currentIndexChanged.connect(lambda _index: self._show_framework())
        self.check = Button(self.tr("Check a file…"), icon="document_search", name="check-framework")
        self.check.clicked.connect(self._ask_for_file)
        self.nav = NavList(self.tr("Criteria"))
        self.nav.chosen.connect(lambda _key: self._show_entry())
        self.begin = Button(self.tr("Draft a new version"), icon="edit", name="begin-draft")
        self.begin.clicked.connect(self._begin_draft)
        self.begin.setVisible(may(self._context.actor.role, Permission.KEEP_RULES))
        self.tongues = Button(self.tr("Languages of letters…"), icon="document", name="letter-languages")
        self.tongues.clicked.connect(lambda: TonguesDialog(self._context, self).open())
        self.due_days = Button(self.tr("Due days of municipalities…"), icon="calendar", name="due-days")
        self.due_days.clicked.connect(lambda: DueDatesDialog(self._context, self).open())
        left = _surface()
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(px(8))
        head.addWidget(self.version)
        acts = FlowLayout(gap=px(8))
        acts.addWidget(self.check)
        acts.addWidget(self.begin)
        acts.addWidget(self.tongues)
        acts.addWidget(self.due_days)
        head.addLayout(acts)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.nav, 1)
        return left

    def _build_reading(self) -> QWidget:
        choices = (
            ("write", self.tr("Write")), ("read", self.tr("Guidance")), ("booklet", self.tr("Handbook")),
            ("letter", self.tr("Letter")), ("compare", self.tr("Compare")), ("simulate", self.tr("Simulate")),
        )  # fmt: skip
        self.mode = Segmented(self.tr("What to show"), choices)
        self.mode.set_value("read")
        self.mode.chosen.connect(lambda _key: self._show_mode())
        self.text = QTextBrowser()
        self.text.setObjectName("framework-text")
        self.text.setAccessibleName(self.tr("Guidance"))
        self.text.setOpenLinks(False)
        self.text.setProperty("frame", "none")
        self.text.setProperty("ground", "surface")
        self.booklet = Booklet(self._context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.booklet)
        self.compare = Compare(self._context)
        self.simulate = Simulate(self._context)
        self.simulate.case_asked.connect(self.open_case)
        self.draft = DraftPane(self._context)
        self.draft.framework_changed.connect(self._draft_changed)
        self.draft.moved.connect(self.refresh)
        for each in (self.compare, self.simulate, self.draft):
            self.stack.addWidget(each)
        right = _surface()
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 10)
        bar.addWidget(self.mode)
        bar.addStretch(1)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
        return right

    def _words(self) -> dict[str, str]:
        return {
            "law": self.tr("Law"), "guideline": self.tr("Guidelines"), "in_force": self.tr("In force"),
            "routes": self.tr("Routes"), "figures": self.tr("Dated figures"), "transitions": self.tr("Transitional rules"),
            "verify": self.tr("to be checked"), "unverified": self.tr("Still to be checked with the source"),
            "source": self.tr("Source"), "every": self.tr("every route"),
            "weight": self.tr("Weight"), "indicator": self.tr("Indicator: no pass or fail"),
            "mandatory": self.tr("Must be met"), "weighed": self.tr("Weighed with the whole"),
            "guidance": self.tr("Guidance"), "evidence": self.tr("Documents"), "grounds": self.tr("Grounds for met"),
            "reasons": self.tr("Reasons for not met"), "name": self.tr("Name"), "standard": self.tr("Standard"),
            "facts_intro": self.tr("Before the facts"), "met": self.tr("When met"),
            "not_applicable": self.tr("When not applicable"), "unmet": self.tr("When not met, and what would change it"),
        }  # fmt: skip

    # ---- the window asks
    def title(self) -> str:
        """Rules."""
        return self.tr("Rules")

    def icon(self) -> str:
        """An open book."""
        return "book_open"

    def guide_page(self) -> str:
        """The page on versions of one's own while a draft is in front."""
        return "drafting" if self.chosen_draft is not None else super().guide_page()

    def keys(self) -> tuple[Hint, ...]:
        """Choose, read anew."""
        return (Hint("↑↓", self.tr("choose")), Hint("F5", self.tr("reload")))

    def shown(self) -> None:
        """In front: read what there is, once."""
        self.nav.setFocus()
        if not self._frameworks:
            self.refresh()

    def refresh(self) -> None:
        """Read the frameworks that govern here, and the drafts."""
        office, actor = self._context.office, self._context.actor
        # On the thread that writes: what was just begun or published is there.
        self._context.tasks.run(
            lambda: (handbook.frameworks(office), drafting.listing(office, actor)),
            self._learn,
            self._failed,
            owner=self,
        )

    def save(self) -> None:
        """Hand what was typed to the database thread."""
        self.draft.save()

    # ---- reading
    @property
    def framework(self) -> Framework | None:
        """The framework shown; of a draft its text when it was last sound."""
        index = self.version.currentIndex()
        if self.chosen_draft is not None:
            return self._written
        return self._frameworks[index] if 0 <= index < len(self._frameworks) else None

    @property
    def chosen_draft(self) -> Draft | None:
        """The draft shown, when it is one."""
        index = self.version.currentIndex() - len(self._frameworks)
        return self._drafts[index] if 0 <= index < len(self._drafts) else None

    def _learn(self, found: tuple[tuple[Framework, ...], tuple[Draft, ...]]) -> None:
        before, draft = self.framework, self.chosen_draft
        self._frameworks, self._drafts = list(found[0]), list(found[1])
        again = next((at for at, each in enumerate(self._drafts) if draft and each.id == draft.id), None)
        if draft is not None and again is not None:
            self._offer(len(self._frameworks) + again)
        else:
            self._fill(before if before in found[0] else None)

    def _offer(self, chosen: int) -> None:
        """Every version, and behind them the drafts with their state."""
        states = draft_states()
        names = [(form.name(each, self._lang), place) for place, each in enumerate(self._frameworks)]
        titles = {each.ref: each.title.in_(self._lang) for each in self._frameworks}
        drafts = [
            f"{self.tr('Draft')} {each.id.rpartition('.')[2]}　{titles.get(draft_base(each), each.id)}　{states[each.state]}"
            for each in self._drafts
        ]
        self.version.fill([*names, *((each, len(names) + at) for at, each in enumerate(drafts))], chosen)

    def _fill(self, chosen: Framework | None) -> None:
        self._offer(self._frameworks.index(chosen) if chosen else 0)
        self._show_framework()

    def _show_framework(self) -> None:
        draft = self.chosen_draft
        self._modes(draft is not None)
        if draft is not None and (self.draft.draft is None or self.draft.draft.id != draft.id):
            self._written = next((each for each in self._frameworks if each.ref == draft_base(draft)), None)
            self.draft.open_draft(draft.id)
        self._list_entries()

    def _modes(self, draft: bool) -> None:
        """A draft can be written; a version cannot."""
        self.mode.show_choice("write", draft)
        if draft and self.chosen_draft is not self._shown_draft:
            self.mode.set_value("write")
        elif not draft and self.mode.value() == "write":
            self.mode.set_value("read")
        self._shown_draft = self.chosen_draft
        self._show_mode()

    def _draft_changed(self, framework: Framework) -> None:
        """The draft is sound again: what is listed, and what it makes, follows."""
        if self.chosen_draft is None:
            return
        before, self._written = self._written, framework
        if before is None or form.entries(before, self._lang) != form.entries(framework, self._lang):
            self._list_entries(self.nav.key())
        elif self.mode.value() != "write":
            self._show_entry()

    def _begin_draft(self) -> None:
        """Begin a draft on the version that is read."""
        framework = self.framework
        if framework is None:
            return
        office, actor = self._context.office, self._context.actor
        base = draft_base(self.chosen_draft) if self.chosen_draft else framework.ref
        self._context.tasks.run(lambda: drafting.begin(office, actor, base), self._begun, self._failed, owner=self)

    def _begun(self, made: DraftText) -> None:
        self._drafts.insert(0, made.draft)
        self._offer(len(self._frameworks))
        self._show_framework()
        say(self, self.tr("Draft {name} begun").format(name=made.draft.id))

    def _list_entries(self, chosen: str = "") -> None:
        framework = self.framework
        if framework is None:
            return
        mark = self.tr("indicator")
        rows = form.entries(framework, self._lang)
        self.nav.show_items(
            [NavItem(each.text, _key(each.key), mark if each.indicator else "") for each in rows]
        )  # fmt: skip
        keys = {_key(each.key) for each in rows if each.key is not None}
        self.nav.choose(chosen if chosen in keys else _key(form.OVERVIEW))
        self._show_entry()

    def _show_entry(self) -> None:
        framework = self.framework
        if framework is None:
            return
        key = self.nav.key().removeprefix(_MARK)
        mode = self.mode.value()
        self.booklet.show_entry(framework, key)
        if mode == "write":
            self.draft.show_entry(key)
        elif mode == "compare":
            self.compare.show_entry(framework, key, self._frameworks, self.draft.base if self.chosen_draft else None)
        elif mode == "simulate":
            self.simulate.show_framework(framework)
        self._write(self._page(framework, key))

    def _page(self, framework: Framework, key: str) -> str:
        if key == form.OVERVIEW:
            return form.overview(framework, self._lang, self._labels)
        criterion = framework.criterion(key)
        if self.mode.value() == "letter":
            return form.letter(criterion, self._lang, self._labels)
        return form.guidance(framework, criterion, self._lang, self._labels)

    def _write(self, html: str) -> None:
        self.text.document().setDefaultFont(font(Type.READING))
        self.text.document().setDocumentMargin(px(20))
        self.text.setHtml(html)

    def _show_mode(self) -> None:
        pages = {"write": self.draft, "booklet": self.booklet, "compare": self.compare, "simulate": self.simulate}
        self.stack.setCurrentWidget(pages.get(self.mode.value(), self.text))
        self._show_entry()
        if self.mode.value() == "booklet":
            self.booklet.draw_page()

    # ---- checking a file
    def _ask_for_file(self) -> None:
        where, _ = QFileDialog.getOpenFileName(self, self.tr("Check a framework file"), "", "*.yaml *.yml")
        if where:
            self.check_file(Path(where))

    def check_file(self, path: Path) -> None:
        """Read a file: show its problems, or show it as it would be published."""
        self._context.tasks.read(lambda: handbook.check(path), self._checked, self._failed, owner=self)

    def _checked(self, found: Checked) -> None:
        self.mode.set_value("read")
        self.stack.setCurrentWidget(self.text)
        if found.framework is not None:
            self._frameworks = [*(each for each in self._frameworks if each != found.framework), found.framework]
            self._fill(found.framework)
            say(
                self,
                self.tr("No problem was found. It is shown as it would be published; nothing is published by this."),
            )
            return
        head = counted(self.tr("{file}: {number} problems"), file=found.name, number=len(found.problems))
        self._write(f"<h2>{head}</h2>" + form.problems(found.problems, self._lang))
        say(self, head)

    def _failed(self, error: Exception) -> None:
        words = error_words(error, self._lang)
        self.text.setPlainText(words)
        say(self, words)


_MARK = "·"
"""Before every key of the list, so that the framework itself has one too."""


def _key(key: str | None) -> str:
    return "" if key is None else _MARK + key


def _surface() -> QWidget:
    widget = QWidget()
    widget.setProperty("ground", "surface")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget
