"""Texts of the booklet as runs: what is bold, what stays on one line, what is read how, which page is meant."""

import re
from dataclasses import dataclass

from reports import letter_runs
from reports.handbook.words import EASY

_MARKS = re.compile(
    r"\*\*(?P<bold>.+?)\*\*"
    r"|\[\[(?P<ref>[a-z0-9_.]+)\]\]"
    r"|(?:｜(?P<from>[^《｜]+)|(?P<head>[0-9]+か?)?(?P<kanji>[\u3400-\u9fff々ヶ]+))《(?P<reading>[^》]+)》"
)
_SMALL = "、。，．・：；？！」』）］｝〕〉》】ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. ``keep`` on one line; ``lang`` where it is not the booklet's; ``reading`` stands above it,
    ``head`` before and ``tail`` behind it on the same line; ``ref`` is a part of the booklet, whose page is named."""

    text: str
    strong: bool = False
    keep: bool = False
    lang: str = ""
    head: str = ""
    reading: str = ""
    tail: str = ""
    ref: str = ""


def of(text: str, language: str, *, strong: bool = False) -> tuple[Run, ...]:
    """The runs of a text. ``language`` is the booklet's."""
    found: list[Run] = []
    start = 0
    for mark in _MARKS.finditer(text):
        found.extend(_plain(text[start : mark.start()], language, strong))
        start = mark.end()
        if mark["bold"]:
            found.extend(of(mark["bold"], language, strong=True))
        elif mark["ref"]:
            found.append(Run("", strong, keep=True, ref=mark["ref"]))
        else:
            start = _read(text, mark, found, strong)
    found.extend(_plain(text[start:], language, strong))
    return tuple(found)


def _read(text: str, mark: re.Match[str], found: list[Run], strong: bool) -> int:
    """Add a word with its reading, and the marks that may not begin a line after it; where the text goes on."""
    end = mark.end()
    while end < len(text) and text[end] in _SMALL:
        end += 1
    base, head = mark["from"] or mark["kanji"], mark["head"] or ""
    tail = text[mark.end() : end]
    found.append(Run(base, strong, keep=True, head=head, reading=mark["reading"], tail=tail))
    return end


def _plain(text: str, language: str, strong: bool) -> list[Run]:
    spoken = "ja" if language == EASY else language
    return [
        Run(each.text, each.strong, each.keep, each.lang) for each in letter_runs.of_text(text, spoken, strong=strong)
    ]
