"""Own filters: kept under a name with their counts, chosen again, renamed, deleted; each person has theirs."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.context import Context
from desktop.preferences import Preferences
from desktop.queue.own import KEY, OwnFilters
from desktop.queue.panel import QueueView
from desktop.tasks import Tasks
from models.cases.values import Kind, QueueFilter
from models.cases.values import QueueView as Saved
from models.people.values import Actor, Role
from models.store.office import Office
from tests import builders
from tests.desktop.desk import in_front, turn

ContextOf = Callable[[Actor], Context]
FLT = QueueFilter(Saved.ALL, "王", Kind.PERMANENT_RESIDENCE, "general", 14)


def settle(tasks: Tasks) -> None:
    """Until nothing is under way."""
    for _ in range(3):
        turn(0.08)
        assert tasks.wait()


def test_a_filter_is_kept_without_what_was_searched_for() -> None:
    preferences = Preferences()
    own = OwnFilters(preferences, Role.EXAMINER)
    own.keep(" 急ぎ ", FLT)
    (kept,) = OwnFilters(preferences, Role.EXAMINER).all
    assert kept.name == "急ぎ"
    assert kept.filter == QueueFilter(Saved.ALL, "", Kind.PERMANENT_RESIDENCE, "general", 14)
    assert "王" not in str(preferences.get(KEY))


def test_names_are_unique_and_renaming_keeps_the_place() -> None:
    own = OwnFilters(Preferences(), Role.EXAMINER)
    for name in ("a", "b", "c"):
        own.keep(name, FLT)
    own.rename("b", "x")
    assert [each.name for each in own.all] == ["a", "x", "c"]
    own.rename("c", "a")
    assert [each.name for each in own.all] == ["x", "a"]
    own.delete("x")
    assert [each.name for each in own.all] == ["a"]


@pytest.mark.parametrize("kept", ["?", [1, {"name": ""}], {"a": 1}])
def test_damage_is_left_out(kept: object) -> None:
    preferences = Preferences()
    preferences.put(KEY, kept)
    assert OwnFilters(preferences, Role.EXAMINER).all == ()


def test_people_have_filters_of_their_own() -> None:
    store = Preferences()
    OwnFilters(store.of("examiner1"), Role.EXAMINER).keep("a", FLT)
    assert OwnFilters(store.of("examiner2"), Role.EXAMINER).all == ()


def test_kept_chosen_renamed_and_deleted_on_the_screen(
    qtbot: QtBot, context_of: ContextOf, office: Office, tasks: Tasks
) -> None:
    builders.ready_case(office, "B-001", route="general")
    builders.ready_case(office, "B-002", route="spouse")
    view = QueueView(context_of(builders.EXAMINER))
    qtbot.addWidget(view)
    view.resize(1400, 800)
    in_front(view)
    view.nav.choose(Saved.ALL.value, announce=True)
    view.filters.route.setCurrentIndex(view.filters.route.place_of("spouse"))
    settle(tasks)
    dialog = view.own.keep(view._filter)
    assert not dialog.keep.isEnabled()
    dialog.edit.setText("配偶者")
    dialog.keep.click()
    settle(tasks)
    item = next(each for each in view.nav.items if each.text == "配偶者")
    assert item.right == "1"
    assert view.nav.key() == item.key
    view.nav.choose(Saved.ALL.value, announce=True)
    view.filters.clear()
    settle(tasks)
    assert len(view.model.rows) == 2
    view.nav.choose(item.key, announce=True)
    settle(tasks)
    assert [row.id for row in view.model.rows] == ["B-002"]
    assert view.filters.route.currentData() == "spouse"
    keep, rename, delete = view.menu("view")
    assert keep.isEnabled()
    assert rename.isEnabled()
    again = view.own.rename(view.own.find(item.key))  # type: ignore[arg-type]  # it was just chosen
    again.edit.setText("家族")
    again.keep.click()
    settle(tasks)
    assert view.nav.key() == "own:家族"
    delete.trigger()
    settle(tasks)
    assert not [each for each in view.nav.items if each.key.startswith("own:")]
    assert not delete.isEnabled()
