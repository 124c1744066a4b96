"""Folding for search: applied to a copy, never to a stored name (75 name characters change under NFC and NFKC). Pure."""

import unicodedata

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def fold(text: str) -> str:
    """NFKC, case and katakana folded to hiragana, spaces and separators dropped."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)
    return "".join(character for character in folded if not character.isspace() and character not in ",，、・")


def folded_fields(*fields: str | None) -> str:
    """The searchable fields of a case in one text, a line each."""
    return "".join(fold(each) + "\n" for each in fields if each)


def grams(folded: str) -> frozenset[str]:
    """All pairs of neighbouring characters; the line end counts as one, so that every character begins a pair."""
    return frozenset(folded[at : at + 2] for at in range(len(folded) - 1) if folded[at] != "\n")
