"""What stands against a wording of one's own: a figure that is gone or new, a new name, a new ground, a turned meaning.

Pure. The screen asks while a person types, the service asks again, and the issue asks once more.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.casefile.values import CaseFile
from models.errors import Problem, problem
from models.evidence import my_number
from models.evidence.characters import unwritable
from models.letters import free_figures
from models.letters.rewording import binding, grounds, names
from models.letters.rewording.binding import Span
from models.letters.sentences import refill
from models.letters.values import Letter, Paragraph, Rewording, Sentence
from models.wording import protected

_LOCKED = frozenset({"outcome", "remedies", "about", "criteria", "documents", "help", "box", "basis", "met_line"})
"""Sentences whose wording the law or the letter's own proof asks for as it stands, and rows of tables."""
_NO = {
    "ja": re.compile(r"ない|ません|なかった|ずに|ぬ(?=[、。])|不可|(?<!必)要しな"),
    "en": re.compile(r"\b(?:not|no|cannot|never|nor|without|un(?:able|paid|met)|fail(?:s|ed)?|below|short)\b|n[’']t\b"),
}
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_TURNABLE = re.compile(r"\.conclusion(\.\d+)?$|^weighing\.conclusion$|^weighing\.alone\.|^application\.decided$")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a wording, and where it stands in the text; nowhere for what is missing."""

    problem: Problem
    span: Span | None = None


def may_reword(letter: Letter, sentence: Sentence) -> bool:
    """Whether a person may word this sentence: in every language a standard sentence in a paragraph or on page 1; in another
    language than Japanese a person's own words too, which are thereby translated."""
    if sentence.free:
        return letter.language != "ja"
    pattern = sentence.standard or sentence.pattern
    locked = sentence.id.partition(".")[0] in _LOCKED and not sentence.id.endswith(".words")
    return pattern != "{value}" and not locked and sentence.id in _running(letter)


def faults(text: str, original: Sentence, file: CaseFile, language: str) -> tuple[Fault, ...]:
    """All that blocks a text as the wording of a sentence, ``original`` being the sentence in its standard wording."""
    found = [*_any(text, original)]
    if original.free:
        found += _translated(text, original)
    else:
        found += _figures(text, original)
        found += _turned(text, original, language)
    found += _names(text, original, file, language)
    if not original.free:
        found += _grounds(text, original, file, language)
    return tuple(found)


def pattern_of(text: str, original: Sentence) -> str:
    """The pattern that a text becomes; a translation stays a text."""
    return text.strip() if original.free else binding.bind(text.strip(), original.figures, original.pattern).pattern


def original_of(sentence: Sentence) -> Sentence:
    """A sentence in its standard wording, or with the words that are recorded."""
    if not sentence.standard:
        return sentence
    if sentence.free:
        return replace(sentence, text=sentence.standard, standard="", lang="ja")
    standard = replace(sentence, pattern=sentence.standard, standard="")
    return replace(standard, text=refill(standard))


def problems(letter: Letter, file: CaseFile, rewordings: Iterable[Rewording]) -> tuple[Problem, ...]:
    """What blocks a letter for its rewordings: a wording nobody recorded, one whose sentence changed since, a broken binding."""
    recorded = {each.sentence: each for each in rewordings if each.language == letter.language}
    return (*_of_letter(letter, file, recorded), *stale(letter, recorded.values()))


def stale(letter: Letter, rewordings: Iterable[Rewording]) -> tuple[Problem, ...]:
    """Wordings whose sentence reads otherwise now than when they were written; one whose sentence is not in this letter waits."""
    now = {each.id: each for each in letter.sentences()}
    return tuple(
        problem("letters.rewording_stale", each.sentence, sentence=now[each.sentence].text)
        for each in rewordings
        if each.sentence in now and not now[each.sentence].standard
    )


def _of_letter(letter: Letter, file: CaseFile, recorded: dict[str, Rewording]) -> Iterator[Problem]:
    for sentence in dict.fromkeys(letter.sentences()):
        if not sentence.standard:
            continue
        found = recorded.get(sentence.id)
        said = sentence.text if sentence.free else sentence.pattern
        if found is None or found.pattern != said or found.standard != sentence.standard:
            yield problem("letters.rewording_not_recorded", sentence.id, text=sentence.text)
        for fault in faults(sentence.text, original_of(sentence), file, letter.language):
            yield fault.problem


