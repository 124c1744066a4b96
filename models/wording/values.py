"""What is noticed about a text: hints for plain language, a readability figure, copied passages. None of it blocks anything."""

from dataclasses import dataclass
from enum import StrEnum

from models.errors import Message, Problem, Severity


class HintKind(StrEnum):
    """What a hint is about."""

    SENTENCE = "sentence"
    DOUBLE_NEGATIVE = "double_negative"
    PASSIVE = "passive"
    STOCK = "stock"
    CIRCULAR = "circular"
    NO_BECAUSE = "no_because"
    BLAME = "blame"
    GENERALIZATION = "generalization"
    PROTECTED = "protected"
    LEGAL = "legal"
    VAGUE = "vague"
    EASY_KANJI = "easy_kanji"
    EASY_PASSIVE = "easy_passive"
    EASY_WORD = "easy_word"
    EASY_YEAR = "easy_year"
    UNDRAWABLE = "undrawable"


LOUD = frozenset({HintKind.PROTECTED, HintKind.GENERALIZATION, HintKind.UNDRAWABLE})
"""What a person must not miss: an attribute that may be no ground (checklist of letters, point 13, a lint), a sign that no letter
can print."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A place in a text, why a reader would stumble there, and a wording to use instead (in the text's language)."""

    kind: HintKind
    start: int
    end: int
    words: str
    instead: str
    limit: int = 0

    @property
    def message(self) -> Message:
        """Why, and what to write instead."""
        params = {"words": self.words, "instead": self.instead, "limit": self.limit, "length": self.end - self.start}
        return Message(f"plain.{self.kind.value}", params)

    def problem(self, place: str) -> Problem:
        """The hint as a warning at a place."""
        return Problem(self.message, place, Severity.WARN)


@dataclass(frozen=True, slots=True)
class Readability:
    """How easy a text reads, by a published formula: the higher, the easier. ``method`` names the formula (message key)."""

    figure: float
    method: str

    @property
    def message(self) -> Message:
        """The figure with its scale and source."""
        return Message(f"plain.readability_{self.method}", {"figure": f"{self.figure:.0f}"})
