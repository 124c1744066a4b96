"""Wording a letter with real widgets: by keyboard alone, marked where it is wrong, saved at once, undone."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.casefile.panel import CaseView
from desktop.context import Context
from desktop.lettering.panel import LetteringPanel
from desktop.operations import cases, decisions, lettering, letters, records
from models.decisions.values import Outcome
from models.letters import settings as letter_settings
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.casefile.test_view import press, settle, type_, unnamed

Open = Callable[..., LetteringPanel]
SENTENCE = "pension.conclusion.1"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_panel(office: Office, context_of: Callable[[Actor], Context]) -> Iterator[Open]:
    """The wording screen of a case with a finding against it, as it would be refused."""
    letters.change_settings(office, builders.ADMIN, letter_settings.sample())
    builders.ready_case(office)
    cases.take(office, builders.EXAMINER, "A-001")
    builders.find_all(office, not_met=["pension"])
    shown: list[CaseView] = []

    def made(actor: Actor = builders.EXAMINER) -> LetteringPanel:
        view = CaseView(context_of(actor), "A-001")
        shown.append(view)
        view.resize(1440, 840)
        view.show()
        view.activateWindow()
        assert QTest.qWaitForWindowActive(view)
        settle(view)
        view.tabs.choose("letter")
        view._chosen("letter")
        if view.letter.under.isVisible():
            view.letter.under.set_value(Outcome.REFUSE.value)
        view.letter.toggle_wording()
        settle(view)
        settle(view)
        panel = view.letter.lettering
        assert panel is not None
        assert panel.form is not None
        return panel

    yield made
    for view in shown:
        view.letter.save()
        view._context.tasks.wait()
        view.close()
        view.deleteLater()
    driver.turn()


def quiet(panel: LetteringPanel) -> None:
    """Until nothing is under way."""
    for _ in range(3):
        driver.turn(0.02)
        assert panel._context.tasks.wait(20_000)
    driver.turn(0.05)


def compose(text: str) -> None:
    """Text that an input method commits, to whatever has the keyboard: QTest types ASCII only."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    target = QApplication.focusWidget()
    assert target is not None
    QApplication.sendEvent(target, event)
    driver.turn()


def edit(panel: LetteringPanel, sid: str = SENTENCE) -> None:
    """Open a sentence by the keyboard."""
    panel.paper.setFocus()
    panel.paper.go_to(sid)
    press(Qt.Key.Key_Return)
    quiet(panel)


def lit(panel: LetteringPanel) -> str:
    """The text that is lit in the letter."""
    found = panel.paper.extraSelections()
    return "".join(each.cursor.selectedText() for each in found if each.format.background().style().value)


def now(office: Office, language: str = "ja") -> lettering.Sheet:
    return lettering.read(office, builders.EXAMINER, "A-001", language, Outcome.REFUSE)


def test_choosing_either_lights_the_other(open_panel: Open) -> None:
    panel = open_panel()
    panel.nav.choose("resident_tax", announce=True)
    assert "住民税" in lit(panel)
    panel.paper.go_to(SENTENCE)
    assert panel.nav.key() == "pension"
    assert "満たしていません" in lit(panel)
    assert "F-" in " ".join(chip.data.text for chip in panel.basis.lit._chips)


def test_a_sentence_is_worded_by_keyboard_alone_and_undone(open_panel: Open, office: Office) -> None:
    panel = open_panel()
    edit(panel)
    assert panel.paper.is_editing
    assert panel.sentence.editor.hasFocus()
    press(Qt.Key.Key_End, CONTROL)
    compose("（記録のとおりです。）")
    driver.turn(0.5)
    press(Qt.Key.Key_Return, CONTROL)
    quiet(panel)
    worded = now(office).sentence(SENTENCE)
    assert worded is not None
    assert worded.text.endswith("（記録のとおりです。）")
    assert not panel.paper.is_editing
    assert panel.paper.hasFocus()
    assert "（記録のとおりです。）" in panel.paper.toPlainText()
    press(Qt.Key.Key_Z, CONTROL)
    quiet(panel)
    assert now(office).rewordings == ()
    assert records.verify(office).ok


