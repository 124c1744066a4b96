"""Keeps what is written for a proposal, a return or an edit: saved within two seconds, and whenever the keyboard leaves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.casefile.saver import Done, Failed, Saver
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import decisions
from models.decisions.values import DecisionDraft


class PaperKeeper(QObject):
    """Asks for the draft when it is time to save; what is not acknowledged yet is tried again by itself."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self, context: Context, draft: Callable[[], DecisionDraft | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._draft = context, draft
        self._saver = Saver(self._write, self)
        self._saver.saving.connect(self.saving)
        self._saver.saved.connect(self.saved)
        self._saver.failed.connect(lambda error: self.failed.emit(error_words(error, context.lang)))

    @property
    def unsaved(self) -> bool:
        """Whether anything typed has not been acknowledged."""
        return self._saver.dirty

    def touch(self) -> None:
        """Something was written."""
        self._saver.touch()

    def flush(self) -> None:
        """Hand it to the database thread now."""
        self._saver.flush()

    def forget(self) -> None:
        """The act is under way: it takes the draft with it."""
        self._saver.forget()

    def _write(self, done: Done, failed: Failed) -> None:
        draft, context = self._draft(), self._context
        if draft is None:
            done(None)
            return
        context.tasks.run(
            lambda: decisions.save_draft(context.office, context.actor, draft),
            lambda kept: done(kept.at if kept else context.office.clock.now()),
            failed,
            owner=self,
        )
