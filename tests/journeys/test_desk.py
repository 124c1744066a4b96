"""The whole job on the real desk, by keyboard alone: sign in, find, propose; the other person signs and issues the letter.

Afterwards the same is done from the command line in a copy of the office, and the two records must agree.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Desk, application
from desktop.casefile.panel import CaseView
from desktop.cli import main
from desktop.operations import offices, records
from desktop.theme import Scheme, Theme
from desktop.window import Window
from models.casefile.values import CaseFile
from models.cases.values import State
from models.records.values import Event
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
UNMET = "pension"
WORDS = "納期限と納付日を確かめた。"
UNASKED = "本人が同じ記録を出している。"
WEIGHING = "年金の納付の遅れを重く見る。収入、納税、在留は良好である。"
ACTS = ("finding_recorded", "proposed", "countersigned", "issued")


@pytest.fixture
def where(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """An office file with one case that nobody has yet."""
    office = builders.office(tmp_path)
    builders.ready_case(office)
    place = tmp_path / "office.akashi"
    office.close()
    shutil.copyfile(place, tmp_path / "copy.akashi")
    yield place
    Theme(application(), Scheme.LIGHT).deleteLater()
    driver.turn()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """A key to whatever has the keyboard."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    QTest.keyClick(target, key, modifier)
    driver.turn()


def write(text: str) -> None:
    """A text to whatever has the keyboard: key by key where a key makes it, as an input method commits it otherwise."""
    target = QApplication.focusWidget()
    assert target is not None
    if text.isascii():
        QTest.keyClicks(target, text)
    else:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QCoreApplication.sendEvent(target, event)
    driver.turn()


def sign_in(desk: Desk, where: Path, login: str) -> Window:
    """Login, Tab, password, Enter."""
    opened: list[Window] = []
    desk.window_opened.connect(opened.append)
    dialog = desk.sign_in(str(where), builders.PASSPHRASE)
    driver.in_front(dialog)
    assert dialog.login.hasFocus(), "the first field has the keyboard"
    write(login)
    press(Qt.Key.Key_Tab)
    write(builders.PASSWORD)
    driver.wait_for(dialog.go.isEnabled)
    press(Qt.Key.Key_Return)
    driver.wait_for(lambda: opened)
    driver.quiet(desk)
    driver.in_front(opened[0])
    return opened[0]


def case_in_front(desk: Desk, window: Window) -> CaseView:
    driver.wait_for(lambda: isinstance(window.front, CaseView))
    driver.quiet(desk)
    view = window.front
    assert isinstance(view, CaseView)
    return view


def open_first_case(desk: Desk, window: Window) -> CaseView:
    """Enter on the first case of the queue; an examiner with none takes the next with Ctrl+N."""
    driver.quiet(desk)
    focus = QApplication.focusWidget()
    if window.findChildren(QWidget, "empty-action") and any(
        w.isVisible() for w in window.findChildren(QWidget, "empty-action")
    ):
        QTest.keyClick(focus or window, Qt.Key.Key_N, CTRL)
    else:
        QTest.keyClick(focus or window, Qt.Key.Key_Return)
    return case_in_front(desk, window)


def find_one(desk: Desk, view: CaseView) -> None:
    """One criterion: cite the first fact, choose, go from problem to problem, commit, next."""
    key = view.criteria.key
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_2 if key == UNMET else Qt.Key.Key_1, ALT)
    form = view.criteria.form
    assert form is not None
    for _ in range(4):
        if form.may_record:
            break
        press(Qt.Key.Key_Period, CTRL)
        if QApplication.focusWidget() is view.criteria.sheet.boxes[0].code:
            press(Qt.Key.Key_Down)
        else:
            write(WORDS)
    assert form.may_record, [problem.text("en") for problem in form.problems()]
    press(Qt.Key.Key_Return, CTRL)
    driver.quiet(desk, 0)
    assert form.folded
    press(Qt.Key.Key_Space)
    driver.quiet(desk, 0)


def examine(desk: Desk, where: Path) -> None:
    """The examiner's part, to the proposal."""
    window = sign_in(desk, where, builders.EXAMINER.login)
    view = open_first_case(desk, window)
    for _ in view.work.file.criteria if view.work.file else ():
        find_one(desk, view)
    press(Qt.Key.Key_P, CTRL | SHIFT)
    driver.quiet(desk)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    write(WEIGHING)
    say_why_unasked(desk, window, view)
    driver.wait_for(view.check.footer.primary.isEnabled)
    press(Qt.Key.Key_Return, CTRL)
    driver.quiet(desk)
    assert view.work.file is not None
    assert view.work.file.case.state is State.PROPOSED


