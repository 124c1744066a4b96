"""Wording and template of requests to applicants, and the rule of their days. Standard library only.

Keys are the same in every language; ``{slots}`` are filled with the same values in each.
"""

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from resources.letters import EASY, readings

_HERE = Path(__file__).resolve().parent
AUTHORITATIVE = "ja"


@cache
def languages() -> tuple[str, ...]:
    """The languages that have every sentence with the slots of the Japanese one; Japanese first."""
    found = sorted(path.stem for path in _HERE.glob("*.toml") if path.stem not in (AUTHORITATIVE, "rules"))
    return (AUTHORITATIVE, *(each for each in found if not lacking(each)))


@cache
def wording(language: str) -> Mapping[str, str]:
    """All sentences of a language. Raises ``KeyError`` for a language without wording."""
    path = _HERE / f"{language}.toml"
    if path.parent != _HERE or not path.is_file() or language == "rules":
        raise KeyError(language)
    read: Mapping[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: readings.annotated(text) for key, text in read.items()} if language == EASY else read


@cache
def sheet_languages() -> tuple[str, ...]:
    """The languages beyond the program's own that a decision sheet can be shown in, for information."""
    return tuple(sorted(path.stem for path in (_HERE / "sheet").glob("*.toml")))


@cache
def sheet_wording(language: str) -> Mapping[str, str]:
    """The sheet's words in one of these languages. Raises ``KeyError`` for a language without wording."""
    if language not in sheet_languages():
        raise KeyError(language)
    read: Mapping[str, str] = tomllib.loads((_HERE / "sheet" / f"{language}.toml").read_text(encoding="utf-8"))
    return read


def lacking(language: str) -> frozenset[str]:
    """The keys that a language lacks, has beyond the Japanese ones, or fills with other slots."""
    own, said = wording(AUTHORITATIVE), wording(language)
    apart = {key for key in own.keys() & said.keys() if slots(own[key]) != slots(said[key])}
    return frozenset((own.keys() ^ said.keys()) | apart)


def slots(text: str) -> frozenset[str]:
    """The names that a sentence is filled with."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


def rules() -> Path:
    """The rule of days."""
    return _HERE / "rules.toml"


def template() -> Path:
    """The Typst template of a request."""
    return _HERE / "request.typ"


def sheet_template() -> Path:
    """The Typst template of the decision sheet."""
    return _HERE / "sheet.typ"
