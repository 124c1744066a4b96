"""The calibration screen: a supervisor draws, an examiner reads blind and locks, the rounds move on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.calibration.drawdialog import DrawDialog
from desktop.calibration.form import ReadingForm
from desktop.calibration.panel import CalibrationView
from desktop.context import Context
from desktop.operations import calibration, offices, sample
from models.calibration.values import Asked
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.people import service as people
from models.people.values import Actor
from models.store.office import Office
from tests.desktop import desk as driver


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample office."""
    where = tmp_path_factory.mktemp("calibration") / "office.akashi"
    sample.make(where, "sample", 60, 1, letters=0).close()
    return where


@pytest.fixture
def sampled(made: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Office]:
    """A copy of it, open."""
    where = tmp_path / "copy.akashi"
    where.write_bytes(made.read_bytes())
    with offices.open_(where, "sample") as office:
        yield office


@pytest.fixture
def seated(sampled: Office, context_of: Callable[[Actor], Context]) -> Callable[[str], CalibrationView]:
    """Opens the screen for a person."""
    from dataclasses import replace

    def sit(login: str) -> CalibrationView:
        with sampled.read() as session:
            actor = people.actor(session, login)
        view = CalibrationView(replace(context_of(actor), office=sampled))
        view.resize(1300, 780)
        view.show()
        view.shown()
        settle(view)
        return view

    return sit


def settle(view: CalibrationView) -> None:
    """Until nothing is under way."""
    for _ in range(3):
        driver.turn(0.02)
        assert view._context.tasks.wait(60_000)
    driver.turn(0.02)


def leave(view: CalibrationView) -> None:
    view.close()
    view.deleteLater()
    driver.turn()


def test_a_round_from_the_draw_to_the_lock(sampled: Office, seated: Callable[[str], CalibrationView]) -> None:
    view = seated("supervisor1")
    assert view.waiting.isHidden()
    view.draw.click()
    dialog = view.findChild(DrawDialog)
    assert dialog is not None
    dialog.size_.setText("x")
    assert not dialog.go.isEnabled()
    dialog.size_.setText("4")
    dialog.go.click()
    settle(view)
    assert view.rounds.rowCount() == 1
    leave(view)

    reader = next(f"examiner{n}" for n in range(1, 5) if waits(sampled, f"examiner{n}"))
    view = seated(reader)
    assert view.draw.isHidden()
    before = view.waiting.rowCount()
    assert before
    assert view.count() == str(before)
    pane = view.reading
    assert pane.form is not None
    assert not pane.record.isEnabled()
    first = pane.form.seen.criteria[0].key
    pane.asked[first]._buttons["not_met"].click()
    pane.show_case(pane.form.seen)
    assert pane.asked[first].value() == "not_met"
    for key, choice in pane.asked.items():
        choice._buttons["grant" if key == "outcome" else "met"].click()
    assert pane.record.isEnabled()
    pane.record.click()
    settle(view)
    assert view.waiting.rowCount() == before - 1
    assert calibration.rounds(sampled)[0].given == 1
    leave(view)


def waits(office: Office, login: str) -> bool:
    with office.read() as session:
        actor = people.actor(session, login)
    return bool(calibration.to_read(office, actor))


def test_a_refusal_of_the_draw_is_told_in_the_dialog(seated: Callable[[str], CalibrationView]) -> None:
    view = seated("supervisor1")
    view.ask_to_draw()
    dialog = view.findChild(DrawDialog)
    assert dialog is not None
    dialog.each.setCurrentIndex(3)
    dialog.go.click()
    settle(view)
    assert "read by at least 5 people" in dialog.field.problem.text
    dialog.reject()
    leave(view)


def test_nothing_waits(seated: Callable[[str], CalibrationView]) -> None:
    view = seated("examiner1")
    assert view.count() == ""
    assert view.pane.currentWidget() is not view.reading
    leave(view)


def test_the_form_counts_what_is_open(sampled: Office) -> None:
    with sampled.read() as session:
        supervisor = people.actor(session, "supervisor1")
    calibration.draw(sampled, supervisor, Asked(2, 1))
    login = next(f"examiner{n}" for n in range(1, 5) if waits(sampled, f"examiner{n}"))
    with sampled.read() as session:
        actor = people.actor(session, login)
    seen = calibration.open_(sampled, actor, calibration.to_read(sampled, actor)[0])
    form = ReadingForm(seen)
    assert (form.open, form.touched) == (len(seen.criteria) + 1, False)
    for each in seen.criteria:
        form = form.answered(each.key, FindingState.MET)
    assert form.open == 1
    form = form.decided(Outcome.GRANT)
    assert (form.open, form.reading().outcome) == (0, Outcome.GRANT)
