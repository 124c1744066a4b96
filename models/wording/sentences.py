"""A text in sentences and clauses, with where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_JAPANESE = re.compile(r"[^。！？!?\n]+[。！？!?]?")
_WESTERN = re.compile(r"[^\n]+?(?:[.!?](?=\s|$)|$|(?=\n))")
_CLAUSE = re.compile(r"[^、，,。；;]+")
SPACELESS = ("ja", "zh")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text and where it begins."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Up to, not including."""
        return self.start + len(self.text)


def spaceless(language: str) -> bool:
    """Whether a language writes without spaces between words."""
    return language.split("-", maxsplit=1)[0] in SPACELESS


def sentences(text: str, language: str) -> Iterator[Part]:
    """The sentences of a text, without the blanks around them; brackets keep together what stands in them."""
    masked = _masked(text) if spaceless(language) else text
    for found in (_JAPANESE if spaceless(language) else _WESTERN).finditer(masked):
        said = text[found.start() : found.end()]
        plain = said.strip()
        if plain:
            yield Part(found.start() + said.index(plain), plain)


def clauses(part: Part) -> Iterator[Part]:
    """The clauses of a sentence."""
    for found in _CLAUSE.finditer(part.text):
        yield Part(part.start + found.start(), found.group())


def _masked(text: str) -> str:
    """Full stops inside 「…」 and （…） do not end the sentence around them."""
    return re.sub(r"[「『（(][^「」『』（）()]*[」』）)]", lambda found: found.group().replace("。", "、"), text)
