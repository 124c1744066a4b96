"""Retention: ended cases, proposals of disposal, and what stays of those that went."""

from PySide6.QtGui import QCloseEvent
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
        self._asked = False
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
            pane.begun.connect(self._begun)
        self.batches.answered.connect(self._begun)
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

    def reject(self) -> None:
        """Esc, Close: an approval under way is not dropped unsaid."""
        if self._may_close():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Close."""
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _may_close(self) -> bool:
        """While the record is walked for an approval, closing once says so and closing again stops it; what is being written is
        waited for, because its answer belongs to who asked."""
        if not self.batches.busy:
            return True
        if self.batches.walking and self._asked:
            self.batches.stop()
            return True
        self._asked = self.batches.walking
        self.problem.show_problem(self._under_way(), spoken=True)
        return False

    def _under_way(self) -> str:
        if self.batches.walking:
            return self.tr("The record is being verified for the disposal. Close again to stop it: then nothing goes.")
        return self.tr("The answer to the proposal is being written. Close when it is done.")

    def _begun(self) -> None:
        self._asked = False
        self.problem.show_problem("")

    def _failed(self, error: Exception) -> None:
        self.problem.show_problem(error_words(error, self._lang), spoken=True)
