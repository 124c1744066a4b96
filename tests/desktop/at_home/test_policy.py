"""What an administrator fixed is read strictly, shown with its reason, and holds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.at_home import policy, registry
from desktop.at_home.policy import Policy
from desktop.operations import backups
from desktop.preferences import Preferences
from tests import builders
from tests.desktop import desk as driver

OFFICE = "postgresql://db.example/akashi"


def source(**values: object) -> Callable[[str], object]:
    """A registry in the hand."""
    return values.get


def test_what_is_set_is_read() -> None:
    found = policy.read(source(Office=f" {OFFICE} ", IdleMinutes=5, BackupFolder=r"D:\safe", Language="en"))
    assert found == Policy(OFFICE, 5, r"D:\safe", "en")


def test_nothing_is_fixed_where_nothing_is_set() -> None:
    assert policy.read(source()) == Policy()


@pytest.mark.parametrize("value", [0, -5, 241, "five", "", 3.5, True, b"5", None, "٥"])
def test_minutes_that_are_none_are_not_set(value: object) -> None:
    assert policy.read(source(IdleMinutes=value)).idle_minutes is None


def test_minutes_may_be_typed_as_text() -> None:
    assert policy.read(source(IdleMinutes="30")).idle_minutes == 30


@pytest.mark.parametrize("value", ["de", "JA", 1041, None])
def test_a_language_that_is_none_is_not_set(value: object) -> None:
    assert policy.read(source(Language=value)).language == ""


def test_there_are_no_policies_where_there_is_no_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "value", source(Language="en"))
    assert policy.of_this_computer() == Policy(language="en")


def test_a_fixed_office_is_the_only_one_and_says_why() -> None:
    store = Preferences(fixed=Policy(office=OFFICE, language="en"))
    store.put("offices", ["/elsewhere/office.akashi"])
    desk = driver.start("ja", store)
    try:
        dialog = desk.sign_in("/another.akashi")
        assert dialog.state.office == OFFICE
        assert dialog.offices.count() == 1
        assert not dialog.offices.isEnabled()
        assert (
            dialog.office_field.hint.text() == "Set by your administrator"
        )  # English, although Japanese was asked for
        assert not driver.find(dialog, QPushButton, "open-office").isEnabled()
        assert not driver.find(dialog, QWidget, "language").isEnabled()
        dialog.close()
    finally:
        desk.end()


def test_a_policy_reaches_the_preferences_of_a_login() -> None:
    assert Preferences(fixed=Policy(idle_minutes=7)).of("examiner1").fixed.idle_minutes == 7


def test_backups_go_where_the_administrator_said(tmp_path: Path) -> None:
    """Each office has a folder of its own there: generations of one must not clear away another's."""
    with builders.office(tmp_path) as office:
        builders.ready_case(office, "A-001")
        made = backups.automatic(office, fixed=str(tmp_path / "safe"))
        assert made is not None
        assert made.path.parent.name == "office.akashi.backups"
        assert made.path.is_relative_to(tmp_path / "safe")
        assert not (tmp_path / "office.akashi.backups").exists()
