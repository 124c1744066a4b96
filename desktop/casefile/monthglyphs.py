"""The glyph of each month: shape tells, colour only helps (DESIGN, obligation timeline)."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.casefile.months import CellState
from desktop.theme import Tokens, Type, font

UNITS = {20: 10.0, 15: 8.0, 8: 5.0}
"""The glyph's unit by column width."""


def unit_of(column: int) -> float:
    """The unit that fits a column."""
    return max((unit for width, unit in UNITS.items() if width <= column), default=5.0)


def paint(painter: QPainter, at: QPointF, state: CellState, u: float, look: Tokens) -> None:
    """Draw a month's glyph around a point; nothing where there was no duty."""
    drawer = _DRAWERS.get(state)
    if drawer is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    drawer(painter, at, u, look)
    painter.restore()


def _on_time(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    painter.setBrush(look.color("text2"))
    painter.drawEllipse(at, 0.38 * u, 0.38 * u)


def _late(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    painter.setBrush(look.color("wait"))
    half, up, down = 0.62 * u, 0.62 * u, 0.5 * u
    painter.drawPolygon(QPolygonF([at + QPointF(0, -up), at + QPointF(half, down), at + QPointF(-half, down)]))


def _unpaid(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    side = 0.62 * u
    painter.setBrush(look.color("text"))
    painter.drawRoundedRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side), 1.5, 1.5)
    painter.setPen(QPen(look.color("surface"), max(1.0, 0.16 * u), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    arm = 0.26 * u
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
    painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))


def _withheld(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    painter.setBrush(look.color("text3"))
    painter.drawRect(QRectF(at.x() - 0.55 * u, at.y() - 0.14 * u, 1.1 * u, 0.28 * u))


def _exempt(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    painter.setPen(QPen(look.color("text2"), max(1.0, 0.15 * u)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, 0.46 * u, 0.46 * u)


def _deferred(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    painter.setPen(QPen(look.color("text2"), max(1.0, 0.15 * u)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    arm = 0.58 * u
    corners = [QPointF(0, -arm), QPointF(arm, 0), QPointF(0, arm), QPointF(-arm, 0)]
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def _no_record(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    painter.setPen(QPen(look.color("text3"), 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(at.x() - 0.62 * u, at.y() - 0.68 * u, 1.24 * u, 1.36 * u)
    painter.drawRect(box)
    mark = font(Type.CAPTION)
    mark.setPointSizeF(mark.pointSizeF() * min(1.0, u / 10))
    painter.setFont(mark)
    painter.setPen(look.color("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _contradicting(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    """A whole box with an unequal sign: unlike the dotted one of a payment without a day."""
    painter.setPen(QPen(look.color("text"), max(1.0, 0.13 * u)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(at.x() - 0.66 * u, at.y() - 0.66 * u, 1.32 * u, 1.32 * u))
    for up in (-0.18, 0.18):
        painter.drawLine(at + QPointF(-0.36 * u, up * u), at + QPointF(0.36 * u, up * u))
    painter.drawLine(at + QPointF(-0.2 * u, 0.44 * u), at + QPointF(0.2 * u, -0.44 * u))


def _pending(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:  # noqa: ARG001 - one shape for all glyphs
    painter.setPen(QPen(look.color("text3"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, 1.5, 1.5)


def _bold() -> QFont:
    figure = font(Type.CAPTION)
    figure.setBold(True)
    return figure


def days_width(days: int) -> float:
    """How wide the days of lateness are written."""
    return QFontMetricsF(_bold()).horizontalAdvance(str(days)) + 2


def days_below(painter: QPainter, box: QRectF, days: int, look: Tokens) -> None:
    """The days of lateness, bold, centred below a triangle; may run over the column's edges."""
    painter.save()
    painter.setFont(_bold())
    painter.setPen(look.color("text"))
    wide = days_width(days)
    grown = box.adjusted(min(0.0, (box.width() - wide) / 2), 0, max(0.0, (wide - box.width()) / 2), 0)
    painter.drawText(grown, Qt.AlignmentFlag.AlignCenter, str(days))
    painter.restore()


def employer_late(painter: QPainter, at: QPointF, u: float, look: Tokens) -> None:
    """The employer's lateness: a dotted underline, never a triangle."""
    painter.setPen(QPen(look.color("text3"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(at + QPointF(-0.6 * u, 0.75 * u), at + QPointF(0.6 * u, 0.75 * u))


_DRAWERS = {
    CellState.ON_TIME: _on_time,
    CellState.LATE: _late,
    CellState.UNPAID: _unpaid,
    CellState.WITHHELD: _withheld,
    CellState.EXEMPT: _exempt,
    CellState.DEFERRED: _deferred,
    CellState.UNDATED: _no_record,
    CellState.CONTRADICTING: _contradicting,
    CellState.PENDING: _pending,
}
