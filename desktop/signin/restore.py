"""Restore from a backup, before signing in: choose the file, read what gives way, say yes a second time where that is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop import errors
from desktop.signin import work
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from models.store.values import Restored

BACKUPS = "*.akashi"


class Restore(QObject):
    """Puts a backup in an office's place. ``done(path)`` is called with the office that stands there now."""

    def __init__(self, tasks: Tasks, lang: str, parent: QWidget, done: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._tasks, self._lang, self._window, self._done = tasks, lang, parent, done

    def choose(self, start: str, where: str) -> tuple[str, str] | None:
        """The backup and the office to restore; the office is asked for when none is chosen. ``None``: not now."""
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Choose a backup"), start, self.tr("Backups ({0})").format(BACKUPS)
        )
        if file and not where:
            where, _ = QFileDialog.getSaveFileName(
                self._window, self.tr("Where the office shall lie"), "", self.tr("Offices ({0})").format(BACKUPS)
            )
        return (file, where) if file and where else None

    def run(self, file: str, where: str, passphrase: str, older: bool = False) -> None:
        """Restore on the database thread; what came of it is said in words."""

        def failed(error: Exception) -> None:
            if work.needs_yes(error) and not older:
                self._ask(errors.words(error, self._lang), lambda: self.run(file, where, passphrase, older=True))
            else:
                self._say(errors.words(error, self._lang), QMessageBox.Icon.Warning)

        self._tasks.run(lambda: work.restore(file, where, passphrase, older), self._restored, failed, self)

    def _restored(self, restored: "Restored") -> None:
        words = [self.tr("The office was restored, up to event {0}. Sign in as always.").format(f"{restored.seq:,}")]
        if restored.kept is not None:
            words += [self.tr("What stood there before is kept:"), str(restored.kept)]
        self._say("\n".join(words), QMessageBox.Icon.Information)
        self._done(str(restored.path))

    def _ask(self, words: str, yes: Callable[[], None]) -> None:
        box = self._box(words, QMessageBox.Icon.Warning)
        box.setObjectName("restore-older")
        go = box.addButton(self.tr("Restore all the same"), QMessageBox.ButtonRole.DestructiveRole)
        go.setObjectName("restore-older-go")
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stay)
        go.clicked.connect(yes)
        box.open()

    def _say(self, words: str, icon: QMessageBox.Icon) -> None:
        box = self._box(words, icon)
        box.setObjectName("restore-told")
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()

    def _box(self, words: str, icon: QMessageBox.Icon) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(icon)
        box.setWindowTitle("証 Akashi")
        box.setTextFormat(box.textFormat().PlainText)
        box.setText(words)
        return box


def backups_of(office: str) -> str:
    """Where the automatic backups of an office lie, or where the office lies."""
    if not office or "://" in office:
        return ""
    folder = Path(f"{office}.backups")
    return str(folder if folder.is_dir() else Path(office).parent)
