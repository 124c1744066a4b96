"""The wording that all letters share: one TOML a language, and the Typst template. Standard library only.

Keys are flattened with dots (``first.lead.refuse``). A value may hold ``{slots}``: they are filled from bound figures only.
Beside a language's file, ``<language>/<framework>/<version>.toml`` holds what a framework says in it (frameworks themselves
hold Japanese and English). A language is offered only when all its sentences are there, with the slots of the Japanese ones.
"""

import json
import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from resources import messages
from resources.letters import readings

_HERE = Path(__file__).resolve().parent
_OF_ANOTHER_KIND = re.compile(r"[._](extension|change_of_status|naturalization)(_\w+)?$")
"""Sentences of frameworks that stand in Japanese and English only: no other language is asked for them."""
EASY = "ja-easy"
"""Easy Japanese (やさしい日本語): its texts carry readings."""
_OWN_SLOTS = "date."
"""How a date is built differs from language to language, and so do the slots of its patterns."""


@cache
def languages() -> tuple[str, ...]:
    """The languages whose wording is complete, Japanese first."""
    return tuple(each for each in known() if each == "ja" or not lacking(each))


def known() -> tuple[str, ...]:
    """The languages that have a file, whole or not; Japanese first."""
    found = sorted(path.stem for path in _HERE.glob("*.toml"))
    return ("ja", *(each for each in found if each != "ja"))


@cache
def wording(language: str) -> Mapping[str, str]:
    """All sentences of a language by flat key. Raises ``KeyError`` for a language without wording."""
    path = _HERE / f"{language}.toml"
    if path.parent != _HERE or not path.is_file():
        raise KeyError(language)
    return _read(path)


def lacking(language: str) -> frozenset[str]:
    """The keys that a language lacks, has beyond the Japanese ones, or fills with other slots; empty when it is whole."""
    own, said = wording("ja"), wording(language)
    if language not in messages.LANGUAGES:
        own = {key: text for key, text in own.items() if key in said or not _OF_ANOTHER_KIND.search(key)}
    apart = {
        key
        for key in own.keys() & said.keys()
        if not key.startswith(_OWN_SLOTS) and slots(own[key]) != slots(said[key])
    }
    return frozenset((own.keys() ^ said.keys()) | apart | _untitled(language))


@cache
def fact_titles(language: str) -> Mapping[str, str]:
    """The titles of facts, for the languages that the program's messages do not speak."""
    path = _HERE / language / "facts.toml"
    return _read(path) if path.is_file() else {}


@cache
def framework_wording(language: str, framework: str, version: str) -> Mapping[str, str]:
    """What a framework's version says in a language, by path; empty where nobody has written it."""
    path = _HERE / language / framework / f"{version}.toml"
    return _read(path) if path.is_file() else {}


@cache
def translated_from(language: str) -> Mapping[str, Mapping[str, str]]:
    """The digests of the texts that a language was translated from, by group and key; empty where none were kept."""
    path = _HERE / language / "sources.json"
    found: Mapping[str, Mapping[str, str]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found


def slots(text: str) -> frozenset[str]:
    """The names of a wording's slots; ``{fact:key}`` is named ``fact:key``."""
    parsed = string.Formatter().parse(text)
    return frozenset(f"{name}:{spec}" if spec else name for _, name, spec, _ in parsed if name is not None)


def template() -> Path:
    """The Typst template of the letter."""
    return _HERE / "letter.typ"


def template_parts(chosen: Path) -> tuple[Path, ...]:
    """A template and the files that it is made of, by name."""
    return tuple(sorted(_HERE.glob("letter*.typ"))) if chosen == template() else (chosen,)


def envelope_template() -> Path:
    """The Typst template of an envelope's front."""
    return _HERE / "envelope.typ"


def twin_template() -> Path:
    """The Typst template of the twin layout."""
    return _HERE / "twin.typ"


def stylesheet() -> Path:
    """The style sheet of the HTML twin."""
    return _HERE / "letter.css"


def sample_office() -> Path:
    """The letter settings of the made-up office."""
    return _HERE / "offices" / "sample.toml"


def _untitled(language: str) -> frozenset[str]:
    if language in messages.LANGUAGES:
        return frozenset()
    own = {key: text for key, text in messages.catalogue("facts", "en").items() if key.startswith("title_")}
    said = fact_titles(language)
    lost = {key for key, text in own.items() if key not in said or slots(text) != slots(said[key])}
    return frozenset(f"facts.{key}" for key in lost)


def _read(path: Path) -> Mapping[str, str]:
    found = dict(_flat("", tomllib.loads(path.read_text(encoding="utf-8"))))
    if EASY in path.relative_to(_HERE).parts or path.stem == EASY:
        return {key: readings.annotated(text) for key, text in found.items()}
    return found


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flat(f"{name}.", value)
        else:
            yield name, str(value)
