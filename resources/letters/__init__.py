"""The wording that all letters share: one TOML a language, and the Typst template. Standard library only.

Keys are flattened with dots (``first.lead.refuse``). A value may hold ``{slots}``: they are filled from bound figures only.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def languages() -> tuple[str, ...]:
    """The languages that have wording, Japanese first."""
    found = sorted(path.stem for path in _HERE.glob("*.toml"))
    return ("ja", *(each for each in found if each != "ja"))


@cache
def wording(language: str) -> Mapping[str, str]:
    """All sentences of a language by flat key. Raises ``KeyError`` for a language without wording."""
    path = _HERE / f"{language}.toml"
    if language not in languages():
        raise KeyError(language)
    return dict(_flat("", tomllib.loads(path.read_text(encoding="utf-8"))))


def template() -> Path:
    """The Typst template of the letter."""
    return _HERE / "letter.typ"


def stylesheet() -> Path:
    """The style sheet of the HTML twin."""
    return _HERE / "letter.css"


def sample_office() -> Path:
    """The letter settings of the made-up office."""
    return _HERE / "offices" / "sample.toml"


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flat(f"{name}.", value)
        else:
            yield name, str(value)
