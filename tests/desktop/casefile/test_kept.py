"""Whatever the window's size and the text's size: nothing is cut, nothing typed is lost, the letter can be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop.operations import requests
from models.decisions.values import Outcome
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.casefile.test_view import Open, cite_late_month, pension, press, settle, type_


@pytest.mark.parametrize("size", [(1366, 700), (1100, 700), (960, 640)])
def test_narrow_and_low_windows_keep_everything_within_reach(
    office: Office, open_view: Open, size: tuple[int, int]
) -> None:
    builders.ready_case(office)
    view = open_view(size=size)
    settle(view)
    assert view.criteria.nav.width() < 90 or size[0] >= 1200
    facts, right = view.criteria.facts, view.criteria.sheet
    assert facts.isVisible() != right.isVisible() if size[0] < 1000 else facts.isVisible() and right.isVisible()
    press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert right.isVisible()


@pytest.mark.parametrize(("width", "percent"), [(1366, 100), (1440, 100), (1440, 125), (1440, 150), (1920, 150)])
def test_nothing_in_the_sheet_is_cut_at_its_right_edge(
    office: Office, open_view: Open, width: int, percent: int
) -> None:
    builders.ready_case(office)
    view = open_view(size=(width, 800))
    view._context.theme.resize(percent)
    pension(view)
    cite_late_month(view)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view.criteria.to_sheet()
    settle(view)
    sheet = view.criteria.sheet
    room = sheet.area.viewport().width()
    inner = sheet.area.widget()
    assert inner is not None
    assert inner.width() <= room
    for button in sheet.buttons.buttons.values():
        assert button.width() >= button.minimumSizeHint().width()
        assert button.mapTo(inner, button.rect().topRight()).x() <= room
    view._context.theme.resize(100)


def test_another_text_size_keeps_what_is_being_written(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    view = open_view()
    pension(view)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view.criteria.sheet.boxes[0].editor.setFocus()
    type_("in the middle of")
    before = view.criteria.facts.view.height()
    view._context.theme.resize(150)
    settle(view)
    assert view.criteria.tabbed
    assert view.criteria.sheet.isVisible()
    assert view.criteria.sheet.boxes[0].editor.text == "in the middle of"
    press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert view.criteria.facts.view.isVisible()
    assert view.criteria.facts.view.height() > before
    view._context.theme.resize(100)


def test_the_months_get_their_width_back_with_the_text_size(office: Office, open_view: Open) -> None:
    """A page made at 200 % kept its wide names at 100 %, and the months the little room beside them."""
    builders.ready_case(office)
    view = open_view()
    widths = []
    for percent in (200, 100, 200, 100):
        view._context.theme.resize(percent)
        view.tabs.chosen.emit("payments")
        settle(view)
        page = view.payments
        widths.append((page.names.width(), page.grid.width(), page.counts.width()))
    assert widths[:2] == widths[2:]
    assert widths[0][0] == 2 * widths[1][0]
    assert widths[1][1] > widths[0][1]


def test_the_weighing_is_saved_and_stands_there_again_after_reopening(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    builders.find_all(office, not_met=["pension"])
    requests.leave_unasked(
        office, builders.EXAMINER, "A-001", "pension", "The notice came back twice; nobody knows where."
    )
    view = open_view()
    view.header.button.click()
    settle(view)
    view.check.outcome.buttons[Outcome.REFUSE].click()
    view.check.weighing.setFocus()
    type_("The late payment weighs")
    driver.wait_for(lambda: "Saved" in view.check.footer.saved.text, 2.0)
    QApplication.sendEvent(view.check.weighing, QInputMethodEvent("most", []))
    view.save()
    settle(view)
    again = open_view()
    again.header.button.click()
    settle(again)
    assert again.check.form is not None
    assert again.check.form.outcome is Outcome.REFUSE
    assert again.check.weighing.text.startswith("The late payment weighs")
    assert "Saved" in again.check.footer.saved.text
    again.primary()
    settle(again)
    assert builders.case_file(office).papers == ()


def test_the_letter_is_seen_as_it_would_be_before_anything_is_proposed(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    builders.find_all(office, not_met=["pension"])
    view = open_view()
    view.tabs.choose("letter")
    view._chosen("letter")
    settle(view)
    assert not view.letter.save_pdf.isEnabled()
    view.letter.under.set_value("refuse")
    view.letter.under.chosen.emit("refuse")
    settle(view)
    assert view.letter.save_pdf.isEnabled()
    assert view.letter.pages.pages
    file = builders.case_file(office)
    assert file.proposal is None
    assert file.case.round == 0
