"""Commit, then compare: nothing of other cases before the own finding, and a difference is answered before the keyboard goes on."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.casefile import history, likeform, tasklist
from desktop.casefile.likebar import LikeBar
from desktop.casefile.liketable import LikeDialog
from desktop.casefile.panel import CaseView
from desktop.casefile.unsaved import UnsavedDialog
from desktop.operations import cases, likecases
from models.decisions.values import Paper
from models.errors import BadInput
from models.findings.values import FindingState
from models.likecases.values import Comparison
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.casefile.test_view import Open, not_met, pension, press, settle, type_
from tests.models.likecases import offices
from tests.models.likecases.offices import MET, NOT_MET, WHY

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ready(office: Office) -> Office:
    """A case taken, and twelve like cases on pension: eight met, four not."""
    builders.ready_case(office)
    cases.take(office, builders.EXAMINER, "A-001")
    offices.decided(office, [MET] * 8 + [NOT_MET] * 4, offices.pattern_of(office))
    return office


def seen(office: Office) -> Comparison:
    """What the record holds of the newest comparison."""
    return builders.case_file(office).comparisons[-1]


def compose(text: str) -> None:
    """As an input method commits a text."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    target = QApplication.focusWidget()
    assert target is not None
    QCoreApplication.sendEvent(target, event)
    driver.turn()


def test_a_difference_is_answered_by_keyboard(ready: Office, open_view: Open) -> None:
    view = open_view()
    not_met(view)
    likes, footer = view.criteria.sheet.likes, view.criteria.footer
    assert likes.locked.isVisible()
    assert not likes.bar.isVisible()
    assert builders.case_file(ready).comparisons == (), "nothing is looked up for a draft"
    view.primary()
    settle(view)
    assert likes.bar.isVisible()
    assert likes.bar.accessibleName().startswith("Like cases: 12 cases Met 8; Not met 4 4 of 12")
    assert likes.field.editor.hasFocus(), "the keyboard waits where a word is needed"
    assert footer.primary.accessibleName() == "Confirm finding"
    assert not footer.primary.isEnabled()
    assert footer.primary.accessibleDescription()
    view.primary()
    assert likes.field.field.problem.isVisible(), "Ctrl+Enter says what is missing"
    assert "Explain" in [item.right for item in view.criteria.nav.items]
    compose(WHY)
    view.primary()
    settle(view)
    said = seen(ready).distinction
    assert said is not None
    assert (said.text, said.by, said.revision) == (WHY, builders.EXAMINER.login, 1)
    assert likes.shown.text.text() == WHY
    assert builders.case_file(ready).papers == (), "the draft went with the act"
    assert footer.primary.hasFocus()
    view.primary()
    settle(view)
    assert view.criteria.key != "pension", "then on to the next"
    lines = [line.text for line in history.lines(builders.case_file(ready), "en", long=True)]
    assert any("12 like cases seen" in line for line in lines)


