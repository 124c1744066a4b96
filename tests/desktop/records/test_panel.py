"""The record's view on a real office."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.context import Context
from desktop.operations import cases, frameworks
from desktop.records.model import Column
from desktop.records.panel import RecordsView
from desktop.records.words import Teller
from desktop.tasks import Tasks
from models.people.values import Actor
from models.records.values import Event
from models.store.office import Office
from tests import builders
from tests.desktop.desk import in_front, turn


@pytest.fixture
def shown(qtbot: QtBot, context_of: Callable[[Actor], Context], tasks: Tasks) -> Callable[[Actor], RecordsView]:
    """The record as a person sees it."""

    def made(actor: Actor) -> RecordsView:
        view = RecordsView(context_of(actor))
        qtbot.addWidget(view)
        view.resize(1400, 800)
        in_front(view)
        view.shown()
        assert tasks.wait()
        turn(0.02)
        return view

    return made


def test_every_act_stands_there_newest_first(shown: Callable[[Actor], RecordsView], office: Office) -> None:
    builders.ready_case(office)
    view = shown(builders.AUDITOR)
    seqs = [event.seq for event in view.model.events]
    assert seqs == sorted(seqs, reverse=True)
    assert seqs[-1] == 1
    last = view.model.rowCount() - 1
    assert view.model.index(last, Column.ACT).data() == "Office created"
    spoken = view.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(seqs[0]) in spoken


def test_it_narrows_to_a_case(shown: Callable[[Actor], RecordsView], office: Office, tasks: Tasks) -> None:
    builders.ready_case(office)
    view = shown(builders.AUDITOR)
    QTest.keyClicks(view.filter, "A-001")
    turn(0.4)
    assert tasks.wait()
    assert {event.case for event in view.model.events} == {"A-001"}


def test_narrowed_to_a_case_it_says_who_saw_it(
    shown: Callable[[Actor], RecordsView], office: Office, tasks: Tasks
) -> None:
    builders.ready_case(office)
    cases.open_case(office, builders.EXAMINER, "A-001")
    view = shown(builders.AUDITOR)
    assert not view.seen.isVisible()
    QTest.keyClicks(view.filter, "A-001")
    turn(0.4)
    assert tasks.wait()
    turn(0.02)
    assert view.seen.isVisible()
    assert "佐藤 花子" in view.seen.words.text()
    view.filter.clear()
    turn(0.4)
    assert tasks.wait()
    assert not view.seen.isVisible()


def test_an_auditor_verifies_and_the_window_hears(shown: Callable[[Actor], RecordsView], tasks: Tasks) -> None:
    view = shown(builders.AUDITOR)
    heard: list[object] = []
    view.verified.connect(heard.append)
    view.primary()
    assert view.verify.accessibleName() == "Cancel"
    assert tasks.wait()
    assert len(heard) == 1
    assert "nothing amiss" in view.health.text()
    assert view.verify.accessibleName() == "Verify the record"


def test_an_examiner_reads_but_does_not_verify(shown: Callable[[Actor], RecordsView]) -> None:
    view = shown(builders.EXAMINER)
    assert not view.verify.isVisible()
    assert view.model.rowCount() > 0
    view.primary()
    assert view._verifying is None


def test_enter_opens_the_case_of_an_event(shown: Callable[[Actor], RecordsView], office: Office) -> None:
    builders.ready_case(office)
    view = shown(builders.AUDITOR)
    opened: list[str] = []
    view.open_case.connect(opened.append)
    row = next(i for i, event in enumerate(view.model.events) if event.case)
    view.table.selectRow(row)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    view.open_button.click()
    assert opened == ["A-001", "A-001"]


def event(kind: str, **content: object) -> Event:
    return Event(1, datetime(2026, 11, 2, tzinfo=UTC), "examiner1", kind, "A-001", content, "ab")


def test_an_event_is_told_in_the_readers_words_and_whole() -> None:
    teller = Teller("en")
    teller.names, teller.titles = {"examiner2": "Ito Jun"}, frameworks.titles()
    recorded = event(
        "finding_recorded",
        criterion="pension",
        finding="not_met",
        cited=[["F33", "pension.late", "2"], ["F99", "no.such.fact", "1"]],
        reasons=[{"code": "P-02", "facts": ["F33"], "evidence": [], "text": "Late."}],
        rows={"case:A-001": "0f"},
    )
    assert teller.told(recorded) == f"{frameworks.titles()['', 'pension'].in_('en')}\u3000Not met"
    lines = teller.lines(recorded)
    assert "Finding: Not met" in lines
    assert any(line.startswith("Criterion: ") and "pension" in line.lower() for line in lines)
    assert "\u3000\u3000Reason code: P-02" in lines
    assert "\u3000F99\u3000no.such.fact\u30001" in lines
    assert lines[-2:] == ("Rows written, with check values", "\u3000case:A-001: 0f")
    assert teller.told(event("taken", to="examiner2", before=None)) == "Ito Jun"
    assert teller.lines(event("signed_in", role="auditor")) == ("Role: Auditor",)
    back = event("returned", comment="Look again", criteria=[["japanese", "Which test?"]])
    assert any("Which test?" in line and "japanese" not in line.split() for line in teller.lines(back))


def test_what_a_newer_program_wrote_is_shown_as_it_is() -> None:
    teller = Teller("en")
    unknown = event("something_new", finding="perhaps", shape={"a": [1, 2], "b": None})
    assert teller.lines(unknown) == ("Finding: perhaps", "shape", "\u3000a: 1, 2", "\u3000b: —")
    assert teller.told(unknown) == "perhaps"
