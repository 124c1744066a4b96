"""The type scale: which family, how large, and how tall a row of it is."""

from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication

import resources

BASE = 9.75
LABEL_FAMILIES = ("Yu Gothic UI", "Noto Sans JP", "Meiryo UI", "Segoe UI", "Noto Sans")
READING_FAMILIES = ("Noto Sans JP", "Yu Gothic", "Noto Sans", "IPAmjMincho")


class Type(Enum):
    """A step of the scale: points at 100 %, whether bold, and the families."""

    CAPTION = (9.0, False, LABEL_FAMILIES)
    BASE = (9.75, False, LABEL_FAMILIES)
    STRONG = (9.75, True, LABEL_FAMILIES)
    READING = (10.5, False, READING_FAMILIES)
    NAME = (12.0, True, READING_FAMILIES)
    TABLE_NAME = (9.75, False, READING_FAMILIES)
    QUESTION = (15.0, True, READING_FAMILIES)

    @property
    def points(self) -> float:
        """Size in points at 100 %."""
        return float(self.value[0])

    @property
    def bold(self) -> bool:
        """Whether it is set in weight 700 (the only other weight is 400)."""
        return bool(self.value[1])

    @property
    def families(self) -> tuple[str, ...]:
        """The families, the first installed one is used, glyph by glyph."""
        return tuple(self.value[2])


def load_fonts() -> None:
    """Make the shipped fonts known to Qt, once: each new font empties every cache."""
    if {resources.SANS, resources.LATIN, resources.MINCHO} <= set(QFontDatabase.families()):
        return
    for path in resources.font_files():
        QFontDatabase.addApplicationFont(str(path))


def scale() -> float:
    """The text size set by the person, 1.0 = 100 %; the application's font carries it."""
    return QGuiApplication.font().pointSizeF() / BASE


def font(step: Type, size: float | None = None) -> QFont:
    """The font of a step at the text size in force (or at ``size``, 1.0 = 100 %)."""
    made = QFont(list(step.families))
    made.setPointSizeF(step.points * (scale() if size is None else size))
    made.setBold(step.bold)
    return made


def row_height(base: int, step: Type = Type.BASE) -> int:
    """The height of a row that is ``base`` pixels at 100 %: at other text sizes line spacing + 10."""
    factor = scale()
    if abs(factor - 1) < 0.005:
        return base
    return max(QFontMetrics(font(step)).lineSpacing() + 10 + (base - 28), 20)


def px(pixels: float) -> int:
    """A glyph or box size that follows the text size (never below what it is at 80 %)."""
    return round(pixels * max(scale(), 0.8))
