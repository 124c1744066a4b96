"""A supervisor's path: sign in, open Consistency, read points, export; propose a release, the other supervisor makes it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Desk, application
from desktop.cli import main
from desktop.consistency.panel import ConsistencyView
from desktop.consistency.waiting import ask_release
from desktop.operations import offices, records
from desktop.theme import Scheme, Theme
from desktop.window import Window
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.operations import consistency_office


@pytest.fixture
def where(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """An office file with 400 decisions."""
    office = builders.office(tmp_path)
    consistency_office.decide(office)
    office.close()
    yield tmp_path / "office.akashi"
    Theme(application(), Scheme.LIGHT).deleteLater()
    driver.turn()


def place(window: Window) -> ConsistencyView:
    """The consistency tab, in front and read."""
    view = next(each for each in window.views if isinstance(each, ConsistencyView))
    window.tabs.setCurrentIndex(window.views.index(view))
    return view


def signed_in(where: Path, login: str) -> tuple[Desk, Window]:
    """A desk of its own for a person."""
    desk = driver.start("ja")
    return desk, driver.sign_in(desk, str(where), login, builders.PASSWORD, builders.PASSPHRASE)


def test_a_supervisor_reads_and_two_release(where: Path, tmp_path: Path) -> None:
    desk, window = signed_in(where, builders.SUPERVISOR.login)
    view = place(window)
    driver.quiet(desk)
    assert "12人" in view.lead.text()
    assert window.windowTitle().startswith("一貫性")
    view.funnel.chart.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(view.funnel.chart, key)
    assert view.funnel.chart.reading is not None
    assert view.look.title.text() == view.funnel.chart.reading.code
    view.export_to(tmp_path / "paper")
    view.propose()
    driver.quiet(desk)
    assert (tmp_path / "paper" / "report.xlsx").is_file()
    assert not view.waiting.sign.isEnabled()
    driver.close(desk)

    desk, window = signed_in(where, builders.SUPERVISOR2.login)
    view = place(window)
    driver.quiet(desk)
    assert view.waiting.sign.isEnabled()
    ask_release(view._context, view._proposed, lambda actor: view.sign_to(actor, tmp_path / "release"), view)
    driver.confirm(view, builders.PASSWORD)
    driver.quiet(desk)
    driver.close(desk)
    read = json.loads((tmp_path / "release" / "report.json").read_text(encoding="utf-8"))
    assert read["report"]["product"] == "release"
    with offices.open_(where, builders.PASSPHRASE) as office:
        kinds = [event.kind for event in records.page(office, builders.AUDITOR, size=50)]
    assert {"report.made", "report.release_proposed", "report.released"} <= set(kinds)


def test_an_examiner_has_no_such_place(where: Path) -> None:
    desk, window = signed_in(where, builders.EXAMINER.login)
    assert not [view for view in window.views if isinstance(view, ConsistencyView)]
    driver.close(desk)


def test_the_command_line_gives_the_same_figures(
    where: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    command = ["report", "consistency", "--office", str(where), "--as", builders.SUPERVISOR.login, "--json"]
    period = ["--from", "2026-04-01", "--to", "2026-09-30", "--out", str(tmp_path / "o"), "--formats", "json"]
    assert main([*command, *period]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["population"]["decisions"] == 400
    assert data["report"]["source"] == "office"
    wrong = ["report", "consistency", "--office", str(where), "--as", builders.EXAMINER.login, *period]
    assert main(wrong) == 2
    assert main([*command[:-1], *period, "--protection", "off"]) == 2
