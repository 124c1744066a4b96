"""The record, as the auditor reads it."""

from desktop.records.panel import RecordsView
from tests.desktop.stage import Screen, Shots, Stage


def record(stage: Stage) -> Shots:
    """A proposal is chosen."""
    view = stage.place(RecordsView)
    found = (at for at, event in enumerate(view.model.events) if event.kind == "proposed")
    view.table.selectRow(next(found, 0))
    stage.settle()
    yield "records", stage.window


SCREENS = (Screen(record, "auditor1"),)
