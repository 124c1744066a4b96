"""The HTML twin in a real browser: an accessibility checker finds nothing, the keyboard reaches all, 200 % needs no sideways scroll.

axe-core (MPL 2.0, a tool of the tests only) runs inside a headless Chromium on the refusal and the grant of every language;
``AKASHI_TIER=prove`` takes every golden letter, and every language for zoom and keyboard.
"""

import importlib.metadata
import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from models.decisions.values import Outcome
from reports import letter_html, letter_twin
from resources import letters
from tests.models.letters import golden
from tests.reports import chromium
from tests.reports.chromium import Browser

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.skipif(sys.platform == "win32", reason="the browser's pipe is a matter of POSIX; CI runs it on Linux"),
    pytest.mark.xdist_group("chromium"),
]
EVERY = [f"{language}-{outcome}" for language in letters.known() for outcome in Outcome]
MORE = [each for each in golden.single() if each not in EVERY]
PROVE = os.environ.get("AKASHI_TIER") == "prove"
CHECKED = [*EVERY, *MORE] if PROVE else EVERY
MOVED = (
    EVERY if PROVE else ["ja-refuse", "ja-easy-refuse", "en-grant", "es-refuse", "ne-refuse", "th-grant", "tl-refuse"]
)
"""In the normal tier the longest words and the widest scripts stand for all."""
CHECK = "axe.run(document, {resultTypes: ['violations', 'incomplete']})"
TAB, SHIFTED = ("Tab", 9), 8
WINDOW = 1280
"""At 200 % a window of this width has half as many CSS pixels."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all pages."""
    with chromium.opened() as found:
        yield found


@cache
def axe() -> str:
    """The checker's script, from the package that carries it."""
    package = importlib.metadata.distribution("axe-playwright-python")
    return Path(str(package.locate_file("axe_playwright_python/axe.min.js"))).read_text(encoding="utf-8")


def violations(browser: Browser, content: bytes, *, dark: bool = False) -> list[str]:
    """What the checker finds wrong in a page: rule, and the first element."""
    browser.show(content, WINDOW, dark=dark)
    browser.value(f"{axe()}; undefined")
    found = browser.value(f"{CHECK}.then(r => r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes[0].html))")
    assert isinstance(found, list)
    return [str(each) for each in found]


def page(name: str) -> bytes:
    """A golden letter's HTML twin."""
    return letter_html.render(golden.of(name).letters)


def test_the_checker_finds_what_is_wrong(browser: Browser) -> None:
    """A checker that finds nothing anywhere proves nothing."""
    wrong = b"<!DOCTYPE html><html><body><img src='x.png'><p style='color:#ccc;background:#fff'>pale</p></body></html>"
    rules = {each.split(":")[0] for each in violations(browser, wrong)}
    assert {"html-has-lang", "image-alt", "color-contrast", "document-title"} <= rules


@pytest.mark.tiered
@pytest.mark.parametrize("name", CHECKED)
def test_no_rule_of_accessibility_is_broken(browser: Browser, name: str) -> None:
    assert violations(browser, page(name)) == []


@pytest.mark.parametrize("name", ["ja-refuse", "ne-refuse", "en-grant"])
def test_none_is_broken_on_a_dark_screen(browser: Browser, name: str) -> None:
    assert violations(browser, page(name), dark=True) == []


def test_none_is_broken_side_by_side(browser: Browser) -> None:
    assert violations(browser, letter_twin.render_html(*golden.of("twin-ja-ne").letters)) == []


@pytest.mark.tiered
@pytest.mark.parametrize("name", MOVED)
def test_at_200_percent_nothing_scrolls_sideways(browser: Browser, name: str) -> None:
    """A table may scroll in its own frame; the page may not. The same at 400 % (WCAG 1.4.10: 320 CSS pixels)."""
    for wide in (WINDOW // 2, 320):
        browser.show(page(name), wide, 450)
        assert browser.value("document.documentElement.scrollWidth") <= wide
        outside = "e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')"
        found = browser.value(
            f"[...document.body.querySelectorAll('*')].filter({outside}).map(e => e.outerHTML.slice(0, 90))"
        )
        assert found == []


@pytest.mark.tiered
@pytest.mark.parametrize("name", MOVED)
def test_the_keyboard_reaches_everything_that_moves(browser: Browser, name: str) -> None:
    """From the top: the way past the head, then every table that scrolls, in the order of the page, and never trapped."""
    browser.show(page(name), 320, 450)
    wanted = browser.value("[...document.querySelectorAll('a[href], [tabindex=\"0\"]')].length")
    scrolls = (
        "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth && e.tabIndex < 0).length"
    )
    assert browser.value(scrolls) == 0, "a table that scrolls is reached"
    seen = []
    for _ in range(wanted):
        browser.press(*TAB)
        seen.append(
            browser.value("document.activeElement.tagName + document.activeElement.getBoundingClientRect().height")
        )
    reached = browser.value(
        "[...document.querySelectorAll('a[href], [tabindex=\"0\"]')].indexOf(document.activeElement)"
    )
    assert reached == wanted - 1
    assert all(not each.startswith("BODY") and not each.endswith("0.0") for each in seen)


def test_the_first_key_shows_the_way_to_the_letter(browser: Browser) -> None:
    browser.show(page("ja-refuse"))
    browser.press(*TAB)
    assert browser.value("document.activeElement.className") == "skip"
    assert browser.value("document.activeElement.getBoundingClientRect().left") >= 0
    browser.press("Enter", 13)


def test_chromium_is_there_unless_its_group_is_skipped() -> None:
    assert any(map(shutil.which, chromium.NAMES))
