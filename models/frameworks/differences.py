"""What differs between two versions of a framework: entry by entry, field by field, language by language. Pure.

It walks the values themselves, so that a field which is added to them is compared from the first day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from models.errors import BadInput
from models.frameworks.values import Framework, Parameter

_LEFT_OUT = frozenset({"digest", "version"})
_KEYS = ("key", "code")


class How(StrEnum):
    """What became of an entry or a field."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``path`` leads to it (``criteria``, ``pension``, ``reasons``, ``P-02``, ``title``, ``ja``);
    ``before`` and ``after`` are its words (empty for whole entries). ``MOVED``: the same entries in another order."""

    path: tuple[str, ...]
    how: How
    before: str = ""
    after: str = ""

    @property
    def place(self) -> str:
        """The path in one word."""
        return ".".join(self.path)

    @property
    def criterion(self) -> str | None:
        """The criterion it belongs to."""
        return self.path[1] if self.path[0] == "criteria" and len(self.path) > 1 else None


def differences(old: Framework, new: Framework) -> tuple[Change, ...]:
    """All that differs, in the order of the old file, what is new behind. Raises ``BadInput`` for two kinds of case."""
    if old.kind != new.kind:
        raise BadInput("frameworks.kinds_differ", first=old.kind, second=new.kind)
    return tuple(_values((), old, new))


def _values(path: tuple[str, ...], old: object, new: object) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _entries(path, dict(old), dict(new))
    elif is_dataclass(old) and is_dataclass(new):
        for each in fields(old):
            if each.name not in _LEFT_OUT or path:
                name = each.name.rstrip("_")
                yield from _values((*path, name), getattr(old, each.name), getattr(new, each.name))
    elif isinstance(old, tuple) and isinstance(new, tuple):
        before, after = _keyed(old), _keyed(new)
        yield from _entries(path, before, after)
        kept = [key for key in after if key in before]
        if kept != [key for key in before if key in after]:
            yield Change(path, How.MOVED, ", ".join(before), ", ".join(after))
    else:
        yield Change(path, How.CHANGED, _words(old), _words(new))


def _entries(path: tuple[str, ...], old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    for key, value in old.items():
        if key in new:
            yield from _values((*path, key), value, new[key])
        else:
            yield Change((*path, key), How.REMOVED, _words(value))
    for key, value in new.items():
        if key not in old:
            yield Change((*path, key), How.ADDED, "", _words(value))


def _keyed(entries: tuple[object, ...]) -> dict[str, object]:
    """Entries by the key that they carry; plain words are their own key."""
    return {next((str(getattr(each, key)) for key in _KEYS if hasattr(each, key)), str(each)): each for each in entries}


def _words(value: object) -> str:
    """A plain value in words; an entry by the title it carries."""
    if value is None:
        return "—"
    title = getattr(value, "title", None)
    if isinstance(title, Mapping):
        return str(title["ja"])
    if isinstance(value, Parameter):
        return str(value.value)
    return "" if is_dataclass(value) else str(value)
