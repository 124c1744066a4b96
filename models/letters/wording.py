"""The wording of letters in one language, and the words of a case's data (statuses, duties, documents) in it."""

from collections.abc import Collection
from dataclasses import dataclass

from models.frameworks.values import Framework
from models.letters import translated
from models.letters.values import ALLOWED
from models.localized import Localized
from resources import letters
from resources.letters import readings

AUTHORITATIVE = "ja"
_DRAFTED = "drafted"


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
        """A framework's or setting's text in this language; where it has none, in English, at last in Japanese. The Japanese letter
        takes nothing from another language."""
        if self.language == letters.EASY:
            return readings.annotated(texts.get(letters.EASY) or texts["ja"])
        if self.language == AUTHORITATIVE:
            return texts["ja"]
        return next((texts[each] for each in (self.language, "en") if texts.get(each)), texts["ja"])

    def titled(self, texts: Localized) -> str:
        """A signatory in this language: as the office says it, otherwise the standard wording's name for the same Japanese
        title, otherwise as ``of`` gives it; nothing in any language where the office names none in Japanese."""
        if not texts["ja"].strip():
            return ""
        known = None if texts.get(self.language) else letters.wording(self.language).get(f"signatory.{texts['ja']}")
        return known or self.of(texts)


def languages(framework: Framework | None = None) -> tuple[str, ...]:
    """The languages that letters can be written in, for a framework those it is whole in; Japanese first."""
    return letters.languages() if framework is None else translated.languages_of(framework)


def status(language: str) -> str:
    """Who stands behind a language's wording: ``authoritative``, ``drafted``, ``reviewed by …``."""
    return Wording(language)["frame.status"]


def allowed(language: str, drafted: Collection[str] = ALLOWED) -> bool:
    """Whether an office issues this language: a drafted text only where it says so."""
    return status(language) != _DRAFTED or language in drafted


def written_in(
    language: str, framework: Framework | None = None, drafted: Collection[str] = ALLOWED
) -> tuple[str, ...]:
    """The languages of an applicant's letters: Japanese, and their own where it has wording that the office allows,
    otherwise English."""
    if language == AUTHORITATIVE:
        return (AUTHORITATIVE,)
    theirs = language in languages(framework) and allowed(language, drafted)
    return (AUTHORITATIVE, language if theirs else "en")
