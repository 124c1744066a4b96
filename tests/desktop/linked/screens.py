"""The place of linked institutions with its dialogs, and the attestations of a case."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop.casefile.panel import CaseView
from desktop.linked.panel import LinkedView
from desktop.queue.panel import QueueView
from models.attestations.values import Attestation
from models.casefile.values import CaseFile
from models.evidence.values import End
from tests.desktop.stage import Screen, Shots, Stage


def linked(stage: Stage) -> Shots:
    """What would go to a municipality, and what is asked before it goes."""
    view = stage.place(LinkedView)
    view.institution.setCurrentIndex(view.institution.findData("pension"))
    day = stage.office.clock.today()
    view.first.setText((day - timedelta(days=360)).isoformat())
    view.last.setText(day.isoformat())
    stage.settle(0.3)
    yield "linked", stage.window
    assert view.parcel is not None
    view.ask_send()
    yield "linked-send", stage.dialog("act-dialog")
    stage.close_dialogs()


def switch(stage: Stage) -> Shots:
    """An administrator lets the office take attestations."""
    view = stage.place(LinkedView)
    stage.settle(0.3)
    view.ask_turn()
    yield "attestations-switch", stage.dialog("act-dialog")
    stage.close_dialogs()


def attested(stage: Stage) -> Shots:
    """The attestations beside the evidence of a case, as if there were two; one being taken in, one whose consent ends."""
    queue = stage.place(QueueView)
    stage.window.show_case(queue.model.rows[0].id)
    stage.settle(0.6)
    view = stage.window.front
    assert isinstance(view, CaseView)
    view.tabs.choose("evidence")
    view._chosen("evidence")
    stage.settle(0.3)
    box = view.evidence.attested
    file = view.work.file
    assert file is not None
    box.show_file(replace(file, takes_attestations=True, attestations=_two(file)))
    yield "attested", stage.window
    dialog = box.ask("employer")
    assert dialog is not None
    dialog.tick(file.criteria[0].key)
    yield "attestation", dialog
    stage.close_dialogs()
    box.ask_withdraw()
    yield "attestation-withdrawn", stage.dialog("act-dialog")
    stage.close_dialogs()


def _two(file: CaseFile) -> tuple[Attestation, Attestation]:
    day, keys = file.seen_on, tuple(each.key for each in file.criteria[1:3])
    said = (("employed_since", "2019-04-01"), ("annual_pay", "4200000"), ("premiums_withheld", "yes"))
    first = Attestation(
        file.case.id, "E98", "employer", "株式会社みどり", day, day + timedelta(days=90), "収入があることを示すため", keys, day,
        "同意書", said, "", "examiner1", datetime(2026, 11, 20, tzinfo=UTC),
    )  # fmt: skip
    lease = (("tenant_since", "2020-05-01"), ("rent_in_arrears", "no"))
    other = replace(
        first, evidence="E99", kind="landlord", name="青葉不動産", said=lease, withdrawn_on=day, end=End.WITHDRAWN
    )
    return first, other


SCREENS = (Screen(linked, "supervisor1"), Screen(switch, "admin1"), Screen(attested, "examiner1"))
