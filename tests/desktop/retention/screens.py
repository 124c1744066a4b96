"""Retention from the record: the ended cases, one held back, a proposal read by a second person, and what stays."""

from dataclasses import replace
from unittest import mock

from desktop.records.panel import RecordsView
from desktop.retention.dialog import BATCHES, GONE, RetentionDialog
from models.retention import rules
from models.retention.values import RetentionClass
from tests.desktop.stage import Screen, Shots, Stage


def opened(stage: Stage) -> RetentionDialog:
    stage.place(RecordsView).retention.click()
    stage.settle(0.5)
    dialog = stage.dialog("retention-dialog")
    assert isinstance(dialog, RetentionDialog)
    return dialog


def proposing(stage: Stage) -> Shots:
    """The sample's cases ended a short while ago: to propose any, their years are over at once."""
    dialog = opened(stage)
    yield "retention", dialog
    dialog.cases.why.setText("国家賠償請求の訴えがあったため")
    dialog.cases.hold_case()
    stage.settle(0.5)
    yield "retention-held", dialog
    with mock.patch.object(rules, "classes", return_value=at_once()):
        dialog.cases.read()
        stage.settle(0.5)
        dialog.cases.all.click()
        dialog.cases.propose_ticked()
        stage.settle(0.6)
        yield "retention-proposed", dialog


def approving(stage: Stage) -> Shots:
    """The other supervisor reads the list. It is not approved here: the next tour's copy of the office would dispose again."""
    dialog = opened(stage)
    dialog.go(BATCHES)
    stage.settle(0.5)
    dialog.batches.read_it.setChecked(True)
    yield "retention-approve", dialog
    dialog.go(GONE)
    stage.settle(0.5)
    yield "retention-gone", dialog


def at_once() -> tuple[RetentionClass, ...]:
    """The classes without years."""
    found = tuple(each for tables in rules.shelf().values() for each in tables)
    return tuple(replace(each, years=0, next_fiscal_year=False, number=True) for each in found)


SCREENS = (Screen(proposing, "supervisor1"), Screen(approving, "supervisor2"))
