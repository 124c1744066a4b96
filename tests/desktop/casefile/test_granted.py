"""What a grant gives is chosen on the check page: a period of stay, and the new status where it changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from desktop.casefile import standing
from desktop.casefile.panel import CaseView
from desktop.operations import decisions
from models.cases.values import Kind, State
from models.decisions.values import Outcome
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.casefile.test_view import Open, press, settle

KINDS = [(Kind.EXTENSION, "general"), (Kind.CHANGE_OF_STATUS, "general")]


def checked(office: Office, open_view: Open, kind: Kind, route: str) -> CaseView:
    """A case with every finding met, on its check page."""
    builders.ready_case(office, kind=kind, route=route)
    builders.find_all(office)
    view = open_view()
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(view)
    return view


def combo(view: CaseView, name: str) -> QComboBox:
    return driver.find(view.check, QComboBox, name)


@pytest.mark.parametrize(("kind", "route"), KINDS)
def test_a_grant_asks_what_it_gives_and_the_proposal_names_it(
    office: Office, open_view: Open, kind: Kind, route: str
) -> None:
    view = checked(office, open_view, kind, route)
    changes = kind is Kind.CHANGE_OF_STATUS
    assert not combo(view, "period-of-stay").isVisible()
    view.check.outcome.buttons[Outcome.GRANT].click()
    settle(view)
    assert combo(view, "period-of-stay").isVisible()
    assert combo(view, "new-status").isVisible() == changes
    assert combo(view, "period-of-stay").currentIndex() == -1
    assert not view.check.footer.primary.isEnabled()
    assert view.check.form is not None
    assert "Choose" in view.check.form.why_not
    for name in ("new-status", "period-of-stay") if changes else ("period-of-stay",):
        combo(view, name).setFocus()
        QTest.keyClick(combo(view, name), Qt.Key.Key_Down)
    view.check.weighing.set_text("Everything was weighed.")
    view.check._weigh()
    view.check.ask()
    settle(view)
    assert view.check.footer.primary.isEnabled(), view.check.form.why_not
    view.primary()
    settle(view)
    file = builders.case_file(office)
    assert file.case.state is State.PROPOSED
    assert file.proposal is not None
    assert file.proposal.period == file.framework.periods[0].key
    assert bool(file.proposal.status) == changes
    assert "5 years" in standing.given(file, "en")
    assert "5年" in standing.given(file, "ja")


def test_what_was_chosen_is_kept_and_a_refusal_gives_nothing(office: Office, open_view: Open) -> None:
    view = checked(office, open_view, *KINDS[1])
    view.check.outcome.buttons[Outcome.GRANT].click()
    combo(view, "new-status").setCurrentIndex(3)
    combo(view, "period-of-stay").setCurrentIndex(2)
    view.save()
    settle(view)
    again = open_view()
    again.header.button.click()
    settle(again)
    assert again.check.form is not None
    assert again.check.form.gives == (
        combo(view, "period-of-stay").currentData(),
        combo(view, "new-status").currentData(),
    )
    assert combo(again, "period-of-stay").currentText() == "3 years"
    again.check.outcome.buttons[Outcome.REFUSE].click()
    settle(again)
    assert again.check.form.gives == (None, None)
    assert not combo(again, "period-of-stay").isVisible()
    held = builders.case_file(office).case.applicant.current_status
    assert held not in [combo(view, "new-status").itemData(at) for at in range(combo(view, "new-status").count())]


def test_a_script_may_leave_it_to_the_residence_card(office: Office) -> None:
    """The contract of the command line calls period and status optional; the desk asks for them."""
    builders.ready_case(office, kind=Kind.CHANGE_OF_STATUS, route="general")
    builders.find_all(office)
    proposal = decisions.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "Weighed.", "3y")
    assert (proposal.period, proposal.status) == ("3y", None)
