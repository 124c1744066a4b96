"""The case view with real widgets: typing is saved, nothing composed is lost, keys do what they say, everything has a name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from desktop.casefile import history
from desktop.casefile.conflict import Choice, ConflictDialog
from desktop.casefile.factrows import FactRow
from desktop.casefile.panel import CaseView
from desktop.casefile.sourcedialog import SourceDialog
from desktop.operations import cases, decisions, findings, requests
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver

Open = Callable[..., CaseView]


def settle(view: CaseView) -> None:
    """Until nothing is under way."""
    driver.turn(0.02)
    assert view._context.tasks.wait(20_000)
    driver.turn(0.02)
    assert view._context.tasks.wait(20_000)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the keyboard."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    QTest.keyClick(target, key, modifier)
    driver.turn()


def type_(text: str) -> None:
    """Characters, to whatever has the keyboard."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)


def pension(view: CaseView) -> None:
    view.criteria.go("pension")
    settle(view)
    view.shown()


def cite_late_month(view: CaseView) -> None:
    """Down to the late month, then Space."""
    facts = view.criteria.facts.view
    facts.setFocus()
    for _ in range(facts.facts.rowCount()):
        row = facts.current()
        if isinstance(row, FactRow) and row.id == "F33.2025-05":
            break
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)


def not_met(view: CaseView, text: str = "May 2025 was paid 48 days late.") -> None:
    """A whole not-met finding on pension, by keyboard."""
    pension(view)
    cite_late_month(view)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view.criteria.sheet.boxes[0].code.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    view.criteria.sheet.boxes[0].editor.setFocus()
    type_(text)


