"""Backups and restore as a person meets them: the menu, the timer, the close, the link at the sign-in."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from desktop import keeping
from desktop.app import Desk
from desktop.backing import BackupsDialog
from desktop.operations import anchoring, backups, findings, offices, records
from desktop.preferences import Preferences
from desktop.signin.dialog import SignInDialog
from desktop.tasks import Tasks
from desktop.widgets import Button
from models.errors import WorldFault
from models.records import service
from models.store.office import Office
from models.store.values import Backup
from tests import builders
from tests.desktop import desk as driver


@pytest.fixture
def where(tmp_path: Path) -> Path:
    """A closed office with a case."""
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
    return tmp_path / "office.akashi"


def boxes(parent: QWidget) -> list[QMessageBox]:
    """The boxes that stand open."""
    return [box for box in parent.findChildren(QMessageBox) if box.isVisible()]


def kinds(where: Path) -> list[str]:
    """What the record says, newest first."""
    with builders.opened(where) as office:
        assert records.proven(office).ok
        return [each.kind for each in records.page(office, builders.AUDITOR, size=6) if each.kind != "checkpoint"]


def test_closing_the_desk_backs_up_what_changed(desk: Desk, where: Path) -> None:
    driver.sign_in(desk, str(where), "examiner1", builders.PASSWORD, builders.PASSPHRASE).close()
    desk.tasks.wait_for_writes()
    made = list(Path(f"{where}.backups").iterdir())
    assert len(made) == 1
    assert kinds(where)[0] == "backup_made"
    assert "signed_in" in kinds(made[0])


def test_back_up_in_the_file_menu_says_where_it_is(desk: Desk, where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = where.parent / "mine.akashi"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    window = driver.sign_in(desk, str(where), "examiner1", builders.PASSWORD, builders.PASSPHRASE)
    next(action for action in window.findChildren(QAction) if action.text() == "Back up…").trigger()
    driver.quiet(desk)
    (said,) = boxes(window)
    assert str(out) in said.text()
    said.close()
    next(action for action in window.findChildren(QAction) if action.text() == "Back up…").trigger()
    driver.quiet(desk)
    assert "ever overwritten" in boxes(window)[0].text()
    boxes(window)[0].close()
    window.close()
    desk.tasks.wait_for_writes()
    with builders.opened(where) as office:
        told = [each for each in records.page(office, builders.AUDITOR, size=9) if each.kind == "backup_made"]
    assert {each.who for each in told} == {"examiner1", "console"}


def test_the_timer_backs_up_and_tells_a_failure_once(
    tasks: Tasks, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.ready_case(office)
    window = QWidget()
    keeper = keeping.Keeper(tasks, office, "en", window)
    assert all(timer.isActive() for timer in keeper._timers)
    keeper.back_up()
    tasks.wait()
    assert len(list(backups.folder(office).iterdir())) == 1

    def full(*_: object) -> Backup:
        raise WorldFault("store.disk_full", where="x")

    monkeypatch.setattr(backups, "automatic", full)
    for _ in range(2):
        keeper.back_up()
        tasks.wait()
    assert len(window.findChildren(QMessageBox)) == 1
    assert "disk is full" in keeper.problem
    keeper.stop()
    for box in window.findChildren(QMessageBox):
        box.close()
    window.deleteLater()
    driver.turn()


def test_an_office_closes_though_its_backup_fails(where: Path, tmp_path: Path) -> None:
    office = builders.opened(where)
    blocked = tmp_path / "office.akashi.backups"
    blocked.write_text("no folder")
    keeping.close_safely(office)
    assert not where.with_name(where.name + "-wal").exists()


def shown(tasks: Tasks, where: Path) -> SignInDialog:
    """The sign-in window in front, the office open."""
    dialog = SignInDialog(tasks, Preferences(), "en", str(where), builders.PASSPHRASE)
    driver.in_front(dialog)
    tasks.wait()
    return dialog


def end(dialog: SignInDialog, tasks: Tasks) -> None:
    """Close it and let its jobs end."""
    tasks.wait()
    dialog.close()
    tasks.wait()
    dialog.deleteLater()
    driver.turn()


def test_restore_at_the_sign_in_asks_a_second_time_for_the_older(
    tasks: Tasks, where: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = where.parent / "b.akashi"
    with offices.open_(where, builders.PASSPHRASE) as office:
        backups.make(office, backup)
        file = builders.case_file(office)
        findings.record(office, builders.EXAMINER, builders.draft(file, file.criteria[0]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(backup), ""))
    dialog = shown(tasks, where)
    driver.find(dialog, Button, "restore").click()
    tasks.wait()
    (asked,) = boxes(dialog)
    assert "newer" in asked.text()
    assert kinds(where)[0] == "finding_recorded"
    driver.find(asked, QPushButton, "restore-older-go").click()
    tasks.wait()
    driver.wait_for(lambda: any(box.objectName() == "restore-told" for box in boxes(dialog)))
    told = next(box for box in boxes(dialog) if box.objectName() == "restore-told")
    assert "office.before-" in told.text()
    told.close()
    end(dialog, tasks)
    assert kinds(where)[0] == "restored"


def test_without_a_passphrase_restore_asks_for_it(tasks: Tasks, where: Path) -> None:
    dialog = SignInDialog(tasks, Preferences(), "en", str(where), "")
    driver.in_front(dialog)
    driver.find(dialog, Button, "restore").click()
    assert dialog.passphrase.isVisible()
    assert dialog.passphrase.input.hasFocus()
    end(dialog, tasks)


def test_how_backups_stand_is_seen_and_the_folder_chosen_by_who_looks_after_the_office(
    desk: Desk, where: Path, tmp_path: Path
) -> None:
    window = driver.sign_in(desk, str(where), "admin1", builders.PASSWORD, builders.PASSPHRASE)
    window.backup_wanted.emit(False)
    (dialog,) = window.findChildren(BackupsDialog)
    driver.quiet(desk)
    assert "no automatic backup yet" in dialog.state.text()
    dialog.set_folder(tmp_path / "elsewhere")
    driver.quiet(desk)
    assert str(tmp_path / "elsewhere") in dialog.where.text()
    dialog.now.click()
    driver.quiet(desk)
    driver.quiet(desk)
    assert "Nothing was done since" in dialog.state.text()
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1
    assert not dialog.drill.isEnabled()
    dialog.passphrase.setText("another one")
    dialog.rehearse()
    driver.quiet(desk)
    assert dialog.problem.text
    dialog.passphrase.setText(builders.PASSPHRASE)
    dialog.drill.click()
    driver.quiet(desk)
    assert "came back" in dialog.note.text
    dialog.close()
    window.close()
    desk.tasks.wait_for_writes()


def test_an_examiner_sees_how_backups_stand_and_changes_no_folder(desk: Desk, where: Path) -> None:
    window = driver.sign_in(desk, str(where), "examiner1", builders.PASSWORD, builders.PASSPHRASE)
    window.backup_wanted.emit(False)
    (dialog,) = window.findChildren(BackupsDialog)
    driver.quiet(desk)
    assert dialog.now.isEnabled()
    assert not dialog.choose.isEnabled()
    assert "administrator" in dialog.choose.accessibleDescription()
    dialog.close()
    window.close()
    desk.tasks.wait_for_writes()


def test_who_stops_working_leaves_nothing_without_an_anchor(tasks: Tasks, where: Path) -> None:
    with builders.opened(where) as office:
        keeper = keeping.Keeper(tasks, office, "en")
        for case in ("A-101", "A-102"):
            builders.ready_case(office, case)
        with office.read() as session:
            last = service.standing(session).seq
        assert last not in {each.seq for each in anchoring.read(office).anchors}
        keeper.anchor()
        assert tasks.wait(30_000)
        assert last in {each.seq for each in anchoring.read(office).anchors}
        keeper.stop()
