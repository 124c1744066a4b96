"""Reads the chosen case for the preview once the person stays on a row; who sees it is recorded before it is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.context import Context
from desktop.operations import cases
from desktop.queue.preview import Preview
from desktop.tasks import Task
from models.casefile.values import CaseFile

LOOK_AFTER = 150
"""Milliseconds on a row before its case file is read for the preview."""


class Looking(QObject):
    """``begin`` at every move; ``chosen`` says which case the keyboard is on."""

    def __init__(self, context: Context, preview: Preview, chosen: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._preview, self._chosen = context, preview, chosen
        self._task: Task | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(LOOK_AFTER)
        self._wait.timeout.connect(self._read)

    def begin(self) -> None:
        """The person moved."""
        self._wait.start()

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        office, actor, case = self._context.office, self._context.actor, self._chosen()
        if case:
            self._task = self._context.tasks.read(
                lambda: cases.preview_again(office, actor, case),
                lambda file: self._came(case, file),
                self._failed,
                self,
            )

    def _came(self, case: str, file: CaseFile | None) -> None:
        if file is not None:
            self._preview.show_file(file)
        elif case == self._chosen():
            office, actor = self._context.office, self._context.actor
            self._task = self._context.tasks.run(
                lambda: cases.preview(office, actor, case), self._preview.show_file, self._failed, self
            )

    def _failed(self, _error: Exception) -> None:
        """What the list knows stays; opening the case says what is wrong."""
