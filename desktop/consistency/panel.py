"""Consistency 一貫性: one sentence, how it was judged, charts that can be read point by point, what to look at."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop import errors
from desktop.consistency import charts, work
from desktop.consistency.bar import ChoiceBar
from desktop.consistency.chartpane import ChartPane
from desktop.consistency.form import ConsistencyForm
from desktop.consistency.look import LookPane
from desktop.consistency.lookup import LookUpDialog
from desktop.consistency.waiting import WaitingLine, ask_release
from desktop.consistency.yearly import YearlyDialog
from desktop.context import Context
from desktop.operations import consistency
from desktop.operations.consistency import Asked, Gathered, Proposed
from desktop.tasks import Task
from desktop.theme import Type
from desktop.views import Hint, View
from desktop.widgets import Combo, EmptyState, Label, Pane, Rule, say
from desktop.widgets.problem import IconMark
from models.people.rules import may
from models.people.values import Actor, Permission

if TYPE_CHECKING:
    from reports.consistency.context import Context as Words


class ConsistencyView(View):
    """A supervisor's view; reading it is recorded."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self.form = ConsistencyForm()
        self.shown_now: work.Shown | None = None
        self._gathered: Gathered | None = None
        self._proposed: Proposed | None = None
        self._task: Task | None = None
        self._begun = False
        self.setObjectName("consistency")
        self._build()

    # ---- building
    def _build(self) -> None:
        self.bar = ChoiceBar(self._lang)
        self.bar.chosen.connect(self._chosen)
        self.bar.export.clicked.connect(self.export)
        self.bar.release.clicked.connect(self.propose)
        self.bar.release.setVisible(may(self._context.actor.role, Permission.RELEASE))
        self.waiting = WaitingLine()
        self.waiting.signed.connect(self.sign)
        self.waiting.declined.connect(self.decline)
        self.pane = Pane(self._build_content())
        self.pane.loading.cancelled.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, Rule(), self.waiting):
            column.addWidget(widget)
        column.addWidget(self.pane, 1)
        self._build_actions()

    def _build_content(self) -> QWidget:
        content = QWidget()
        content.setProperty("ground", "surface")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        column.addWidget(Rule())
        column.addWidget(self._build_grid(), 1)
        return content

    def _build_head(self) -> QVBoxLayout:
        self.lead = Label("", Type.NAME, wrap=True)
        self.lead.setObjectName("consistency-lead")
        self.method = Label("", Type.CAPTION, "text2")
        self.protection = Label("", Type.CAPTION, "text2")
        self.comparison = Label("", Type.BASE, wrap=True)
        line = QHBoxLayout()
        line.addWidget(self.method)
        line.addStretch(1)
        line.addWidget(IconMark("lock_closed", "text2"))
        line.addWidget(self.protection)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(4)
        head.addWidget(self.lead)
        head.addLayout(line)
        head.addWidget(self.comparison)
        return head

    def _build_grid(self) -> QSplitter:
        self.funnel = ChartPane("funnel")
        self.caterpillar = ChartPane("caterpillar")
        self.which = Combo(self.tr("Chart"), flat=True)
        self.which.activated.connect(lambda _index: self._show_third())
        self.third = ChartPane("third", extra=self.which)
        self.look = LookPane(may(self._context.actor.role, Permission.RELEASE))
        self.look.asked.connect(self.look_up)
        for pane in self.panes:
            pane.opened.connect(self.open_code)
        rows = QSplitter(Qt.Orientation.Vertical)
        for left, right in ((self.funnel, self.caterpillar), (self.third, self.look)):
            row = QSplitter(Qt.Orientation.Horizontal)
            row.setHandleWidth(1)
            row.setChildrenCollapsible(False)
            row.addWidget(left)
            row.addWidget(right)
            row.setSizes([560, 440])
            rows.addWidget(row)
        rows.setHandleWidth(1)
        rows.setChildrenCollapsible(False)
        rows.setSizes([540, 460])
        return rows

    def _build_actions(self) -> None:
        self._turn = QAction(self.tr("Chart or table"), self)
        self._turn.setShortcut("Ctrl+T")
        self._turn.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._turn.triggered.connect(self.turn)
        self._export = QAction(self.tr("Export…"), self)
        self._export.setShortcut("Ctrl+E")
        self._export.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._export.triggered.connect(self.export)
        self._who = QAction(self.tr("Look up whose code…"), self)
        self._who.setVisible(may(self._context.actor.role, Permission.RELEASE))
        self._who.triggered.connect(lambda _checked: self.look_up())
        self._yearly = QAction(self.tr("Yearly account…"), self)
        self._yearly.setVisible(may(self._context.actor.role, Permission.RELEASE))
        self._yearly.triggered.connect(self.propose_yearly)
        self.addActions([self._turn, self._export, self._who, self._yearly])

    @property
    def panes(self) -> tuple[ChartPane, ...]:
        """The three charts."""
        return self.funnel, self.caterpillar, self.third

    # ---- what the window asks
    def title(self) -> str:
        """What the tab says."""
        return self.tr("Consistency")

    def icon(self) -> str:
        """A line that rises."""
        return "data_trending"

    def keys(self) -> tuple[Hint, ...]:
        """The keys of the charts."""
        return (
            Hint("Tab", self.tr("Next chart")),
            Hint("←→", self.tr("Read points")),
            Hint("Enter", self.tr("Open")),
            Hint("Ctrl+T", self.tr("Table")),
            Hint("Ctrl+E", self.tr("Export")),
        )

    def menu(self, name: str) -> tuple[QAction, ...]:
        """Chart or table; export."""
        return {"view": (self._turn,), "file": (self._export, self._yearly, self._who)}.get(name, ())

    def shown(self) -> None:
        """Read at the first look; a person who never comes here is not recorded as a reader."""
        super().shown()
        if not self._begun:
            self._begun = True
            self.refresh()

    def refresh(self) -> None:
        """F5: every decision anew."""
        self._gathered = None
        self._read()
        self._ask_proposed()

    # ---- reading
    def _chosen(self) -> None:
        bar = self.bar
        self.form = replace(
            self.form,
            period=bar.period.currentData(),
            kind=bar.kind.currentData(),
            unit=bar.unit.currentData(),
            compare=bar.compare.currentData(),
        )
        if self._gathered is not None:
            gathered = self._gathered
            self.form = self.form.with_data(gathered.days, gathered.kinds, gathered.units)
        self._read()

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.pane.show_loading()
        context = self._context
        if self._gathered is not None:
            self._compute()
            return
        # What is kept is brought up to date on the thread that writes; everything after only reads.
        self._task = context.tasks.run(
            lambda: consistency.bring_up(context.office, context.actor),
            lambda _none: self._compute(),
            self._failed,
            self,
        )

    def _compute(self) -> None:
        context, form = self._context, self.form

        def asks(gathered: Gathered) -> tuple[Asked, Asked | None]:
            made = form.with_data(gathered.days, gathered.kinds, gathered.units)
            return made.asked(), made.asked_to_compare()

        job = work.read(context.office, context.actor, self._gathered, asks, self._lang)
        self._task = context.tasks.long(job, self._show, self._failed, self)
        self._task.on_progress = self.pane.loading.progress

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self.shown_now is not None:
            self.pane.show_content()
            return
        empty = EmptyState(self.tr("Stopped."), self.tr("Read again"))
        empty.acted.connect(self._read)
        self.pane.show_empty(empty)

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(errors.words(error, self._lang), self._read)

    def _show(self, shown: work.Shown) -> None:
        self.shown_now = shown
        self._gathered = shown.gathered
        self.form = self.form.with_data(shown.gathered.days, shown.gathered.kinds, shown.gathered.units)
        self.bar.show_form(self.form)
        context, paper = self._context, shown.paper
        context.tasks.run(lambda: consistency.note(context.office, context.actor, paper), None, self._failed, self)
        self._show_words(shown)
        self._show_charts(shown)
        self.pane.show_content()
        say(self.lead, self.lead.text())

    def _words(self) -> "Words":
        from reports.consistency.context import Context as Words

        assert self.shown_now is not None
        report = self.shown_now.paper.report
        return Words(report, self._lang, consistency.titles_of(report, self._lang))

    def _show_words(self, shown: work.Shown) -> None:
        from reports.consistency import screen

        words = self._words()
        self.lead.setText(f"{shown.lead[0]}{shown.lead[1]}" if self._lang == "ja" else " ".join(shown.lead))
        self.method.setText(screen.method_line(words))
        self.protection.setText(screen.protection_line(words))
        self.comparison.setVisible(shown.other is not None)
        if shown.other is not None:
            self.comparison.setText(screen.comparison(words, shown.other))
        self.look.show_acts(shown.look, words.say("screen_not"))

    def _show_charts(self, shown: work.Shown) -> None:
        from reports.charts.caterpillar import caterpillar
        from reports.charts.funnel import funnel

        report, lang = shown.paper.report, self._lang
        none = self.tr("Too few decisions for this chart.")
        self.funnel.show_chart(
            lambda width, height: funnel(report, lang, width, max(height, 120.0)), shown.sentences.get("funnel", none)
        )
        if self.caterpillar.show_chart(
            lambda width, _height: caterpillar(report, lang, width), shown.sentences.get("caterpillar", none)
        ):
            self.caterpillar.fit_rows()
        self._offer_third(shown)

    def _offer_third(self, shown: work.Shown) -> None:
        names = {
            "agreement": self.tr("Agreement by criterion"),
            "criteria": self.tr("Criteria"),
            "drift": self.tr("Change over the months"),
            "reasons": self.tr("Reasons"),
            "noise": self.tr("Spread of readings"),
        }
        offered = [(text, key) for key, text in names.items() if key in shown.sentences]
        self.which.fill(offered, self.which.currentData())
        self.which.setVisible(bool(offered))
        self._show_third()

    def _show_third(self) -> None:
        shown, key = self.shown_now, self.which.currentData()
        if shown is None or key is None:
            self.third.show_none(self.tr("Too few decisions for this chart."))
            return
        if self.third.show_chart(charts.chosen(str(key), self._words()), shown.sentences[str(key)]) and key != "drift":
            self.third.fit_rows()

    # ---- acts
    def open_code(self, code: str) -> None:
        """What stands behind a point, as far as the paper shows it."""
        from reports.consistency import screen

        lines = screen.behind(self._words(), code) if self.shown_now else ()
        if lines:
            self.look.show_code(code, lines)

    def look_up(self, code: str = "") -> None:
        """Ask whose code it is, of this paper or an earlier one."""
        report = self.shown_now.paper.report.id if self.shown_now else ""
        LookUpDialog(self._context, report, code, self).open()

    def turn(self) -> None:
        """Ctrl+T: the chart with the keyboard, or the first, to its table and back."""
        here = next((pane for pane in self.panes if pane.isAncestorOf(self.focusWidget() or self)), self.funnel)
        here.turn()

    def export(self) -> None:
        """Ask for a folder and write the working paper there."""
        if self.shown_now is None:
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export the working paper to"))
        if folder:
            self.export_to(Path(folder))

    def export_to(self, folder: Path) -> None:
        """Write PDF, workbook and JSON into a folder."""
        assert self.shown_now is not None
        report, lang = self.shown_now.paper.report, self._lang
        self._context.tasks.long(lambda _progress: work.export(report, lang, folder), self._written, self._told, self)

    def propose(self) -> None:
        """Put the release of this selection before a second person."""
        context, asked = self._context, replace(self.form.asked(), bootstraps=1000)
        context.tasks.run(
            lambda: consistency.propose_release(context.office, context.actor, asked),
            lambda _none: self._ask_proposed(),
            self._told,
            self,
        )

    def propose_yearly(self) -> None:
        """Choose the fiscal year whose account is put before a second person."""
        YearlyDialog(self._context, self.form, self._ask_proposed, self).open()

    def sign(self) -> None:
        """The second person's word; asks where the files go."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write the release to"))
        if folder:
            ask_release(self._context, self._proposed, lambda actor: self.sign_to(actor, Path(folder)), self)

    def sign_to(self, actor: Actor, folder: Path) -> None:
        """Release as who confirmed it, enter in the ledger, write the files."""
        context, proposed, lang = self._context, self._proposed, self._lang
        if proposed is not None:
            job = lambda: work.sign(context.office, actor, proposed, lang, folder)  # noqa: E731
            context.tasks.run(job, self._released, self._told, self)

    def decline(self) -> None:
        """Take the waiting release away."""
        context = self._context
        context.tasks.run(
            lambda: consistency.decline_release(context.office, context.actor),
            lambda _none: self._ask_proposed(),
            self._told,
            self,
        )

    def _ask_proposed(self) -> None:
        if not may(self._context.actor.role, Permission.RELEASE):
            return
        office = self._context.office
        self._context.tasks.read(lambda: consistency.proposed_release(office), self._show_proposed, self._told, self)

    def _show_proposed(self, proposed: Proposed | None) -> None:
        self._proposed = proposed
        self.bar.release.setEnabled(proposed is None)
        self.waiting.show_proposed(proposed, self._context.actor.login, self._lang)

    def _released(self, paths: list[Path]) -> None:
        self._ask_proposed()
        self._written(paths)

    def _written(self, paths: list[Path]) -> None:
        text = self.tr("Written to {0}").format(str(paths[0].parent))
        self.method.setText(text)
        say(self.method, text)

    def _told(self, error: Exception) -> None:
        text = errors.words(error, self._lang)
        self.waiting.show_problem(text)
        say(self.waiting, text)