def test_what_is_written_is_kept_and_correcting_loses_nothing(
    ready: Office, open_view: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_view()
    not_met(view)
    view.primary()
    settle(view)
    editor = view.criteria.sheet.likes.field.editor
    QCoreApplication.sendEvent(editor, QInputMethodEvent("とどいて", []))
    event = QInputMethodEvent("", [])
    event.setCommitString(WHY)
    monkeypatch.setattr(editor, "commit", lambda: QCoreApplication.sendEvent(editor, event))
    view.save()
    settle(view)
    kept = [each.draft for each in builders.case_file(ready).papers]
    assert [(each.paper, each.criteria) for each in kept] == [(Paper.DIFFERENCE, (("pension", WHY),))]
    again = open_view()
    pension(again)
    likes = again.criteria.sheet.likes
    assert likes.field.editor.text == WHY
    again.primary()
    settle(again)
    again.criteria.sheet.summary.undo.click()
    settle(again)
    assert likes.locked.isVisible()
    assert "stays in the record" in likes.locked.words.text()
    again.criteria.sheet.boxes[0].editor.setFocus()
    type_(" Paid in the end.")
    again.primary()
    settle(again)
    assert likes.field.editor.text == WHY, "the words on revision 1 are at hand"
    assert "revision 1" in likes.field.before.text()
    assert [each.revision for each in builders.case_file(ready).comparisons] == [1, 2]


def test_words_that_cannot_be_saved_hold_the_case_open(
    ready: Office, open_view: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("disk")

    offices.found(ready)
    view = open_view()
    pension(view)
    monkeypatch.setattr("desktop.operations.decisions.save_draft", full)
    view.criteria.to_sheet()
    compose(WHY)
    view.save()
    settle(view)
    assert not view.can_close()
    dialog = next(each for each in view.findChildren(UnsavedDialog) if each.isVisible())
    assert WHY in dialog.text.text
    dialog.reject()
    monkeypatch.undo()
    view.save()
    settle(view)
    assert view.can_close()


def test_recorded_words_are_written_anew_or_left(ready: Office, open_view: Open) -> None:
    offices.found(ready)
    likecases.compare(ready, builders.EXAMINER, "A-001", "pension")
    likecases.distinguish(ready, builders.EXAMINER, "A-001", "pension", WHY)
    view = open_view()
    pension(view)
    likes = view.criteria.sheet.likes
    likes.shown.rewrite.click()
    assert likes.field.editor.text == WHY
    likes.field.editor.setFocus()
    type_("more")
    likes.field.keep.click()
    settle(view)
    assert likes.shown.text.text() == WHY
    likes.shown.rewrite.click()
    assert likes.field.editor.text == WHY, "what was begun was thrown away"
    likes.field.editor.setFocus()
    compose("二通目も同じ。")
    view.primary()
    settle(view)
    said = seen(ready).distinction
    assert said is not None
    assert said.number == 2


def test_words_typed_while_it_is_recorded_stay_to_be_confirmed(ready: Office, open_view: Open) -> None:
    offices.found(ready)
    view = open_view()
    pension(view)
    settle(view)
    field = view.criteria.sheet.likes.field
    field.editor.setFocus()
    compose(WHY)
    view.primary()
    more = QInputMethodEvent("", [])
    more.setCommitString("あと一言。")
    QCoreApplication.sendEvent(field.editor, more)
    settle(view)
    said = seen(ready).distinction
    assert said is not None
    assert said.text == WHY
    assert field.editor.text == WHY + "あと一言。"
    assert field.editor.hasFocus(), "who types on is not taken away from it"
    view.primary()
    settle(view)
    said = seen(ready).distinction
    assert said is not None
    assert said.text == WHY + "あと一言。"


def test_where_nothing_differs_the_keyboard_goes_straight_on(ready: Office, open_view: Open) -> None:
    offices.found(ready, MET)
    view = open_view()
    pension(view)
    likes = view.criteria.sheet.likes
    assert likes.verdict.text() == "8 of 12 were found the same (Met)."
    assert not likes.field.isVisible()
    likes.bar.setFocus()
    press(Qt.Key.Key_Return)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, LikeDialog))
    assert [row.counts for row in dialog.table.model_rows.rows] == [(8, 4)]
    dialog.close()
    view.primary()
    assert view.criteria.key != "pension"


def test_nothing_of_it_is_cut_at_any_text_size(ready: Office, open_view: Open) -> None:
    offices.found(ready)
    view = open_view(size=(1366, 700))
    pension(view)
    view.criteria.to_sheet()
    area, editor = view.criteria.sheet.area, view.criteria.sheet.likes.field.editor
    for percent in (100, 150, 200):
        view._context.theme.resize(percent)
        settle(view)
        inner = area.widget()
        assert inner is not None
        assert inner.width() <= area.viewport().width()
        # The field comes into sight with the layout, which a busy machine ends some turns later.
        driver.wait_for(lambda: 0 < editor.mapTo(area, editor.rect().bottomLeft()).y() <= area.height())
    view._context.theme.resize(100)


