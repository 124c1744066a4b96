"""A document is missing: asked for, half of it comes, asked again, all of it is there, found, decided. On the real desk, and the
same from the command line in a copy of the office; both records hold and tell the same acts in the same order."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Desk, application
from desktop.casefile.history import lines
from desktop.casefile.panel import CaseView
from desktop.cli import main
from desktop.operations import decisions, records
from desktop.requests.askdialog import AskDialog
from desktop.requests.panel import RequestsTab
from desktop.requests.parts import Checks
from desktop.requests.replydialog import ReplyDialog
from desktop.theme import Scheme, Theme
from desktop.window import Window
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.requests.values import RequestState
from tests import builders
from tests.desktop import desk as driver
from tests.journeys.test_desk import ALT, CTRL, open_first_case, press, sign_in, write

NEEDS = "2024年度の納付がわかる資料を出してもらう。"
ACTS = [
    "finding_recorded", "request_sent", "request_answered", "request_sent", "request_answered", "finding_recorded",
    "proposed", "countersigned",
]  # fmt: skip


@pytest.fixture
def where(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """An office whose case has every finding but one."""
    office = builders.office(tmp_path)
    builders.ready_case(office, language="vi")
    file = builders.case_file(office)
    for each in file.criteria:
        if each.key != "pension":
            from desktop.operations import findings

            findings.record(office, builders.EXAMINER, builders.draft(file, each))
    office.close()
    place = tmp_path / "office.akashi"
    shutil.copyfile(place, tmp_path / "copy.akashi")
    yield place
    Theme(application(), Scheme.LIGHT).deleteLater()
    driver.turn()


def dialog_of(kind: type) -> object:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    assert len(found) == 1
    return found[0]


def tab_of(desk: Desk, view: CaseView) -> RequestsTab:
    view.tabs.choose("requests")
    view._chosen("requests")
    driver.quiet(desk)
    return view.requests


def tick(checks: Checks, *rows: int) -> None:
    """With the keyboard: the row, then Space."""
    checks.setFocus()
    for row in rows:
        checks.setCurrentRow(row)
        driver.turn()
        QTest.keyClick(checks, Qt.Key.Key_Space)
        driver.turn()


def need_documents(desk: Desk, view: CaseView) -> None:
    """Alt+3, which documents, Ctrl+Enter twice: committed, then confirmed."""
    view.criteria.go("pension")
    driver.turn()
    press(Qt.Key.Key_3, ALT)
    form = view.criteria.form
    assert form is not None
    for _ in range(4):
        if form.may_record:
            break
        press(Qt.Key.Key_Period, CTRL)
        write(NEEDS)
    assert form.may_record
    press(Qt.Key.Key_Return, CTRL)
    driver.quiet(desk)


def ask(desk: Desk, window: Window, view: CaseView) -> None:
    tab = tab_of(desk, view)
    tab.ask.click()
    driver.wait_for(lambda: any(isinstance(w, AskDialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
    dialog = dialog_of(AskDialog)
    assert isinstance(dialog, AskDialog)
    driver.in_front(dialog)
    assert NEEDS in dialog.form.chosen.values(), "what the finding says stands in the request"
    while len(dialog.form.chosen) > 2:
        tick(dialog.list, len(dialog.form.chosen) - 1)
    dialog.to.set_text("第3窓口")
    dialog.to.edited.emit()
    assert dialog.foot.primary.isEnabled(), dialog.foot.problem.text
    dialog.foot.primary.click()
    driver.quiet(desk)
    driver.in_front(window)


def take_in(desk: Desk, window: Window, view: CaseView, *rows: int) -> None:
    tab = tab_of(desk, view)
    tab.acts["answer"].click()
    driver.wait_for(lambda: any(isinstance(w, ReplyDialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
    dialog = dialog_of(ReplyDialog)
    assert isinstance(dialog, ReplyDialog)
    driver.in_front(dialog)
    tick(dialog.list, *rows)
    assert dialog.foot.primary.isEnabled(), dialog.foot.problem.text
    dialog.foot.primary.click()
    driver.quiet(desk)
    driver.in_front(window)


def ask_again(desk: Desk, window: Window, view: CaseView) -> None:
    tab_of(desk, view).acts["again"].click()
    driver.wait_for(lambda: any(isinstance(w, AskDialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
    dialog = dialog_of(AskDialog)
    assert isinstance(dialog, AskDialog)
    assert len(dialog.form.chosen) == 1
    dialog.foot.primary.click()
    driver.quiet(desk)
    driver.in_front(window)


def state_of(view: CaseView) -> State:
    file = view.work.file
    assert file is not None
    return file.case.state


def on_screen(where: Path) -> None:
    desk = driver.start("ja")
    try:
        window = sign_in(desk, where, builders.EXAMINER.login)
        view = open_first_case(desk, window)
        need_documents(desk, view)
        ask(desk, window, view)
        driver.wait_for(lambda: state_of(view) is State.WAITING)
        driver.quiet(desk)
        take_in(desk, window, view, 0)
        driver.wait_for(lambda: state_of(view) is State.EXAMINING)
        driver.quiet(desk)
        ask_again(desk, window, view)
        driver.wait_for(lambda: state_of(view) is State.WAITING)
        driver.quiet(desk)
        take_in(desk, window, view, 0)
        driver.wait_for(lambda: state_of(view) is State.EXAMINING)
        driver.quiet(desk)
        assert view.work.file is not None
        assert [each.state for each in view.work.file.requests] == [RequestState.FOLLOWED, RequestState.ANSWERED]
    finally:
        driver.close(desk)


def decide(office_file: Path) -> CaseFile:
    """The rest is walked on the screen by the first journey; here it must come to a decision that holds."""
    with builders.opened(office_file) as office:
        file = builders.case_file(office)
        pension = file.framework.criterion("pension")
        from desktop.operations import findings

        findings.record(office, builders.EXAMINER, builders.draft(file, pension, FindingState.NOT_MET))
        decisions.propose(office, builders.EXAMINER, "A-001", Outcome.REFUSE, "年金の納付の遅れを重く見る。")
        decisions.sign(office, builders.SUPERVISOR, "A-001")
        assert records.verify(office).ok
        return builders.case_file(office)


def by_command_line(
    copy: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)

    def run(*words: str) -> dict[str, object]:
        capsys.readouterr()
        status = main([*words, "--office", str(copy), "--as", builders.EXAMINER.login, "--json"])
        said = capsys.readouterr()
        assert status == 0, said.err
        found: dict[str, object] = json.loads(said.out)
        return found

    needed = {"criterion": "pension", "finding": "needs_documents", "reasons": [{"text": NEEDS}]}
    told = folder / "needs.json"
    told.write_text(json.dumps({"cases": [{"case": "A-001", "findings": [needed]}]}), encoding="utf-8")
    run("assess", str(told))
    prepared = run("request", "prepare", "A-001")
    items = prepared["items"]
    assert isinstance(items, list)
    names = [f"{each['criterion']}/{each['key']}" for each in items][:2]
    chosen = [word for name in names for word in ("--document", name)]
    run("request", "send", "A-001", *chosen, "--send-to", "第3窓口")
    assert run("case", "show", "A-001")["state"] == "waiting"
    assert run("request", "reply", "A-001", "1", "--came", "1")["state"] == "part"
    run("request", "send", "A-001", "--follows", "1")
    assert run("request", "reply", "A-001", "2", "--all")["state"] == "answered"
    paper = folder / "paper.pdf"
    run("request", "paper", "A-001", "1", "--out", str(paper))
    assert paper.read_bytes().startswith(b"%PDF")


def acts(file: CaseFile) -> list[str]:
    return [each.kind for each in file.events if each.kind in ACTS][-len(ACTS) :]


def test_a_missing_document_from_request_to_decision(
    where: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_screen(where)
    file = decide(where)
    assert acts(file) == ACTS
    by_command_line(tmp_path / "copy.akashi", tmp_path, monkeypatch, capsys)
    other = decide(tmp_path / "copy.akashi")
    assert acts(other) == ACTS
    assert [each.items[0].key for each in file.requests] == [each.items[0].key for each in other.requests]
    for lang in ("ja", "en"):
        told = [line.text for line in lines(file, lang)]
        assert all(told)
        assert not any("request_" in text or "{" in text for text in told)
