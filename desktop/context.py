"""What every view is handed: there are no globals."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.changes import Changes
from desktop.preferences import Preferences
from desktop.tasks import Tasks
from desktop.theme import Theme
from models.people.values import Actor

if TYPE_CHECKING:  # the store brings SQLAlchemy, which loads after the first paint
    from models.store.office import Office as Office  # noqa: PLC0414 - screens name the type from here


@dataclass(frozen=True, slots=True)
class Context:
    """The open office, who sits before it, and the ways to do work and hear of it. ``lang`` is ``ja`` or ``en``."""

    office: "Office"
    actor: Actor
    tasks: Tasks
    changes: Changes
    theme: Theme
    lang: str
    preferences: Preferences = field(default_factory=Preferences)

    def in_language(self, lang: str) -> "Context":
        """The same in another interface language."""
        return replace(self, lang=lang)
