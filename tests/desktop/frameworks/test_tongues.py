"""The languages of letters on the screen: everybody reads them, a supervisor chooses, and an issue follows the choice."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.context import Context
from desktop.frameworks import tonguesform
from desktop.frameworks.tonguesdialog import TonguesDialog
from desktop.operations import letters, tongues
from desktop.tasks import Tasks
from models.errors import BadInput, NotPermitted
from models.letters.tongues import Tongue
from models.people.rules import may
from models.people.values import Actor, Permission
from tests import builders
from tests.desktop.desk import in_front, turn

SAYS = {"authoritative": "prevails", "drafted": "drafted", "stale": "{n} old", "every": "all"}


@pytest.fixture
def shown(qtbot: QtBot, context_of: Callable[[Actor], Context], tasks: Tasks) -> Callable[[Actor], TonguesDialog]:
    """The dialog as a person sees it."""

    def made(actor: Actor) -> TonguesDialog:
        dialog = TonguesDialog(context_of(actor))
        qtbot.addWidget(dialog)
        in_front(dialog)
        assert tasks.wait()
        turn(0.02)
        return dialog

    return made


KEEPER = next(each for each in builders.EVERYONE if may(each.role, Permission.KEEP_PEOPLE))
READER = next(each for each in builders.EVERYONE if not may(each.role, Permission.KEEP_PEOPLE))


def test_a_choice_is_kept_and_letters_follow_it(shown: Callable[[Actor], TonguesDialog], tasks: Tasks) -> None:
    dialog = shown(KEEPER)
    assert not dialog.keep.isEnabled()
    office = dialog._context.office
    before = "vi" in letters.settings(office).drafted
    dialog.ticks["vi"].setChecked(not before)
    assert dialog.keep.isEnabled()
    dialog.save()
    assert tasks.wait()
    turn(0.02)
    assert ("vi" in letters.settings(office).drafted) is not before
    assert not dialog.keep.isEnabled()
    assert not dialog.ticks["ja"].isEnabled()
    assert dialog.ticks["ja"].isChecked()


def test_who_may_not_choose_reads(shown: Callable[[Actor], TonguesDialog]) -> None:
    dialog = shown(READER)
    assert len(dialog.ticks) >= 11
    assert not any(each.isEnabled() for each in dialog.ticks.values())
    with pytest.raises(NotPermitted):
        tongues.allow(dialog._context.office, READER, ("ko",), ("vi",))
    with pytest.raises(BadInput):
        tongues.allow(dialog._context.office, KEEPER, ("xx",))


def test_a_row_says_what_is_stale_and_where_the_language_is_whole() -> None:
    found = (
        Tongue("ja", "日本語", "authoritative", (), ("a", "b"), True, False),
        Tongue("vi", "Tiếng Việt", "drafted", ("x:1", "x:2"), ("a",), False, True),
    )
    first, second = tonguesform.rows(found, SAYS, {"a": "A", "b": "B"})
    assert (first.status, first.frameworks) == ("prevails", "all")
    assert (second.status, second.frameworks) == ("drafted · 2 old", "A")
    assert tonguesform.chosen(found, {"ja": False, "vi": True}) == (("vi",), ())
    assert tonguesform.chosen(found, {"ja": True, "vi": False}) == ((), ())
