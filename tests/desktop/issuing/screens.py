"""Letters that wait, the log of a delivery, and the letterhead."""

from PySide6.QtCore import QCoreApplication

from desktop.confirming import Asked, ConfirmDialog
from desktop.issuing.correction import CorrectionDialog
from desktop.issuing.delivery import DeliveryDialog
from desktop.issuing.letterheads import LetterheadView
from desktop.issuing.panel import IssuingView
from desktop.operations import cases, deliveries, letters
from models.cases.values import State
from models.people.values import CONSOLE
from tests.desktop.stage import Screen, Shots, Stage


def asked() -> Asked:
    """Three letters at once."""
    tr = QCoreApplication.translate
    return Asked(
        letters.ISSUE,
        tr("IssuingView", "Issue {n} letters").format(n=3),
        tr("IssuingView", "Issue"),
        dict,
        tr("IssuingView", "Bound to what was countersigned: {cases}").format(cases="A-00012, A-00017, A-00020"),
    )


def issuing(stage: Stage) -> Shots:
    """What waits; what was written down of a letter that went out."""
    stage.place(IssuingView)
    yield "letters", stage.window
    dialog_ = ConfirmDialog(stage.window._context, asked(), stage.window)
    dialog_.open()
    yield "confirm", dialog_
    dialog_.close()
    office = stage.office
    case = next((each.id for each in cases.listing(office) if each.state is State.ISSUED), "")
    if case:
        number, log = letters.number_of(office, CONSOLE, case), deliveries.log(office, CONSOLE, case)
        dialog = DeliveryDialog(stage.window._context, case, number, log, stage.window)
        dialog.open()
        yield "delivery", dialog
        dialog.close()
        correction = CorrectionDialog(stage.window._context, case, number, None, stage.window)
        correction.open()
        yield "correction", correction
        correction.close()


def letterheads(stage: Stage) -> Shots:
    """The letterhead and the certificate."""
    view = stage.place(LetterheadView)
    yield "letterheads", stage.window
    view.fields.language.setCurrentIndex(view.fields.language.place_of("vi"))
    stage.settle(0.1)
    yield "letterheads-beside", stage.window


SCREENS = (Screen(issuing, "examiner1"), Screen(letterheads, "admin1"))
