"""What a person should look at in a text before it goes into a letter: it warns, it never blocks.

Sources: 最判平成23年6月7日 (reasons must let the reader know the facts and the application of the standard), UK
RFL4.1 "Writing a refusal notice" (no generalisations, no stock phrases).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from models.dates.era import era_of
from models.evidence.values import Evidence
from models.facts.values import Fact

SHORT = 20
"""Texts with fewer characters say hardly more than the conclusion."""
STOCK = (
    "適当と認めるに足りる相当の理由があると認められません",
    "総合的に判断した結果",
    "諸般の事情",
    "総合的に勘案",
    "在留状況が良好とは認められ",
    "国益に合するとは認められ",
    "not in the interest of japan",
    "all circumstances considered",
    "taking everything into account",
    "as the case may be",
)
PROTECTED = (
    "国籍",
    "人種",
    "民族",
    "宗教",
    "信条",
    "思想",
    "政治的",
    "性別",
    "nationality",
    "race",
    "religion",
    "ethnic",
    "political",
)
_CONCLUDES = (
    "認められない",
    "認められません",
    "満たしていない",
    "満たさない",
    "満たしていません",
    "不適合",
    "is not met",
    "cannot be recognized",
)
_BECAUSE = (
    "ため",
    "ので",
    "から",
    "理由",
    "により",
    "よって",
    "because",
    "since ",
    "therefore",
    "due to",
    "owing to",
    " as ",
)
_NUMBER = re.compile(r"(?<![A-Za-z0-9.-])(?<!第)([0-9][0-9,]*)(?![0-9]*\s*(?:条|項|号|版|章|節|ページ))")
_IDS = r"(?:事|資|意|[A-Z])-?[0-9]+(?:[-.][0-9]+)*"
_ARTICLES = r"(?:art\.?|article|arts\.?|no\.)\s*[0-9()-]+|[0-9]+\([0-9]+\)"
_REFERENCE = re.compile(f"{_IDS}|{_ARTICLES}", re.IGNORECASE)


def stock_phrase(text: str) -> str | None:
    """The stock phrase that stands in a text."""
    plain = _fold(text)
    return next((phrase for phrase in STOCK if phrase in plain), None)


def protected_word(text: str) -> str | None:
    """A word for something that may not be a ground."""
    plain = _fold(text)
    return next((word for word in PROTECTED if re.search(_whole(word), plain)), None)


def circular(text: str) -> bool:
    """Whether a text concludes without any word that says why."""
    plain = _fold(text)
    return any(each in plain for each in _CONCLUDES) and not any(each in plain for each in _BECAUSE)


def too_short(text: str) -> bool:
    """Whether a text is there, but too short to say how the standard applies."""
    return 0 < len(text.strip()) < SHORT


def foreign_figures(text: str, known: Collection[int]) -> tuple[str, ...]:
    """Figures of a text that are none of ``known``; numbers of articles, paragraphs and ids do not count."""
    plain = _REFERENCE.sub(" ", unicodedata.normalize("NFKC", text))
    found = dict.fromkeys(match.group(1) for match in _NUMBER.finditer(plain))
    return tuple(each for each in found if int(each.replace(",", "")) not in known)


def figures(facts: Iterable[Fact], evidence: Iterable[Evidence]) -> frozenset[int]:
    """Every whole number that the facts and rows contain: values, amounts, and the parts of their dates."""
    values: list[object] = []
    for fact in facts:
        values += [fact.value, fact.as_of, *fact.detail.values()]
        values += [fact.window.start, fact.window.end] if fact.window else []
        values += [*fact.how.params.values()]
    for piece in evidence:
        values += [piece.as_of, *(_dated(value) for value in piece.values.values())]
    return frozenset(number for value in values for number in _numbers(value))


def _dated(value: object) -> object:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _numbers(value: object) -> Iterator[int]:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int):
        yield from (value, value // 12, value % 12) if value < 1200 else (value, value // 10_000)
    elif isinstance(value, date):
        era = era_of(value)
        yield from (value.year, value.month, value.day)
        if era is not None:
            yield value.year - era.first_day.year + 1
    else:
        yield from (int(each) for each in re.findall(r"[0-9]+", unicodedata.normalize("NFKC", str(value)))[:8])


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _whole(word: str) -> str:
    return rf"\b{word}\b" if word.isascii() else re.escape(word)
