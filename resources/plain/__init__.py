"""Words for plain language: one TOML a language, read strictly. Standard library only.

``limits`` are numbers; ``look`` is a list of things to look for: ``kind``, ``find`` (a regular expression), ``instead`` (a
wording to propose, in the language of the text), and ``unless`` (a regular expression that clears a find when it matches from
its beginning on); ``legal`` maps a term to how it is said plainly; ``lists`` holds what the engine counts (words that conclude,
words that say why, the passive). ``easy`` is what easy Japanese adds.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent


@cache
def words(language: str) -> Mapping[str, Any]:
    """Everything there is for a language; empty where nobody has written it."""
    path = _HERE / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@cache
def kanji() -> Mapping[str, frozenset[str]]:
    """The kanji that each of the first years of primary school teaches (学年別漢字配当表)."""
    found = words("kanji")
    return {year: frozenset("".join(str(each).split())) for year, each in found.items()}
