"""Calibration 較正: rounds and how far they are; for a reader, the cases that wait and the one that is read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop import errors
from desktop.calibration.drawdialog import DrawDialog
from desktop.calibration.reading import ReadingPane
from desktop.consistency.chartpane import Figures
from desktop.context import Context
from desktop.operations import calibration
from desktop.theme import Type
from desktop.views import Hint, View
from desktop.widgets import Button, EmptyState, Kind, Label, Pane, Rule, say
from models.calibration.values import BlindCase, Place, Reading, Round
from models.people.rules import may
from models.people.values import Permission

Listed = tuple[tuple[Round, ...], tuple[Place, ...]]


class CalibrationView(View):
    """For a supervisor the rounds; for an examiner what waits for their reading."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._places: tuple[Place, ...] = ()
        self._rounds: tuple[Round, ...] = ()
        self._begun = False
        self.setObjectName("calibration")
        self._build()

    # ---- building
    def _build(self) -> None:
        self.draw = Button(self.tr("Draw a round…"), Kind.PRIMARY, icon="add", name="draw-round")
        self.draw.clicked.connect(self.ask_to_draw)
        if not self._draws:
            self.draw.hide()
        self.rounds, self.waiting = Figures("rounds"), Figures("waiting")
        self.waiting.itemSelectionChanged.connect(self._chosen)
        self.reading = ReadingPane(self._context.lang)
        self.reading.recorded.connect(self.record)
        self.pane = Pane(self.reading)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        note = self.tr(
            "Decided cases are read again by two people or more who do not know the outcome. What they find is agreement."
        )
        head.addWidget(Label(note, Type.CAPTION, "text2", wrap=True), 1)
        head.addWidget(self.draw)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._build_lists())
        split.addWidget(self.pane)
        split.setSizes([380, 900])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(split, 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, self.reading.ask_to_record, context=context)

    def _build_lists(self) -> QWidget:
        lists = QWidget()
        lists.setProperty("ground", "surface")
        lists.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(lists)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(6)
        self.waiting_title = Label(self.tr("Waiting for your reading"), Type.STRONG)
        for widget in (self.waiting_title, self.waiting):
            column.addWidget(widget)
            if not self._reads:
                widget.hide()
        column.addWidget(Label(self.tr("Rounds"), Type.STRONG))
        column.addWidget(self.rounds)
        return lists

    @property
    def _draws(self) -> bool:
        return may(self._context.actor.role, Permission.ASSIGN)

    @property
    def _reads(self) -> bool:
        return may(self._context.actor.role, Permission.ASSESS)

    # ---- what the window asks
    def title(self) -> str:
        """What the tab says."""
        return self.tr("Calibration")

    def count(self) -> str:
        """How many cases wait for this person."""
        return str(len(self._places)) if self._places else ""

    def icon(self) -> str:
        """Two people beside one another."""
        return "people"

    def keys(self) -> tuple[Hint, ...]:
        """The keys of a reading."""
        return (Hint("Ctrl+Enter", self.tr("Record and lock")),) if self._reads else ()

    def shown(self) -> None:
        """Read at the first look."""
        super().shown()
        if not self._begun:
            self._begun = True
            self.refresh()

    def refresh(self) -> None:
        """F5: rounds and what waits."""
        context = self._context

        def job() -> Listed:
            own = calibration.to_read(context.office, context.actor) if self._reads else ()
            return calibration.rounds(context.office), own

        context.tasks.read(job, self._show, self._failed, self)

    def _show(self, listed: Listed) -> None:
        self._rounds, self._places = listed
        rows = [(str(each.number), str(each.cases), f"{each.given} / {each.wanted}") for each in self._rounds]
        self.rounds.show_rows((self.tr("Round"), self.tr("Cases"), self.tr("Readings")), rows)
        self.waiting.blockSignals(True)
        places = [(self.tr("Round {0}, case {1}").format(each.round, each.place),) for each in self._places]
        self.waiting.show_rows((self.tr("Case"),), places)
        self.waiting.blockSignals(False)
        self.title_changed.emit()
        if self._places:
            self.waiting.selectRow(0)
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        if self._draws:
            text = self.tr("No round yet") if not self._rounds else self.tr("Readings stand in the consistency report")
            empty = EmptyState(text, self.tr("Draw a round…"))
            empty.acted.connect(self.ask_to_draw)
            self.pane.show_empty(empty)
        else:
            self.pane.show_empty(EmptyState(self.tr("Nothing waits for your reading.")))

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(errors.words(error, self._context.lang), self.refresh)

    # ---- reading
    def _chosen(self) -> None:
        row = self.waiting.currentRow()
        if not 0 <= row < len(self._places):
            return
        context, place = self._context, self._places[row]
        context.tasks.read(
            lambda: calibration.open_(context.office, context.actor, place), self._show_case, self._failed, self
        )

    def _show_case(self, seen: BlindCase) -> None:
        self.reading.show_case(seen)
        self.pane.show_content()

    def record(self, reading: Reading) -> None:
        """Lock what was found, and go on to the next."""
        context = self._context
        context.tasks.run(
            lambda: calibration.record(context.office, context.actor, reading),
            lambda _none: self._locked(),
            self._told,
            self,
        )

    def _locked(self) -> None:
        say(self.reading, self.tr("Recorded and locked."))
        self.refresh()

    def _told(self, error: Exception) -> None:
        self.reading.show_problem(errors.words(error, self._context.lang))

    # ---- drawing
    def ask_to_draw(self) -> None:
        """How many, of which kind."""
        dialog = DrawDialog(self._context, len(self._rounds) + 1, self)
        dialog.drawn.connect(lambda _round: self.refresh())
        dialog.open()