def _running(letter: Letter) -> frozenset[str]:
    """The sentences that stand in running text."""
    first = letter.first
    on_first = (*first.lead, *first.unchanged, *(one for row in first.unmet for one in row.deciding)) if first else ()
    paragraphs = (one for block in letter.blocks if isinstance(block, Paragraph) for one in block.sentences)
    return frozenset(each.id for each in (*on_first, *paragraphs))


def _any(text: str, original: Sentence) -> Iterator[Fault]:
    if not text.strip():
        yield Fault(problem("letters.wording_empty", original.id))
    for found in my_number.find(text):
        yield Fault(problem("letters.my_number", original.id), Span(found.start, found.end))
    if character := unwritable(text):
        yield Fault(problem("gate.unwritable", original.id, character=character))


def _figures(text: str, original: Sentence) -> Iterator[Fault]:
    bound = binding.bind(text, original.figures, original.pattern)
    for figure in bound.missing:
        yield Fault(problem("letters.figure_missing", original.id, figure=figure.text, source=figure.source))
    for span in bound.foreign:
        yield Fault(problem("letters.figure_not_bound", original.id, figure=span.of(text)), span)


def _translated(text: str, original: Sentence) -> Iterator[Fault]:
    """A translation says the numbers of the Japanese text, and no other; a month may be a word in it."""
    said = {value: span for span in binding.numbers(text) for value in _values(span.of(text))}
    asked, known = _asked(original.text)
    for each in sorted(asked - said.keys()):
        yield Fault(problem("letters.figure_missing", original.id, figure=str(each), source="ja"))
    for value, span in said.items():
        if value not in known:
            yield Fault(problem("letters.figure_not_bound", original.id, figure=span.of(text)), span)


def _asked(japanese: str) -> tuple[set[int], set[int]]:
    """The numbers that every translation says, and all that it may say: a month may be a word in it."""
    known, asked = _numbers(japanese), set[int]()
    for _, canonical in free_figures.figures_in(japanese):
        parts = [int(each) for each in canonical.split("-")]
        asked |= {parts[0], *parts[2:]}
        known |= set(parts)
    return asked, known


def other_figures(said: tuple[str, str], japanese: tuple[str, str]) -> tuple[int, ...]:
    """The figures in which a change in another language (words before, words instead) differs from the change in Japanese:
    new ones that it lacks, and new ones that only it has."""
    (before, after), known = map(_numbers, said), _asked(japanese[0])[1]
    asked, may = _asked(japanese[1])
    return tuple(sorted((asked - known - after) | (after - before - may)))


def _numbers(text: str) -> set[int]:
    return {value for span in binding.numbers(text) for value in _values(span.of(text))}


def _values(digits: str) -> tuple[int, ...]:
    """The numbers that digits say: 2,000 and 2.000 are one, 26/11/2026 and 2026-11-26 are three. Words are none."""
    if _GROUPED.fullmatch(digits):
        return (int(re.sub(r"\D", "", digits)),)
    return tuple(int(each) for each in re.findall(r"\d+", digits))


def _turned(text: str, original: Sentence, language: str) -> Iterator[Fault]:
    """A conclusion that said no still says no, and one that did not does not."""
    no = _NO.get(language.removesuffix("-easy"))
    if no is not None and _TURNABLE.search(original.id) and bool(no.search(original.text)) != bool(no.search(text)):
        yield Fault(problem("letters.wording_turned", original.id, text=original.text))


def _names(text: str, original: Sentence, file: CaseFile, language: str) -> Iterator[Fault]:
    for span in names.new_names(text, original.text, file, language):
        if original.free and span.of(text).lower() in original.text.lower():
            continue
        if not original.free or _of_case(span.of(text), file):
            yield Fault(problem("letters.name_not_bound", original.id, name=span.of(text)), span)


def _of_case(name: str, file: CaseFile) -> bool:
    """In a translation names change their letters; only those of the case itself are looked for."""
    return name in (file.case.applicant.name, file.case.applicant.name_reading)


def _grounds(text: str, original: Sentence, file: CaseFile, language: str) -> Iterator[Fault]:
    for word, at in protected.words_in(text, language):
        if word not in original.text.lower():
            yield Fault(problem("letters.ground_protected", original.id, word=word), Span(at, at + len(word)))
    told: set[int] = set()
    for ground in grounds.others(file, original, language):
        term = next((each for each in ground.terms if grounds.said(each, text) >= 0), None)
        at = grounds.said(term, text) if term is not None else -1
        if term is not None and at not in told:
            told.add(at)
            fault = problem("letters.ground_new", original.id, word=term, criterion=ground.name)
            yield Fault(fault, Span(at, at + len(term)))
