"""The people of the office, and the three dialogs about one."""

from desktop.people.panel import PeopleView
from tests.desktop.stage import Screen, Shots, Stage


def people(stage: Stage) -> Shots:
    """The table; a new person, a change, another password."""
    view = stage.place(PeopleView)
    yield "people", stage.window
    for name, act in (
        ("person-new", view.add),
        ("person-change", view.change),
        ("person-password", view.reset_password),
    ):
        act()
        dialog = stage.dialog("person-dialog")
        yield name, dialog
        dialog.close()


SCREENS = (Screen(people, "admin1"),)
