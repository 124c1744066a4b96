"""A test that fails half-way leaves its window, its threads and its office: the next one finds none of them."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from desktop.operations import offices
from desktop.tasks import Tasks
from tests import builders
from tests.desktop import desk as driver
from tests.leftovers import Leftovers


def test_what_a_failed_test_left_is_gone_and_the_next_closes_in_peace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing the window in the later test crashed the process, and with it every test that was still to come."""
    office = builders.office(tmp_path)
    office.close()
    desk = driver.start("en")
    with Leftovers(monkeypatch).taken_away(failed=lambda: True):
        left = driver.start("en")
        window = left.sign_in(str(tmp_path / "office.akashi"), builders.PASSPHRASE)
        driver.turn()
        tasks, opened = Tasks(), offices.open_(str(tmp_path / "office.akashi"), builders.PASSPHRASE)
        opened.counts()
    assert not any(map(shiboken6.isValid, (left, window)))
    assert "sign-in" not in {each.objectName() for each in QApplication.topLevelWidgets()}
    with pytest.raises(RuntimeError, match="shutdown"):
        tasks.read(lambda: None)
    assert opened._writer.pool.checkedin() == 0, "the office's connections are closed"  # type: ignore[attr-defined]  # its pool counts
    assert shiboken6.isValid(desk)
    driver.close(desk)


def test_a_test_that_passed_loses_its_windows_only(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its office and its threads it has closed itself, or a fixture of the whole module keeps them."""
    before = QWidget()
    with Leftovers(monkeypatch).taken_away(failed=lambda: False):
        window, tasks, office = QWidget(), Tasks(), builders.office(tmp_path)
    assert shiboken6.isValid(before)
    assert not shiboken6.isValid(window)
    seen: list[int] = []
    tasks.read(lambda: len(office.counts()), seen.append)
    tasks.wait()
    tasks.close()
    office.close()
    assert len(seen) == 1
