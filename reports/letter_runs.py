"""Sentences as runs of text for the renderers: what is bold, what must not part at a line's end, which language it is in.

A figure never parts from its unit, nor a date in two (JIS X 4051 leaves it to the writer; Typst would break there).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.letters.values import SPACELESS, Sentence

_UNITS_JA = "か月分|か月|年間|年度|年|日間|日|円|項目|項|つ|人|件|回|号|条|ページ|歳|点|％|%"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_PHONE = r"\d{2,4}-\d{2,4}-\d{3,4}"
_ISO = r"\d{4}-\d{2}-\d{2}"
_OTHER = (
    r"\d{1,2}/\d{1,2}/\d{4}|\d{2}/\d{4}",
    r"\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:（[^）]{3,7}）)?",
    r"\d{4}년 \d{1,2}월(?: \d{1,2}일)?(?: \([월화수목금토일]요일\))?",
    r"\d{1,2} de \w+ de \d{4}",
    _PHONE,
    _ISO,
    r"\d[\d,.]*(?: ?(?:tháng|năm|ngày|yên|个月|個月|年|天|日元|日圓|개월|년|일|엔|meses|anos|dias|ienes))?",
)
_TOGETHER = {
    "ja": re.compile(
        "|".join(
            (
                r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（(?:[月火水木金土日]曜日|(?:令和|平成|昭和)[\d元]+年)）)?",
                r"\d{4}年\d{1,2}月分?",
                _PHONE,
                _ISO,
                r"ガイドライン\d(?:\(\d+\))?[ア-オ]?",
                rf"第?\d[\d,]*(?:{_UNITS_JA})",
                r"\d[\d,.]*",
            )
        )
    ),
    "en": re.compile(
        "|".join(
            (
                rf"(?:(?:{_WEEKDAYS}) )?\d{{1,2}} (?:{_MONTHS}) \d{{4}}(?: \((?:Reiwa|Heisei|Showa) \d+\))?",
                rf"(?:{_MONTHS}) \d{{4}}",
                _PHONE,
                _ISO,
                r"paragraphs? \d+(?:–\d+)?",
                r"\d[\d,.]* (?:months?|days?|years?|yen|criteria)",
                r"\d+(?:\([a-z0-9]+\))+",
            )
        )
    ),
    "other": re.compile("|".join(_OTHER)),
}
_NOT_AT_LINE_HEAD = "、。，．・：；？！」』）］｝〕〉》】ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ"
"""Closing marks and small letters that stay with the figure before them (kinsoku; a box would let them fall)."""
_JAPANESE = re.compile(
    r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff\U000e0100-\U000e01ef]"
)
_KANA = re.compile(r"[\u3041-\u30ff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: ``keep`` it on one line; ``lang`` where it is not the letter's."""

    text: str
    strong: bool = False
    keep: bool = False
    lang: str = ""


def of_sentences(sentences: Iterable[Sentence], language: str) -> tuple[Run, ...]:
    """The runs of sentences that follow one another: Japanese without a space between them."""
    found: list[Run] = []
    for sentence in sentences:
        if found and language not in SPACELESS:
            found.append(Run(" "))
        found.extend(of_sentence(sentence, language))
    return tuple(found)


def of_sentence(sentence: Sentence, language: str) -> tuple[Run, ...]:
    """The runs of a sentence."""
    return of_text(sentence.text, language, sentence.lang, _strong_spans(sentence), strong=sentence.strong)


def of_text(
    text: str, language: str, lang: str = "", spans: Iterable[tuple[int, int]] = (), *, strong: bool = False
) -> tuple[Run, ...]:
    """The runs of a plain text; a passage in Japanese script inside another language is marked as Japanese."""
    keeps = _keep_marks(text, lang or language)
    bold = [strong] * len(text)
    for start, end in spans:
        bold[start:end] = [True] * (end - start)
    foreign = _languages(text, language, lang)
    found: list[Run] = []
    start = 0
    for place in range(1, len(text) + 1):
        changed = place == len(text) or any(marks[place] != marks[place - 1] for marks in (keeps, bold, foreign))
        if changed:
            found.append(Run(text[start:place], bold[start], keeps[start] > 0, foreign[start]))
            start = place
    return tuple(found)


def _strong_spans(sentence: Sentence) -> list[tuple[int, int]]:
    found, start = [], 0
    for figure in sentence.figures:
        place = sentence.text.find(figure.text, start) if figure.strong and figure.text else -1
        if place >= 0:
            found.append((place, place + len(figure.text)))
    return found


def _keep_marks(text: str, language: str) -> list[int]:
    """For each character the number of the group it is kept in, or 0."""
    marks = [0] * len(text)
    pattern = _TOGETHER.get(language.removesuffix("-easy"), _TOGETHER["other"])
    for number, found in enumerate(pattern.finditer(text), 1):
        end = found.end()
        while end < len(text) and text[end] in _NOT_AT_LINE_HEAD:
            end += 1
        for place in range(found.start(), end):
            marks[place] = number
    return marks


def _languages(text: str, language: str, lang: str) -> list[str]:
    """For each character the language of its passage where that is not the letter's: Han says nothing in a Chinese text."""
    if lang and lang != language:
        return [lang] * len(text)
    if language in ("ja", "ja-easy"):
        return [""] * len(text)
    script = _KANA if language in SPACELESS else _JAPANESE
    return ["ja" if script.match(char) else "" for char in text]
