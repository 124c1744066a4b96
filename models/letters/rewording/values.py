"""Drafts of rewordings: what a person writes for a sentence of a letter (``Rewording`` itself stands with the letter)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WordingDraft:
    """What a person has written for a sentence and not put into the letter yet. An empty text is no draft."""

    case: str
    language: str
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class SavedWording:
    """A draft as it was kept; it is its writer's."""

    draft: WordingDraft
    by: str
    at: datetime
