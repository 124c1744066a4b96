"""When another version governs a case: the queue says so, the case says what is touched, and moving it is one recorded step."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.casefile.version import VersionBanner
from desktop.context import Context
from desktop.operations import cases, drafting
from desktop.tasks import Tasks
from models.cases.values import QueueFilter, QueueView
from models.frameworks import editing
from models.frameworks.values import FrameworkRef
from models.people.values import Actor
from models.store.clock import fixed
from models.store.office import Office
from tests import builders
from tests.desktop.desk import turn

START = date(2026, 9, 1)


@pytest.fixture
def changed(office: Office) -> Office:
    """A case examined whole; then another version of the question on pensions came into force."""
    builders.ready_case(office)
    builders.find_all(office)
    draft = drafting.begin(office, builders.RULE_KEEPER, FrameworkRef("permanent_residence", "2026-02-24"))
    text = editing.put(draft.text, ("version",), "2026-09-01")
    text = editing.put(text, ("criteria", "pension", "question", "ja"), "別の問い")
    drafting.save(office, builders.RULE_KEEPER, draft.draft.id, text, 1)
    drafting.propose(office, builders.RULE_KEEPER, draft.draft.id, START)
    drafting.publish(office, builders.SUPERVISOR, draft.draft.id)
    return office


def banner(qtbot: QtBot, context: Context, tasks: Tasks) -> VersionBanner:
    made = VersionBanner(context)
    qtbot.addWidget(made)
    made.show_case(cases.gather(context.office, "A-001"))
    assert tasks.wait()
    turn(0.02)
    return made


def steps(office: Office) -> set[str]:
    rows = cases.page(office, builders.EXAMINER, QueueFilter(QueueView.ALL)).rows
    return {each.next_step.code for each in rows}


def test_before_its_day_nothing_is_said(
    qtbot: QtBot, changed: Office, context_of: Callable[[Actor], Context], tasks: Tasks
) -> None:
    assert banner(qtbot, context_of(builders.EXAMINER), tasks).isHidden()
    assert "cases.next_other_version" not in steps(changed)


def test_from_its_day_the_case_says_what_is_touched_and_is_moved(
    qtbot: QtBot, changed: Office, context_of: Callable[[Actor], Context], tasks: Tasks
) -> None:
    changed.clock = fixed(datetime(2026, 9, 1, 3, 0, tzinfo=UTC))
    assert steps(changed) == {"cases.next_other_version"}
    shown = banner(qtbot, context_of(builders.EXAMINER), tasks)
    assert not shown.isHidden()
    assert "Public pension" in shown.words.text()
    dialog = shown.ask()
    assert dialog is not None
    dialog.words.setPlainText("in force")
    dialog.go()
    assert tasks.wait()
    turn(0.02)
    moved = cases.gather(changed, "A-001")
    assert moved.framework.version == "2026-09-01"
    assert moved.events[-1].kind == "framework_moved"
    shown.show_case(moved)
    assert shown.isHidden()
    assert "cases.next_other_version" not in steps(changed)


def test_who_only_reads_does_not_move_it(
    qtbot: QtBot, changed: Office, context_of: Callable[[Actor], Context], tasks: Tasks
) -> None:
    changed.clock = fixed(datetime(2026, 9, 1, 3, 0, tzinfo=UTC))
    assert banner(qtbot, context_of(builders.AUDITOR), tasks).button.isHidden()