def test_what_is_typed_is_saved_within_two_seconds_and_comes_back(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    cases.take(office, builders.EXAMINER, "A-001")
    view = open_view()
    pension(view)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view.criteria.sheet.boxes[0].editor.setFocus()
    type_("half a sen")
    driver.wait_for(lambda: builders.case_file(office).draft("pension"), 2.0)
    driver.wait_for(lambda: "Saved" in view.criteria.footer.saved.text, 2.0)
    kept = builders.case_file(office).draft("pension")
    assert kept is not None
    driver.wait_for(lambda: "half a sen" in _text(office), 2.0)
    again = open_view()
    pension(again)
    assert again.criteria.sheet.boxes[0].editor.text == "half a sen"


def _text(office: Office) -> str:
    kept = builders.case_file(office).draft("pension")
    return kept.draft.reasons[0].text if kept and kept.draft.reasons else ""


def test_leaving_the_criterion_saves_at_once(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    view = open_view()
    pension(view)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view.criteria.sheet.boxes[0].editor.setFocus()
    type_("moved on")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    settle(view)
    assert view.criteria.key != "pension"
    assert _text(office) == "moved on"


def test_unfinished_input_method_text_is_taken_over_before_saving(
    office: Office, open_view: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform commits on ``QInputMethod.commit``; offscreen has none, so the commit is played as an input method plays it."""
    builders.ready_case(office)
    view = open_view()
    pension(view)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    editor = view.criteria.sheet.boxes[0].editor
    editor.setFocus()
    QCoreApplication.sendEvent(editor, QInputMethodEvent("のうふ", []))
    assert editor.composing
    assert editor.text == ""
    committed = QInputMethodEvent("", [])
    committed.setCommitString("納付")
    monkeypatch.setattr(editor, "commit", lambda: QCoreApplication.sendEvent(editor, committed))
    view.save()
    settle(view)
    assert _text(office) == "納付"


def test_no_key_of_ours_fires_while_the_input_method_composes(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    view = open_view()
    pension(view)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    editor = view.criteria.sheet.boxes[0].editor
    editor.setFocus()
    QCoreApplication.sendEvent(editor, QInputMethodEvent("あ", []))
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert view.criteria.form is not None
    assert view.criteria.form.finding is FindingState.NOT_MET
    QCoreApplication.sendEvent(editor, QInputMethodEvent("", []))


def test_problems_stand_under_their_field_and_hold_the_button_back(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    view = open_view()
    pension(view)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    footer, box = view.criteria.footer, view.criteria.sheet.boxes[0]
    assert not footer.primary.isEnabled()
    assert footer.primary.accessibleDescription()
    assert footer.problems.isVisible()
    assert not box.text_field.problem.isVisible(), "nothing is said before the field was left"
    press(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert box.code.hasFocus()
    assert box.code_field.problem.isVisible()
    assert box.code.accessibleDescription() == box.code_field.problem.text


def test_a_finding_is_recorded_by_keyboard_folds_and_opens_again(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    view = open_view()
    not_met(view)
    assert view.criteria.footer.primary.isEnabled()
    view.primary()
    settle(view)
    found = builders.case_file(office).finding("pension")
    assert found is not None
    assert (found.finding, found.revision, found.reasons[0].facts) == (FindingState.NOT_MET, 1, ("F33.2025-05",))
    assert view.criteria.sheet.summary.isVisible()
    assert view.criteria.footer.primary.accessibleName() == "Next criterion"
    assert view.criteria.footer.primary.hasFocus(), "Ctrl+Enter or Space goes on"
    view.criteria.sheet.summary.undo.setFocus()
    press(Qt.Key.Key_Space)
    view.criteria.sheet.boxes[0].editor.setFocus()
    type_(" It was paid in the end.")
    view.primary()
    settle(view)
    again = builders.case_file(office).finding("pension")
    assert again is not None
    assert (again.revision, again.reasons[0].text[-23:]) == (2, "It was paid in the end.")


def test_enter_opens_the_rows_behind_a_fact(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    view = open_view()
    pension(view)
    cite_late_month(view)
    press(Qt.Key.Key_Return)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, SourceDialog)
    assert dialog.tree.topLevelItemCount() == 1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.turn()


def test_a_conflict_shows_both_texts_and_loses_none(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    view = open_view()
    not_met(view, "My own words.")
    file = builders.case_file(office)
    criterion = file.framework.criterion("pension")
    findings.record(office, builders.EXAMINER, builders.draft(file, criterion, FindingState.NOT_MET, "Their words."))
    view.primary()
    settle(view)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ConflictDialog)
    assert "My own words." in dialog.mine.text
    assert "Their words." in dialog.theirs.text
    QTest.keyClick(dialog, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert dialog.choice is Choice.REWRITE
    settle(view)
    assert view.criteria.sheet.boxes[0].editor.text == "My own words."
    view.primary()
    settle(view)
    now = builders.case_file(office).finding("pension")
    assert now is not None
    assert (now.revision, now.reasons[0].text) == (2, "My own words.")


def test_giving_way_to_the_recorded_finding_keeps_the_own_words_in_the_history(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    view = open_view()
    not_met(view, "My own words.")
    file = builders.case_file(office)
    criterion = file.framework.criterion("pension")
    findings.record(office, builders.EXAMINER, builders.draft(file, criterion, FindingState.NOT_MET, "Their words."))
    view.primary()
    settle(view)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ConflictDialog)
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    settle(view)
    now = builders.case_file(office)
    found = now.finding("pension")
    assert found is not None
    assert (found.revision, found.reasons[0].text) == (1, "Their words.")
    assert now.draft("pension") is None
    assert any("My own words." in line.more for line in history.lines(now, "en"))
    assert view.criteria.sheet.summary.isVisible()


def test_a_failed_save_keeps_the_text_and_says_why(
    office: Office, open_view: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.ready_case(office)
    view = open_view()
    pension(view)

    def full(*_: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr("desktop.operations.findings.save_draft", full)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view.criteria.sheet.boxes[0].editor.setFocus()
    type_("kept")
    driver.wait_for(lambda: "Not saved" in view.criteria.footer.saved.text, 3.0)
    assert view.criteria.sheet.boxes[0].editor.text == "kept"
    monkeypatch.undo()
    view.save()
    settle(view)
    assert _text(office) == "kept"


def test_the_check_page_proposes_only_when_nothing_blocks(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    builders.find_all(office, not_met=["pension"])
    requests.leave_unasked(
        office, builders.EXAMINER, "A-001", "pension", "The notice came back twice; nobody knows where."
    )
    view = open_view()
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(view)
    assert not view.check.footer.primary.isEnabled()
    view.check.outcome.buttons[Outcome.REFUSE].setFocus()
    press(Qt.Key.Key_Space)
    view.check.weighing.setFocus()
    type_("The late payment weighs most.")
    driver.wait_for(view.check.footer.primary.isEnabled, 5.0)
    view.primary()
    settle(view)
    assert builders.case_file(office).proposal is not None
    assert view.tabs.key() == "decision"


def test_a_return_comes_back_with_its_comment_and_everything_as_it_was(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    builders.find_all(office, not_met=["pension"])
    decisions.propose(office, builders.EXAMINER, "A-001", Outcome.REFUSE, "The late payment weighs most.")
    decisions.send_back(office, builders.SUPERVISOR, "A-001", "See pension.", [("pension", "Was a reminder sent?")])
    view = open_view()
    assert view.criteria.key == "pension"
    assert view.criteria.sheet.comment.text == "Was a reminder sent?"
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(view)
    assert view.check.weighing.text == "The late payment weighs most."
    assert view.check.answers.isVisible()


def test_another_examiners_case_can_only_be_read(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    cases.take(office, builders.EXAMINER2, "A-001")
    view = open_view()
    assert view.criteria.sheet.read_only.isVisible()
    assert not view.header.button.isVisible()
    assert not view.criteria.footer.primary.isVisible()


@pytest.mark.parametrize("tab", ["criteria", "payments", "evidence", "letter", "history"])
def test_every_input_has_an_accessible_name(office: Office, open_view: Open, tab: str) -> None:
    builders.ready_case(office)
    view = open_view()
    if tab == "criteria":
        pension(view)
        press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view.tabs.choose(tab)
    view._chosen(tab)
    settle(view)
    assert unnamed(view) == []


def unnamed(view: QWidget) -> list[str]:
    """Visible widgets that take the keyboard and have no accessible name."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit, QAbstractScrollArea)
    found = []
    for widget in view.findChildren(QWidget):
        if not (isinstance(widget, kinds) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
            continue
        seen = QAccessible.queryAccessibleInterface(widget)
        if seen is None or not seen.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found
