"""Masks a record for disclosure: the address and third parties go, wherever they are written. Pure."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

MASK = "■■■"
FIELDS = frozenset(
    {"address", "municipality", "household", "agent", "employer", "description", "receipt", "receipt_number"}
)
"""Fields that say where somebody lives, or name somebody else."""
OWN_STATEMENTS = frozenset({"reasons", "reply", "comment"})
"""Statements of the applicant; the words of others are masked whole."""
_SHORTEST = 2


def words(rows: Mapping[str, Any]) -> frozenset[str]:
    """Everything that the masked fields of a case say: it is masked in free text too."""
    return frozenset(each for each in _said(list(rows.values())) if len(each) >= _SHORTEST)


def masked(value: Any, hidden: Collection[str]) -> Any:
    """A JSON value with its masked fields, and the same words anywhere else, covered."""
    longest_first = sorted(hidden, key=lambda each: (-len(each), each))
    return _covered(value, longest_first)


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name in FIELDS and isinstance(inner, str) and inner:
                yield inner
            else:
                yield from _said(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner)


def _covered(value: Any, hidden: list[str]) -> Any:
    if isinstance(value, str):
        for each in hidden:
            value = value.replace(each, MASK)
        return value
    if isinstance(value, list):
        return [_covered(each, hidden) for each in value]
    if not isinstance(value, Mapping):
        return value
    foreign = "text" in value and "given_on" in value and value.get("kind") not in OWN_STATEMENTS
    return {
        name: MASK
        if inner is not None and (name in FIELDS or (foreign and name == "text"))
        else _covered(inner, hidden)
        for name, inner in value.items()
    }


def content(text: str, hidden: Collection[str]) -> str | None:
    """The content of an event, or nothing when something in it would have to be masked: half a content proves nothing."""
    said = json.loads(text)
    return text if masked(said, hidden) == said else None
