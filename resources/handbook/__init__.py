"""The public booklet's shared wording (one TOML a language), its Typst template and its style sheet. Standard library only.

Keys are flattened with dots (``route.lead``). A word may carry its reading (``永住《えいじゅう》``, ``｜20日《はつか》``); ``**…**`` is
bold, ``[[documents]]`` the page of a part; ``{name}`` is filled in.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("ja", "ja-easy", "en")
_HERE = Path(__file__).resolve().parent


@cache
def wording(language: str) -> Mapping[str, str]:
    """All sentences of a language by flat key. Raises ``KeyError`` for a language without wording."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return dict(_flat("", tomllib.loads((_HERE / f"{language}.toml").read_text(encoding="utf-8"))))


@cache
def readings() -> Mapping[str, str]:
    """Japanese texts of the frameworks, word for word, with the readings of their kanji (``readings.toml``).

    Kept by the text itself, so that they hold for every version, an office's own too, in which it stands unchanged.
    """
    said = tomllib.loads((_HERE / "readings.toml").read_text(encoding="utf-8"))
    return {str(each["text"]): str(each["read"]) for each in said["texts"]}


def template() -> Path:
    """The Typst template of the booklet."""
    return _HERE / "handbook.typ"


def stylesheet() -> Path:
    """The style sheet of the HTML twin."""
    return _HERE / "handbook.css"


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flat(f"{name}.", value)
        else:
            yield name, str(value)
