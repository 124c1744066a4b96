"""Attributes that may be no ground: nationality, belief, sex and the like."""

import re
from collections.abc import Iterator

_WORDS = {
    "ja": "国籍 人種 民族 宗教 信仰 信条 思想 政治的 性別 性的指向 性自認 障害 障がい 妊娠 出身国 出自 門地 肌の色".split(),
    "en": "nationality race religion religious ethnic ethnicity political gender disability pregnancy pregnant".split(),
}


def words_in(text: str, language: str) -> Iterator[tuple[str, int]]:
    """Words of a text for such an attribute, and where they stand."""
    plain = text.lower()
    for word in _WORDS.get(language.removesuffix("-easy"), ()):
        found = re.search(rf"\b{word}\b" if word.isascii() else re.escape(word), plain)
        if found:
            yield word, found.start()
