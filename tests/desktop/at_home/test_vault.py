"""The passphrase is kept only where the person wants it, and not a moment longer than it opens the office."""

import sys
from pathlib import Path

import pytest

from desktop.at_home import policy, vault
from desktop.at_home.policy import Policy
from desktop.preferences import Preferences
from tests import builders
from tests.desktop import desk as driver


class Drawer:
    """A credential store in the hand."""

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}

    def kept(self, office: str) -> str:
        """What lies there."""
        return self.entries.get(office, "")

    def keep(self, office: str, passphrase: str) -> bool:
        """Put it there."""
        self.entries[office] = passphrase
        return True

    def forget(self, office: str) -> None:
        """Take it away."""
        self.entries.pop(office, None)


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A closed office."""
    folder = tmp_path_factory.mktemp("office")
    builders.office(folder).close()
    return str(folder / "office.akashi")


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch) -> Drawer:
    """The store, and no passphrase in the environment."""
    monkeypatch.delenv("AKASHI_PASSPHRASE", raising=False)
    return Drawer()


def test_who_wants_it_is_asked_once(where: str, drawer: Drawer) -> None:
    desk = driver.start("en", Preferences(vault=drawer))
    dialog = desk.sign_in(where)
    try:
        assert dialog.passphrase.isVisible()
        assert dialog.keep.isVisible()
        assert not dialog.keep.isChecked()
        dialog.keep.setChecked(True)
        dialog.passphrase.edit.setText(builders.PASSPHRASE)
        driver.fill_in(dialog, "examiner1", "another password")
        dialog.submit()
        desk.tasks.wait()
        assert drawer.entries == {where: builders.PASSPHRASE}
        dialog.close()
        again = desk.sign_in(where)
        desk.tasks.wait()
        assert not again.passphrase.isVisible()
        assert not again.keep.isVisible()
        assert again.state.opened
        again.close()
    finally:
        desk.end()


def test_who_does_not_want_it_is_asked_again(where: str, drawer: Drawer) -> None:
    desk = driver.start("en", Preferences(vault=drawer))
    dialog = desk.sign_in(where)
    try:
        dialog.passphrase.edit.setText(builders.PASSPHRASE)
        driver.fill_in(dialog, "examiner1", "another password")
        dialog.submit()
        desk.tasks.wait()
        assert dialog.state.opened
        assert drawer.entries == {}
        dialog.close()
    finally:
        desk.end()


def test_what_no_longer_opens_the_office_is_thrown_away(where: str, drawer: Drawer) -> None:
    drawer.entries[where] = "the passphrase of last year"
    desk = driver.start("en", Preferences(vault=drawer))
    dialog = desk.sign_in(where)
    try:
        desk.tasks.wait()
        assert drawer.entries == {}
        assert dialog.passphrase.isVisible()
        assert dialog.passphrase.problem.isVisible()
        dialog.close()
    finally:
        desk.end()


@pytest.mark.parametrize("store", [None, Drawer()])
def test_it_is_offered_only_where_there_is_a_store(
    where: str, store: Drawer | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AKASHI_PASSPHRASE", raising=False)
    desk = driver.start("ja", Preferences(vault=store))
    dialog = desk.sign_in(where)
    try:
        assert dialog.keep.isVisible() == (store is not None)
        dialog.close()
    finally:
        desk.end()


def test_an_administrator_can_forbid_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop import preferences

    monkeypatch.setattr(preferences, "vault_of_this_computer", Drawer)
    assert Preferences.of_this_computer().vault is not None
    monkeypatch.setattr(policy, "of_this_computer", lambda: Policy(passphrase_asked=True))
    assert Preferences.of_this_computer().vault is None


def test_what_is_forbidden_is_greyed_with_the_reason(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AKASHI_PASSPHRASE", raising=False)
    desk = driver.start("en", Preferences(fixed=Policy(passphrase_asked=True)))
    dialog = desk.sign_in(where)
    try:
        assert dialog.keep.isVisible()
        assert not dialog.keep.isEnabled()
        assert dialog.keep.toolTip() == "Set by your administrator"
        dialog.close()
    finally:
        desk.end()


def test_two_ways_to_name_an_office_are_one_entry(tmp_path: Path) -> None:
    assert vault.entry(str(tmp_path / "a" / ".." / "o.akashi")) == vault.entry(str(tmp_path / "o.akashi"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a store")
def test_elsewhere_nothing_is_kept() -> None:
    assert vault.of_this_computer() is None


@pytest.mark.skipif(sys.platform != "win32", reason="Windows' own store: in the rehearsal and on the hosted runner")
def test_windows_keeps_and_forgets(tmp_path: Path) -> None:
    store, office = vault.of_this_computer(), str(tmp_path / "o.akashi")
    assert store is not None
    store.forget(office)
    assert store.kept(office) == ""
    assert store.keep(office, "合言葉 \U00020bb7")
    assert store.kept(office) == "合言葉 \U00020bb7"
    assert not store.keep(office, "x" * 3000)
    store.forget(office)
    assert store.kept(office) == ""
