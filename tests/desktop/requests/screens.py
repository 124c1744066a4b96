"""Documents asked for, replies, interviews and inquiries of a case."""

from desktop.casefile.mending import Mending
from desktop.casefile.panel import CaseView
from desktop.queue.panel import QueueView
from models.requests.values import RequestKind
from tests.desktop.stage import Screen, Shots, Stage

ANSWERED_IN_PART, SURVEY_PLANNED = "-00018", "-00058"
"""Cases of the sample office, in examiner1's hands (operations/invented/between)."""


def requests(stage: Stage) -> Shots:
    """The tab of an own case in hand, and its dialogs."""
    queue = stage.place(QueueView)
    row = next(each for each in queue.model.rows if each.group in ("returned", "examining"))
    view = _requests_of(stage, row.id)
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


def under_way(stage: Stage) -> Shots:
    """A request answered in part: its paper, what came. A survey that is planned: what came of it."""
    queue = stage.place(QueueView)
    ids = [each.id for each in queue.model.rows]
    view = _requests_of(stage, next(each for each in ids if each.endswith(ANSWERED_IN_PART)))
    yield "request-waiting", stage.window
    view.requests.acts["paper"].click()
    stage.settle(0.6)
    yield "request-paper", stage.dialog("paper-dialog")
    stage.close_dialogs()
    view.requests.acts["answer"].click()
    stage.settle(0.3)
    yield "request-reply", stage.dialog("reply-dialog")
    stage.close_dialogs()
    view = _requests_of(stage, next(each for each in ids if each.endswith(SURVEY_PLANNED)))
    view.requests.acts["finish"].click()
    stage.settle(0.3)
    yield "inquiry-outcome", stage.dialog("outcome-dialog")
    stage.close_dialogs()


def _requests_of(stage: Stage, case: str) -> CaseView:
    """The tab of a case."""
    stage.window.show_case(case)
    stage.settle(0.6)
    view = stage.window.front
    assert isinstance(view, CaseView)
    view.tabs.choose("requests")
    view._chosen("requests")
    stage.settle(0.4)
    return view


SCREENS = (Screen(requests, "examiner1"), Screen(under_way, "examiner1"))
