"""Readings of kanji that a person types behind their words in easy Japanese: ``永住《えいじゅう》``, ``｜20日《はつか》``.

Pure. What is typed is taken as data; a reading that is wrongly written, or missing, is shown where it stands. None is guessed.
"""

import re
from collections.abc import Iterator

from models.errors import Problem, problem
from models.letters.rewording.binding import Span
from resources.letters import readings

_BAR = re.compile(r"\|(?=[^|｜《》]+《)")
"""The narrow bar, typed for the wide one, before a word with a reading."""
_MARK = re.compile(r"[《》｜]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc・ 　]+")
_KANJI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆]+")
_OWN = re.compile("[\ufff9-\ufffb]")
"""The signs that the program itself carries readings in."""


def written(typed: str) -> str:
    """What was typed, with the wide bar where the narrow one was typed for it: as long as before, sign for sign."""
    return _BAR.sub("｜", typed)


def seen(typed: str) -> str:
    """What the reader sees on the line: the words without their readings."""
    return readings.plain(readings.annotated(written(typed)))


def faults(typed: str, place: str, known: str = "") -> Iterator[tuple[Problem, Span]]:
    """What is wrong with the readings of a text, each where it stands in what was typed. ``known``: kanji that the standard
    sentence itself has no reading for (the name of an office)."""
    for found in _OWN.finditer(typed):
        yield problem("letters.reading_sign", place, character=f"U+{ord(found[0]):04X}"), Span(*found.span())
    text = written(typed)
    rest = text
    for found in readings.WRITTEN.finditer(text):
        word, reading = found[1] or found[2], found[3]
        if not _KANA.fullmatch(reading):
            yield problem("letters.reading_not_kana", place, word=word, reading=reading), Span(*found.span())
        rest = rest[: found.start()] + " " * (found.end() - found.start()) + rest[found.end() :]
    for found in _MARK.finditer(rest):
        yield problem("letters.reading_mark", place, mark=found[0]), Span(*found.span())
    for found in _KANJI.finditer(rest):
        if set(found[0]) <= set(known):
            continue
        yield problem("letters.reading_missing", place, word=found[0]), Span(*found.span())
