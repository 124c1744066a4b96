"""How the desk looks: tokens, palette, type scale, icons. DESIGN.md rules; everything else asks this package."""

from desktop.theme.look import Scheme, Theme
from desktop.theme.tokens import DARK, LIGHT, Tokens, tokens
from desktop.theme.type import Type, font, row_height

__all__ = ["DARK", "LIGHT", "Scheme", "Theme", "Tokens", "Type", "font", "row_height", "tokens"]
