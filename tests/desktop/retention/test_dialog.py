"""Retention on screen: a hold, a proposal, its approval by the other supervisor only, after the list was read."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shiboken6

from desktop.casefile.header import CaseHeader
from desktop.context import Context
from desktop.operations import records, retention
from desktop.retention import form
from desktop.retention.dialog import BATCHES, GONE, RetentionDialog
from desktop.retention.form import Chosen
from models.cases import service as cases
from models.cases.values import ClosedAs
from models.people.values import Actor
from models.records.values import Verification
from models.retention.values import Batch, Show, Tombstone
from models.store.clock import fixed
from models.store.office import Office
from tests import builders
from tests.builders import ADMIN, AUDITOR, EXAMINER, SUPERVISOR, SUPERVISOR2
from tests.desktop import desk as driver

Open = Callable[[Actor], RetentionDialog]
AT = datetime(2031, 5, 1, 3, tzinfo=UTC)


@pytest.fixture
def ended(office: Office) -> Office:
    for case in ("A-001", "A-002"):
        builders.ready_case(office, f"W-{case}")
        with office.begin() as session:
            cases.take(session, EXAMINER, f"W-{case}")
            cases.close(session, EXAMINER, f"W-{case}", ClosedAs.WITHDRAWN, "取下げ")
    office.clock = fixed(AT)
    return office


@pytest.fixture
def open_dialog(ended: Office, context_of: Callable[[Actor], Context]) -> Iterator[Open]:
    shown: list[RetentionDialog] = []

    def made(actor: Actor) -> RetentionDialog:
        dialog = RetentionDialog(context_of(actor))
        shown.append(dialog)
        dialog.show()
        driver.wait_for(dialog.cases.table.rowCount)
        return dialog

    yield made
    for dialog in filter(shiboken6.isValid, shown):
        dialog._context.tasks.wait()
        dialog.close()
    driver.turn()


def test_two_people_dispose_on_screen(ended: Office, open_dialog: Open) -> None:
    dialog = open_dialog(SUPERVISOR)
    pane = dialog.cases
    assert pane.table.rowCount() == 2
    pane.why.setText("訴訟")
    assert pane.hold.isEnabled()
    pane.hold_case()
    driver.wait_for(lambda: not pane.held.isHidden())
    assert SUPERVISOR.name in pane.held.text(), "people go by their names"
    pane.all.click()
    assert [each.case for each in pane.chosen.ticked] == ["W-A-002"]
    pane.propose_ticked()
    driver.wait_for(lambda: dialog.batches.batch is not None)
    assert not dialog.batches.read_it.isEnabled()
    assert not dialog.batches.approve.isEnabled()
    assert "Another" in dialog.batches.problem.text or "another" in dialog.batches.problem.text

    other = open_dialog(SUPERVISOR2)
    other.go(BATCHES)
    driver.wait_for(lambda: other.batches.batch is not None)
    assert not other.batches.approve.isEnabled()
    other.batches.read_it.setChecked(True)
    assert other.batches.approve.isEnabled()
    other.batches.approve_batch()
    driver.confirm(other.batches, builders.PASSWORD)
    driver.wait_for(lambda: bool(other.batches.batch and other.batches.batch.approved_by))
    other.go(GONE)
    driver.wait_for(other.gone.table.rowCount)
    assert [each.case for each in retention.listing(ended, AUDITOR)] == ["W-A-001"]


def test_saves_go_on_while_the_record_is_walked(
    ended: Office, open_dialog: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = retention.propose(ended, ADMIN, ["W-A-001"])
    saved, waited, verify = threading.Event(), list[bool](), records.verify

    def slow(office: Office, progress: retention.Progress | None = None) -> Verification:
        waited.append(saved.wait(5))
        return verify(office, progress)

    monkeypatch.setattr(records, "verify", slow)
    pane = open_dialog(SUPERVISOR).batches
    pane.dispose(batch, SUPERVISOR)
    pane._context.tasks.run(saved.set)
    driver.wait_for(lambda: bool(retention.tombstones(ended, AUDITOR)))
    assert waited == [True]


def test_closing_during_the_walk_is_asked_and_then_stops_it(
    ended: Office, open_dialog: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = retention.propose(ended, ADMIN, ["W-A-001"])
    go_on, verify = threading.Event(), records.verify

    def slow(office: Office, progress: retention.Progress | None = None) -> Verification:
        go_on.wait(5)
        return verify(office, progress)

    monkeypatch.setattr(records, "verify", slow)
    dialog = open_dialog(SUPERVISOR)
    dialog.batches.dispose(batch, SUPERVISOR)
    dialog.reject()
    assert dialog.isVisible()
    assert "Close again" in dialog.problem.text
    tasks = dialog._context.tasks
    dialog.close()
    assert not dialog.isVisible()
    go_on.set()
    assert tasks.wait()
    assert retention.batch(ended, AUDITOR, batch.number).open
    assert retention.tombstones(ended, AUDITOR) == ()


def test_closing_once_lets_the_approval_go_on(ended: Office, open_dialog: Open) -> None:
    batch = retention.propose(ended, ADMIN, ["W-A-001"])
    dialog = open_dialog(SUPERVISOR)
    dialog.batches.dispose(batch, SUPERVISOR)
    assert not dialog.close()
    dialog._context.tasks.wait()
    assert retention.tombstones(ended, AUDITOR)
    assert dialog.problem.text == ""
    assert not dialog.batches.busy


def test_a_proposal_is_declined_with_a_reason_and_a_start_is_noted(ended: Office, open_dialog: Open) -> None:
    batch = retention.propose(ended, ADMIN, ["W-A-001"])
    dialog = open_dialog(SUPERVISOR)
    dialog.go(BATCHES)
    driver.wait_for(lambda: dialog.batches.batch is not None)
    assert not dialog.batches.decline.isEnabled()
    dialog.batches.why.setText("まだ早い")
    dialog.batches.decline_batch()
    driver.wait_for(lambda: not retention.batch(ended, AUDITOR, batch.number).open)
    pane = dialog.cases
    pane.why.setText("出国の記録")
    pane.day.setText("2030-12-31")
    assert pane.note.isEnabled()
    pane.note_start()
    driver.wait_for(lambda: not pane.day.text())
    pane.show_.setCurrentIndex(pane.show_.place_of(Show.HELD))
    driver.wait_for(lambda: pane.table.rowCount() == 0)


def test_others_read_and_change_nothing(open_dialog: Open) -> None:
    dialog = open_dialog(AUDITOR)
    assert dialog.cases.own.isHidden()
    assert dialog.cases.all.isHidden()
    late = retention.Holding(Path("auto.akashi"), AT, datetime(2031, 5, 8, 16, tzinfo=UTC))
    assert "9 May 2031" in dialog.gone._copy(late), "the day in Japan"
    day = AT.date()
    stone = Tombstone(
        "D-1", 9, "extension", "u", "lapsed", day, day, "no_class", day, day, "admin1", "supervisor1", day
    )
    for number, cut in ((200, False), (201, True)):
        dialog.gone._learn(((stone,) * number, (), None, {"admin1": "A Person"}))
        assert dialog.gone.problem.text == ""
        assert (dialog.gone.table.rowCount(), not dialog.gone.more.isHidden()) == (200, cut)
    texts = [dialog.gone.table.item(0, at).text() for at in (5, 6)]  # type: ignore[union-attr]  # just filled
    assert texts == ["A Person", "supervisor1"], "who is not known any more goes by the login"
    dialog.gone._learn(((stone,), (), Path("disposals.jsonl"), {}))
    assert "disposals.jsonl" in dialog.gone.problem.text


def test_the_form_says_why_not() -> None:
    batch = Batch(1, "", "supervisor1", AT, (), "")
    assert form.against_approving(None, SUPERVISOR, True) is not None
    assert form.against_approving(batch, SUPERVISOR, True) is not None
    assert form.against_approving(batch, ADMIN, True) is not None
    assert form.against_approving(batch, SUPERVISOR2, False) is not None
    assert form.against_approving(batch, SUPERVISOR2, True) is None
    assert form.may_decline(batch, SUPERVISOR, "why")
    assert not form.may_decline(batch, ADMIN, "why")
    assert not Chosen(None, (), "why", "no day", date(2031, 5, 1)).can_note()


def test_the_header_of_a_case_says_how_long_it_is_kept_and_what_holds_it_back(ended: Office) -> None:
    header = CaseHeader("en")
    header.show_case(builders.case_file(ended, "W-A-001"))
    assert header.left.text() == "Kept: Withdrawn or lapsed; may go from 1 Apr 2030"
    retention.hold(ended, SUPERVISOR, "W-A-001", "suit")
    header.show_case(builders.case_file(ended, "W-A-001"))
    assert (header.left.text(), header.left.toolTip()) == ("Held back from disposal", "suit")
    header.deleteLater()


def test_a_second_click_does_nothing_and_an_error_goes_with_the_next_act(ended: Office, open_dialog: Open) -> None:
    dialog = open_dialog(SUPERVISOR)
    pane = dialog.cases
    heard: list[object] = []
    pane.failed.connect(heard.append)
    dialog.problem.show_problem("of before")
    pane.why.setText("訴訟")
    pane.hold.click()
    pane.hold_case()
    assert not pane.hold.isEnabled()
    assert dialog.problem.isHidden()
    driver.wait_for(lambda: not pane.held.isHidden())
    assert heard == []
    pane.why.setText("終わり")
    assert pane.lift.isEnabled()
