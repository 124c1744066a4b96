"""Course and people of a case, section by section, and a dialog of its acts."""

from desktop.casefile.panel import CaseView
from desktop.queue.panel import QueueView
from desktop.turns import tables
from models.cases.turns.values import TurnKind
from tests.desktop.stage import Screen, Shots, Stage

OF_A_FAMILY = "-00026"
"""A case of the sample office that changed hands, with its family (operations/invented/kin)."""


def course(stage: Stage) -> Shots:
    """The tab of an own case in hand."""
    queue = stage.place(QueueView)
    row = next(each for each in queue.model.rows if each.id.endswith(OF_A_FAMILY))
    stage.window.show_case(row.id)
    stage.settle(0.6)
    view = stage.window.front
    assert isinstance(view, CaseView)
    view.tabs.choose("turns")
    view._chosen("turns")
    stage.settle(0.4)
    for section in tables.SECTIONS:
        view.turns.choose(section)
        stage.settle(0.1)
        yield f"turns-{section}", stage.window
    view.turns.acts.ask_turn(TurnKind.LAPSED)
    yield "turns-lapsed", stage.dialog("act-dialog")
    stage.close_dialogs()
    view.turns.acts.ask_representative()
    yield "turns-representative", stage.dialog("act-dialog")
    stage.close_dialogs()


SCREENS = (Screen(course, "examiner1"),)
