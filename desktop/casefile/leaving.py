"""May a case close now? What is not saved is waited for; what cannot be saved is shown, and the person decides."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop import words as interface
from desktop.casefile.history import criterion_name
from desktop.casefile.papers import PaperKeeper
from desktop.casefile.unsaved import Leave, Text, UnsavedDialog
from models.findings.values import FindingDraft

if TYPE_CHECKING:
    from desktop.casefile.casepages import CasePages

PATIENCE = 3_000
"""Milliseconds that a save under way is waited for."""


class Leaving(QObject):
    """Asks on behalf of one case's view; ``close_me`` of the view follows when the person says so, or all is saved after all."""

    def __init__(self, view: "CasePages") -> None:
        super().__init__(view)
        self._view, self._why = view, ""
        self._let_go = False
        self._dialog: UnsavedDialog | None = None
        view.work.failed.connect(self._failed)
        view.work.saved.connect(self._settled)
        view.keeper_made.connect(self.watch)
        self.watch(view.work.comparing.keeper)

    def watch(self, keeper: PaperKeeper) -> None:
        """A page that keeps a paper was made."""
        keeper.failed.connect(self._failed)
        keeper.saved.connect(self._settled)

    def may(self) -> bool:
        """Whether the case may close: nothing is unsaved, or the person let it go. Otherwise it asks and says no."""
        if self._let_go:
            return True
        self._view.tasks.wait_for_writes(PATIENCE)  # an act under way may still be refused, and its words come back
        texts = self._texts()
        # A locked desk shows nothing of a case: there it only stays open.
        if texts and self._dialog is None and self._view.window().isVisible():
            self._ask(texts)
        return not texts

    def _ask(self, texts: tuple[Text, ...]) -> None:
        self._dialog = dialog = UnsavedDialog(texts, self._why, self._view)
        dialog.finished.connect(lambda _code: self._decided(dialog))
        dialog.open()

    def _decided(self, dialog: UnsavedDialog) -> None:
        self._dialog = None
        dialog.deleteLater()
        self._let_go = dialog.choice is Leave.CLOSE
        if self._let_go:  # in a turn of its own: the dialog goes with the view, and its signal is still under way
            QTimer.singleShot(0, self._view, self._view.close_me.emit)

    def _failed(self, why: str) -> None:
        self._why = why
        if self._dialog is not None:
            self._dialog.show_texts(self._texts(), why)

    def _settled(self, _at: object) -> None:
        """Saved after all: the closing that was asked for goes on."""
        if self._dialog is not None and not self._texts():
            self._dialog.choice = Leave.CLOSE
            self._dialog.accept()

    # ---- what is not saved
    def _texts(self) -> tuple[Text, ...]:
        return (*self._findings(), *self._papers())

    def _findings(self) -> Iterator[Text]:
        view = self._view
        for draft in view.work.unsaved_drafts():
            name = criterion_name(view.work.file, draft.criterion, view.lang) if view.work.file else draft.criterion
            yield Text(f"{name}　{_state(draft)}".strip(), "\n".join(each.text for each in draft.reasons))

    def _papers(self) -> Iterator[Text]:
        view, file, comparing = self._view, self._view.work.file, self._view.work.comparing
        if file is not None and comparing.keeper.unsaved:
            for key, text in comparing.texts.items():
                yield Text(f"{criterion_name(file, key, view.lang)}　{self.tr('Distinction')}", text)
        if view.made("check") and view.check.form and view.check.keeper.unsaved:
            yield Text(self.tr("Weighing"), view.check.form.weighing)
        if view.made("letter") and (worded := view.letter.unsaved_text):
            yield Text(self.tr("Wording of the letter"), worded)
        form = view.decision.form if view.made("decision") else None
        if form is not None and view.decision.editing.unsaved:
            yield Text(self.tr("Weighing"), form.weighing or "")
        if form is not None and view.decision.returning.unsaved:
            told = (f"{criterion_name(form.file, key, view.lang)}: {text}" for key, text in form.criteria_comments())
            yield Text(self.tr("Comments for the return"), "\n".join((form.comment, *told)).strip())


def _state(draft: FindingDraft) -> str:
    return interface.finding(draft.finding) if draft.finding else ""
