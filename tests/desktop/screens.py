"""The desk's own windows: all keys, guide, what is told in a box."""

from PySide6.QtWidgets import QMessageBox

from desktop import keeping
from tests.desktop.stage import Screen, Shots, Stage


def dialogs(stage: Stage) -> Shots:
    """Ctrl+/, F1, a message."""
    stage.window.show_keys()
    keys = stage.dialog("all-keys")
    yield "keys", keys
    keys.close()
    stage.window.show_guide()
    yield "guide", stage.dialog("guide")
    stage.window.backup_wanted.emit(False)
    backups = stage.dialog("backups-dialog")
    stage.settle(0.3)
    yield "backups", backups
    backups.close()
    keeping.tell(stage.window, "見本 Sample\nakashi-sample.akashi")
    yield "told", next(iter(stage.window.findChildren(QMessageBox)))


SCREENS = (Screen(dialogs, "examiner1"),)
