"""The desk's turns with real widgets, and the same from the command line in a copy of the office: a family of which one ends
otherwise; a transfer while the case waits; a withdrawal; a court's remand and the second decision; an absence handed over. Both
records hold, and tell the same acts in the same order."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from desktop.app import Desk, application
from desktop.board.panel import BoardView
from desktop.casefile.history import lines
from desktop.casefile.panel import CaseView
from desktop.cli import main
from desktop.operations import cases, decisions, letters, records
from desktop.theme import Scheme, Theme
from desktop.turns.actdialog import ActDialog
from desktop.turns.panel import TurnsTab
from desktop.widgets import Combo, LineEdit, TextEditor
from desktop.window import Window
from models.cases.values import ClosedAs, State, WaitingFor
from models.decisions.values import Outcome
from models.store.clock import fixed
from tests import builders
from tests.desktop import desk as driver

OTHER_UNIT = "横浜"
FAMILY = ("F-001", "F-002", "F-003", "F-004")
WHY = "本人だけが国民年金を7か月滞納しており、他の家族に滞納はない。"
CASES = ("W-001", "D-001", "C-001")
LATER = datetime(2026, 9, 1, 3, tzinfo=UTC)


@pytest.fixture
def where(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """A family of four of which three are proposed to be granted, a case that waits, one to be withdrawn, one refused, and three
    in an examiner's hands."""
    office = builders.office(tmp_path)
    for at, case in enumerate(FAMILY):
        builders.ready_case(office, case, household="H-1", name=f"家族 {at}")
        builders.find_all(office, case=case, not_met=["pension"] if at == 3 else [])
        if at < 3:
            decisions.propose(office, builders.EXAMINER, case, Outcome.GRANT, "全体として。")
    for case in CASES:
        builders.ready_case(office, case, name=case)
        builders.find_all(office, case=case, not_met=["pension"])
    builders.ready_case(office, "Y-001", unit=OTHER_UNIT)
    cases.wait(office, builders.EXAMINER, "W-001", WaitingFor.SURVEY)
    decisions.propose(office, builders.EXAMINER, "C-001", Outcome.REFUSE, WHY)
    decisions.countersign(office, builders.SUPERVISOR2, "C-001")
    letters.issue(office, builders.EXAMINER, "C-001", languages=("ja",))
    builders.many_cases(office, 3)
    for n in range(3):
        cases.take(office, builders.EXAMINER2, f"B-0000{n}")
    office.close()
    place = tmp_path / "office.akashi"
    shutil.copyfile(place, tmp_path / "copy.akashi")
    yield place
    Theme(application(), Scheme.LIGHT).deleteLater()
    driver.turn()


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk and the command line live on the day of the tests."""
    from desktop.operations import offices

    real = offices.open_
    monkeypatch.setattr(
        offices, "open_", lambda where, key, clock=None, *rest: real(where, key, clock or fixed(LATER), *rest)
    )


def sign_in(desk: Desk, where: Path, login: str) -> Window:
    return driver.sign_in(desk, str(where), login, builders.PASSWORD, builders.PASSPHRASE)


def tab_of(desk: Desk, window: Window, case: str, section: str) -> TurnsTab:
    window.show_case(case)
    driver.quiet(desk, 0.5)
    view = window.front
    assert isinstance(view, CaseView)
    view.tabs.choose("turns")
    view._chosen("turns")
    driver.quiet(desk)
    view.turns.choose(section)
    return view.turns


def fill(desk: Desk, **values: str) -> None:
    """Fill the act dialog in front in and press its button."""
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ActDialog) and each.isVisible()]
    for name, value in values.items():
        made = dialog.inputs[name]
        if isinstance(made, Combo):
            made.setCurrentIndex(made.place_of(value))
        elif isinstance(made, TextEditor):
            made.setPlainText(value)
        elif isinstance(made, LineEdit):
            made.setText(value)
    driver.turn()
    assert dialog.foot.primary.isEnabled(), dialog.foot.problem.accessibleName()
    dialog.foot.primary.click()
    driver.quiet(desk)
    assert not shiboken6.isValid(dialog)
    driver.quiet(desk)


def act(desk: Desk, tab: TurnsTab, name: str, **values: str) -> None:
    tab.buttons[name].click()
    driver.turn()
    fill(desk, **values)


def on_the_desk(where: Path) -> None:
    desk = driver.start()
    window = sign_in(desk, where, "examiner1")
    tab = tab_of(desk, window, FAMILY[3], "family")
    assert [each.cells[0] for each in tab._rows if each.heavy][:1] == ["公的年金の保険料"]
    for other in FAMILY[:3]:
        act(desk, tab, "distinguish", outcome="refuse", other=other, text=WHY)
    act(desk, tab_of(desk, window, "D-001", "course"), "withdrawn", why="本人の申出。")
    left: list[str] = []
    window.left.connect(left.append)
    window.sign_out()
    driver.wait_for(lambda: left)
    window = sign_in(desk, where, "supervisor1")
    act(desk, tab_of(desk, window, "W-001", "course"), "transferred", to=OTHER_UNIT, why="転居した。", note="調査中。")
    back = {
        "ground": "court",
        "court": "東京地方裁判所",
        "court_case": "令和8年（行ウ）第1号",
        "why": "判決が確定した。",
    }
    act(desk, tab_of(desk, window, "C-001", "course"), "reopened", **back)
    board = next(each for each in window.views if isinstance(each, BoardView))
    window.tabs.setCurrentIndex(window.stack.indexOf(board))
    board.refresh()
    driver.quiet(desk)
    board.people.setCurrentIndex(board.people.model().index(1, 0))
    assert board.people.login() == "examiner2"
    board.away.click()
    fill(desk, why="休暇")
    board.people.setCurrentIndex(board.people.model().index(1, 0))
    board.over.click()
    driver.quiet(desk)
    fill(desk, why="不在のため", **{f"note:B-0000{n}": f"申し送り{n}" for n in range(3)})
    driver.close(desk)


def on_the_line(where: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str, who: str) -> dict[str, object]:
        capsys.readouterr()
        assert main([*words, "--office", str(where), "--as", who, "--json"]) == 0, words
        said: dict[str, object] = json.loads(capsys.readouterr().out)
        return said

    for other in FAMILY[:3]:
        run(
            "household",
            "distinguish",
            FAMILY[3],
            "--from",
            other,
            "--outcome",
            "refuse",
            "--text",
            WHY,
            who="examiner1",
        )
    run("case", "withdraw", "D-001", "--why", "本人の申出。", who="examiner1")
    run("case", "transfer", "W-001", "--to", OTHER_UNIT, "--why", "転居した。", "--note", "調査中。", who="supervisor1")
    court = ["--ground", "court", "--court", "東京地方裁判所", "--court-case", "令和8年（行ウ）第1号"]
    run("case", "reopen", "C-001", *court, "--why", "判決が確定した。", who="supervisor1")
    run("absence", "add", "examiner2", "--from", "2026-09-01", "--why", "休暇", who="supervisor1")
    notes = [word for n in range(3) for word in ("--note", f"B-0000{n}=申し送り{n}")]
    run("absence", "hand-over", "examiner2", "--why", "不在のため", *notes, who="supervisor1")


def check(where: Path) -> list[tuple[str | None, str]]:
    """What is so afterwards; the acts in their order."""
    office = builders.opened(where, fixed(LATER))
    waits, withdrawn, back = (builders.case_file(office, case) for case in CASES)
    assert (waits.case.unit, waits.case.state, waits.case.assigned_to) == (OTHER_UNIT, State.WAITING, None)
    assert waits.holds
    assert (withdrawn.case.state, withdrawn.case.closed_as) == (State.CLOSED, ClosedAs.WITHDRAWN)
    assert back.case.state is State.EXAMINING
    told = [each.text for each in lines(back, "ja")]
    assert told[0] == "審査を再開：裁判所による取消し"
    for n in range(3):
        handed = builders.case_file(office, f"B-0000{n}")
        assert handed.case.assigned_to == "examiner1"
        assert f"申し送り{n}" in lines(handed, "ja")[0].more
    decisions.propose(office, builders.EXAMINER, FAMILY[3], Outcome.REFUSE, WHY)
    builders.find_all(office, case="C-001")
    decisions.propose(office, builders.EXAMINER, "C-001", Outcome.GRANT, "判決に従う。")
    decisions.countersign(office, builders.SUPERVISOR, "C-001")
    letters.issue(office, builders.EXAMINER, "C-001", languages=("ja",))
    assert len(builders.case_file(office, "C-001").rounds) == 2
    assert records.verify(office).ok
    events = records.page(office, builders.AUDITOR, size=400)
    acts = [(each.case, each.kind) for each in reversed(events)]
    office.close()
    return [
        each
        for each in acts
        if each[1] not in ("viewed", "signed_in", "key_made", "refused", "backup_made", "checkpoint", "like_cases_seen")
    ]


def test_on_the_desk_and_from_the_command_line(
    where: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    on_the_desk(where)
    on_the_line(tmp_path / "copy.akashi", capsys)
    assert check(where) == check(tmp_path / "copy.akashi")
