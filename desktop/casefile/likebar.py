"""How like cases were found, as one bar: a part for each finding with its glyph, word and number; the own one underlined."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.casefile import likewords
from desktop.casefile.likewords import Share
from desktop.theme import Tokens, Type, font, row_height, tokens
from desktop.theme.glyphs import GLYPHS, paint_state
from desktop.theme.type import px
from desktop.widgets.keys import entered
from models.findings.values import FindingState
from models.likecases.values import LikeCases

_GAP, _EDGE, _MARK = 3, 8, 3


class LikeBar(QWidget):
    """Widths are in proportion as far as words leave room. ``opened`` with Enter or a click."""

    opened = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._shares: tuple[Share, ...] = ()
        self._own: FindingState | None = None
        self.setObjectName("like-bar")
        self.setAccessibleName(self.tr("Like cases"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_like(self, like: LikeCases) -> None:
        """These counts."""
        self._shares, self._own = likewords.shares(like), like.finding
        spoken = likewords.spoken(like, self._lang)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """28 px at 100 %, and the line under the own finding."""
        return QSize(px(200), row_height(26) + _MARK + 2)

    def minimumSizeHint(self) -> QSize:
        """Glyphs and numbers."""
        return QSize(
            sum(self._least(each) for each in self._shares) + _GAP * len(self._shares), self.sizeHint().height()
        )

    def parts(self) -> tuple[tuple[Share, QRectF], ...]:
        """Where each finding stands: in proportion, none narrower than its word and number, or its number where words do not fit."""
        wide = self.width() - _GAP * max(0, len(self._shares) - 1)
        total = sum(each.count for each in self._shares) or 1
        whole = [self._least(each, likewords.share(each, self._lang)) for each in self._shares]
        least = whole if sum(whole) <= wide else [self._least(each) for each in self._shares]
        widths = [
            max(float(narrow), wide * each.count / total) for each, narrow in zip(self._shares, least, strict=True)
        ]
        over = sum(widths) - wide
        if over > 0 and widths:
            widths[widths.index(max(widths))] -= over
        made, x = [], 0.0
        for each, width in zip(self._shares, widths, strict=True):
            made.append((each, QRectF(x, 0, max(width, 0), self.height() - _MARK - 2)))
            x += width + _GAP
        return tuple(made)

    def _least(self, each: Share, words: str = "") -> int:
        return px(16) + 2 * _EDGE + 7 + QFontMetrics(font(Type.STRONG)).horizontalAdvance(words or str(each.count))

    def words_of(self, each: Share, width: float) -> str:
        """Word and number where they fit, else the number."""
        whole = likewords.share(each, self._lang)
        room = width - px(16) - 2 * _EDGE - 6
        return whole if QFontMetrics(font(Type.STRONG)).horizontalAdvance(whole) <= room else str(each.count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each, box in self.parts():
            self._paint(painter, look, each, box)
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -_MARK - 3), 4, 4)

    def _paint(self, painter: QPainter, look: Tokens, each: Share, box: QRectF) -> None:
        role = GLYPHS[each.state].role
        soft = f"{role}_soft" if role in ("met", "notmet", "wait") else "sunken"
        painter.setPen(QPen(look.color("edge" if look.plain else role), 1))
        painter.setBrush(look.color(soft))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        side = px(16)
        paint_state(painter, QRectF(box.left() + _EDGE, (box.height() - side) / 2, side, side), each.state, look)
        own = each.state is self._own
        painter.setFont(font(Type.STRONG if own else Type.BASE))
        painter.setPen(look.color("text"))
        room = box.adjusted(_EDGE + side + 6, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.words_of(each, box.width()))
        if own:
            line = QRectF(box.left(), box.bottom() + 2, box.width(), _MARK)
            painter.fillRect(line, look.color("text" if look.plain else role))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the table."""
        if entered(event) or (event.key() == Qt.Key.Key_Space and not event.modifiers()):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the table."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame appears."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.update()
