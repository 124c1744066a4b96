"""What signing in needs, without Qt."""

import pytest

from desktop.signin import form
from desktop.signin.form import Place, SignIn
from models.errors import BadInput, NotPermitted


def test_it_is_ready_when_everything_asked_for_is_there() -> None:
    assert not SignIn().ready
    assert not SignIn("/x.akashi", "examiner1", "secret").ready
    assert SignIn("/x.akashi", "examiner1", "secret", "pass").ready
    assert SignIn("/x.akashi", "examiner1", "secret", opened=True).ready
    assert not SignIn("/x.akashi", "  ", "secret", opened=True).ready


def test_only_a_closed_embedded_office_asks_its_passphrase() -> None:
    assert SignIn("/x.akashi").asks_passphrase
    assert not SignIn("/x.akashi", opened=True).asks_passphrase
    assert not SignIn("postgresql://host/akashi").asks_passphrase
    assert not SignIn().asks_passphrase


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (NotPermitted("people.wrong"), Place.PASSWORD),
        (NotPermitted("people.closed", seconds=30), Place.PASSWORD),
        (NotPermitted("store.wrong_passphrase"), Place.PASSPHRASE),
        (BadInput("store.no_office"), Place.OFFICE),
        (OSError(), Place.OFFICE),
    ],
)
def test_an_error_stands_under_its_field(error: Exception, place: Place) -> None:
    assert form.place_of(error) is place


@pytest.mark.parametrize(
    ("typed", "shift", "before", "on"),
    [
        ("A", False, False, True),
        ("a", True, False, True),
        ("a", False, True, False),
        ("A", True, True, False),
        ("1", False, True, True),
        ("", False, False, False),
        ("あ", False, True, True),
    ],
)
def test_letters_tell_of_caps_lock(typed: str, shift: bool, before: bool, on: bool) -> None:
    assert form.caps_lock(typed, shift, before) is on
