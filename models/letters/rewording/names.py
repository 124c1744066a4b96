"""Names that a reworded sentence brings in: people, firms, places, countries that it did not name before."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import resources
from models.casefile.values import CaseFile
from models.letters.rewording.binding import Span
from resources import letters

_TITLED = re.compile(
    r"(?:[一-鿿々]{1,6}|[ァ-ヺー・]{2,20}|[A-Z][A-Za-z]+)(?:さん|氏|様|殿|夫妻|社長|課長|部長|教授)"
    r"|(?:株式会社|有限会社|合同会社)[一-鿿々ぁ-ヺーA-Za-z]{1,15}|[一-鿿々ァ-ヺーA-Za-z]{1,15}(?:株式会社|有限会社|合同会社)"
    r"|[ァ-ヺー]{2,}・[ァ-ヺー・]{2,}"
)
_CAPITAL = re.compile(r"\b[A-Z][A-Za-z’'-]{2,}\b")
_FIRST = re.compile(r"(?:^|[.!?:]\s+|[“\"(])([A-Z][A-Za-z’'-]*)")
_NOT_NAMES = frozenset({"皆さん", "皆様", "同様", "多様", "一様", "模様", "仕様", "王様", "あなた様"})
_JAPANESE = ("ja", "ja-easy")


def new_names(text: str, before: str, file: CaseFile, language: str) -> Iterator[Span]:
    """Names of a text that stand neither in the sentence before nor in the wording that all letters share."""
    shared = _vocabulary(language)
    for known in dict.fromkeys(_of_file(file)):
        if known in before:
            continue
        at = text.find(known)
        if at >= 0:
            yield Span(at, at + len(known))
    for found in _written_as_names(text, language):
        name = found.of(text)
        if name not in before and name not in shared and name not in _NOT_NAMES:
            yield found
    if language in _JAPANESE:
        for country in countries():
            if country in text and country not in before:
                yield Span(text.find(country), text.find(country) + len(country))


def _written_as_names(text: str, language: str) -> Iterator[Span]:
    yield from (Span(*found.span()) for found in _TITLED.finditer(text))
    if language in _JAPANESE or language.startswith("zh"):
        yield from (Span(*found.span()) for found in _CAPITAL.finditer(text))
        return
    first = {found.start(1) for found in _FIRST.finditer(text)}
    yield from (Span(*found.span()) for found in _CAPITAL.finditer(text) if found.start() not in first)


def _of_file(file: CaseFile) -> Iterator[str]:
    """The names that the case holds, as long as they are long enough to be told apart."""
    applicant = file.case.applicant
    said: list[object] = [applicant.name, applicant.name_reading, *(applicant.name or "").split()]
    for piece in file.evidence:
        said += [value for key, value in piece.values.items() if key in ("employer", "municipality", "school", "name")]
    for each in said:
        if isinstance(each, str) and len(each) > 2 and not _is_day(each):
            yield each


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


@cache
def countries() -> tuple[str, ...]:
    """The Japanese names of countries, three characters and longer, without Japan's own."""
    lines = (resources.root() / "intake" / "countries.csv").read_text(encoding="utf-8").splitlines()
    names = (line.split(",")[2] for line in lines if line and not line.startswith("#"))
    return tuple(each for each in names if len(each) > 1 and each not in ("日本", "日本国"))


@cache
def _vocabulary(language: str) -> str:
    return "\n".join(letters.wording(language).values())
