"""The supervisor's board and its dialogs."""

from desktop.board.panel import BoardView
from tests.desktop.stage import Screen, Shots, Stage


def board(stage: Stage) -> Shots:
    """The place, cases being given, an absence, everything handed over."""
    view = stage.place(BoardView)
    stage.settle(0.4)
    yield "board", stage.window
    view.show_list("all")
    view.cases.selectAll()
    view.ask_give(view.people.login())
    yield "board-give", stage.dialog("act-dialog")
    stage.close_dialogs()
    view.closed.click()
    stage.settle(0.3)
    yield "closing-days", stage.dialog("closings-dialog")
    stage.close_dialogs()
    view.ask_absence()
    yield "board-absence", stage.dialog("act-dialog")
    stage.close_dialogs()


SCREENS = (Screen(board, "supervisor1"),)