def say_why_unasked(desk: Desk, window: Window, view: CaseView) -> None:
    """The late month came from another institution, and nobody put it to the applicant: the desk stops until it is said why."""
    driver.wait_for(view.check.blocks.isVisible)
    assert not view.check.footer.primary.isEnabled()
    press(Qt.Key.Key_Period, CTRL)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    driver.wait_for(lambda: QApplication.activeWindow() is not window)
    driver.turn(0.05)
    write(UNASKED)
    press(Qt.Key.Key_Return, CTRL)
    driver.quiet(desk)
    driver.in_front(window)


def decide(desk: Desk, where: Path) -> None:
    """The supervisor's part: read the letter, sign with the password, issue."""
    window = sign_in(desk, where, builders.SUPERVISOR.login)
    view = open_first_case(desk, window)
    for _act in ("sign", "issue"):
        driver.wait_for(lambda: view.decision.isVisible() and view.decision.footer.sign.isEnabled())
        driver.turn(0.3)  # as a person's finger does: what was read is on the screen first
        press(Qt.Key.Key_Return, CTRL)
        driver.wait_for(lambda: QApplication.activeWindow() is not window)
        driver.turn(0.05)
        write(builders.PASSWORD)
        press(Qt.Key.Key_Return)
        driver.quiet(desk, 1)
        driver.in_front(window)
    assert view.work.file is not None
    assert view.work.file.case.state is State.ISSUED, view.decision.footer.words.text()


def on_screen(where: Path) -> None:
    """Two people, each at their own desk."""
    for part in (examine, decide):
        desk = driver.start("ja")
        try:
            part(desk, where)
        finally:
            driver.close(desk)


def by_command_line(copy: Path, file: CaseFile, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same findings, in the same order, as commands."""
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    ordered = sorted(file.findings, key=lambda each: each.seq)
    told = [
        {
            "criterion": each.criterion,
            "finding": each.finding.value,
            "reasons": [
                {"code": r.code, "facts": list(r.facts), "evidence": list(r.evidence), "text": r.text}
                for r in each.reasons
            ],
            **({"unasked": UNASKED} if each.criterion == UNMET else {}),
        }
        for each in ordered
    ]
    sheet = folder / "assess.json"
    sheet.write_text(json.dumps({"cases": [{"case": "A-001", "findings": told}]}), encoding="utf-8")
    examiner, supervisor = builders.EXAMINER.login, builders.SUPERVISOR.login
    commands = [
        ["assess", str(sheet), "--as", examiner],
        ["propose", "A-001", "--outcome", "refuse", "--weighing", WEIGHING, "--as", examiner],
        ["countersign", "A-001", "--as", supervisor],
        ["issue", "A-001", "--out", str(folder / "letters"), "--as", supervisor],
    ]
    for command in commands:
        assert main([*command, "--office", str(copy), "--json"]) == 0, command


def acts(office: Office) -> tuple[Event, ...]:
    """What was done to the case, without who merely looked or took it."""
    return tuple(each for each in builders.case_file(office).events if each.kind in ACTS)


def plain(event: Event) -> dict[str, object]:
    """What an act wrote, without the digests and the signature, which hold the moment it was written."""
    return {key: value for key, value in event.content.items() if key not in ("letters", "rows", "signature")}


def test_from_sign_in_to_issued_letter_by_keyboard_and_the_command_line_says_the_same(
    where: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_screen(where)
    with offices.open_(where, builders.PASSPHRASE) as office:
        file, screen = builders.case_file(office), acts(office)
        assert records.verify(office).ok
    by_command_line(tmp_path / "copy.akashi", file, tmp_path, monkeypatch)
    with offices.open_(tmp_path / "copy.akashi", builders.PASSPHRASE) as office:
        typed = acts(office)
        assert records.verify(office).ok
    assert [event.kind for event in screen] == [event.kind for event in typed]
    assert [event.who for event in screen] == [event.who for event in typed]
    assert [plain(event) for event in screen] == [plain(event) for event in typed]
    assert len(screen) == len(file.criteria) + 3
