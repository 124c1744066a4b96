"""The colours keep their ratios: computed, not believed."""

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop.theme.palette import palette_of
from desktop.theme.tokens import DARK, LIGHT, Tokens, of_palette, of_system

TEXTS = ("text", "text2", "text3", "accent", "met", "notmet", "wait", "block")
SOFT = ("met", "notmet", "wait", "block")


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", TEXTS)
@pytest.mark.parametrize("ground", ["surface", "sunken", "window", "hover", "select"])
def test_every_text_is_legible_on_every_ground(look: Tokens, role: str, ground: str) -> None:
    assert ratio(getattr(look, role), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", SOFT)
def test_a_state_is_legible_on_its_own_soft_ground(look: Tokens, role: str) -> None:
    assert ratio(getattr(look, role), getattr(look, f"{role}_soft")) >= 4.5
    assert ratio(look.text, getattr(look, f"{role}_soft")) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_controls_and_buttons_stand_out(look: Tokens) -> None:
    assert ratio(look.on_accent, look.accent) >= 4.5
    assert ratio(look.edge, look.surface) >= 3
    assert ratio(look.edge, look.select) >= 3


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_tells_which_tokens_made_it(look: Tokens) -> None:
    assert of_palette(palette_of(look)) is look


def night_sky() -> QPalette:
    """Windows' high-contrast theme Night sky."""
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#D6B4FD"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#2B2B2B"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#A6A6A6"))
    return palette


def test_high_contrast_uses_the_system_s_roles_alone() -> None:
    look = of_system(night_sky())
    assert look.plain
    assert look.dark
    used = {getattr(look, name) for name in look.__slots__ if isinstance(getattr(look, name), str)}
    assert used == {"#000000", "#ffffff", "#d6b4fd", "#2b2b2b", "#a6a6a6"}
    assert of_palette(night_sky()) == look
    assert look.met_soft == look.notmet_soft == look.window
