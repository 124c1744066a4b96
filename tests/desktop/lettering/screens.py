"""A letter worded beside its findings, sentence by sentence."""

from desktop.casefile.panel import CaseView
from desktop.queue.panel import QueueView
from tests.desktop.stage import Screen, Shots, Stage


def lettering(stage: Stage) -> Shots:
    """The letter of an own case, under a refusal where nothing is proposed."""
    queue = stage.place(QueueView)
    row = next(each for each in queue.model.rows if each.group in ("returned", "examining"))
    stage.window.show_case(row.id)
    stage.settle(0.6)
    view = stage.window.front
    assert isinstance(view, CaseView)
    view.tabs.choose("letter")
    view._chosen("letter")
    stage.settle(0.8)
    view.letter.toggle_wording()
    stage.settle(0.8)
    yield "lettering", stage.window
    view.letter.toggle_wording()


SCREENS = (Screen(lettering, "examiner1"),)
