"""Which lists of a draft can be changed by form, what stands in them, and a change put into the text. Plain Python; no Qt."""

import re
from dataclasses import dataclass
from enum import StrEnum

from models.facts import catalogue
from models.frameworks import editing, restructuring

FACTS = "facts"
_OF_CRITERION = ("reasons", "grounds", "evidence", FACTS)
_OF_FRAMEWORK = ("criteria", "parameters", "transitions")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,59}")
Path = tuple[str, ...]


class Kind(StrEnum):
    """What can be done with an entry."""

    ADD = "add"
    REMOVE = "remove"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Change:
    """What a person asks for: with the entry ``name`` of a list; ``new`` is what is added."""

    kind: Kind
    path: Path
    name: str
    new: str = ""


def path(key: str, part: str) -> Path:
    """Where a list of a criterion, or (``""``) of the framework, stands."""
    return ("criteria", key, part) if key else (part,)


def parts(text: str, key: str) -> tuple[str, ...]:
    """The lists that are there."""
    every = _OF_CRITERION if key else _OF_FRAMEWORK
    return tuple(each for each in every if restructuring.names(text, path(key, each)))


def entries(text: str, where: Path, lang: str) -> tuple[tuple[str, str], ...]:
    """The names in a list, each with its words."""
    return tuple((name, _words(text, (*where, name), name, lang)) for name in restructuring.names(text, where))


def _words(text: str, where: Path, name: str, lang: str) -> str:
    if where[-2] == FACTS:
        said = catalogue.entries()[name].title.in_(lang) if name in catalogue.entries() else ""
        return f"{name}　{said}".rstrip()
    titles = {leaf.path[-1]: leaf.value for leaf in editing.leaves(text, (*where, "title"))}
    titles = titles or {leaf.path[-1]: leaf.value for leaf in editing.leaves(text, (*where, "text"))}
    figure = editing.value(text, (*where, "value"))
    dated = [editing.value(text, (*where, each)) or "" for each in ("from", "until")]
    days = "–".join(dated) if any(dated) else ""
    words = titles.get(lang) or titles.get("ja") or ""
    return "　".join(each for each in (name, words, figure or "", days) if each)


def known_facts() -> tuple[str, ...]:
    """The facts that can be shown, in the catalogue's order."""
    return tuple(catalogue.entries())


def usable(text: str, where: Path, name: str) -> bool:
    """Whether an entry may be called so: letters, digits, ``_ . -``, and not there yet."""
    return bool(_NAME.fullmatch(name.strip())) and name.strip() not in restructuring.names(text, where)


def applied(text: str, change: Change) -> str:
    """The text with the change in it; as it is where it cannot be."""
    if change.kind is Kind.REMOVE:
        return restructuring.removed(text, change.path, change.name)
    if change.kind is not Kind.ADD:
        return restructuring.moved(text, change.path, change.name, -1 if change.kind is Kind.EARLIER else 1)
    if change.path[-1] == FACTS:
        return restructuring.listed(text, change.path, change.new)
    return restructuring.copied(text, change.path, change.name, change.new)
