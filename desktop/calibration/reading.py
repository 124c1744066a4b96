"""One case read blind: its facts, a finding on every criterion, the outcome; recorded once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import days, words
from desktop.calibration.form import ANSWERS, ReadingForm
from desktop.casefile import labels
from desktop.casefile import words as casefile_words
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, ProblemLine, Rule, Segmented
from models.calibration.values import BlindCase, Reading
from models.cases.values import Kind as CaseKind
from models.decisions.values import Outcome
from models.findings.values import FindingState


class ReadingPane(QWidget):
    """``recorded(reading)``: the person has answered everything and asks to lock it."""

    recorded = Signal(object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.form: ReadingForm | None = None
        self.asked: dict[str, Segmented] = {}
        self._kept: dict[tuple[int, int], ReadingForm] = {}
        self.setObjectName("calibration-reading")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label("", Type.NAME)
        self.about = Label("", Type.CAPTION, "text2", wrap=True)
        self.problem = ProblemLine()
        self.left = Label("", Type.CAPTION, "text2")
        self.record = Button(self.tr("Record and lock"), Kind.PRIMARY, "Ctrl+Enter", name="record-reading")
        self.record.clicked.connect(self.ask_to_record)
        self._build()

    def _build(self) -> None:
        self._facts, self._questions = _scroll(), _scroll()
        both = QHBoxLayout()
        both.setSpacing(px(20))
        both.addWidget(self._facts, 1)
        both.addWidget(self._questions, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.left)
        foot.addStretch(1)
        foot.addWidget(self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(Rule())
        column.addLayout(both, 1)
        column.addWidget(self.problem)
        column.addWidget(Rule())
        column.addLayout(foot)

    def show_case(self, seen: BlindCase) -> None:
        """A case to be read; what was answered of it and not recorded yet stands again."""
        self.form, self.asked = self._kept.get((seen.round, seen.place), ReadingForm(seen)), {}
        lang = self._lang
        self.title.setText(self.tr("Round {0}, case {1}").format(seen.round, seen.place))
        parts = (
            words.kind_and_route(CaseKind(seen.kind), seen.route),
            self.tr("facts as of {0}").format(days.plain(seen.seen_on, lang)),
        )
        note = self.tr(
            "Names, earlier findings and the outcome are left out. Decide by yourself; talk about it afterwards."
        )
        self.about.setText("　".join(parts) + "\n" + note)
        self._facts.setWidget(_inner(self.tr("Facts"), self._build_facts(seen)))
        self._questions.setWidget(_inner(self.tr("What you find"), self._build_criteria(seen)))
        for key, state in self.form.answers.items():
            self.asked[key].set_value(state.value)
        if self.form.outcome is not None:
            self.asked["outcome"].set_value(self.form.outcome.value)
        self.show_problem("")
        self._refresh()

    def _build_criteria(self, seen: BlindCase) -> QGridLayout:
        grid = _grid()
        named = {
            FindingState.MET: self.tr("met"),
            FindingState.NOT_MET: self.tr("not met"),
            FindingState.NOT_APPLICABLE: self.tr("does not apply"),
        }
        for row, each in enumerate(seen.criteria):
            title = each.title.in_(self._lang)
            choice = Segmented(title, [(state.value, named[state]) for state in ANSWERS])
            choice.setObjectName(f"answer-{each.key}")
            choice.chosen.connect(lambda value, key=each.key: self._answer(key, value))
            self.asked[each.key] = choice
            grid.addWidget(Label(title, Type.BASE, wrap=True), row, 0)
            grid.addWidget(choice, row, 1)
        outcome = Segmented(self.tr("Outcome"), [("grant", self.tr("grant")), ("refuse", self.tr("refuse"))])
        outcome.setObjectName("answer-outcome")
        outcome.chosen.connect(self._decide)
        self.asked["outcome"] = outcome
        grid.addWidget(Label(self.tr("What you would propose"), Type.STRONG), len(seen.criteria), 0)
        grid.addWidget(outcome, len(seen.criteria), 1)
        return grid

    def _build_facts(self, seen: BlindCase) -> QGridLayout:
        grid = _grid()
        shown = [fact for fact in seen.facts if fact.parent is None and fact.value is not None]
        for row, fact in enumerate(shown):
            value = Label(casefile_words.fact_value(fact, self._lang), Type.BASE)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(Label(labels.fact_label(fact, self._lang), Type.BASE, "text2", wrap=True), row, 0)
            grid.addWidget(value, row, 1)
        return grid

    # ---- answering
    def _answer(self, criterion: str, value: str) -> None:
        if self.form is not None:
            self.form = self.form.answered(criterion, FindingState(value))
            self._refresh()

    def _decide(self, value: str) -> None:
        if self.form is not None:
            self.form = self.form.decided(Outcome(value))
            self._refresh()

    def _refresh(self) -> None:
        if self.form is not None:
            self._kept[self.form.seen.round, self.form.seen.place] = self.form
        left = self.form.open if self.form else 0
        self.left.setText(
            self.tr("Still open: {0}").format(left) if left else self.tr("It cannot be changed afterwards.")
        )
        self.record.setEnabled(self.form is not None and not left)
        self.record.describe(self.tr("Answer everything first") if left else "")

    def ask_to_record(self) -> None:
        """Once everything is answered."""
        if self.form is not None and not self.form.open:
            self.record.setEnabled(False)
            reading: Reading = self.form.reading()
            self.recorded.emit(reading)

    def show_problem(self, text: str) -> None:
        """What went wrong, at the foot."""
        self.problem.show_problem(text, spoken=bool(text))
        if text:
            self._refresh()


def _scroll() -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    return made


def _inner(title: str, grid: QGridLayout) -> QWidget:
    inner = QWidget()
    inner.setProperty("ground", "surface")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 4, 12, 4)
    column.setSpacing(px(10))
    column.addWidget(Label(title, Type.STRONG))
    column.addLayout(grid)
    column.addStretch(1)
    return inner


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setHorizontalSpacing(px(20))
    grid.setVerticalSpacing(px(6))
    return grid
