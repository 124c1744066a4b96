"""The consistency of the office's decisions, as a supervisor reads it: too few to judge; charts; tables."""

from datetime import UTC, datetime

from desktop.changes import Changes
from desktop.consistency.panel import ConsistencyView
from desktop.context import Context
from models.store.clock import fixed
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.operations import consistency_office
from tests.desktop.stage import Screen, Shots, Stage

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def few(stage: Stage) -> Shots:
    """The sample office has decided too little for a figure."""
    stage.place(ConsistencyView)
    yield "consistency-few", stage.window


def many(stage: Stage) -> Shots:
    """400 decisions of twelve people: charts, then the figures under them."""
    office = builders.office(stage.folder, name="decided.akashi", clock=fixed(NOW))
    consistency_office.decide(office)
    view = _view(stage, office)
    yield "consistency", view
    for pane in view.panes:
        pane.turn()
    driver.turn(0.1)
    yield "consistency-tables", view
    for pane in view.panes:
        pane.turn()
    view.look_up()
    yield "look-up", stage.dialog("look-up-dialog")
    stage.close_dialogs()
    view.propose_yearly()
    yield "yearly-account", stage.dialog("yearly-dialog")
    stage.close_dialogs()
    view.deleteLater()
    driver.turn()
    office.close()


def _view(stage: Stage, office: Office) -> ConsistencyView:
    desk = stage.desk
    view = ConsistencyView(
        Context(office, builders.SUPERVISOR, desk.tasks, Changes(desk.tasks), desk.theme, stage.lang)
    )
    view.resize(*stage.size)
    view.show()
    view.shown()
    stage.settle(0.5)
    return view


SCREENS = (Screen(few, "supervisor1"), Screen(many, "supervisor1"))
