"""What the dialog of letter languages shows and gives back; no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.letters.tongues import Tongue


@dataclass(frozen=True, slots=True)
class Row:
    """A language: its name, what is said of its wording, whether it is ticked, and whether the office has a choice."""

    language: str
    name: str
    status: str
    frameworks: str
    issued: bool
    free: bool


def rows(found: Sequence[Tongue], says: Mapping[str, str], titles: Mapping[str, str]) -> tuple[Row, ...]:
    """One row a language, Japanese first. ``says``: ``authoritative``, ``drafted``, ``stale`` (``{n}``), ``every``."""
    return tuple(_row(each, says, titles) for each in found)


def chosen(found: Sequence[Tongue], ticked: Mapping[str, bool]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The languages that are issued from now on, and those no longer; what did not change is in neither."""
    free = [each for each in found if each.free and ticked.get(each.language, each.issued) != each.issued]
    return (
        tuple(each.language for each in free if ticked[each.language]),
        tuple(each.language for each in free if not ticked[each.language]),
    )


def _row(tongue: Tongue, says: Mapping[str, str], titles: Mapping[str, str]) -> Row:
    status = says.get(tongue.status, tongue.status)
    if tongue.stale:
        status += " · " + says["stale"].format(n=len(tongue.stale))
    whole = set(tongue.frameworks) >= set(titles)
    names = says["every"] if whole else "、".join(titles.get(each, each) for each in tongue.frameworks)
    return Row(tongue.language, tongue.name, status, names, tongue.issued, tongue.free)
