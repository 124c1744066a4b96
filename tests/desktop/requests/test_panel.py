"""The tab of requests with its dialogs: ask for a comment, note a delivery, withdraw, plan an interview, record what came of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.context import Context
from desktop.operations import cases, inquiries, requests
from desktop.requests.askdialog import AskDialog, PaperDialog
from desktop.requests.inquirydialogs import OutcomeDialog, PlanDialog
from desktop.requests.panel import RequestsTab
from desktop.requests.parts import Foot, beside, lay, tick
from desktop.widgets import Field, LineEdit
from models.cases.values import State
from models.inquiries.values import InquiryKind, InquiryState
from models.people.values import Actor
from models.requests.values import RequestKind, RequestState
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver

CASE = "A-001"
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    yield made
    made.close()


@pytest.fixture
def tab(office: Office, context_of: Callable[[Actor], Context]) -> Iterator[RequestsTab]:
    made = tab_of(context_of(builders.EXAMINER))
    made.written.connect(lambda: made.show_file(cases.gather(office, CASE)))
    yield made
    made.close()
    driver.turn()


def tab_of(context: Context) -> RequestsTab:
    made = RequestsTab(context)
    made.resize(1300, 760)
    made.show_file(cases.gather(context.office, CASE))
    made.show()
    return made


def settle(tab: RequestsTab) -> None:
    tab._context.tasks.wait()
    driver.turn(0.1)
    tab._context.tasks.wait()
    driver.turn(0.05)


def open_dialog(kind: type[D]) -> D:
    driver.wait_for(lambda: any(isinstance(each, kind) and each.isVisible() for each in QApplication.topLevelWidgets()))
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def test_a_comment_is_asked_for_delivered_and_withdrawn(tab: RequestsTab, office: Office) -> None:
    tab.comment.click()
    settle(tab)
    dialog = open_dialog(AskDialog)
    assert len(dialog.form.chosen) == 1, "the late month that another institution told of is put by itself"
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.foot.primary.isEnabled(), "nothing is put to the applicant yet"
    dialog.own.set_text("国民年金 2025年5月分の納付の遅れ")
    dialog.own.edited.emit()
    dialog.to.set_text("第3窓口")
    dialog.to.edited.emit()
    dialog.due.setText("2026-07-02")
    assert not dialog.foot.primary.isEnabled()
    assert "10 July 2026" in dialog.fields["due_on"].problem.text
    dialog.due.setText("2026-07-15")
    dialog.preview.click()
    settle(tab)
    open_dialog(PaperDialog).reject()
    dialog.foot.primary.click()
    settle(tab)
    (made,) = requests.listing(office, builders.EXAMINER, CASE)
    assert (made.kind, made.items[0].title["ja"]) == (RequestKind.COMMENT, "国民年金 2025年5月分の納付の遅れ")
    assert tab.clock.text()
    tab.deliver(made, "2026-07-01")
    settle(tab)
    assert requests.listing(office, builders.EXAMINER, CASE)[0].delivered_on == builders.TODAY
    assert not tab.acts["deliver"].isVisible()
    tab.withdraw(" ")
    settle(tab)
    assert tab.problem.text
    tab.withdraw("もう要らない")
    settle(tab)
    assert requests.listing(office, builders.EXAMINER, CASE)[0].state is RequestState.WITHDRAWN
    assert cases.gather(office, CASE).case.state is State.EXAMINING
    assert tab.clock.text() == ""


def test_an_interview_is_planned_and_becomes_evidence(tab: RequestsTab, office: Office) -> None:
    tab.plan.click()
    dialog = open_dialog(PlanDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(InquiryKind.INTERVIEW.value))
    dialog.subject.set_text("転職の時期")
    dialog.subject.edited.emit()
    dialog.edits["whom"].setText("本人")
    assert not dialog.foot.primary.isEnabled(), "an interview has a day"
    dialog.edits["on"].setText("2026-07-01")
    assert dialog.foot.primary.isEnabled(), dialog.foot.problem.text
    dialog.foot.primary.click()
    settle(tab)
    tab.acts["finish"].click()
    outcome = open_dialog(OutcomeDialog)
    outcome.report.set_text("2024年4月に転職した。")
    outcome.report.edited.emit()
    outcome.present.setText("本人、通訳")
    assert not outcome.foot.primary.isEnabled(), "were the notes read back?"
    outcome.read_back.setCurrentIndex(1)
    outcome.foot.primary.click()
    settle(tab)
    (made,) = inquiries.listing(office, builders.EXAMINER, CASE)
    assert made.state is InquiryState.DONE
    assert made.evidence


def test_only_its_examiner_asks_but_others_take_in(office: Office, context_of: Callable[[Actor], Context]) -> None:
    for actor in (builders.SUPERVISOR, builders.AUDITOR, builders.ADMIN):
        tab = tab_of(context_of(actor))
        assert not tab.ask.isEnabled()
        assert not any(button.isVisible() for button in tab.acts.values())
        tab.close()
    driver.turn()


def test_a_dialog_begins_at_its_first_entry_and_tab_ends_at_its_buttons(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    foot = Foot(dialog, "Cancel", "Send", "checkmark", dialog.accept)
    one, two = LineEdit("one"), LineEdit("two")
    lay(dialog, Field("one", one), beside(Field("two", two), tick("on", "on", True)), foot)
    driver.in_front(dialog)
    assert dialog.focusWidget() is one
    seen = []
    for _ in range(5):
        now = dialog.focusWidget()
        seen.append(now.objectName() if isinstance(now, QPushButton) else "")
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert seen == ["", "", "", "cancel", "primary"]
