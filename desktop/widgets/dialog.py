"""What every dialog of the desk is made of."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

Result = TypeVar("Result")


class Dialog(QDialog):
    """Goes once it is closed, with whatever was read or typed in it; who asks again makes a new one.

    Without that a dialog lives, unseen, as long as the window it was opened from.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._awaited, self._over = 0, False
        self.finished.connect(self._closed)

    def answers(
        self, done: Callable[[Result], object], failed: Callable[[Exception], object]
    ) -> tuple[Callable[[Result], None], Callable[[Exception], None]]:
        """Both for a job that begins now: closed before its answer, the dialog is only hidden until one of them was called.

        What was written is in the record then, and whoever opened the dialog has to hear of it.
        """
        self._awaited += 1
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        return self._then(done), self._then(failed)

    def _then(self, tell: Callable[[Result], object]) -> Callable[[Result], None]:
        def answered(what: Result) -> None:
            try:
                tell(what)
            finally:
                self._answered()

        return answered

    def _answered(self) -> None:
        self._awaited -= 1
        if not self._awaited:
            self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            if self._over:
                self.deleteLater()

    def _closed(self) -> None:
        self._over = True
