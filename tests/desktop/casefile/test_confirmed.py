"""A finding whose facts changed: the check page says so, and confirms it as it stands at one press."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.casefile.panel import CaseView
from desktop.operations import findings
from desktop.widgets import Button
from models.findings.values import FindingDraft, FindingState, Reason
from models.store.office import Office
from tests import builders
from tests.desktop.casefile.test_view import press, settle
from tests.models.findings.test_confirm import CASE, KEY, later

Open = Callable[..., CaseView]


def cite_the_late_months(office: Office) -> None:
    """A finding that rests on the months paid late: one, as far as is known."""
    criterion = builders.case_file(office).framework.criterion(KEY)
    reason = Reason(None, ("F33",), (), "1か月の遅れはあるが、ほかの月は期限までに納めている。")
    reason = replace(reason, code=criterion.grounds[0].code) if criterion.grounds else reason
    findings.record(office, builders.EXAMINER, FindingDraft(CASE, KEY, FindingState.MET, (reason,), base=1))


def test_a_finding_on_a_changed_fact_is_confirmed_from_the_check_page(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    builders.find_all(office)
    cite_the_late_months(office)
    later(office)
    view = open_view()
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(view)
    button = next(each for each in view.findChildren(Button) if each.objectName() == f"confirm-{KEY}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(view)
    kept = findings.history(office, CASE, KEY)
    assert [each.revision for each in kept] == [1, 2, 3]
    assert [each.cited[0].value for each in kept[1:]] == ["1", "2"]
    assert not [
        each for each in view.findChildren(Button) if each.objectName() == f"confirm-{KEY}" and each.isVisible()
    ]
