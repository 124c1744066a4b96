"""Documents asked for, replies, interviews and inquiries of a case."""

from desktop.casefile.mending import Mending
from desktop.casefile.panel import CaseView
from desktop.queue.panel import QueueView
from models.requests.values import RequestKind
from tests.desktop.stage import Screen, Shots, Stage


def requests(stage: Stage) -> Shots:
    """The tab of an own case in hand, and its dialogs."""
    queue = stage.place(QueueView)
    row = next(each for each in queue.model.rows if each.group in ("returned", "examining"))
    stage.window.show_case(row.id)
    stage.settle(0.6)
    view = stage.window.front
    assert isinstance(view, CaseView)
    view.tabs.choose("requests")
    view._chosen("requests")
    stage.settle(0.4)
    yield "requests", stage.window
    page = view.requests
    page._prepare(RequestKind.DOCUMENTS)
    stage.settle(0.4)
    yield "request-ask", stage.dialog("ask-dialog")
    stage.close_dialogs()
    page._plan()
    yield "inquiry-plan", stage.dialog("plan-dialog")
    stage.close_dialogs()
    file = view._file
    assert file is not None
    Mending(stage.window._context, page).do("unasked", file.criteria[0].key, file)
    stage.settle(0.3)
    yield "request-unasked", stage.dialog("unasked-dialog")
    stage.close_dialogs()


SCREENS = (Screen(requests, "examiner1"),)
