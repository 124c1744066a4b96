"""Who decides what: the table in force, and a version being drafted."""

from desktop.authority.panel import AuthorityView
from tests.desktop.stage import Screen, Shots, Stage


def authority(stage: Stage) -> Shots:
    """The place, then the dialog."""
    view = stage.place(AuthorityView)
    stage.settle(0.3)
    yield "authority", stage.window
    view.ask()
    yield "authority-draft", stage.dialog("draft-rules-dialog")


SCREENS = (Screen(authority, "supervisor1"),)
