"""The people screen: added, changed, switched off, given another password, by keys; the last administrator stays."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import places
from desktop.context import Context
from desktop.operations import people
from desktop.people import form
from desktop.people.dialog import PersonDialog
from desktop.people.form import Draft
from desktop.people.model import Column
from desktop.people.panel import PeopleView
from desktop.tasks import Tasks
from desktop.widgets import Combo
from models.people.values import Actor, Role
from models.store.office import Office
from tests import builders
from tests.desktop.desk import in_front, turn, wait_for

ContextOf = Callable[[Actor], Context]


@pytest.fixture
def view(qtbot: QtBot, context_of: ContextOf, tasks: Tasks) -> PeopleView:
    """The administrator's screen, quiet."""
    made = PeopleView(context_of(builders.ADMIN))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    in_front(made)
    made.shown()
    settle(tasks)
    return made


def settle(tasks: Tasks) -> None:
    """Until nothing is under way."""
    turn(0.02)
    assert tasks.wait()
    turn(0.02)
    assert tasks.wait()


def asked(view: PeopleView) -> PersonDialog:
    """The dialog that stands open."""
    wait_for(lambda: any(each.isVisible() for each in view.findChildren(PersonDialog)))
    return next(each for each in view.findChildren(PersonDialog) if each.isVisible())


def choose(view: PeopleView, login: str) -> None:
    """Put the keyboard on a person."""
    view.table.selectRow([each.login for each in view.model.people].index(login))


def known(office: Office, login: str) -> tuple[str, Role, str | None, bool]:
    """A person as the office keeps them."""
    found = next(each for each in people.listing(office) if each.login == login)
    return (found.name, found.role, found.unit, found.active)


def press_keep(dialog: PersonDialog, tasks: Tasks) -> None:
    """Ctrl+Enter."""
    in_front(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(tasks)


def test_a_person_is_added_and_can_sign_in(view: PeopleView, office: Office, tasks: Tasks) -> None:
    view.new.click()
    dialog = asked(view)
    assert not dialog.keep.isEnabled()
    dialog.login.setText("new1")
    dialog.name.setText("新人 太郎")
    dialog.unit.setText("大阪")
    dialog.role.setCurrentIndex(dialog.role.place_of(Role.SUPERVISOR))
    dialog.password.setText("quite long enough")
    dialog.again.setText("quite other")
    assert dialog.fields["again"].problem.text
    dialog.again.setText("quite long enough")
    press_keep(dialog, tasks)
    wait_for(lambda: "new1" in [each.login for each in view.model.people])
    assert known(office, "new1") == ("新人 太郎", Role.SUPERVISOR, "大阪", True)
    assert people.sign_in(office, "new1", "quite long enough").role is Role.SUPERVISOR
    assert view.person() == people.listing(office)[[e.login for e in people.listing(office)].index("new1")]


def test_enter_changes_who_is_chosen(view: PeopleView, office: Office, tasks: Tasks) -> None:
    choose(view, "examiner1")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    dialog = asked(view)
    dialog.active.setCurrentIndex(dialog.active.place_of(False))
    dialog.unit.setText("")
    press_keep(dialog, tasks)
    assert known(office, "examiner1") == (builders.EXAMINER.name, Role.EXAMINER, None, False)
    wait_for(lambda: view.person() is not None and not view.person().active)  # type: ignore[union-attr]  # asked before
    row = view.table.currentIndex().row()
    assert view.model.index(row, Column.ACTIVE).data() == "switched off"


def test_the_last_administrator_cannot_be_switched_off(view: PeopleView, office: Office, tasks: Tasks) -> None:
    choose(view, "admin1")
    view.edit.click()
    dialog = asked(view)
    dialog.active.setCurrentIndex(dialog.active.place_of(False))
    press_keep(dialog, tasks)
    assert dialog.isVisible()
    assert "last administrator" in dialog.fields["role"].problem.text
    assert known(office, "admin1")[3]
    dialog.reject()


def test_another_password_is_given(view: PeopleView, office: Office, tasks: Tasks) -> None:
    choose(view, "examiner2")
    view.password.click()
    dialog = asked(view)
    for edit in (dialog.password, dialog.again):
        edit.setText("quite another one")
    press_keep(dialog, tasks)
    assert people.sign_in(office, "examiner2", "quite another one").login == "examiner2"


def test_a_login_that_is_taken_is_told_beside_it(view: PeopleView, tasks: Tasks) -> None:
    view.add()
    dialog = asked(view)
    dialog.login.setText("examiner1")
    dialog.name.setText("x")
    for edit in (dialog.password, dialog.again):
        edit.setText("quite another one")
    press_keep(dialog, tasks)
    assert "taken" in dialog.fields["login"].problem.text
    dialog.reject()


def test_only_who_keeps_people_has_the_place() -> None:
    with_place = {role for role in Role if any(place.key == "people" for place in places(role))}
    assert with_place == {Role.ADMINISTRATOR}


def test_everything_has_a_name(view: PeopleView) -> None:
    view.add()
    dialog = asked(view)
    for root in (view, dialog):
        acting = [each for each in root.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        inside = {each for combo in root.findChildren(Combo) for each in combo.findChildren(QWidget)}
        names = [
            each.objectName() or type(each).__name__
            for each in acting
            if each not in inside and not each.accessibleName() and not isinstance(each, QLabel)
        ]
        assert [name for name in names if not name.startswith("qt_")] == []
    dialog.reject()


def test_what_is_missing_is_found_in_order() -> None:
    whole = Draft("a", "b", Role.EXAMINER, "", True, "long enough", "long enough")
    assert form.missing(whole, new=True) == ""
    assert form.missing(Draft(), new=True) == "login"
    assert form.missing(Draft("a"), new=False) == "name"
    assert form.missing_password(Draft(password="short", again="short")) == "password"
