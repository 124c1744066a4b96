"""Ended cases: their class and days at the left, the chosen one at the right with what can be done."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.casefile.words import day as day_words
from desktop.context import Context
from desktop.operations import people, retention
from desktop.retention import form
from desktop.retention.form import Chosen
from desktop.retention.tables import Rows
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Field, Kind, Label, LineEdit, ProblemLine
from desktop.words import counted
from models.cases.values import Kind as CaseKind
from models.retention.values import Ends, Kept, RetentionClass, Show

_PAGE = 500
Done = TypeVar("Done")

_Found = tuple[tuple[Kept, ...], tuple[RetentionClass, ...], Mapping[str, str]]
"""Cases, the classes in force, and what people are called."""


class CasesPane(QWidget):
    """``proposed`` with the number of a new proposal; ``begun`` when an act begins, ``failed`` with what went wrong."""

    proposed = Signal(int)
    begun = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._cases: tuple[Kept, ...] = ()
        self._names: Mapping[str, str] = {}
        self._busy = False
        self.setObjectName("retention-cases")
        self._build()
        self._connect()

    # ---- building
    def _build(self) -> None:
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(px(16))
        both.addLayout(self._build_list(), 3)
        both.addLayout(self._build_detail(), 2)

    def _build_list(self) -> QVBoxLayout:
        self.show_ = Combo(self.tr("Which cases"))
        self.show_.fill(
            [
                (self.tr("May be disposed of"), Show.DUE), (self.tr("Held back"), Show.HELD),
                (self.tr("Start not known"), Show.UNKNOWN), (self.tr("Proposed"), Show.PROPOSED),
                (self.tr("All ended cases"), Show.ALL),
            ],
            Show.ALL,
        )  # fmt: skip
        self.class_ = Combo(self.tr("Class"))
        heads = (
            self.tr("Case"),
            self.tr("Kind"),
            self.tr("Class"),
            self.tr("Ended"),
            self.tr("May go from"),
            self.tr("Note"),
        )
        self.table = Rows(self.tr("Ended cases"), heads, "retention-table", ticks=True)
        self.count = Label("", Type.CAPTION, "text2")
        self.all = Button(self.tr("Tick all that may go"), icon="checkmark", name="tick-all")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.show_, 2)
        head.addWidget(self.class_, 3)
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(self.count)
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        return column

    def _build_detail(self) -> QVBoxLayout:
        self.title, self.days = Label("", Type.STRONG, wrap=True), Label("", wrap=True)
        self.source = Label("", Type.CAPTION, "text2", wrap=True)
        self.held = Label("", tone="wait", wrap=True)
        self.held.setObjectName("retention-held")
        self.why, self.day = LineEdit(self.tr("Reason")), LineEdit(self.tr("Day that starts the years"))
        self.hold = Button(self.tr("Hold back"), icon="lock_closed", name="hold")
        self.lift = Button(self.tr("Lift the hold"), icon="lock_open", name="lift")
        self.note = Button(self.tr("Note the start"), icon="clock", name="note-start")
        self.propose = Button(self.tr("Propose the ticked for disposal"), Kind.PLAIN, icon="delete", name="propose")
        self.problem = ProblemLine()
        hint = self.tr("2026-06-30 or R8.6.30: when the permission lapsed, or the suit ended")
        acts = QHBoxLayout()
        for button in (self.hold, self.lift, self.note):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(px(8))
        for each in (self.title, self.days, self.held, self.source):
            column.addWidget(each)
        column.addStretch(1)
        self.own = QWidget()
        own = QVBoxLayout(self.own)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(Field(self.tr("Reason"), self.why))
        own.addWidget(Field(self.tr("Day that starts the years"), self.day, hint))
        own.addLayout(acts)
        own.addWidget(self.propose)
        column.addWidget(self.own)
        column.addWidget(self.problem)
        self.own.setVisible(form.may_keep(self._context.actor))
        self.all.setVisible(form.may_propose(self._context.actor))
        return column

    def _connect(self) -> None:
        self.show_.currentIndexChanged.connect(lambda _at: self.read())
        self.class_.currentIndexChanged.connect(lambda _at: self.read())
        self.table.currentCellChanged.connect(lambda *_: self._choose())
        self.table.itemChanged.connect(lambda _item: self._check())
        self.all.clicked.connect(self._tick_all)
        for edit in (self.why, self.day):
            edit.textChanged.connect(lambda _text: self._check())
        self.hold.clicked.connect(self.hold_case)
        self.lift.clicked.connect(self.lift_case)
        self.note.clicked.connect(self.note_start)
        self.propose.clicked.connect(self.propose_ticked)

    # ---- reading
    def read(self) -> None:
        """Read the cases that the filters ask for."""
        office, actor = self._context.office, self._context.actor
        show, key = Show(self.show_.currentData()), str(self.class_.currentData() or "")

        def job() -> _Found:
            cases = retention.listing(office, actor, show, key, size=_PAGE)
            return cases, retention.classes(office), people.names(office)

        self._context.tasks.read(job, self._learn, self.failed.emit, owner=self)

    def _learn(self, found: _Found) -> None:
        self._cases, classes, self._names = found
        if not self.class_.count():
            every = [(self.tr("Every class"), ""), *((each.title.in_(self._lang), each.key) for each in classes)]
            self.class_.fill(every, "")
        self.table.fill([self._texts(each) for each in self._cases], form.eligible(self._cases, self._today))
        words_ = self.tr("The first {n}") if len(self._cases) == _PAGE else self.tr("{n} cases")
        self.count.setText(counted(words_, n=len(self._cases)))
        self._choose()

    def _texts(self, each: Kept) -> tuple[str, ...]:
        note = self.tr("held back") if each.hold else self.tr("proposal {n}").format(n=each.batch) if each.batch else ""
        earliest = day_words(each.earliest_on, self._lang) if each.earliest_on else self.tr("not known")
        return (
            each.case, words.kind(CaseKind(each.kind)), each.retention.title.in_(self._lang), day_words(each.ended_on, self._lang),
            earliest, note,
        )  # fmt: skip

    @property
    def _today(self) -> date:
        return self._context.office.clock.today()

    @property
    def chosen(self) -> Chosen:
        """What is chosen and typed."""
        row = self.table.currentRow()
        kept = self._cases[row] if 0 <= row < len(self._cases) else None
        ticked = tuple(self._cases[at] for at in self.table.ticked() if at < len(self._cases))
        return Chosen(kept, ticked, self.why.text(), self.day.text(), self._today)

    def _choose(self) -> None:
        kept = self.chosen.kept
        self.title.setText(f"{kept.case}  {kept.retention.title.in_(self._lang)}" if kept else self.tr("No case"))
        self.days.setText(self._days(kept) if kept else "")
        self.held.setText(self._held(kept) if kept and kept.hold else "")
        self.held.setVisible(bool(kept and kept.hold))
        self.source.setText(self._source(kept.retention) if kept else "")
        self._check()

    def _days(self, kept: Kept) -> str:
        said = [self.tr("{how} on {day}").format(how=self._how(kept.ends), day=day_words(kept.ended_on, self._lang))]
        if kept.started_on and kept.earliest_on:
            both = self.tr("Kept {n} years from {start}; may go from {earliest}")
            days = (day_words(kept.started_on, self._lang), day_words(kept.earliest_on, self._lang))
            said.append(counted(both, n=kept.retention.years, start=days[0], earliest=days[1]))
        else:
            said.append(
                counted(self.tr("Kept {n} years; what starts them is still to be noted"), n=kept.retention.years)
            )
        if kept.cited_by:
            said.append(self.tr("Cases that stay point at it: {cases}").format(cases=", ".join(kept.cited_by)))
        return "\n".join(said)

    def _how(self, ends: Ends) -> str:
        return {
            Ends.GRANT: self.tr("Granted"), Ends.REFUSE: self.tr("Refused"), Ends.WITHDRAWN: self.tr("Withdrawn"),
            Ends.TRANSFERRED: self.tr("Transferred"), Ends.LAPSED: self.tr("Lapsed"),
        }[ends]  # fmt: skip

    def _held(self, kept: Kept) -> str:
        assert kept.hold is not None
        who = self._names.get(kept.hold.by, kept.hold.by)
        return self.tr("Held back by {who}: {why}").format(who=who, why=kept.hold.why)

    def _source(self, each: RetentionClass) -> str:
        verify = self.tr("Not yet compared with the office's own table of retention periods.") if each.verify else ""
        number = "" if each.number else self.tr("Its number does not stay; a check value of it does.")
        return "\n".join(filter(None, (each.source, number, verify)))

    # ---- acting
    def _check(self) -> None:
        chosen = self.chosen
        self.hold.setEnabled(chosen.can_hold() and not self._busy)
        self.lift.setEnabled(chosen.can_lift() and not self._busy)
        self.note.setEnabled(chosen.can_note() and not self._busy)
        against = chosen.against_proposing()
        self.propose.setEnabled(bool(chosen.ticked) and not against and not self._busy)
        self.problem.show_problem("\n".join(each.text(self._lang) for each in against[:4]))

    def _tick_all(self) -> None:
        self.table.tick_all(form.eligible(self._cases, self._today))
        self._check()

    def hold_case(self) -> None:
        """Hold the chosen case back."""
        chosen, office, actor = self.chosen, self._context.office, self._context.actor
        if chosen.kept is not None and chosen.can_hold():
            case = chosen.kept.case
            self._run(lambda: retention.hold(office, actor, case, chosen.why))

    def lift_case(self) -> None:
        """Lift its hold."""
        chosen, office, actor = self.chosen, self._context.office, self._context.actor
        if chosen.kept is not None and chosen.can_lift():
            case = chosen.kept.case
            self._run(lambda: retention.lift(office, actor, case, chosen.why))

    def note_start(self) -> None:
        """Note the day that starts its years."""
        chosen, office, actor = self.chosen, self._context.office, self._context.actor
        if chosen.kept is not None and chosen.can_note():
            case, suit = chosen.kept.case, chosen.kept.retention.suit
            self._run(lambda: retention.note(office, actor, case, chosen.on, suit, chosen.why))

    def propose_ticked(self) -> None:
        """Propose what is ticked; somebody else approves."""
        chosen, office, actor = self.chosen, self._context.office, self._context.actor
        if not chosen.ticked or chosen.against_proposing():
            return
        cases = [each.case for each in chosen.ticked]
        self._run(lambda: retention.propose(office, actor, cases, chosen.why).number, self.proposed.emit)

    def _run(self, job: Callable[[], Done], then: Callable[[Done], object] | None = None) -> None:
        """One act at a time: a second click while the first is under way does nothing."""
        if self._busy:
            return
        self._work(True)
        self.begun.emit()
        self._context.tasks.run(job, lambda done: self._done(done, then), self._undone, owner=self)

    def _done(self, done: Done, then: Callable[[Done], object] | None) -> None:
        self.why.clear()
        self.day.clear()
        self._work(False)
        self.read()
        if then is not None:
            then(done)

    def _undone(self, error: Exception) -> None:
        self._work(False)
        self.failed.emit(error)

    def _work(self, on: bool) -> None:
        self._busy = on
        self._check()
