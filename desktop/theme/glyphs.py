"""The glyphs of the six finding states, 16 px. Shape tells them apart without colour; the word stands beside."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.theme import icons
from desktop.theme.tokens import Tokens
from models.findings.values import FindingState


@dataclass(frozen=True, slots=True)
class Glyph:
    """How a state is drawn: icon name (empty: the own square), filled or not, and the colour's role."""

    icon: str
    filled: bool
    role: str


GLYPHS = {
    FindingState.NOT_STARTED: Glyph("circle_hint", False, "text3"),
    FindingState.IN_PROGRESS: Glyph("circle_half_fill", False, "accent"),
    FindingState.NEEDS_DOCUMENTS: Glyph("document_add", False, "wait"),
    FindingState.MET: Glyph("checkmark_circle", True, "met"),
    FindingState.NOT_MET: Glyph("", True, "notmet"),
    FindingState.NOT_APPLICABLE: Glyph("subtract_circle", False, "text3"),
}


def paint_state(painter: QPainter, box: QRectF, state: FindingState, look: Tokens) -> None:
    """Draw a state's glyph into a box of about 16 px."""
    glyph = GLYPHS[state]
    if glyph.icon:
        icons.paint(painter, box, glyph.icon, look.color(glyph.role), glyph.filled)
    else:
        _square_cross(painter, box, look.color(glyph.role), look.color("surface"))


def _square_cross(painter: QPainter, box: QRectF, fill: QColor, cross: QColor) -> None:
    """Not met: a 13 px square (of 16), radius 2, with a cross in the ground's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = box.width() / 16
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box.adjusted(1.5 * unit, 1.5 * unit, -1.5 * unit, -1.5 * unit), 2 * unit, 2 * unit)
    painter.setPen(QPen(cross, 1.6 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle, arm = box.center(), 2.7 * unit
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
    painter.restore()
