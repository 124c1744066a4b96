"""Fluent icons, tinted from the palette. Never alone: a word or an accessible name stands with each."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from desktop.theme.tokens import Tokens, tokens

_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


@lru_cache(maxsize=256)
def _svg(name: str, size: int, filled: bool, color: str) -> QSvgRenderer:
    text = resources.icon_path(name, size, filled).read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("<svg ", f'<svg fill="{color}" ', 1).encode()))


def paint(painter: QPainter, box: QRectF, name: str, color: QColor | str, filled: bool = False) -> None:
    """Draw an icon into a box (logical pixels): sharp at every device scale, as it is drawn, not copied."""
    nominal = 16 if box.width() < 18 else 20
    _svg(name, nominal, filled, QColor(color).name()).render(painter, box)


def pixmap(name: str, size: int, color: QColor | str, filled: bool = False, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap of ``size`` logical pixels."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, size, size), name, color, filled)
    painter.end()
    return picture


def icon(name: str, size: int = 16, role: str = "text2", filled: bool = False, look: Tokens | None = None) -> QIcon:
    """An icon for stock widgets in a token's colour, grayed when disabled."""
    return _icon(name, size, role, filled, look or tokens())


@lru_cache(maxsize=512)
def _icon(name: str, size: int, role: str, filled: bool, look: Tokens) -> QIcon:
    """Drawn once a look: every button asks again whenever it is given another parent."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, size, getattr(look, role), filled, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, size, look.disabled, filled, ratio), QIcon.Mode.Disabled)
    return made
