"""The table of due days: a year before it is kept with what it would touch, and a file whose rows are refused."""

from desktop.duedates.dialog import DueDatesDialog
from desktop.frameworks.panel import FrameworksView
from tests.desktop.stage import Screen, Shots, Stage


def table(stage: Stage) -> Shots:
    """Open it from the rules, change a day, look at the effect; then import a table with faults."""
    view = stage.place(FrameworksView)
    view.due_days.click()
    stage.settle(0.5)
    dialog = stage.dialog("due-dates-dialog")
    assert isinstance(dialog, DueDatesDialog)
    yield "due-days", dialog
    dialog.pane.days.setPlainText(dialog.pane.days.text.replace("-25", "-26"))
    dialog.preview()
    stage.settle(0.5)
    yield "due-days-effect", dialog
    wrong = stage.folder / "days.csv"
    head = "municipality,duty,fiscal_year,instalment,due_on,source\n"
    wrong.write_text(head + "倉敷市,resident_tax,2026,1,2025-01-01,広報\n,x,1,1,?,\n", encoding="utf-8")
    dialog.take_file(wrong)
    stage.settle(0.5)
    yield "due-days-refused", dialog
    stage.close_dialogs()


SCREENS = (Screen(table, "rules1"),)
