"""Keeps the open office safe while it is open: automatic backups, the look at the record, and Back up… of the File menu."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop import errors
from desktop.backing import BackupsDialog
from desktop.tasks import Progress, Task, Tasks
from models.errors import AkashiError
from models.people.values import CONSOLE, Actor
from models.records.values import Verification

if TYPE_CHECKING:  # the store brings SQLAlchemy, which loads after the first paint
    from desktop.context import Office
    from models.store.values import Backup

BACKUP_EVERY_MS = 15 * 60_000
"""A change is in a backup within half an hour: it waits at most this long for the next look, and then for the copy itself."""
ANCHOR_EVERY_MS = 5 * 60_000
VERIFY_EVERY_MS = 6 * 60 * 60_000


class Keeper(QObject):
    """Runs beside the work of one office. ``verified(Verification)`` after every scheduled look."""

    verified = Signal(object)

    def __init__(
        self, tasks: Tasks, office: "Office", lang: str, parent: QObject | None = None, fixed: str = ""
    ) -> None:
        super().__init__(parent)
        self._fixed = fixed
        self._tasks, self._office, self._lang = tasks, office, lang
        self._running: Task | None = None
        self._told = ""
        self.problem = ""
        self._timers = [
            self._every(ANCHOR_EVERY_MS, self.anchor),
            self._every(BACKUP_EVERY_MS, self.back_up),
            self._every(VERIFY_EVERY_MS, self.verify),
        ]

    def stop(self) -> None:
        """Nothing more is begun."""
        for timer in self._timers:
            timer.stop()
        if self._running is not None:
            self._running.cancel()

    def back_up(self) -> None:
        """The next automatic backup, when something changed; never two at a time."""
        if self._running is not None and not self._running.finished:
            return
        office, fixed = self._office, self._fixed
        self._running = self._tasks.long(
            lambda progress: _automatic(office, progress, fixed), self._made, self._failed, self
        )

    def anchor(self) -> None:
        """Who stops working leaves nothing without an anchor for longer than ten minutes."""
        office = self._office
        self._tasks.run(lambda: _anchor(office), None, self._failed, self)

    def verify(self) -> None:
        """The scheduled look at the record."""
        office = self._office
        self._tasks.long(lambda progress: _verify(office, progress), self.verified.emit, self._failed, self)

    def ask(self, parent: QWidget, actor: Actor) -> None:
        """Back up…: ask where, then do it; what came of it is said in words."""
        name = f"{Path(str(self._office.location)).stem}-{datetime.now().astimezone():%Y%m%d}.akashi"
        path, _ = QFileDialog.getSaveFileName(
            parent,
            self.tr("Back up"),
            name,
            self.tr("Backups (*.akashi)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is overwritten, and that is said in words
        )
        if path:
            self.save_to(Path(path), parent, actor)

    def show(self, parent: QWidget, actor: Actor) -> None:
        """Backups and restore…: how it stands, where they go, one now, a rehearsal."""
        dialog = BackupsDialog(self._office, actor, self._tasks, self._lang, self._fixed, parent)
        dialog.open()

    def save_to(self, path: Path, parent: QWidget, actor: Actor) -> None:
        """Make a verified backup at ``path``."""
        office = self._office

        def made(backup: "Backup") -> None:
            self._note(backup, actor)
            words = self.tr("The backup was made, opened again and verified up to event {0}:").format(f"{backup.seq:,}")
            tell(parent, f"{words}\n{backup.path}", QMessageBox.Icon.Information)

        self._tasks.long(
            lambda progress: _make(office, path, progress),
            made,
            lambda e: tell(parent, errors.words(e, self._lang)),
            self,
        )

    def _made(self, backup: "Backup | None") -> None:
        self.problem = ""
        if backup is not None:
            self._note(backup, CONSOLE)

    def _note(self, backup: "Backup", actor: Actor) -> None:
        office = self._office
        self._tasks.run(lambda: _note(office, backup, actor), None, self._failed, self)

    def _failed(self, error: Exception) -> None:
        """Told once, not every quarter of an hour; kept for whoever asks."""
        self.problem = errors.words(error, self._lang)
        parent = self.parent()
        if self.problem != self._told and isinstance(parent, QWidget):
            self._told = self.problem
            words = self.tr("The automatic backup could not be made. Your work is saved as always.")
            tell(parent, f"{words}\n{self.problem}")

    def _every(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        timer.start()
        return timer


def tell(parent: QWidget | None, words: str, icon: QMessageBox.Icon = QMessageBox.Icon.Warning) -> None:
    """Say something in a box of its own, without holding anything up."""
    box = QMessageBox(icon, "証 Akashi", words, QMessageBox.StandardButton.Close, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(box.textFormat().PlainText)
    box.open()


def close_safely(office: "Office", fixed: str = "") -> None:
    """The last job of an office: back it up when something changed, then close it, whatever came of the backup.

    ``fixed`` is the folder for backups that an administrator named.
    """
    from desktop.operations import backups

    try:
        made = backups.automatic(office, fixed=fixed)
        if made is not None:
            backups.note(office, made)
    except (AkashiError, OSError) as error:
        # Nobody is there any more to be told; the next start tries again, and says what is wrong.
        errors.write_note(error)
    finally:
        office.close()


def _anchor(office: "Office") -> None:
    from desktop.operations import anchoring

    anchoring.settle(office)


def _automatic(office: "Office", progress: Progress, fixed: str) -> "Backup | None":
    from desktop.operations import backups

    return backups.automatic(office, progress, fixed)


def _make(office: "Office", path: Path, progress: Progress) -> "Backup":
    from desktop.operations import backups

    return backups.make(office, path, progress)


def _note(office: "Office", made: "Backup", actor: Actor) -> None:
    from desktop.operations import backups

    backups.note(office, made, actor)


def _verify(office: "Office", progress: Progress) -> Verification:
    from desktop.operations import records

    return records.verify_start(office, progress)
