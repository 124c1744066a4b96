"""Signing in, what is wrong with it, restoring from a backup, the locked desk."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from desktop.operations import backups, offices
from desktop.signin.lock import LockDialog
from desktop.widgets import Button
from tests.desktop import desk as driver
from tests.desktop.stage import PASSPHRASE, PASSWORD, Screen, Shots, Stage


def before(stage: Stage) -> Shots:
    """The window a person meets first."""
    dialog = stage.desk.sign_in(stage.where, PASSPHRASE)
    stage.settle()
    driver.fill_in(dialog, "examiner1", "something else")
    yield "signin", dialog
    dialog.submit()
    stage.settle()
    yield "signin-wrong", dialog
    dialog.deleteLater()
    driver.turn(0.1)


def restoring(stage: Stage) -> Shots:
    """An older backup asks a second time; then what came of it."""
    where = stage.folder / "restored.akashi"
    shutil.copyfile(stage.where, where)
    older = _backup(where, stage.folder / "backup.akashi")
    dialog = stage.desk.sign_in(str(where), "")
    stage.settle()
    driver.find(dialog, Button, "restore").click()
    yield "restore-passphrase", dialog
    dialog.restore(str(older), str(where), PASSPHRASE)
    driver.wait_for(lambda: dialog.findChildren(QMessageBox))
    for name in ("restore-older", "restore-told"):
        box = dialog.findChild(QMessageBox, name)
        if box is not None:
            yield name, box
            box.close()
    dialog.deleteLater()
    driver.turn(0.1)


def _backup(where: Path, file: Path) -> Path:
    """A backup, after which something more was done."""
    with offices.open_(where, PASSPHRASE) as office:
        made = backups.make(office, file)
        backups.note(office, made)
    return file


def locked(stage: Stage) -> Shots:
    """The desk covered, and a wrong password."""
    stage.window.lock()
    driver.turn(0.1)
    lock = stage.dialog("locked")
    assert isinstance(lock, LockDialog)
    yield "locked", lock
    lock.password.edit.setText(PASSWORD)
    lock.submit()
    driver.wait_for(stage.window.isVisible)


SCREENS = (Screen(before), Screen(restoring), Screen(locked, "examiner2"))
