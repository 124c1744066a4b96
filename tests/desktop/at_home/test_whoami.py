"""The login of whoever the office knows under this computer's account stands there already; what somebody typed stays."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtTest import QTest

from desktop.at_home.whoami import Computer
from desktop.operations import people
from desktop.preferences import Preferences
from desktop.signin.dialog import SignInDialog
from models.people.values import Changes
from tests import builders
from tests.desktop import desk as driver


class Told:
    """A computer that tells what the test says."""

    def __init__(self, account: str) -> None:
        self._account = account

    def account(self) -> str:
        """What it tells."""
        return self._account


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A closed office that knows one account."""
    folder = tmp_path_factory.mktemp("office")
    with builders.office(folder) as office:
        people.change_person(office, builders.ADMIN, "examiner2", Changes(account="OFFICE\\suzuki"))
    return str(folder / "office.akashi")


def asked(where: str, account: str) -> Iterator[SignInDialog]:
    """The sign-in window of a computer with this account, its passphrase at hand."""
    preferences = Preferences(whoami=Told(account))
    preferences.put("login", "examiner1")
    desk = driver.start("en", preferences)
    dialog = desk.sign_in(where)
    try:
        desk.tasks.wait()
        yield dialog
        dialog.close()
    finally:
        desk.end()


def stands(dialog: SignInDialog, login: str) -> bool:
    """Whether this login stands there."""
    return dialog.login.text() == login


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """At hand, so that the office opens at once."""
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)


@pytest.mark.parametrize(
    ("account", "login"), [("office\\SUZUKI", "examiner2"), ("OFFICE\\sato", "examiner1"), ("", "examiner1")]
)
def test_the_person_of_the_account_comes_before_who_was_here_last(where: str, account: str, login: str) -> None:
    for dialog in asked(where, account):
        driver.wait_for(partial(stands, dialog, login))
        assert dialog.password.edit.text() == "", "the password is asked for all the same"


def test_a_login_that_was_typed_stays(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AKASHI_PASSPHRASE")
    for dialog in asked(where, "OFFICE\\suzuki"):
        dialog.login.selectAll()
        QTest.keyClicks(dialog.login, "admin1")
        dialog.passphrase.edit.setText(builders.PASSPHRASE)
        dialog.password.edit.setText("not the password")
        dialog.submit()
        driver.wait_for(dialog.password.problem.isVisible)
        assert dialog.login.text() == "admin1"


def test_this_computer_names_somebody() -> None:
    assert Computer().account()
