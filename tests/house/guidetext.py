"""Reads the guide as its tests need it: links, labels, commands."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import resources
from desktop import i18n
from desktop.guidepages import anchor
from resources import messages
from tests.desktop import strings

LANGUAGES = ("ja", "en")
_QUOTES = {"ja": re.compile(r"「([^」]*)」|\*\*([^*]+)\*\*"), "en": re.compile(r"“([^”]*)”|\*\*([^*]+)\*\*")}
_KEY = re.compile(r"&(?=\w)|\(&\w\)|…$|[:：]$")


def pages(lang: str) -> list[Path]:
    """The pages in one language."""
    return sorted((resources.guide_dir() / lang).glob("*.md"))


def text(page: Path) -> str:
    """What stands on a page."""
    return page.read_text(encoding="utf-8")


def targets(page: Path) -> list[str]:
    """Where its links lead."""
    return re.findall(r"\]\(([^)]+)\)", text(page))


def anchors(page: Path) -> frozenset[str]:
    """The headings of a page, as links name them."""
    heads = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return frozenset(map(anchor, heads))


def labels(page: Path, lang: str) -> Iterator[str]:
    """What a page quotes of the screen: in bold, or in the language's quotation marks. A menu's path gives each part."""
    words = re.sub(r"```.*?```|`[^`]*`", "", text(page), flags=re.DOTALL)
    for quoted, bold in _QUOTES[lang].findall(words):
        yield from (part.strip() for part in (quoted or bold).split("›"))


def plain(label: str) -> str:
    """A label without its key, its dots and its colon."""
    return _KEY.sub("", label.strip()).strip()


@cache
def spoken(lang: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every string of the interface in a language, and as patterns those with figures in them."""
    found = {plain(each) for each in (*_interface(lang), *_messages(lang))}
    with_figures = [each for each in found if "{" in each and re.sub(r"{\w*}", "", each).strip(" 　:：,、")]
    return frozenset(found), tuple(map(_pattern, with_figures))


def _pattern(label: str) -> re.Pattern[str]:
    return re.compile(".+".join(map(re.escape, re.split(r"{\w*}", label))))


def _interface(lang: str) -> Iterator[str]:
    yield "言語 Language"  # stands in both languages at once
    if lang == "en":
        for module in strings.modules():
            yield from (each.source for each in strings.texts(module) if isinstance(each, strings.Text))
        return
    for room in (*strings.ROOMS, "shell"):
        yield from i18n.read(resources.translations_dir() / f"{room}.ja.ts").values()


def _messages(lang: str) -> Iterator[str]:
    for file in sorted(resources.messages_dir().glob(f"*.{lang}.toml")):
        yield from messages.catalogue(file.name.split(".")[0], lang).values()


def on_screen(label: str, lang: str) -> bool:
    """Whether the interface says this somewhere."""
    words, patterns = spoken(lang)
    return plain(label) in words or any(each.fullmatch(plain(label)) for each in patterns)


def commands(page: Path) -> Iterator[list[str]]:
    """Every ``akashi …`` within a page's sentences, in words: perhaps only its name."""
    yield from _commands(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text(page), flags=re.DOTALL)))


def whole_commands(page: Path) -> Iterator[list[str]]:
    """Every line of ``akashi …`` that a page sets apart to be typed, in words."""
    blocks = re.findall(r"```\w*\n(.*?)```", text(page), re.DOTALL)
    yield from _commands([line for block in blocks for line in block.splitlines()])


def _commands(lines: list[str]) -> Iterator[list[str]]:
    for line in lines:
        words = shlex.split(line.replace("python dev.py akashi", "akashi"), comments=True)
        if words[:1] == ["akashi"] and len(words) > 1:
            yield words[1:]


def developer_commands(page: Path) -> list[str]:
    """Every ``python dev.py …`` on a page: its first word."""
    return re.findall(r"python dev\.py (\w[\w-]*)", text(page))
