"""Retention: ended cases, proposals of disposal, and what stays of those that went."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.retention.batchpane import BatchPane
from desktop.retention.casespane import CasesPane
from desktop.retention.gonepane import GonePane
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Label, ProblemLine, Rule, Segmented
from desktop.widgets.dialog import Dialog

CASES, BATCHES, GONE = "cases", "batches", "gone"


class RetentionDialog(Dialog):
    """Everybody who sees the record may read it; holds, proposals and approvals go by role, and by two people."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self.setObjectName("retention-dialog")
        self.setWindowTitle(self.tr("Retention and disposal"))
        self._build()
        self.resize(px(1220), px(760))
        self.part.setFocus()
        self.go(CASES)

    def _build(self) -> None:
        about = self.tr(
            "Each ended case is kept for the years of its class. Then one person proposes its disposal and another approves: "
            "its content goes for good, a record of the disposal stays, and the record still verifies."
        )
        names = ((CASES, self.tr("Ended cases")), (BATCHES, self.tr("Proposals")), (GONE, self.tr("Disposed")))
        self.part = Segmented(self.tr("Part"), names)
        self.cases, self.batches, self.gone = (
            CasesPane(self._context),
            BatchPane(self._context),
            GonePane(self._context),
        )
        self.stack = QStackedWidget()
        for pane in (self.cases, self.batches, self.gone):
            self.stack.addWidget(pane)
            pane.failed.connect(self._failed)
        self.problem = ProblemLine()
        stop = Button(self.tr("Close"), key="Esc", name="cancel")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("Retention and disposal"), Type.NAME))
        column.addWidget(Label(about, tone="text2", wrap=True))
        column.addWidget(self.part)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
        column.addWidget(self.problem)
        column.addLayout(foot)
        self.part.chosen.connect(self.go)
        for pane in (self.cases, self.batches):
            pane.begun.connect(lambda: self.problem.show_problem(""))
        self.cases.proposed.connect(lambda number: self.go(BATCHES, number))
        stop.clicked.connect(self.reject)

    def go(self, part: str, number: int = 0) -> None:
        """Bring a part to the front, read anew."""
        self.part.set_value(part)
        self.problem.show_problem("")
        if part == BATCHES:
            self.batches.read(number)
        elif part == GONE:
            self.gone.read()
        else:
            self.cases.read()
        self.stack.setCurrentIndex((CASES, BATCHES, GONE).index(part))

    def _failed(self, error: Exception) -> None:
        self.problem.show_problem(error_words(error, self._lang), spoken=True)
