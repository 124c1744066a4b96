"""The supervisor's view with real widgets: findings and letter light each other; return, sign, issue."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.casefile.panel import CaseView
from desktop.context import Context
from desktop.countersign.dialogs import EditDialog, ReturnDialog, SignDialog
from desktop.countersign.issuedialog import IssueDialog
from desktop.countersign.panel import CountersignTab
from desktop.operations import decisions, letters
from models.cases.values import State
from models.decisions.values import Outcome
from models.letters import settings as letter_settings
from models.people.values import Actor, Role
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.casefile.test_view import press, settle, type_, unnamed

Open = Callable[[Actor], CaseView]


@pytest.fixture
def open_view(office: Office, context_of: Callable[[Actor], Context]) -> Iterator[Open]:
    builders.ready_case(office)
    builders.find_all(office, not_met=["pension"])
    decisions.propose(office, builders.EXAMINER, "A-001", Outcome.REFUSE, "The late payment weighs most.")
    shown: list[CaseView] = []

    def made(actor: Actor) -> CaseView:
        view = CaseView(context_of(actor), "A-001")
        shown.append(view)
        view.resize(1440, 840)
        view.show()
        view.activateWindow()
        assert QTest.qWaitForWindowActive(view)
        settle(view)
        settle(view)
        return view

    yield made
    for view in shown:
        view._context.tasks.wait()
        view.close()
        view.deleteLater()
    driver.turn()


def lit(tab: CountersignTab) -> str:
    """The text that is lit in the letter."""
    return "".join(each.cursor.selectedText() for each in tab.paper.extraSelections())


def test_choosing_a_finding_lights_its_sentences_and_the_other_way_round(open_view: Open) -> None:
    view = open_view(builders.SUPERVISOR)
    tab = view.decision
    assert tab.nav.key() == "pension"
    assert lit(tab)
    tab.nav.choose("resident_tax", announce=True)
    assert tab.form is not None
    sentence = next(iter(sorted(tab.form.sentence_ids("pension"))))
    start, _ = tab.paper._places[sentence][0]
    cursor = tab.paper.textCursor()
    cursor.setPosition(start + 1)
    tab.paper.setTextCursor(cursor)
    assert tab.nav.key() == "pension"
    assert tab.basis.text()


def test_a_return_carries_the_comment_on_its_criterion(office: Office, open_view: Open) -> None:
    view = open_view(builders.SUPERVISOR)
    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert view.decision.detail.comment.hasFocus()
    type_("Was a reminder sent?")
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ReturnDialog)
    assert not dialog.send.isEnabled()
    type_("Please look at pension again.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(view)
    file = builders.case_file(office)
    assert file.case.state is State.RETURNED
    back = file.rounds[-1].returned
    assert back is not None
    assert back.criteria == (("pension", "Was a reminder sent?"),)


def test_signing_asks_for_the_password_and_names_the_document(office: Office, open_view: Open) -> None:
    view = open_view(builders.SUPERVISOR)
    view.primary()
    driver.turn()
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, SignDialog)
    letter = letters.compose(office, builders.SUPERVISOR, "A-001", "ja")
    assert letter.content_digest in dialog.document.text()
    type_("not the password")
    press(Qt.Key.Key_Return)
    settle(view)
    assert dialog.field.problem.text
    assert builders.case_file(office).case.state is State.PROPOSED
    dialog.password.clear()
    type_(builders.PASSWORD)
    press(Qt.Key.Key_Return)
    settle(view)
    settle(view)
    signed = builders.case_file(office).rounds[-1].countersigned
    assert signed is not None
    assert signed.content_digest == letter.content_digest
    driver.wait_for(view.decision.footer.sign.isEnabled)
    view.letter.language.fill((("日本語 / English", "twin:en"),), "twin:en")
    view.letter.show_file(builders.case_file(office))
    assert "can be enclosed" in view.letter.mark.text()
    view.primary()
    settle(view)
    dialog = view.findChild(IssueDialog)
    assert isinstance(dialog, IssueDialog)
    assert list(dialog.enclosures.boxes) == ["en"]
    dialog.enclosures.boxes["en"].setChecked(True)
    driver.confirm(view, builders.PASSWORD)
    settle(view)
    settle(view)
    assert builders.case_file(office).case.state is State.ISSUED
    assert letters.signature(office, builders.EXAMINER, "A-001", "ja+en")
    assert not view.decision.footer.sign.isEnabled()
    view.tabs.choose("letter")
    view._chosen("letter")
    settle(view)
    view.letter.language.setCurrentIndex(view.letter.language.place_of("twin:en"))
    settle(view)
    driver.wait_for(lambda: "enclosed with the letter" in view.letter.mark.text())


def test_nobody_signs_their_own_proposal_and_the_buttons_say_why(open_view: Open) -> None:
    me = Actor(builders.EXAMINER.login, "佐藤 花子", Role.SUPERVISOR, None)
    footer = open_view(me).decision.footer
    assert not footer.sign.isEnabled()
    assert not footer.send_back.isEnabled()
    assert footer.sign.accessibleDescription() == "You cannot countersign your own proposal."


def test_every_input_has_a_name_and_the_pages_can_be_looked_at(open_view: Open) -> None:
    view = open_view(builders.SUPERVISOR)
    assert unnamed(view) == []
    view.decision.languages.choose("pages")
    view.decision.compose()
    settle(view)
    driver.wait_for(lambda: view.decision.pages.pages)
    assert unnamed(view) == []


def test_the_letter_can_be_saved_before_and_after_issue(office: Office, open_view: Open, tmp_path: Path) -> None:
    view = open_view(builders.EXAMINER)
    view.tabs.choose("letter")
    view._chosen("letter")
    settle(view)
    driver.wait_for(view.letter.save_pdf.isEnabled)
    where = tmp_path / "letter.html"
    view.letter.write(where, "html")
    settle(view)
    assert where.read_bytes() == letters.render(office, builders.EXAMINER, "A-001", "ja", "html")


def test_a_signed_letter_saved_as_html_has_its_signature_beside_it(
    office: Office, open_view: Open, tmp_path: Path
) -> None:
    letters.change_settings(office, builders.ADMIN, letter_settings.sample())
    decisions.countersign(office, builders.SUPERVISOR, "A-001")
    made = letters.issue(office, builders.SUPERVISOR, "A-001")
    view = open_view(builders.EXAMINER)
    view.tabs.choose("letter")
    view._chosen("letter")
    settle(view)
    driver.wait_for(view.letter.save_html.isEnabled)
    view.letter.write(tmp_path / "letter.html", "html")
    settle(view)
    sealed = {each.format: each.content for each in made if each.language == "ja"}
    assert (tmp_path / "letter.html").read_bytes() == sealed["html"]
    assert (tmp_path / "letter.html.p7s").read_bytes() == sealed["html.p7s"]
    assert "letter.html.p7s" in view.letter.note.text


def test_comments_are_kept_until_the_return(office: Office, open_view: Open) -> None:
    view = open_view(builders.SUPERVISOR)
    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    type_("Was a reminder sent?")
    driver.wait_for(lambda: "Saved" in view.decision.footer.saved.text, 2.0)
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ReturnDialog)
    type_("Please look")
    saved = dialog.saved
    driver.wait_for(lambda: "Saved" in saved.text, 2.0)
    press(Qt.Key.Key_Escape)
    settle(view)
    again = open_view(builders.SUPERVISOR)
    assert again.decision.detail.comment.text == "Was a reminder sent?"
    again.decision.ask_return()
    driver.turn()
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ReturnDialog)
    assert dialog.text == "Please look"
    dialog.send.click()
    settle(again)
    assert builders.case_file(office).papers == ()


def test_edit_and_sign_records_the_edit_and_shows_the_letter_anew(office: Office, open_view: Open) -> None:
    view = open_view(builders.SUPERVISOR)
    view.decision.footer.edit.click()
    driver.turn()
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, EditDialog)
    assert not dialog.record.isEnabled()
    type_(" Its later payment was seen too.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(view)
    settle(view)
    proposal = builders.case_file(office).proposal
    assert proposal is not None
    assert proposal.edited is not None
    assert proposal.edited.before == "The late payment weighs most."
    assert "later payment" in view.decision.paper.toPlainText()
    driver.wait_for(view.decision.footer.sign.isEnabled)


def test_read_blind_first_hides_the_findings(open_view: Open) -> None:
    view = open_view(builders.SUPERVISOR)
    view.decision.blind.click()
    assert not view.decision.nav.isVisible()
    assert view.decision.paper.isVisible()
    view.decision.blind.click()
    assert view.decision.nav.isVisible()


def test_signing_says_that_comments_were_not_returned(open_view: Open) -> None:
    view = open_view(builders.SUPERVISOR)
    assert view.decision.form is not None
    view.decision.form.set_comment("pension", "Was a reminder sent?")
    dialog = SignDialog(view.decision.form, view._context)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "have not been returned" in told
    dialog.deleteLater()