def test_few_tell_nothing_and_a_failed_look_is_tried_again(
    office: Office, open_view: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.ready_case(office)
    offices.found(office)

    def fail(*_: object, **__: object) -> None:
        raise BadInput("cases.unknown", case="A-001")

    monkeypatch.setattr("desktop.operations.likecases.compare", fail)
    view = open_view()
    pension(view)
    likes = view.criteria.sheet.likes
    assert likes.failed.text
    assert view.criteria.footer.primary.isEnabled(), "what failed holds nothing up"
    monkeypatch.undo()
    likes.retry.click()
    settle(view)
    assert not likes.failed.isVisible()
    assert "Fewer than 5" in likes.verdict.text()
    assert not likes.bar.isVisible()
    assert not likes.table.isVisible()


def test_others_see_what_the_record_holds_and_nobody_looks_for_them(ready: Office, open_view: Open) -> None:
    offices.found(ready)
    view = open_view(builders.SUPERVISOR)
    pension(view)
    assert not view.criteria.sheet.likes.isVisible()
    likecases.compare(ready, builders.EXAMINER, "A-001", "pension")
    view.refresh()
    settle(view)
    assert view.criteria.sheet.likes.bar.isVisible()
    assert not view.criteria.sheet.likes.field.isVisible()


def test_the_list_names_what_still_lacks_words_and_goes_there_last(ready: Office) -> None:
    offices.found(ready)
    assert likeform.lacking(builders.case_file(ready)) == frozenset()
    likecases.compare(ready, builders.EXAMINER, "A-001", "pension")
    file = builders.case_file(ready)
    assert likeform.lacking(file) == {"pension"}
    notes = [row.note for row in tasklist.rows(file, "ja") if isinstance(row, tasklist.CriterionRow) and row.note]
    assert notes == ["要説明"]


@pytest.mark.parametrize(
    ("folded", "stage", "act"),
    [
        (False, likeform.Stage.LOCKED, likeform.Act.COMMIT),
        (True, likeform.Stage.LOOKING, likeform.Act.LOOKING),
        (True, likeform.Stage.FAILED, likeform.Act.NEXT),
        (True, likeform.Stage.SHOWN, likeform.Act.NEXT),
    ],
)
def test_there_is_one_next_thing(folded: bool, stage: likeform.Stage, act: likeform.Act) -> None:
    assert likeform.act_of(folded, False, likeform.LikeView(stage)) is act
    assert likeform.act_of(folded, True, likeform.LikeView(stage)) is likeform.Act.NONE


def test_the_check_page_stops_it_and_leads_to_the_field(ready: Office, open_view: Open) -> None:
    offices.found(ready)
    view = open_view()
    view.header.button.click()
    settle(view)
    form = view.check.form
    assert form is not None
    item = next(each for each in form.blocks() if "distinction" in each.text)
    assert item.key == "pension"
    next(each for each in view.check.blocks.buttons if each.objectName() == "open-pension").click()
    settle(view)
    assert view.criteria.sheet.likes.field.editor.hasFocus()


def test_undecided_findings_are_not_compared(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    offices.found(office, FindingState.NOT_APPLICABLE)
    view: CaseView = open_view()
    pension(view)
    assert not view.criteria.sheet.likes.isVisible()
    assert builders.case_file(office).comparisons == ()


def test_enter_of_the_number_pad_opens_the_table_too(qtbot: QtBot) -> None:
    bar, opened = LikeBar("en"), list[int]()
    qtbot.addWidget(bar)
    bar.opened.connect(lambda: opened.append(1))
    QTest.keyClick(bar, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(bar, Qt.Key.Key_Return)
    QTest.keyClick(bar, Qt.Key.Key_Return, CTRL)
    assert opened == [1, 1]
