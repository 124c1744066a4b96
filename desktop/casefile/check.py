"""The check before proposing: outcome and weighing, what blocks, what to look at, every finding row (picture 04)."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.casefile.checkform import CheckForm
from desktop.casefile.checklist import CheckTable, IssueList
from desktop.casefile.footer import SheetFooter
from desktop.casefile.granted import GrantedFields
from desktop.casefile.mending import Mending
from desktop.casefile.outcome import OutcomeButtons
from desktop.casefile.papers import PaperKeeper
from desktop.casefile.words import Names, say
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import copying, decisions
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Field, Label, ProblemLine, Rule, SectionHeading, TextEditor
from desktop.words import counted
from models.casefile.values import CaseFile
from models.decisions.values import GateResult, Outcome, Proposal
from models.errors import CheckFailed, Problem

_PAUSE = 700


class CheckPage(QWidget):
    """Asks the gate again whenever the outcome or the weighing changes."""

    opened = Signal(str)
    left = Signal()
    proposed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check-page")
        self._context, self._lang = context, context.lang
        self.form: CheckForm | None = None
        self.names = Names()
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self.ask)
        self.mending = Mending(context, self)
        self.keeper = PaperKeeper(context, lambda: self.form.draft() if self.form else None, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.heading = Label(self.tr("Check before proposing"), Type.QUESTION)
        self.round = Label("", Type.BASE, "text2")
        self.who = Label(
            self.tr("Another person decides: you propose, a supervisor countersigns."), Type.CAPTION, "text2"
        )
        self.outcome = OutcomeButtons(self.tr("Outcome proposed"))
        self.granted = GrantedFields()
        self.weighing = TextEditor(self.tr("Weighing"))
        self.field = Field(self.tr("How the whole was weighed (stands in the letter)"), self.weighing)
        self.field.show_problem("")
        self.blocks = IssueList(self.tr("Blocks"), "block", self.tr("must be mended first"))
        self.warnings = IssueList(self.tr("To look at"), "wait", "")
        self.answers = IssueList(self.tr("Answers to the return"), "met", "")
        self.clear = ProblemLine(tone="text2")
        self.failed = ProblemLine()
        self.table = CheckTable(self._lang)
        self.counts = SectionHeading(self.tr("Findings"))
        self.footer = SheetFooter(self.tr("Propose"))
        self._lay()

    def _lay(self) -> None:
        head = QWidget()
        head.setProperty("ground", "surface")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(head)
        line.setContentsMargins(20, 8, 20, 8)
        line.setSpacing(px(12))
        for part in (self.heading, self.round):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.who)
        right = QWidget()
        right.setProperty("ground", "surface")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(right)
        rows.setContentsMargins(16, 10, 16, 6)
        rows.addWidget(self.counts)
        rows.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._left())
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([436, 1000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Rule())
        column.addWidget(splitter, 1)
        column.addWidget(self.footer)

    def _left(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(px(9))
        column.addWidget(Label(self.tr("Outcome proposed"), Type.STRONG))
        parts = (self.outcome, self.granted, self.field, self.failed)
        for part in (*parts, self.blocks, self.warnings, self.answers, self.clear):
            column.addWidget(part)
        column.addStretch(1)
        self._inner, self._area = inner, QScrollArea()
        area = self._area
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(px(340))
        return area

    def _connect(self) -> None:
        self.outcome.chosen.connect(self._choose)
        self.granted.chosen.connect(self._give)
        self.weighing.edited.connect(self._weigh)
        self.weighing.left.connect(self.keeper.flush)
        self.keeper.saving.connect(self.footer.saved.saving)
        self.keeper.saved.connect(self.footer.saved.saved)
        self.keeper.failed.connect(self.footer.saved.failed)
        for issues in (self.blocks, self.warnings, self.answers):
            issues.opened.connect(self.opened)
            issues.acted.connect(self._mend)
        self.table.opened.connect(self.opened)
        self.footer.problems_asked.connect(self.next_problem)
        self.footer.committed.connect(self.propose)
        self.mending.failed.connect(self._failed)

    def show_file(self, file: CaseFile) -> None:
        """Show a case as newly read; what was chosen and written stays."""
        fresh = self.form is None or file.case.round != self.form.file.case.round
        if fresh or self.form is None:
            self.form = CheckForm(file, self._lang, self._context.actor.login)
            self.form.names = self.names
            self.outcome.set_value(self.form.outcome)
            self.weighing.set_text(self.form.weighing)
            self.field.hint.setText(self.tr("{n} characters").format(n=self.weighing.count()))
            if self.form.kept is not None:
                self.footer.saved.saved(self.form.kept.at)
        else:
            self.form.follow(file)
        self._offer()
        self.round.setText(self.tr("Proposal {n}").format(n=file.case.round + 1))
        self._show()
        if self.isVisible():
            self.ask()

    def _mend(self, act: str, key: str) -> None:
        if self.form:
            self.mending.do(act, key, self.form.file)

    def _choose(self, outcome: Outcome) -> None:
        if self.form:
            self.form.outcome = outcome
            self._offer()
            self.keeper.touch()
            self.ask()

    def _offer(self) -> None:
        if self.form:
            self.granted.offer(self.form.statuses, self.form.periods, self.form.status, self.form.period)

    def _give(self) -> None:
        """A period or a status was chosen: no other question of the gate changes by it."""
        if self.form:
            self.form.period = self.granted.period or self.form.period
            self.form.status = self.granted.status or self.form.status
            self.keeper.touch()
            self._show()

    def _weigh(self) -> None:
        if self.form:
            self.form.weighing, self.form.gate = self.weighing.text, None
            self.field.hint.setText(self.tr("{n} characters").format(n=self.weighing.count()))
            self.keeper.touch()
            self._show_footer()
            self._wait.start()

    def ask(self) -> None:
        """Ask the gate what stands against it now."""
        form = self.form
        if form is None:
            return
        self._wait.stop()
        office, actor, case = self._context.office, self._context.actor, form.file.case.id
        outcome, weighing = form.outcome, form.weighing
        self._context.tasks.read(
            lambda: decisions.gate(office, actor, case, outcome, weighing, heard=True, compared=True),
            lambda gate: self._answered(gate, outcome, weighing),
            self._failed,
            owner=self,
        )
        self._look_for_copies()

    def _look_for_copies(self, more: bool = True) -> None:
        """First the fingerprints of what was recorded meanwhile, a few at a time between the saves; then the question."""
        form = self.form
        if form is None:
            return
        office, actor, tasks = self._context.office, self._context.actor, self._context.tasks
        if more:
            tasks.run(lambda: copying.step(office), self._look_for_copies, self._failed, owner=self)
            return
        case, outcome, weighing = form.file.case.id, form.outcome, form.weighing
        tasks.read(
            lambda: copying.problems(office, actor, case, outcome, weighing), self._copied, self._failed, owner=self
        )

    def _copied(self, found: tuple[Problem, ...]) -> None:
        """Reasoning that repeats another case's words is told beside the gate's warnings."""
        if self.form and found != self.form.copied:
            self.form.copied = found
            self._show()

    def _answered(self, gate: GateResult, outcome: Outcome | None, weighing: str) -> None:
        if self.form and (outcome, weighing) == (self.form.outcome, self.form.weighing):
            self.form.gate = gate
            self.failed.show_problem("")
            self._show()

    def _failed(self, error: Exception) -> None:
        self.failed.show_problem(error_words(error, self._lang), spoken=True)
        self.footer.primary.setEnabled(self.form is not None and self.form.may_propose)

    def _show(self) -> None:
        form = self.form
        if form is None:
            return
        self.blocks.show_items(form.blocks())
        self.warnings.show_items(form.warnings())
        self.answers.show_items(form.answers())
        nothing = form.gate is not None and not form.blocks()
        self.clear.show_problem(say("no_blocks", self._lang) if nothing else "")
        self.table.show_sections(form.sections())
        self._make_room()
        self.counts.show_text(counted(self.tr("Findings, {n} criteria"), n=len(form.file.criteria)), form.counts())
        self._show_footer()

    def _make_room(self) -> None:
        """The left column is never cut at its right edge, whatever the text size."""
        self._area.setMinimumWidth(max(px(340), self._inner.minimumSizeHint().width() + px(14)))

    def _show_footer(self) -> None:
        if self.form:
            self.footer.show_problems(len(self.form.blocks()), self.form.why_not, self.form.may_propose)

    def next_problem(self) -> None:
        """Ctrl+.: the keyboard goes to the next thing that blocks."""
        self.blocks.step()

    def propose(self) -> None:
        """Ctrl+Enter: hand the proposal over; the same command twice makes one proposal."""
        form = self.form
        if form is None or not form.may_propose or form.outcome is None:
            return
        office, actor, case = self._context.office, self._context.actor, form.file.case.id
        outcome, weighing, (period, status) = form.outcome, form.weighing, form.gives
        key = f"propose-{case}-{form.file.case.round + 1}-{actor.login}-{form.file.case.version}"
        self.footer.primary.setEnabled(False)
        self.keeper.forget()
        self._context.tasks.run(
            lambda: decisions.propose(
                office, actor, case, outcome, weighing, period, status, key, heard=True, compared=True
            ),
            self._proposed,
            self._refused,
            owner=self,
        )

    def _proposed(self, proposal: Proposal) -> None:
        self.footer.saved.saved(proposal.at)
        self.proposed.emit()

    def _refused(self, error: Exception) -> None:
        self.keeper.touch()
        if isinstance(error, CheckFailed) and self.form and error.problems:
            self.form.gate = GateResult(error.problems)
            self._show()
        self._failed(error)

    def save(self) -> None:
        """Take over composed text and hand the draft to the database thread."""
        self.weighing.commit()
        self.keeper.flush()

    def take_keyboard(self) -> None:
        """The keyboard goes to the outcome."""
        self.outcome.take_keyboard()
