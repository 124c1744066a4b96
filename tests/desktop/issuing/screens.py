"""Letters that wait, the log of a delivery, and the letterhead."""

from desktop.issuing.correction import CorrectionDialog
from desktop.issuing.delivery import DeliveryDialog
from desktop.issuing.letterheads import LetterheadView
from desktop.issuing.panel import IssuingView
from desktop.operations import cases, deliveries, letters
from models.cases.values import State
from models.people.values import CONSOLE
from tests.desktop.stage import Screen, Shots, Stage


def issuing(stage: Stage) -> Shots:
    """What waits; what was written down of a letter that went out."""
    stage.place(IssuingView)
    yield "letters", stage.window
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
    stage.place(LetterheadView)
    yield "letterheads", stage.window


SCREENS = (Screen(issuing, "examiner1"), Screen(letterheads, "admin1"))
