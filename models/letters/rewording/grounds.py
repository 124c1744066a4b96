"""Grounds that a sentence does not state: words that belong to another criterion, or to a reason nobody recorded.

What is a ground's own word is not written down anywhere; it is computed from the framework itself. Every word of a
criterion's or reason code's own texts that stands neither in the recorded grounds, nor in the wording that all letters
share, nor in the sentence before it was reworded, belongs to a ground that this letter does not have.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.casefile.values import CaseFile
from models.errors import Message
from models.evidence.values import Duty
from models.facts import catalogue
from models.findings.values import FindingState
from models.frameworks.values import Criterion, ReasonCode
from models.letters.translated import in_language
from models.letters.values import Sentence
from models.letters.wording import Wording
from models.localized import Localized
from resources import letters, plain
from resources.letters import readings

_RUNS = re.compile(r"[一-鿿々]{2,}|[ァ-ヺー]{3,}|[가-힣]{3,}|[^\W\d_一-鿿ぁ-ヺー가-힣]{5,}")
_WESTERN = re.compile(r"[^\W\d_一-鿿ぁ-ヺー가-힣]+")


_LABELS = ("document.", "duty.", "fact.", "status.", "kind.", "statement.")
"""Names of what a case can hold: that a name is known does not mean that this letter may speak of it."""

_COUNTED = ("年以上", "年前", "歳以上", "点以上", "額以上", "号", "日以上")
"""Pieces of a standard's own figures."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground that is none of the letter's: how people are told it, and its own words."""

    name: Message | Localized
    terms: tuple[str, ...]


def others(file: CaseFile, sentence: Sentence, language: str) -> tuple[Ground, ...]:
    """The grounds that a sentence of this case may not state."""
    wording = Wording(language)
    framework = in_language(file.framework, language)
    criteria = list(framework.criteria_for(file.case.route))
    own = "\n".join((*_own(file, criteria, sentence, wording), *common(language))).lower()
    found = []
    for criterion in framework.criteria:
        texts = [] if _is_own(file, criterion, sentence) else [criterion.letter.name, criterion.title]
        codes = [each for each in criterion.reasons if not _recorded(file, criterion, each)]
        texts += [text for code in codes for text in (code.title, code.conclusion)]
        terms = dict.fromkeys(word for text in texts for word in words(wording.of(text)) if word not in own)
        if terms:
            found.append(Ground(criterion.letter.name, tuple(terms)))
    duties = (ground for ground in _duties(wording) if not any(term in own for term in ground.terms))
    return (*found, *duties)


def common(language: str) -> tuple[str, ...]:
    """Words that belong to no ground, because everybody needs them."""
    said: str = plain.words("common").get(language.removesuffix("-easy"), "")
    return tuple(said.split())


def _duties(wording: Wording) -> Iterator[Ground]:
    """Each duty by its name: a sentence about the pension has nothing to say about the tax."""
    for duty in Duty:
        name = readings.plain(wording.word("duty", duty.value))
        if name != duty.value:
            yield Ground(Localized.of(ja=name), (name.lower(),))


def words(text: str) -> Iterator[str]:
    """The words of a text that can tell one ground from another."""
    yield from (each for each in _RUNS.findall(_plain(text)) if not each.startswith(_COUNTED))


def said(term: str, text: str) -> int:
    """Where a text says a term; -1 where it does not. A Western word counts only whole."""
    plain = text.lower()
    if not _WESTERN.fullmatch(term):
        return plain.find(term)
    found = re.search(rf"\b{re.escape(term)}\b", plain)
    return found.start() if found else -1


def _own(file: CaseFile, criteria: Iterable[Criterion], sentence: Sentence, wording: Wording) -> Iterator[str]:
    yield sentence.text
    yield from (each.text for each in sentence.figures)
    yield from (text for key, text in letters.wording(wording.language).items() if not key.startswith(_LABELS))
    for key in sentence.facts:
        fact = file.fact(key)
        if fact is not None and _titled(fact.key):
            yield wording.of(catalogue.title(fact.key))
    for criterion in criteria:
        if _is_own(file, criterion, sentence):
            told = criterion.letter
            yield from (
                wording.of(each) for each in (told.name, told.standard, told.met, told.facts_intro, criterion.title)
            )
        codes = [each for each in criterion.reasons if _recorded(file, criterion, each)]
        yield from (wording.of(text) for code in codes for text in (code.title, code.conclusion, code.change))


def _titled(key: str) -> bool:
    try:
        return bool(catalogue.title(key))
    except KeyError:
        return False


def _is_own(file: CaseFile, criterion: Criterion, sentence: Sentence) -> bool:
    """Whether a sentence may speak of a criterion: it is the sentence's own, or it is recorded as not met."""
    found = file.finding(criterion.key)
    return criterion.key == sentence.criterion or (found is not None and found.finding is FindingState.NOT_MET)


def _recorded(file: CaseFile, criterion: Criterion, code: ReasonCode) -> bool:
    found = file.finding(criterion.key)
    return (
        found is not None
        and found.finding is FindingState.NOT_MET
        and any(each.code == code.code for each in found.reasons)
    )


def _plain(pattern: str) -> str:
    return re.sub(r"\{[^{}]*\}|又は|又|及び", " ", pattern).lower()
