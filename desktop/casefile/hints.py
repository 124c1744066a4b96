"""Hints for plain language under a text that is being written, as values. No Qt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.wording import plain, readability
from models.wording.values import Hint
from resources import messages

_MOST = 3
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")


@dataclass(frozen=True, slots=True)
class Hints:
    """What is said under a text: some lines, how many more there are, the readability, and where each stands."""

    found: tuple[Hint, ...]
    text: str
    readability: str


def of(text: str, lang: str, language: str = "") -> Hints:
    """The hints on a text; its language is looked at where none is given."""
    language = language or ("ja" if _JAPANESE.search(text) else "en")
    found = plain.look(text, language)
    figure = readability.of(text, language)
    return Hints(found, _lines(found, lang), figure.message.text(lang) if figure else "")


def _lines(found: Sequence[Hint], lang: str) -> str:
    lines = [each.message.text(lang) for each in found[:_MOST]]
    if len(found) > _MOST:
        lines.append(messages.text("plain.more", lang, {"n": len(found) - _MOST}))
    return "\n".join(lines)
