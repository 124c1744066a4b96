"""The letterhead as named settings: what the command line and the screen show and change, for all kinds or for one.

A kind without one of its own goes out under the office's (naturalization is decided by Legal Affairs Bureaus, so it has one).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from models.errors import BadInput
from models.letters.values import WINDOWS, Letterhead, LetterSettings
from models.localized import Localized

WORDS = ("authority", "unit", "address", "hours", "signatory", "interpreting")
"""Settings in several languages: ``unit.ja``, ``unit.en``; without a language the Japanese one."""
PLAIN = ("telephone", "number_pattern", "collect_days", "window")
ALL = (*WORDS, *PLAIN)
_MOST_DAYS = 365


def of_kind(settings: LetterSettings, kind: str | None) -> Letterhead:
    """The letterhead that a kind's letters have; ``None``: that of the office."""
    return dict(settings.by_kind).get(kind or "", settings.letterhead)


def described(settings: LetterSettings, kind: str | None = None) -> dict[str, str]:
    """Every setting with its value, words by language."""
    return dict(_pairs(of_kind(settings, kind)))


def changed(settings: LetterSettings, kind: str | None, changes: Mapping[str, str]) -> LetterSettings:
    """The settings with these changes, for all kinds or for one. Raises ``BadInput`` for an unknown name or a bad value."""
    head = of_kind(settings, kind)
    for name, value in changes.items():
        head = replace(head, **_change(head, name, value))
    if kind is None:
        return replace(settings, letterhead=head)
    others = tuple(each for each in settings.by_kind if each[0] != kind)
    return replace(settings, by_kind=(*others, (kind, head)))


def without(settings: LetterSettings, kind: str) -> LetterSettings:
    """The kind goes out under the office's letterhead again."""
    return replace(settings, by_kind=tuple(each for each in settings.by_kind if each[0] != kind))


def _pairs(head: Letterhead) -> Iterator[tuple[str, str]]:
    for name in WORDS:
        for language, words in getattr(head, name).items():
            yield f"{name}.{language}", words
    for name in PLAIN:
        yield name, str(getattr(head, name))


def _change(head: Letterhead, name: str, value: str) -> dict[str, Any]:
    root, _, language = name.partition(".")
    if root in WORDS:
        return {root: _worded(getattr(head, root), language or "ja", value)}
    if name == "collect_days":
        return {name: _days(value)}
    if name == "window" and value not in WINDOWS:
        raise BadInput("issuing.no_window", value=value, known=", ".join(WINDOWS))
    if name in PLAIN:
        return {name: value}
    raise BadInput("issuing.no_setting", name=name, known=", ".join(ALL))


def _worded(words: Localized, language: str, value: str) -> Localized:
    kept = {**words, language: value}
    if language != "ja" and not value:
        kept.pop(language)
    return Localized(tuple(sorted(kept.items(), key=lambda pair: (pair[0] != "ja", pair[0]))))


def _days(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= _MOST_DAYS:
        raise BadInput("issuing.bad_days", value=value, most=_MOST_DAYS)
    return int(value)
