"""The health of the record, at the foot of the sign-in window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import errors
from desktop.signin import work
from desktop.tasks import Task, Tasks
from desktop.theme import Type
from desktop.widgets import Label, say
from desktop.widgets.problem import IconMark
from desktop.words import counted
from models.records.values import Broken, Verification

if TYPE_CHECKING:  # the store brings SQLAlchemy, which loads after the first paint
    from desktop.context import Office


def broken_words(broken: Broken, lang: str) -> str:
    """Which event does not hold and how, what follows from it, and what to do."""
    words = QCoreApplication.translate(
        "Health",
        "The record is broken, first at event {0}: {1} {2}\nIt opens for reading only. Leave the file as it is, tell the "
        "auditor, and restore the newest backup that verifies.",
    )
    return words.format(f"{broken.seq:,}", errors.how_broken(broken, lang), broken.case or "")


class HealthLine(QWidget):
    """Verifies in the background; ``verified(Verification)`` when done."""

    verified = Signal(object)

    def __init__(self, tasks: Tasks, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._lang = tasks, lang
        self._task: Task | None = None
        self.setObjectName("record-health")
        self._mark = IconMark("checkmark", "met")
        self._words = Label("", Type.CAPTION, "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        self.stop()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def watch(self, office: "Office") -> None:
        """Verify this office's record, off the window's thread."""
        self.stop()
        self._show("arrow_sync", "text2", self.tr("Verifying the record…"))
        self._task = self._tasks.long(
            lambda progress: work.verify(office, progress), self._done, self._failed, owner=self
        )

    def stop(self) -> None:
        """Nothing is watched any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._show("", "text2", "")

    def _done(self, found: Verification) -> None:
        self._task = None
        if found.first_broken is None:
            self._show(
                "checkmark",
                "met",
                counted(self.tr("Record verified\u3000{0} events\u3000nothing amiss"), f"{found.events:,}"),
            )
        else:
            self._show("error_circle", "block", broken_words(found.first_broken, self._lang))
            say(self, self._words.text())
        self.verified.emit(found)

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._show("error_circle", "block", errors.words(error, self._lang))

    def _show(self, icon: str, tone: str, text: str) -> None:
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.show_icon(icon, tone, filled=tone == "block")
        self._words.setText(text)
        self._words.set_tone("text" if tone == "block" else "text2")
        self.setAccessibleName(text)
