"""The look follows the person and the system."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication

import resources
from desktop.theme import DARK, LIGHT, Scheme, Theme, Type, font, icons, row_height, tokens
from desktop.theme.glyphs import GLYPHS
from desktop.theme.tokens import of_system
from tests.desktop.theme.test_tokens import night_sky


def test_choosing_a_scheme_changes_the_application_at_once(look: Theme) -> None:
    heard: list[bool] = []
    look.changed.connect(lambda: heard.append(True))
    look.choose(Scheme.DARK)
    assert tokens() is DARK
    look.choose(Scheme.LIGHT)
    assert tokens() is LIGHT
    assert len(heard) == 2


def test_high_contrast_of_the_system_wins(look: Theme) -> None:
    look.show(of_system(night_sky()), night_sky())
    assert tokens().plain
    assert tokens().text == "#ffffff"
    look.choose(Scheme.LIGHT)


@pytest.mark.parametrize(("percent", "kept"), [(80, 80), (150, 150), (200, 200), (10, 80), (900, 200)])
def test_text_size_stays_between_80_and_200(look: Theme, percent: int, kept: int) -> None:
    look.resize(percent)
    assert look.percent == kept
    assert QApplication.font().pointSizeF() == pytest.approx(9.75 * kept / 100, abs=0.01)
    assert font(Type.QUESTION).pointSizeF() == pytest.approx(15 * kept / 100, abs=0.06)


def test_rows_keep_their_pixels_at_100_and_grow_with_the_text(look: Theme) -> None:
    assert (row_height(28), row_height(30), row_height(36)) == (28, 30, 36)
    look.resize(200)
    assert row_height(28) > 45
    look.resize(80)
    assert row_height(28) <= 30


def test_steps_of_text_size_go_up_and_down(look: Theme) -> None:
    look.step(1)
    assert look.percent == 110
    look.step(-1)
    look.step(-1)
    assert look.percent == 90


def test_the_shipped_fonts_are_used_and_hold_rare_kanji() -> None:
    assert QFontInfo(font(Type.READING)).family() == resources.SANS
    assert QFontInfo(font(Type.NAME)).bold()
    for step in Type:
        assert resources.SANS in step.families
        assert step.points >= 9


def test_every_state_has_a_glyph_of_its_own_shape() -> None:
    shapes = [(glyph.icon, glyph.filled) for glyph in GLYPHS.values()]
    assert len(set(shapes)) == len(GLYPHS) == 6


def test_an_icon_is_drawn_in_the_colour_asked_for() -> None:
    picture: QImage = icons.pixmap("checkmark_circle", 16, "#17694D", filled=True).toImage()
    inks = {
        picture.pixelColor(x, y).name() for x in range(16) for y in range(16) if picture.pixelColor(x, y).alpha() == 255
    }
    assert "#17694d" in inks
    assert QColor("#000000").name() not in inks


def test_stock_widgets_find_their_colours_in_the_palette() -> None:
    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(LIGHT.accent)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(LIGHT.disabled)
