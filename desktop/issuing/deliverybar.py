"""One line under an issued letter: how its delivery stands, and the way to its log."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import days
from desktop.changes import What
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.issuing import form
from desktop.issuing.correction import CorrectionDialog
from desktop.issuing.delivery import DeliveryDialog, step_words
from desktop.operations import corrections, deliveries, letters
from desktop.theme import Type
from desktop.widgets import Button, Label
from models.letters.corrections.values import Correction, Standing
from models.letters.deliveries.values import Log

UNDER_WAY = frozenset({Standing.PROPOSED, Standing.COUNTERSIGNED})


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of the letter in force."""

    number: str
    log: Log
    corrections: tuple[Correction, ...]


class DeliveryBar(QWidget):
    """Hidden until a letter is issued."""

    shown = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._case, self._number = context, "", ""
        self._log = Log()
        self._under_way: Correction | None = None
        self.setObjectName("delivery-bar")
        self.text = Label("", Type.CAPTION, "text2")
        self.open = Button(self.tr("Delivery and explanations…"), name="open-delivery")
        self.open.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.text, 1)
        self.correct = Button(self.tr("Correct…"), name="correct-letter")
        self.correct.clicked.connect(self.ask_correction)
        row.addWidget(self.correct)
        row.addWidget(self.open)
        self.hide()

    def show_case(self, case: str, issued: bool) -> None:
        """Read how the delivery of this case's letter stands."""
        self._case = case
        if not issued:
            self.hide()
            return
        office, actor = self._context.office, self._context.actor
        self._context.tasks.read(
            lambda: Found(
                letters.number_of(office, actor, case), deliveries.log(office, actor, case),
                corrections.listing(office, actor, case),
            ),
            self._show, self._failed, owner=self,
        )  # fmt: skip

    def _show(self, found: Found) -> None:
        self._number, self._log = found.number, found.log
        self._under_way = next((each for each in found.corrections if each.standing in UNDER_WAY), None)
        lang, last = self._context.lang, form.last_of(self._log, self._number)
        if last is None:
            said = self.tr("{number}: not sent yet").format(number=self._number)
        else:
            said = self.tr("{number}: {step}, {day} (try {n})").format(
                number=self._number, step=step_words(last.step, lang), day=days.plain(last.on, lang), n=last.attempt
            )
        if self._log.explanations:
            said += " · " + self.tr("explained orally {n}×").format(n=len(self._log.explanations))
        if self._under_way is not None:
            said += " · " + self.tr("a correction is under way")
        self.text.setText(said)
        self.setVisible(bool(self._number))
        self.shown.emit()

    def _failed(self, error: Exception) -> None:
        self.text.setText(error_words(error, self._context.lang))
        self.show()

    def ask(self) -> None:
        """Open the log."""
        dialog = DeliveryDialog(self._context, self._case, self._number, self._log, self)
        dialog.kept.connect(lambda: self._context.changes.announce(What.CASE, self._case))
        dialog.open()

    def ask_correction(self) -> None:
        """Propose a correction, or read the one that is under way."""
        dialog = CorrectionDialog(self._context, self._case, self._number, self._under_way, self)
        dialog.kept.connect(lambda: self._context.changes.announce(What.CASE, self._case))
        dialog.open()
