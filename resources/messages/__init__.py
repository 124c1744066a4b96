"""The sentences of the program that are not the interface's own: errors, problems, steps, explanations.

One TOML file a room and language (``findings.ja.toml``), flat keys, ``{name}`` for values. A code is ``room.key``.
Standard library only; no Qt, so that the command line and the models speak without a screen.
"""

import datetime
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("ja", "en")
_HERE = Path(__file__).parent
_NOUNS = {
    **{
        f"{each}s": each
        for each in (
            "absence act answer attestation case comment day decision desk difference document draft event "
            "examiner fact file finding hour item letter minute month other page paper payment piece point "
            "problem question reader reading reason record request round row sentence sign statement time version "
            "word year"
        ).split()
    },
    "criteria": "criterion",
    "people": "person",
}
_VERBS = {"were": "was", "are": "is", "have": "has", "stand": "stands", "wait": "waits", "need": "needs"}
_COUNTED = re.compile(rf"\{{(\w+)\}} ({'|'.join(_NOUNS)})\b(?: ({'|'.join(_VERBS)})\b)?")
_PERIOD = re.compile(r"(\d{4})([-/])(\d{1,2})")
_MONTHS = "January February March April May June July August September October November December".split()


@cache
def catalogue(room: str, lang: str) -> Mapping[str, str]:
    """All sentences of a room in a language; empty when the room has no file."""
    path = _HERE / f"{room}.{lang}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def has(code: str, lang: str = "ja") -> bool:
    """Whether a sentence exists under this code."""
    room, _, key = code.partition(".")
    return key in catalogue(room, lang)


def text(code: str, lang: str, params: Mapping[str, object] | None = None) -> str:
    """The sentence ``code`` in ``lang``, filled with ``params``.

    Dates are written as people read them. An unknown code comes back as itself: a missing sentence must not hide the
    error that it was to explain (a house test finds it).
    """
    room, _, key = code.partition(".")
    pattern = catalogue(room, lang).get(key)
    if pattern is None:
        return code
    return counted(pattern, params or {}).format_map(_Shown(lang, params or {}))


def counted(pattern: str, params: Mapping[str, object]) -> str:
    """The pattern with its English nouns in the singular where the value before them is 1: ``{n} days`` for 1 is ``{n} day``.

    Only the nouns known here are touched, with a verb that follows at once (``{n} rows were``); other languages hold none.
    """

    def fitting(found: re.Match[str]) -> str:
        place, noun, verb = found.groups()
        if str(params.get(place)) != "1":
            return found.group()
        return f"{{{place}}} {_NOUNS[noun]}{f' {_VERBS[verb]}' if verb else ''}"

    return _COUNTED.sub(fitting, pattern)


def shown(value: object, lang: str) -> str:
    """A value as people of that language read it: dates, amounts with thousands, texts as they are."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return f"{shown(value.date(), lang)} {value:%H:%M}"
    if isinstance(value, datetime.date):
        return date(value, lang)
    if isinstance(value, int):
        return f"{value:,}"
    text_in = getattr(value, "in_", None)
    return str(text_in(lang)) if callable(text_in) else str(value)


def date(value: datetime.date, lang: str) -> str:
    """``2026年3月16日`` or ``16 March 2026``."""
    if lang == "ja":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def period(value: object, lang: str) -> str:
    """``2025-03`` as people read it: ``2025年3月``, ``March 2025``; an instalment ``2025/1``: ``2025年度第1期``."""
    found = _PERIOD.fullmatch(str(value))
    if found is None:
        return shown(value, lang)
    year, mark, number = int(found[1]), found[2], int(found[3])
    if mark == "/":
        return f"{year}年度第{number}期" if lang == "ja" else f"instalment {number} of {year}"
    return (
        (f"{year}年{number}月" if lang == "ja" else f"{_MONTHS[number - 1]} {year}")
        if 1 <= number <= 12
        else str(value)
    )


class _Shown(dict[str, str]):
    """Fills a pattern; a value that was not given shows its name instead of failing."""

    def __init__(self, lang: str, params: Mapping[str, object]) -> None:
        super().__init__(
            {name: period(value, lang) if name == "period" else shown(value, lang) for name, value in params.items()}
        )

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
