"""The wording of letters in one language, and the words of a case's data (statuses, duties, documents) in it."""

from dataclasses import dataclass

from models.localized import Localized
from resources import letters

AUTHORITATIVE = "ja"


@dataclass(frozen=True, slots=True)
class Wording:
    """The standard sentences of a language."""

    language: str

    def __getitem__(self, key: str) -> str:
        """The sentence under ``key``. Raises ``KeyError``: a missing sentence must never become a gap in a letter."""
        return letters.wording(self.language)[key]

    def word(self, group: str, key: str) -> str:
        """A word of a group (``status``, ``duty``); the key itself where the group has no such word."""
        return letters.wording(self.language).get(f"{group}.{key}", key)

    def has(self, key: str) -> bool:
        """Whether there is a sentence under this key."""
        return key in letters.wording(self.language)

    def of(self, texts: Localized) -> str:
        """A framework's or setting's text in this language."""
        return texts.in_(self.language)


def languages() -> tuple[str, ...]:
    """The languages that letters can be written in; Japanese first."""
    return letters.languages()


def written_in(language: str) -> tuple[str, ...]:
    """The languages of an applicant's letters: Japanese, and their own where it has wording, otherwise English."""
    if language == AUTHORITATIVE:
        return (AUTHORITATIVE,)
    return (AUTHORITATIVE, language if language in languages() else "en")
