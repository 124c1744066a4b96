"""The criteria tab: task list, question with facts, sheet. Facts left, judgement right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.casefile import factrows, standing, tasklist
from desktop.casefile.factspane import FactsPane
from desktop.casefile.footer import FindingFooter
from desktop.casefile.form import Cite, SheetForm
from desktop.casefile.likeform import Act, LikeView, act_of
from desktop.casefile.likehands import LikeHands
from desktop.casefile.question import QuestionHead
from desktop.casefile.sheet import Sheet
from desktop.casefile.taskside import TaskSide
from desktop.casefile.work import Conflict, Work
from desktop.theme.type import px, scale
from desktop.widgets import Rule, ViewTabs
from desktop.widgets.viewtabs import ViewTab
from models.casefile.values import CaseFile
from models.findings.values import FindingState, Reason

NARROW, TABBED = 1200, 1000
"""Widths at 100 % text under which the list shows glyphs only, and facts and finding become tabs."""


class CriteriaTab(QWidget):
    """Shows one criterion at a time and keeps every sheet's text safe while moving."""

    source_asked = Signal(str, object)
    place_asked = Signal(object)
    conflicted = Signal(object)
    changed = Signal()
    import_asked = Signal()

    def __init__(
        self, work: Work, facts: FactsPane | None = None, sheet: Sheet | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("criteria-tab")
        self.facts = facts or FactsPane(work.context.lang)
        self.sheet = sheet or Sheet(work.context.lang)
        self._work, self._lang = work, work.context.lang
        self._key = ""
        self._comments: dict[str, str] = {}
        self._read_only = ""
        self._glyphs_wanted: bool | None = None
        self._build()
        self._connect()
        self._likes = LikeHands(self, work)

    def _build(self) -> None:
        self.side = TaskSide(self._lang)
        self.nav = self.side.nav
        self.question = QuestionHead(self._lang)
        self.facts.model.cited = self._cited
        self.footer = FindingFooter()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.footer)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self.panes.addWidget(self.facts)
        self.panes.addWidget(right)
        self._right = right
        self.middle = QWidget()
        body = QVBoxLayout(self.middle)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.question)
        body.addWidget(Rule())
        body.addWidget(self._pane_tabs())
        body.addWidget(self.panes, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.side)
        self.splitter.addWidget(self.middle)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _pane_tabs(self) -> QWidget:
        """Facts and finding as tabs, where there is no room for both."""
        both = [ViewTab("facts", self.tr("Facts")), ViewTab("finding", self.tr("Finding"))]
        self.one = ViewTabs(self.tr("Facts or finding"), both)
        self.one.chosen.connect(lambda key: self._show_one(facts=key == "facts"))
        strip = QWidget()
        strip.setProperty("ground", "surface")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QVBoxLayout(strip)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(0)
        row.addWidget(self.one)
        row.addWidget(Rule())
        strip.hide()
        self._strip = strip
        return strip

    def _connect(self) -> None:
        self.nav.chosen.connect(self.go)
        self.nav.entered_key.connect(lambda _key: self.to_facts())
        self.sheet.edited.connect(self._edited)
        self.sheet.cites_changed.connect(self._mark)
        self.sheet.left.connect(self._work.flush)
        self.sheet.cite_opened.connect(self._open_cite)
        self.sheet.reopened.connect(self._reopen)
        self.facts.toggled.connect(self.sheet.toggle)
        self.facts.opened.connect(self.source_asked)
        self.facts.import_asked.connect(self.import_asked)
        self.footer.problems_asked.connect(self.to_problem)
        self.footer.next_asked.connect(self.next_open)
        self.footer.committed.connect(self.commit)
        self._work.saving.connect(self.footer.saved.saving)
        self._work.saved.connect(self.footer.saved.saved)
        self._work.failed.connect(self.footer.saved.failed)
        self._work.drafts_changed.connect(self._show_list)
        self._work.recorded.connect(self._recorded)
        self._work.recording.connect(lambda on: self.footer.primary.setEnabled(not on and self._form_may_record()))
        self._work.conflicted.connect(self.conflicted)

    def show_file(self, file: CaseFile) -> None:
        """Show a case as newly read; the criterion in front stays."""
        self._read_only = standing.why_read_only(file, self._work.context.actor, self._lang)
        self._comments = standing.comments(file)
        keys = tasklist.keys(file)
        if self._key not in keys:
            first = next((key for key in keys if key in self._comments), None)
            self._key = first or tasklist.next_open(file, "") or (keys[0] if keys else "")
        self._show_list()
        self._show_criterion()

    def show_again(self) -> None:
        """The same case, once more is known about it."""
        if self._work.file is not None:
            self._show_criterion()

    def _show_list(self) -> None:
        file = self._work.file
        if file is None:
            return
        self.side.show_rows(file, frozenset(self._comments), self._key)
        self.changed.emit()

    def _show_criterion(self) -> None:
        file = self._work.file
        if file is None or not self._key:
            return
        criterion, form = file.framework.criterion(self._key), self._work.form(self._key)
        self.question.show_criterion(criterion)
        self.facts.show_criterion(file, criterion, locked=form.folded or bool(self._read_only))
        if form.folded and not self._read_only:
            self._work.comparing.look(self._key)
        self.sheet.show_form(form, self._chips, self._comments.get(self._key, ""), self._read_only, self.like)
        self._mark()
        self.show_footer()

    def _chips(self, reason: Reason) -> tuple[factrows.Chip, ...]:
        file = self._work.file
        return factrows.reason_chips(file, reason, self._lang) if file else ()

    @property
    def form(self) -> SheetForm | None:
        """The sheet in front."""
        return self._work.form(self._key) if self._key and self._work.file else None

    @property
    def key(self) -> str:
        """The criterion in front."""
        return self._key

    def _cited(self, cite: Cite) -> bool:
        form = self.form
        return form is not None and any(form.cites(cite, at) for at in range(len(form.reasons)))

    def _mark(self) -> None:
        form = self.form
        self.facts.mark(frozenset(fact for reason in form.reasons for fact in reason.facts) if form else frozenset())

    def _edited(self) -> None:
        self._work.touch(self._key)
        self.show_footer()

    def _form_may_record(self) -> bool:
        form = self.form
        return form is not None and form.may_record and not self._read_only

    @property
    def like(self) -> LikeView:
        """What is to be seen of like cases on the criterion in front."""
        form = self.form
        return self._work.comparing.view(form, bool(self._read_only)) if form else LikeView()

    def _act(self, like: LikeView) -> Act:
        return act_of(self.form is not None and self.form.folded, bool(self._read_only), like)

    def show_footer(self) -> None:
        """The one next thing, and what stands in its way."""
        form, like = self.form, self.like
        if form is None:
            return
        act, lang = self._act(like), self._lang
        if act is Act.COMMIT:
            found = form.problems() if form.chosen else ()
            why = found[0].text(lang) if found else self.tr("Choose a finding first (Alt+1 to Alt+4)")
            self.footer.show_act(act, len(found), why, form.may_record)
        elif act is Act.CONFIRM:
            why = like.problems[0].text(lang) if like.problems else ""
            self.footer.show_act(act, len(like.problems), why, like.may_confirm)
        else:
            self.footer.show_act(act, 0, "", act is Act.NEXT)

    def go(self, key: str) -> None:
        """Another criterion: what stands in this one is saved first."""
        if key and key != self._key:
            self.save()
            self._key = key
            self.nav.choose(key)
            self._show_criterion()
            self.changed.emit()

    def step(self, by: int) -> None:
        """Ctrl+↑ and Ctrl+↓."""
        if self._work.file:
            self.go(tasklist.neighbour(self._work.file, self._key, by))
            self.to_facts()

    def next_open(self) -> None:
        """The next criterion without a finding; at the end, the next in the list."""
        file = self._work.file
        if file is not None:
            self.go(tasklist.next_open(file, self._key) or tasklist.neighbour(file, self._key, 1))
            self.to_facts()

    def choose(self, state: FindingState | None) -> None:
        """Alt+number."""
        if self.tabbed:
            self._show_one(facts=False)
        self.sheet.choose(state)

    def commit(self) -> None:
        """Ctrl+Enter: record the finding, then confirm or go on; with problems, go to the first one instead."""
        self.sheet.commit_text()
        like = self.like
        act = self._act(like)
        if act is Act.COMMIT and self._form_may_record():
            self._work.record(self._key)
        elif act is Act.CONFIRM and like.may_confirm:
            self._work.comparing.confirm(self._key, like.text)
        elif act is Act.NEXT:
            self.next_open()
        elif act in (Act.COMMIT, Act.CONFIRM):
            self.to_problem()

    def _recorded(self, key: str) -> None:
        self._show_list()
        if key == self._key:
            self._show_criterion()
            (self.footer.next if self.footer.next.isVisible() else self.footer.primary).setFocus()

    def _reopen(self) -> None:
        form = self.form
        if form is not None:
            form.reopen()
            self._work.touch(self._key)
            self._show_criterion()
            self.to_sheet()

    def rewrite(self, conflict: Conflict) -> None:
        """After a conflict: the own text stays in the sheet, on top of what was recorded."""
        self._work.rebase(conflict)
        self.go(conflict.criterion)
        self._show_criterion()
        self.to_sheet()

    def _open_cite(self, cite: Cite) -> None:
        if cite.place is not None:
            self.place_asked.emit(cite.place)
            return
        file = self._work.file
        fact = file.fact(cite.facts[0]) if file and cite.facts else None
        self.source_asked.emit(fact.id if fact else "", fact.sources if fact else cite.evidence)

    def other_pane(self) -> None:
        """Ctrl+J: between facts and finding."""
        inside = self.window().focusWidget()
        in_facts = inside is not None and self.facts.isAncestorOf(inside)
        (self.to_sheet if in_facts else self.to_facts)()

    def to_facts(self) -> None:
        """The keyboard goes to the facts, which come to the front."""
        if self.tabbed:
            self._show_one(facts=True)
        self.facts.take_keyboard()

    def to_sheet(self) -> None:
        """The keyboard goes to the finding, which comes to the front."""
        if self.tabbed:
            self._show_one(facts=False)
        self.sheet.take_keyboard()

    def to_problem(self) -> None:
        """Ctrl+.: the next field with a problem."""
        if self.tabbed:
            self._show_one(facts=False)
        self.sheet.go_to_problem()

    def toggle_glyphs(self) -> None:
        """Ctrl+B: list with words, or glyphs only."""
        self._glyphs_wanted = not self.side.glyphs
        self.fit()

    def save(self) -> None:
        """Take over composed text and hand every draft to the database thread."""
        self.sheet.commit_text()
        self._work.flush()

    def compact(self, on: bool) -> None:
        """Height under 800: the question on one line, editors lower."""
        self.question.compact(on)
        self.sheet.compact(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Widths by the table of DESIGN."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Widths by the table of DESIGN, for this width and text size."""
        wide = self.width()
        glyphs = self._glyphs_wanted if self._glyphs_wanted is not None else wide < NARROW * scale()
        if glyphs != self.side.glyphs:
            self.side.show_glyphs(glyphs)
            self._show_list()
        list_width = px(54) if glyphs else round(list_width_for(wide, self._lang) * (0.4 + 0.6 * scale()))
        self.side.setMinimumWidth(list_width if glyphs else 180)
        self.side.setMaximumWidth(list_width if glyphs else 420)
        self.splitter.setSizes([list_width, wide - list_width])
        rest = wide - list_width
        right = min(px(760), round(rest * 0.53))
        self.panes.setSizes([rest - right, right])
        self._show_one(self._facts_in_front() if self.tabbed else None)

    def _facts_in_front(self) -> bool:
        """Where there is room for one: the pane that is worked in, else the one in front before."""
        inside = self.window().focusWidget()
        if inside is not None and self._right.isAncestorOf(inside):
            return False
        return (self.one.key() or "facts") == "facts"

    @property
    def tabbed(self) -> bool:
        """Whether facts and finding are shown one at a time."""
        return self.width() < TABBED * scale()

    def _show_one(self, facts: bool | None) -> None:
        self._strip.setVisible(facts is not None)
        if facts is not None:
            self.one.choose("facts" if facts else "finding")
        self.facts.setVisible(facts is None or facts)
        self._right.setVisible(facts is None or not facts)


def list_width_for(wide: int, lang: str) -> int:
    """248, 272 (English 312) or 300 by the window's width."""
    if wide < 1400:
        return 248 if lang == "ja" else 270
    if wide < 1800:
        return 272 if lang == "ja" else 312
    return 300 if lang == "ja" else 330
