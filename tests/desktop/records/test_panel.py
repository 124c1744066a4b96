"""The record's view on a real office."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.context import Context
from desktop.records import form
from desktop.records.model import Column
from desktop.records.panel import RecordsView
from desktop.tasks import Tasks
from models.people.values import Actor
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


def test_the_content_is_told_whole() -> None:
    lines = form.plain_lines({"a": 1, "b": {"c": "名", "d": [1, {"e": None}]}, "f": []})
    assert lines == (
        "a: 1",
        "b",
        "\u3000c: 名",
        "\u3000d",
        "\u3000\u30001.: 1",
        "\u3000\u30002.",
        "\u3000\u3000\u3000e: —",
        "f: []",
    )
