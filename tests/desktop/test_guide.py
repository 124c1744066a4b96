"""The guide's window: the page of the screen in front, with its pictures, never wider than the window."""

import pytest
from pytestqt.qtbot import QtBot

import resources
from desktop.guidedialog import GuideWindow
from tests.desktop.desk import turn


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("wide", [480, 720, 1300])
def test_a_page_shows_its_picture_within_the_window(qtbot: QtBot, lang: str, wide: int) -> None:
    window = GuideWindow(lang)
    qtbot.addWidget(window)
    window.resize(wide, 700)
    window.show_page("case")
    window.show()
    turn(0.05)
    assert window.browser.horizontalScrollBar().maximum() == 0
    shown = window.browser.document().size()
    assert shown.height() > wide / 2, "the picture takes its place"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_page_can_be_shown(qtbot: QtBot, lang: str) -> None:
    window = GuideWindow(lang)
    qtbot.addWidget(window)
    for page in sorted((resources.guide_dir() / lang).glob("*.md")):
        window.show_page(page.stem)
        assert window.browser.toPlainText().strip()
