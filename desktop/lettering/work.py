"""The work behind the wording screen: reading the letter, keeping drafts, acts. The panel only shows what this holds."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desktop.casefile.saver import Done, Failed, Saver
from desktop.changes import What
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import lettering
from desktop.operations.lettering import Sheet
from models.decisions.values import Outcome
from models.letters.rewording.values import WordingDraft
from models.letters.values import Rewording


class LetteringWork(QObject):
    """Jobs for the database thread; what is not acknowledged stays with the form."""

    read = Signal(object)
    failed = Signal(str)
    saving = Signal()
    saved = Signal(object)
    save_failed = Signal(str)
    worded = Signal(object)
    refused = Signal(str)

    def __init__(
        self, context: Context, draft: Callable[[], WordingDraft | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._draft = context, draft
        self._asked = 0
        self.saver = Saver(self._write, self)
        self.saver.saving.connect(self.saving)
        self.saver.saved.connect(self.saved)
        self.saver.failed.connect(lambda error: self.save_failed.emit(error_words(error, context.lang)))

    def open_(self, case: str, language: str, outcome: Outcome | None, weighing: str) -> None:
        """Read a letter with its problems; only the answer to the last question counts."""
        self._asked += 1
        number, context = self._asked, self._context
        context.tasks.read(
            lambda: lettering.read(context.office, context.actor, case, language, outcome, weighing),
            lambda sheet: self._answer(number, sheet),
            lambda error: self.failed.emit(error_words(error, context.lang)),
            owner=self,
        )

    def _answer(self, number: int, sheet: Sheet) -> None:
        if number == self._asked:
            self.read.emit(sheet)

    def _write(self, done: Done, failed: Failed) -> None:
        draft, context = self._draft(), self._context
        if draft is None:
            done(None)
            return
        context.tasks.run(
            lambda: lettering.save_draft(context.office, context.actor, draft),
            lambda kept: done(kept.at if kept else context.office.clock.now()),
            failed,
            owner=self,
        )

    def reword(self, draft: WordingDraft, base: int, outcome: Outcome | None, weighing: str) -> None:
        """Put a wording in, or the standard one back (an empty text)."""
        self.saver.forget()
        context, key = self._context, uuid4().hex
        context.tasks.run(
            lambda: lettering.reword(context.office, context.actor, draft, base, outcome, weighing, key),
            self._worded,
            self._refused,
            owner=self,
        )

    def _worded(self, made: Rewording) -> None:
        self.saved.emit(made.at)
        self.worded.emit(made)
        self._context.changes.announce(What.CASE, made.case)

    def _refused(self, error: Exception) -> None:
        self.saver.touch()
        self.refused.emit(error_words(error, self._context.lang))
