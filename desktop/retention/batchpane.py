"""Proposals of disposal: the list of each is read before a second person approves it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.casefile.words import day as day_words
from desktop.casefile.words import moment
from desktop.confirming import Asked, ask
from desktop.context import Context
from desktop.operations import people, retention
from desktop.retention import form
from desktop.retention.tables import Rows
from desktop.tasks import Task
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, LineEdit, ProblemLine, say
from desktop.words import counted
from models.people.values import Actor
from models.retention import rules
from models.retention.values import Batch


class BatchPane(QWidget):
    """``answered`` after an approval or a no; ``begun`` when one begins, ``failed`` with what went wrong."""

    answered = Signal()
    begun = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._batches: tuple[Batch, ...] = ()
        self._names: Mapping[str, str] = {}
        self._busy = False
        self._walk: Task | None = None
        self.setObjectName("retention-batches")
        self._build()
        self.table.currentCellChanged.connect(lambda *_: self._choose())
        self.read_it.toggled.connect(lambda _on: self._check())
        self.why.textChanged.connect(lambda _text: self._check())
        self.approve.clicked.connect(self.approve_batch)
        self.decline.clicked.connect(self.decline_batch)

    def _build(self) -> None:
        heads = (self.tr("No."), self.tr("Cases"), self.tr("Proposed by"), self.tr("On"), self.tr("Answer"))
        self.table = Rows(self.tr("Proposals"), heads, "batch-table")
        inside = (self.tr("Case"), self.tr("Class"), self.tr("Years began"), self.tr("May go from"))
        self.items = Rows(self.tr("Cases of the proposal"), inside, "batch-items")
        self.said = Label("", wrap=True)
        self.read_it = QCheckBox(self.tr("I have read this list. The content of these cases cannot be brought back."))
        self.read_it.setObjectName("read-list")
        self.read_it.setAccessibleName(self.read_it.text())
        self.why = LineEdit(self.tr("Reason for a no"))
        self.approve = Button(self.tr("Approve and dispose"), Kind.PRIMARY, icon="delete", name="approve")
        self.decline = Button(self.tr("Decline or take back"), icon="dismiss", name="decline")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("The record is verified before anything goes"))
        self.bar.hide()
        self.problem = ProblemLine()
        acts = QHBoxLayout()
        acts.addWidget(self.approve)
        acts.addWidget(self.decline)
        acts.addWidget(self.bar, 1)
        acts.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self.said)
        right.addWidget(self.items, 1)
        right.addWidget(self.read_it)
        right.addWidget(Field(self.tr("Reason for a no"), self.why))
        right.addLayout(acts)
        right.addWidget(self.problem)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(px(16))
        both.addWidget(self.table, 2)
        both.addLayout(right, 3)

    # ---- reading
    def read(self, number: int = 0) -> None:
        """Read the proposals; then stand on ``number``."""
        office, actor = self._context.office, self._context.actor

        def job() -> tuple[tuple[Batch, ...], Mapping[str, str]]:
            return retention.batches(office, actor), people.names(office)

        self._context.tasks.read(job, lambda read: self._learn(*read, number), self.failed.emit, owner=self)

    def _learn(self, found: tuple[Batch, ...], names: Mapping[str, str], number: int) -> None:
        self._batches, self._names = found, names
        self.table.fill([self._texts(each) for each in found])
        at = next((at for at, each in enumerate(found) if each.number == number), max(self.table.currentRow(), 0))
        if found:
            self.table.setCurrentCell(min(at, len(found) - 1), 0)
        self._choose()

    def _texts(self, each: Batch) -> tuple[str, ...]:
        return (
            str(each.number),
            str(len(each.items)),
            self._name(each.proposed_by),
            moment(each.proposed_at, self._lang),
            self._answer(each),
        )

    def _answer(self, each: Batch) -> str:
        if each.approved_by:
            return self.tr("approved by {who}").format(who=self._name(each.approved_by))
        if each.declined_by:
            return self.tr("declined by {who}: {why}").format(who=self._name(each.declined_by), why=each.declined_why)
        return self.tr("waits for a second person")

    def _name(self, login: str) -> str:
        return self._names.get(login, login)

    @property
    def batch(self) -> Batch | None:
        """The proposal that is chosen."""
        row = self.table.currentRow()
        return self._batches[row] if 0 <= row < len(self._batches) else None

    def _choose(self) -> None:
        batch = self.batch
        self.items.fill([self._item_texts(batch, at) for at in range(len(batch.items))] if batch else [])
        words = self.tr("Proposal {n}, {answer}. {why}")
        said = (
            words.format(n=batch.number, answer=self._answer(batch), why=batch.why) if batch else self.tr("No proposal")
        )
        self.said.setText(said)
        self.read_it.setChecked(False)
        self._check()

    def _item_texts(self, batch: Batch, at: int) -> tuple[str, ...]:
        item = batch.items[at]
        of = rules.named(item.retention)
        days = (day_words(item.started_on, self._lang), day_words(item.earliest_on, self._lang))
        return (item.subject, of.title.in_(self._lang) if of else item.retention, *days)

    # ---- acting
    def _check(self) -> None:
        batch, actor = self.batch, self._context.actor
        against = form.against_approving(batch, actor, self.read_it.isChecked())
        self.read_it.setEnabled(batch is not None and form.against_approving(batch, actor, True) is None)
        self.approve.setEnabled(against is None and not self._busy)
        self.approve.describe(against.text(self._lang) if against else "")
        self.decline.setEnabled(form.may_decline(batch, actor, self.why.text()) and not self._busy)
        self.problem.show_problem(against.text(self._lang) if against and batch is not None and batch.open else "")

    def approve_batch(self) -> None:
        """Ask for the password once more, for this list; then approve."""
        batch, context = self.batch, self._context
        if batch is None or not self.approve.isEnabled():
            return
        asked = Asked(
            retention.DISPOSE,
            counted(self.tr("Dispose of {n} cases"), n=len(batch.items)),
            self.tr("Approve and dispose"),
            lambda: {retention.named(batch.number): batch.digest},
            self.tr("Proposal {n}, as its list was read").format(n=batch.number),
        )
        ask(context, asked, lambda actor: self.dispose(batch, actor), self)

    def dispose(self, batch: Batch, actor: Actor) -> None:
        """Walk the record beside the saves, which go on meanwhile; then approve as who confirmed it."""
        office = self._context.office
        self._work(True)
        self._walk = task = self._context.tasks.long(
            lambda progress: retention.walk(office, actor, progress),
            lambda _none: self._walked(batch, actor),
            self._undone,
            owner=self,
        )
        task.on_progress = self._far

    @property
    def walking(self) -> bool:
        """Whether the record is walked for an approval: until that is over, nothing goes."""
        return self._walk is not None

    @property
    def busy(self) -> bool:
        """Whether an answer to a proposal is under way."""
        return self._busy

    def stop(self) -> None:
        """Give up the approval whose walk is under way: nothing went."""
        if self._walk is not None:
            self._walk.cancel()
            self._work(False)

    def _far(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _walked(self, batch: Batch, actor: Actor) -> None:
        office, self._walk = self._context.office, None
        self.bar.setRange(0, 0)
        self._context.tasks.run(
            lambda: retention.approve(office, actor, batch.number, batch.digest, walked=True),
            self._disposed,
            self._undone,
            owner=self,
        )

    def _disposed(self, made: retention.Disposed) -> None:
        self._work(False)
        self.read()
        self.answered.emit()
        say(self, counted(self.tr("{n} cases disposed of"), n=len(made.tombstones)))

    def decline_batch(self) -> None:
        """Answer with no, or take one's own proposal back."""
        batch, office, actor, why = self.batch, self._context.office, self._context.actor, self.why.text()
        if batch is None or not self.decline.isEnabled():
            return
        self._work(True)
        self._context.tasks.run(
            lambda: retention.decline(office, actor, batch.number, why),
            lambda _batch: self._declined(),
            self._undone,
            owner=self,
        )

    def _declined(self) -> None:
        self._work(False)
        self.why.clear()
        self.read()
        self.answered.emit()

    def _undone(self, error: Exception) -> None:
        self._work(False)
        self.failed.emit(error)

    def _work(self, on: bool) -> None:
        self._busy, self._walk = on, None
        if on:
            self.begun.emit()
        self.bar.setRange(0, 0 if on else 1)
        self.bar.setVisible(on)
        self._check()
