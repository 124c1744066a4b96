"""The guide is whole: every picture and link is there, in both languages, and small enough to ship."""

import re
from pathlib import Path

import pytest

import resources
from tests import screenshots

LANGUAGES = ("ja", "en")
MOST = 6_000_000
PAGES = [page for lang in LANGUAGES for page in sorted((resources.guide_dir() / lang).glob("*.md"))]


def targets(page: Path) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    for target in targets(page):
        if target.startswith(("http:", "https:", "mailto:")):
            pytest.fail(f"{page.name} leads out of the house: {target}")
        assert (page.parent / target.split("#")[0]).is_file(), target


def test_both_languages_have_the_same_pages() -> None:
    ours = {lang: {page.name for page in (resources.guide_dir() / lang).glob("*.md")} for lang in LANGUAGES}
    assert ours["ja"] == ours["en"]


def test_no_picture_lies_there_that_no_page_shows_and_all_are_small() -> None:
    pictures = list((resources.guide_dir() / "images").glob("*"))
    assert {each.name for each in pictures} == screenshots.guide_pictures()
    assert sum(each.stat().st_size for each in pictures) < MOST
