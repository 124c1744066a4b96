"""保存した条件: filters that a person keeps under names of their own. Kept with their preferences, never with the office."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.preferences import Preferences
from desktop.queue import form
from models.cases.values import QueueFilter
from models.people.values import Role

KEY = "queue/own"
PREFIX = "own:"
"""What the keys of own filters begin with in the list of views."""
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Own:
    """A filter under a name; what was searched for is a name of a person and is not kept."""

    name: str
    filter: QueueFilter

    @property
    def key(self) -> str:
        """Its key in the list of views."""
        return PREFIX + self.name


class OwnFilters:
    """The filters of one person, in the order in which they were kept."""

    def __init__(self, preferences: Preferences, role: Role) -> None:
        self._preferences, self._role = preferences, role

    @property
    def all(self) -> tuple[Own, ...]:
        """Every one; what is damaged is left out."""
        kept: Any = self._preferences.get(KEY, [])
        pairs = [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []
        return tuple(
            Own(str(each["name"]), form.from_json(each.get("filter"), self._role)) for each in pairs if each.get("name")
        )

    def find(self, key: str) -> Own | None:
        """The one of a key."""
        return next((each for each in self.all if each.key == key), None)

    def keep(self, name: str, flt: QueueFilter) -> Own:
        """Keep a filter; one of the same name takes its place."""
        made = Own(name.strip()[:LONGEST], replace(flt, search=""))
        others = [each for each in self.all if each.name != made.name]
        self._put([*others, made])
        return made

    def rename(self, old: str, new: str) -> None:
        """Another name, in the same place; one that has it already goes."""
        name = new.strip()[:LONGEST]
        self._put(
            [
                replace(each, name=name) if each.name == old else each
                for each in self.all
                if each.name == old or each.name != name
            ]
        )

    def delete(self, name: str) -> None:
        """Forget one."""
        self._put([each for each in self.all if each.name != name])

    def _put(self, kept: Sequence[Own]) -> None:
        self._preferences.put(KEY, [{"name": each.name, "filter": form.to_json(each.filter)} for each in kept])
