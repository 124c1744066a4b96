"""Takes in decisions from before, for like cases: a few at a time beside the work, so that nobody waits for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop import errors
from desktop.tasks import Tasks

if TYPE_CHECKING:  # the store brings SQLAlchemy, which loads after the first paint
    from desktop.context import Office

FIRST_MS = 5_000
"""The window stands and its first case is open before anything is taken in."""
NEXT_MS = 250


class CatchingUp(QObject):
    """Runs once after sign-in, until nothing is left."""

    def __init__(self, tasks: Tasks, office: "Office", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._office = tasks, office
        QTimer.singleShot(FIRST_MS, self, self.look)

    def look(self) -> None:
        """Whether there is anything; an office that is caught up is only read."""
        office = self._office
        self._tasks.read(lambda: _behind(office), lambda behind: self._step() if behind else None, self._failed, self)

    def _step(self) -> None:
        office = self._office
        self._tasks.run(lambda: _step(office), self._went, self._failed, self)

    def _went(self, more: bool) -> None:
        if more:
            QTimer.singleShot(NEXT_MS, self, self._step)

    def _failed(self, error: Exception) -> None:
        """The next start tries again; a comparison before that says so in words."""
        errors.write_note(error)


def _behind(office: "Office") -> bool:
    from desktop.operations import likecases

    return likecases.behind(office)


def _step(office: "Office") -> bool:
    from desktop.operations import likecases

    return likecases.step(office)
