"""Plain language in a letter: the sentences that people wrote, and those they worded, each looked at in its own language.

The standard wording is looked at where it is written (its tests), not letter by letter.
"""

from models.errors import Problem
from models.letters.values import Letter, Sentence
from models.wording import plain
from models.wording.values import Hint
from resources.letters import readings

QUOTED = "explanation."
"""The applicant's own words are quoted, never corrected."""


def of_letter(letter: Letter) -> tuple[Problem, ...]:
    """The hints of a letter as warnings, each at its sentence."""
    return tuple(hint.problem(each.id) for each in letter.sentences() for hint in of_sentence(each, letter.language))


def of_sentence(sentence: Sentence, language: str) -> tuple[Hint, ...]:
    """The hints on a sentence, none on one that nobody wrote or worded here."""
    if not (sentence.free or sentence.standard) or sentence.id.startswith(QUOTED):
        return ()
    return of_text(sentence.text, sentence.lang or language)


def of_text(text: str, language: str) -> tuple[Hint, ...]:
    """The hints on a text; readings of kanji are no part of it."""
    return plain.look(readings.plain(text), language)
