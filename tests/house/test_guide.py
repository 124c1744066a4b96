"""The guide is whole and true: its pages, pictures and links are there in both languages, what it quotes of the screen stands
on the screen, what it types is understood, and every room of the desk has its page."""

import argparse
import functools
from pathlib import Path

import pytest

import dev
import resources
from desktop.casefile.casepages import PAGES as TABS
from desktop.cli import parser
from desktop.guidepages import CASE_TABS, INDEX, PAGES, all_pages, page_of
from tests import screenshots
from tests.desktop.stage import rooms
from tests.house import guidetext
from tests.house.guidetext import LANGUAGES

MOST = 6_000_000
ALL = [page for lang in LANGUAGES for page in guidetext.pages(lang)]
READMES = [dev.ROOT / name for name in ("README.md", "README.ja.md")]


def named(page: Path) -> str:
    return f"{page.parent.name}-{page.stem}"


@pytest.mark.parametrize("page", [*ALL, *READMES], ids=named)
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    for target in guidetext.targets(page):
        assert not target.startswith(("http:", "https:", "mailto:")), f"{page.name} leads out of the house: {target}"
        file, _, anchor = target.partition("#")
        found = (page.parent / file).resolve() if file else page
        assert found.is_file(), target
        assert not anchor or anchor in guidetext.anchors(found), target


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_reached_from_the_contents(lang: str) -> None:
    folder = resources.guide_dir() / lang
    seen, waiting = set(), [INDEX]
    while waiting:
        name = waiting.pop()
        seen.add(name)
        linked = (Path(each.split("#")[0]).stem for each in guidetext.targets(folder / f"{name}.md") if ".md" in each)
        waiting += [each for each in linked if each not in seen]
    assert seen == set(all_pages(folder))


def test_both_languages_have_the_same_pages_and_headings() -> None:
    assert [page.name for page in guidetext.pages("ja")] == [page.name for page in guidetext.pages("en")]
    for ours, theirs in zip(guidetext.pages("ja"), guidetext.pages("en"), strict=True):
        depths = [
            [line.split(" ")[0] for line in guidetext.text(each).splitlines() if line.startswith("#")]
            for each in (ours, theirs)
        ]
        assert depths[0] == depths[1], ours.stem


def test_no_picture_lies_there_that_no_page_shows_and_all_are_small() -> None:
    pictures = list((resources.guide_dir() / "images").glob("*"))
    assert {each.name for each in pictures} == screenshots.guide_pictures()
    assert sum(each.stat().st_size for each in pictures) < MOST


@pytest.mark.parametrize("room", sorted(rooms()))
def test_a_room_has_its_page(room: str) -> None:
    assert room in PAGES, f"the room desktop/{room} makes widgets: name its page of the guide in desktop/guidepages.py"
    assert all((resources.guide_dir() / lang / f"{PAGES[room]}.md").is_file() for lang in LANGUAGES)


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_of_a_case_has_its_page(tab: str) -> None:
    assert tab in CASE_TABS, f"the tab {tab} of a case: name its page of the guide in desktop/guidepages.py"
    assert CASE_TABS[tab] in all_pages(resources.guide_dir() / "ja")


def test_a_room_without_a_page_opens_the_contents() -> None:
    assert page_of("desktop.nowhere.panel") == INDEX
    assert page_of("desktop.window") == PAGES["shell"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_guide_quotes_of_the_screen_stands_there(lang: str) -> None:
    quoted = {(page.stem, label) for page in guidetext.pages(lang) for label in guidetext.labels(page, lang)}
    assert len(quoted) > 50
    assert sorted(each for each in quoted if not guidetext.on_screen(each[1], lang)) == [], (
        "no string of the interface says this"
    )


def test_a_label_that_nobody_shows_is_found() -> None:
    assert guidetext.on_screen("Sign…", "en")
    assert guidetext.on_screen("File", "en")
    assert guidetext.on_screen("第2回の提案", "ja")
    assert not guidetext.on_screen("Approve at once", "en")


@pytest.mark.parametrize("page", [*ALL, *READMES], ids=named)
def test_every_command_of_a_page_is_understood(page: Path) -> None:
    for words in guidetext.commands(page):
        told, given = _leaf(_parser(), words)
        options = {option for action in told._actions for option in action.option_strings}
        assert not _choices(told), f"{' '.join(words)}: no such command"
        assert {word for word in given if word.startswith("--") and len(word) > 2} <= options, " ".join(words)


@pytest.mark.parametrize("page", [*ALL, *READMES], ids=named)
def test_every_line_to_be_typed_is_whole(page: Path) -> None:
    for words in guidetext.whole_commands(page):
        assert _parser().parse_args(words).command, " ".join(words)  # what is wrong with a line is raised


@pytest.mark.parametrize("page", [*ALL, *READMES], ids=named)
def test_every_developer_s_command_of_a_page_is_one(page: Path) -> None:
    assert set(guidetext.developer_commands(page)) <= set(dev.COMMANDS)


def test_a_command_that_is_none_is_found() -> None:
    told, _ = _leaf(_parser(), ["office", "vanish"])
    assert _choices(told)


@functools.cache
def _parser() -> argparse.ArgumentParser:
    return parser.build("en")


def _leaf(parser_: argparse.ArgumentParser, words: list[str]) -> tuple[argparse.ArgumentParser, list[str]]:
    """The parser that a line leads to, and what is left of the line."""
    for at, word in enumerate(words):
        choices = _choices(parser_)
        if not choices or word not in choices:
            return parser_, words[at:]
        parser_ = choices[word]
    return parser_, []


def _choices(parser_: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    groups = (each for each in parser_._actions if isinstance(each, argparse._SubParsersAction))
    return {name: each for group in groups for name, each in group.choices.items()}