def test_a_broken_binding_is_marked_where_it_is_and_stops(open_panel: Open, office: Office) -> None:
    panel = open_panel()
    edit(panel)
    panel.sentence.editor.moveCursor(panel.sentence.editor.textCursor().MoveOperation.Start)
    compose("99日の遅れで、")
    driver.turn(0.6)
    assert "99" in panel.sentence.field.problem.text
    assert not panel.sentence.use.isEnabled()
    marked = [each.cursor.selectedText() for each in panel.sentence.editor.extraSelections()]
    assert "99" in marked
    press(Qt.Key.Key_Return, CONTROL)
    quiet(panel)
    assert now(office).rewordings == ()


def test_a_hint_warns_and_does_not_stop(open_panel: Open) -> None:
    panel = open_panel()
    edit(panel)
    panel.sentence.editor.moveCursor(panel.sentence.editor.textCursor().MoveOperation.Start)
    compose("総合的に判断した結果、")
    driver.turn(0.6)
    assert "stock phrase" in panel.sentence.hints.text
    assert panel.sentence.use.isEnabled()


def test_what_is_typed_is_kept_within_two_seconds_and_comes_back(open_panel: Open, office: Office) -> None:
    panel = open_panel()
    edit(panel)
    compose("（続き）")
    driver.wait_for(lambda: "Saved" in panel.footer.saved.text, 2.0)
    kept = now(office).draft(SENTENCE, builders.EXAMINER.login)
    assert kept is not None
    assert kept.endswith("（続き）")
    press(Qt.Key.Key_Escape)
    quiet(panel)
    assert not panel.paper.is_editing
    edit(panel)
    assert panel.sentence.editor.text.endswith("（続き）")


def test_what_the_input_method_holds_is_not_lost(open_panel: Open, office: Office) -> None:
    panel = open_panel()
    edit(panel)
    QApplication.sendEvent(panel.sentence.editor, QInputMethodEvent("かくにん", []))
    assert panel.sentence.editor.composing
    compose("確認")
    panel.save()
    quiet(panel)
    assert "確認" in (now(office).draft(SENTENCE, builders.EXAMINER.login) or "")


def test_undo_inside_the_sentence_is_the_editor_s_own(open_panel: Open) -> None:
    panel = open_panel()
    edit(panel)
    before = panel.sentence.editor.text
    type_("x")
    press(Qt.Key.Key_Z, CONTROL)
    assert panel.sentence.editor.text == before


def test_words_of_a_person_wait_for_their_translation(open_panel: Open, office: Office) -> None:
    panel = open_panel()
    view = panel.window()
    assert isinstance(view, CaseView)
    combo = view.letter.language
    combo.setCurrentIndex(combo.findData("en"))
    quiet(panel)
    edit(panel, "pension.application.1")
    assert panel.sentence.editor.text == ""
    type_("The documents show the facts that this criterion asks for.")
    driver.turn(0.6)
    assert panel.sentence.field.problem.text == ""
    press(Qt.Key.Key_Return, CONTROL)
    quiet(panel)
    found = now(office, "en").sentence("pension.application.1")
    assert found is not None
    assert found.text.startswith("The documents show")


def test_who_may_not_word_it_only_reads(open_panel: Open, office: Office) -> None:
    decisions_made = open_panel
    panel = decisions_made(builders.EXAMINER2)
    assert panel.why.text
    edit(panel)
    assert not panel.paper.is_editing
    assert panel.read_only()


def test_the_second_person_may_word_a_proposal_of_somebody_else(open_panel: Open, office: Office) -> None:
    decisions.propose(office, builders.EXAMINER, "A-001", Outcome.REFUSE, "The late payment weighs.")
    panel = open_panel(builders.SUPERVISOR)
    assert not panel.read_only()
    own = open_panel(builders.EXAMINER)
    assert own.read_only()


def test_some_sentences_stay_as_they_are(open_panel: Open) -> None:
    panel = open_panel()
    edit(panel, "outcome")
    assert not panel.paper.is_editing
    assert panel.basis.hint.text() == "This sentence stays as it is."


def test_arrows_go_from_sentence_to_sentence_and_the_next_problem_is_found(open_panel: Open) -> None:
    panel = open_panel()
    panel.paper.setFocus()
    panel.paper.go_to("pension.standard")
    press(Qt.Key.Key_Down)
    assert panel.paper.sentence_at_cursor() != "pension.standard"
    press(Qt.Key.Key_Period, CONTROL)
    quiet(panel)
    troubled = panel.form.troubled() if panel.form else ()
    assert not troubled or (panel.form and panel.form.chosen in {*troubled, ""})


def test_everything_has_a_name(open_panel: Open) -> None:
    panel = open_panel()
    edit(panel)
    assert unnamed(panel) == []
