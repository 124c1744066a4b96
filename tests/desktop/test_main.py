"""The program as a person starts it: one process, from sign-in to the last window closed."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from desktop import cli
from tests import builders

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop import app

def signed_in(window):
    QTimer.singleShot(300, lambda: QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier))

def watch():
    for widget in QApplication.topLevelWidgets():
        if widget.objectName() == "sign-in" and widget.isVisible():
            if {sign_in}:
                widget.login.setText("examiner1")
                widget.password.edit.setText({password!r})
                widget.submit()
            else:
                QTest.keyClick(widget, Qt.Key.Key_Escape)
                return
        if widget.objectName() == "desk" and widget.isVisible():
            return signed_in(widget)
    QTimer.singleShot(200, watch)

plain = app.application
def application():
    made = plain()
    QTimer.singleShot(200, watch)
    return made
app.application = application
sys.exit(app.main({office!r}, "en"))
"""


@pytest.mark.parametrize("sign_in", [True, False], ids=["signed in, Ctrl+Q", "Esc at sign-in"])
def test_the_program_ends_when_its_window_is_closed(tmp_path: Path, sign_in: bool) -> None:
    builders.office(tmp_path).close()
    office = tmp_path / "office.akashi"
    env = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path), "PYTHONPATH": str(ROOT),
        "AKASHI_PASSPHRASE": builders.PASSPHRASE,
    }  # fmt: skip
    script = SCRIPT.format(sign_in=sign_in, password=builders.PASSWORD, office=str(office))
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    left = [path.name for path in tmp_path.iterdir() if path.name.startswith("office") and path.is_file()]
    assert left == ["office.akashi"], "one file when closed; its backups lie in a folder of their own"


@pytest.mark.parametrize("line", [[], ["--office", "a.akashi", "--lang", "en"], ["self-test", "--first-paint"]])
def test_the_desk_does_not_wait_for_the_parser_of_all_commands(
    line: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> NoReturn:
        raise AssertionError("the parser was asked")

    monkeypatch.setattr("desktop.cli.parser.parse", never)
    monkeypatch.setattr("desktop.app.main", lambda *_: 7)
    monkeypatch.setattr("desktop.selftest.first_paint", lambda: 0.5)
    assert cli.main(line) == (7 if "self-test" not in line else 0)
