"""Rewordings: a sentence of a letter in a person's words, still bound to its figures."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Rewording:
    """A sentence of a case's letter as a person worded it, in one language.

    ``standard`` is the wording it stands in for: the pattern of a standard sentence, or the recorded text of a person's own
    words (which is then translated). ``pattern`` is the new wording, its figures as ``{slots}``; empty when the standard
    wording was put back. ``revision`` counts from 1 for each sentence and language; earlier ones are kept.
    """

    case: str
    language: str
    sentence: str
    standard: str
    pattern: str
    revision: int
    by: str
    at: datetime
    seq: int


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
