"""Pages on which a region is chosen: with the pointer, or with the arrow keys."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop.casefile import placewords
from desktop.casefile.pages import PageView, PageWidget
from desktop.theme import tokens
from models.findings.values import WHOLE, Region

_STEP, _LEAST = 100, 150
"""One step of a key, and the smallest region; in ten thousandths of the page."""
_BEGIN: Region = (1_000, 1_000, 9_000, 2_500)
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class RegionPage(PageWidget):
    """A sheet with at most one region. ``chosen`` with the page after each change, also when the page alone is chosen."""

    chosen = Signal(int)

    def __init__(self, image: QImage, name: str, number: int, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(image, name, parent)
        self.number, self._lang = number, lang
        self.region: Region | None = None
        self._from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setObjectName(f"paper-page-{number}")

    def show_region(self, region: Region | None) -> None:
        """Mark a region, or none."""
        self.region = region
        said = placewords.of_region(region, self._lang) if region else ""
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def box(self, region: Region) -> QRectF:
        """A region in this widget's pixels."""
        left, top, right, bottom = (each / WHOLE for each in region)
        wide, high = self.width(), self.height()
        return QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet; what is not meant lies in shade, the region has a frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.region is not None:
            box = self.box(self.region)
            shade = QColor(0, 0, 0, 46)
            whole = QRectF(self.rect())
            for part in (
                QRectF(0, 0, whole.width(), box.top()),
                QRectF(0, box.bottom(), whole.width(), whole.height() - box.bottom()),
                QRectF(0, box.top(), box.left(), box.height()),
                QRectF(box.right(), box.top(), whole.width() - box.right(), box.height()),
            ):
                painter.fillRect(part, shade)
            painter.setPen(QPen(QColor("#1F5091"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        if self.hasFocus():
            painter.setPen(QPen(tokens().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    # ---- pointer
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A region begins here; a click without a move chooses the page alone."""
        self._from = event.position()
        self.show_region(None)
        self.chosen.emit(self.number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The region grows with the pointer."""
        if self._from is not None:
            region = self._between(self._from, event.position())
            if region is not None:
                self.show_region(region)
                self.chosen.emit(self.number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The region stands."""
        self._from = None

    def _between(self, one: QPointF, other: QPointF) -> Region | None:
        """The region between two points, cut at the sheet's edges; nothing while it is too small to mean anything."""
        across = sorted(min(max(round(each * WHOLE / max(1, self.width())), 0), WHOLE) for each in (one.x(), other.x()))
        down = sorted(min(max(round(each * WHOLE / max(1, self.height())), 0), WHOLE) for each in (one.y(), other.y()))
        if across[1] - across[0] < _LEAST or down[1] - down[0] < _LEAST:
            return None
        return (across[0], down[0], across[1], down[1])

    # ---- keyboard
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page with the keyboard is the one that is meant."""
        super().focusInEvent(event)
        self.chosen.emit(self.number)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R begins a region, arrows move it, Shift and arrows make it larger or smaller, Delete takes it away."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_R and not self.region:
            self._put(_BEGIN)
        elif event.key() in _ARROWS and self.region:
            across, down = _ARROWS[Qt.Key(event.key())]
            self._put(_stretched(self.region, across, down) if shift else _moved(self.region, across, down))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.region:
            self._put(None)
        else:
            super().keyPressEvent(event)

    def _put(self, region: Region | None) -> None:
        self.show_region(region)
        self.chosen.emit(self.number)


def _moved(region: Region, across: int, down: int) -> Region:
    """One step, up to the sheet's edge."""
    left, top, right, bottom = region
    x = min(max(across * _STEP, -left), WHOLE - right)
    y = min(max(down * _STEP, -top), WHOLE - bottom)
    return (left + x, top + y, right + x, bottom + y)


def _stretched(region: Region, across: int, down: int) -> Region:
    """The lower right corner goes one step."""
    left, top, right, bottom = region
    return (
        left,
        top,
        min(max(right + across * _STEP, left + _LEAST), WHOLE),
        min(max(bottom + down * _STEP, top + _LEAST), WHOLE),
    )


class RegionView(PageView):
    """The pages of a paper below each other, numbered from ``first``; a region on one of them at a time."""

    chosen = Signal(int)

    def __init__(self, name: str, lang: str, first: int = 1, parent: QWidget | None = None) -> None:
        self._lang, self._first = lang, first
        super().__init__(name, parent)

    def page_widget(self, image: QImage, name: str, number: int) -> PageWidget:
        """A sheet on which a region can be chosen."""
        page = RegionPage(image, name, self._first + number - 1, self._lang)
        page.chosen.connect(self._chosen)
        return page

    def _chosen(self, number: int) -> None:
        for page in self.pages:
            if isinstance(page, RegionPage) and page.number != number and page.region:
                page.show_region(None)
        self.chosen.emit(number)

    def page(self, number: int) -> RegionPage | None:
        """A page by its number in the paper."""
        return next((each for each in self.pages if isinstance(each, RegionPage) and each.number == number), None)

    def go(self, number: int, region: Region | None) -> None:
        """Bring a place into view and mark it."""
        page = self.page(number)
        if page is None:
            return
        page.show_region(region)
        page.setFocus()
        inner = self.widget()
        if inner is not None:
            top = page.mapTo(inner, page.box(region).topLeft().toPoint() if region else page.rect().topLeft())
            self.verticalScrollBar().setValue(max(0, top.y() - self.viewport().height() // 5))
