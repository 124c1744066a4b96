"""The canonical content of a letter, its digest and its check number.

The content digest is what a countersigner signs: it leaves out what is known only on the day of dispatch. The check number
stands in the letter itself, for people: 16 hex digits of SHA-256 over the whole canonical content (a PDF cannot hold its
own hash). Both come from values, so another program can compute them from the JSON form.
"""

import hashlib
import json
from collections.abc import Hashable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache

from models.letters.values import Box, Field, Letter, Sentence

_NEVER = frozenset({"check_number", "content_digest", "standard"})
"""``standard`` says what a sentence was before somebody worded it: no part of what the letter says."""
_DISPATCH = frozenset(
    {
        "number",
        "draft",
        "draft_mark",
        "dispatched_on",
        "received_on",
        "footer",
        "last_day_if_received_today",
        "notes",
    }
)
_CHECK_DIGITS = 16


def content_digest(letter: Letter) -> str:
    """SHA-256 over the letter without what depends on the day of dispatch."""
    return _sha256(_canonical(letter, skip=_NEVER | _DISPATCH, dispatch=False))


def check_number(letter: Letter) -> str:
    """16 upper-case hex digits over the whole content, number and day of dispatch included."""
    return _sha256(_canonical(letter, skip=_NEVER | {"draft", "draft_mark", "notes"}, dispatch=True))[
        :_CHECK_DIGITS
    ].upper()


def together(letters: Iterable[Letter]) -> str:
    """The digest of all languages of a letter: what a countersigner signs."""
    each = {letter.language: letter.content_digest for letter in letters}
    return _sha256(each)


def shown(number: str) -> str:
    """A check number in groups of four, as printed."""
    return "-".join(number[place : place + 4] for place in range(0, len(number), 4))


def _sha256(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(value: object, skip: frozenset[str], dispatch: bool) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_canonical(each, skip, dispatch) for each in value if dispatch or not _of_dispatch(each)]
    if isinstance(value, date):
        return value.isoformat()
    kind: Hashable = type(value)  # type: ignore[assignment]  # a class is hashable
    names = _names(kind, skip)
    return value if names is None else {name: _canonical(getattr(value, name), skip, dispatch) for name in names}


@lru_cache(maxsize=256)
def _names(kind: Hashable, skip: frozenset[str]) -> tuple[str, ...] | None:
    """The fields of a value that count; None for what is no value of ours. Asked ten thousand times a letter."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        return None
    return tuple(each.name for each in fields(kind) if each.name not in skip)


def _of_dispatch(value: object) -> bool:
    return isinstance(value, Sentence | Box | Field) and value.dispatch
