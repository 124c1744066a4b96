"""Rounds of blind readings: a supervisor's place and the drawing of a round; an examiner's place with nothing to read."""

from desktop.calibration.panel import CalibrationView
from tests.desktop.stage import Screen, Shots, Stage


def rounds(stage: Stage) -> Shots:
    """The place, then how many cases, of which kind."""
    view = stage.place(CalibrationView)
    yield "calibration", stage.window
    view.ask_to_draw()
    yield "calibration-draw", stage.dialog("draw-dialog")
    stage.close_dialogs()


def reading(stage: Stage) -> Shots:
    """What waits for a reader."""
    stage.place(CalibrationView)
    yield "calibration-nothing", stage.window


SCREENS = (Screen(rounds, "supervisor1"), Screen(reading, "examiner1"))
