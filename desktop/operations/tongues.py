"""The languages of letters: which there are, who stands behind them, which the office issues."""

from collections.abc import Iterable

from desktop.operations import letters
from models.frameworks import library
from models.letters import tongues
from models.letters.tongues import Tongue
from models.people.values import Actor
from models.store.office import Office


def listing(office: Office) -> tuple[Tongue, ...]:
    """Every language with its status."""
    return tongues.all_(letters.settings(office), library.all_())


def allow(office: Office, actor: Actor, allowed: Iterable[str], forbidden: Iterable[str] = ()) -> tuple[Tongue, ...]:
    """Issue these drafted languages from now on, and those no longer. Raises ``NotPermitted``, ``BadInput``."""
    new = tongues.changed(letters.settings(office), allowed, forbidden)
    letters.change_settings(office, actor, new)
    return tongues.all_(new, library.all_())
