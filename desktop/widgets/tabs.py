"""The window's tabs: pinned places, then open cases."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QTabBar, QWidget

from desktop.theme import Tokens, Type, font, icons, row_height, tokens
from desktop.theme.type import px


@dataclass(frozen=True, slots=True)
class TabFace:
    """What a tab shows."""

    icon: str
    text: str
    count: str = ""
    closable: bool = False


class _Close(QAbstractButton):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("close-tab")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(px(20), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("line"))
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        side = px(16)
        icons.paint(
            painter,
            QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side),
            "dismiss",
            look.color("text2"),
        )


class TabBar(QTabBar):
    """Painted by us: the front tab is surface with an accent line above it and bold words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: list[TabFace] = []
        self.setObjectName("tabs")
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def insert(self, index: int, face: TabFace) -> int:
        """A new tab."""
        self._faces.insert(index, face)
        place = self.insertTab(index, self._spoken(face))
        if face.closable:
            close = _Close(self.tr("Close tab"), self)
            close.clicked.connect(lambda: self.tabCloseRequested.emit(self._place_of(close)))
            self.setTabButton(place, QTabBar.ButtonPosition.RightSide, close)
        return place

    def show_face(self, index: int, face: TabFace) -> None:
        """Change what a tab shows."""
        if self._faces[index] != face:
            self._faces[index] = face
            self.setTabText(index, self._spoken(face))
            self.updateGeometry()
            self.update()

    def remove(self, index: int) -> None:
        """Take a tab away."""
        self._faces.pop(index)
        self.removeTab(index)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Icon, bold words, count, cross."""
        face, metrics = self._face(index), QFontMetrics(font(Type.STRONG))
        width = 12 + px(16) + 8 + metrics.horizontalAdvance(face.text) + 14
        width += metrics.horizontalAdvance(face.count) + 8 if face.count else 0
        width += px(20) + 6 if face.closable else 0
        return QSize(min(width, px(320)), row_height(34))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """A case number still shows."""
        return QSize(min(self.tabSizeHint(index).width(), px(150)), row_height(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every tab."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index, look)

    def _paint_tab(self, painter: QPainter, index: int, look: Tokens) -> None:
        box, front, face = self.tabRect(index), index == self.currentIndex(), self._face(index)
        if front:
            self._paint_front(painter, box, look)
        elif index + 1 < self.count() and index + 1 != self.currentIndex():
            painter.fillRect(QRect(box.right(), box.top() + 10, 1, box.height() - 20), look.color("line"))
        side, x = px(16), box.left() + 12
        tone = look.color("accent" if front else "text2")
        icons.paint(painter, QRectF(x, box.center().y() - side / 2 + 1, side, side), face.icon, tone)
        x += side + 8
        painter.setFont(font(Type.STRONG if front else Type.BASE))
        painter.setPen(look.color("text" if front else "text2"))
        metrics = QFontMetrics(painter.font())
        count = QFontMetrics(font(Type.STRONG)).horizontalAdvance(face.count) + 8 if face.count else 0
        room = QRect(
            x, box.top() + 1, box.right() - x - 10 - count - (px(20) + 6 if face.closable else 0), box.height()
        )
        text = metrics.elidedText(face.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        if face.count:
            painter.setFont(font(Type.STRONG))
            room.setLeft(x + metrics.horizontalAdvance(text) + 8)
            room.setRight(box.right())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), face.count)

    def _paint_front(self, painter: QPainter, box: QRect, look: Tokens) -> None:
        frame = QRectF(box).adjusted(0.5, 2.5, -0.5, 6)
        painter.setPen(look.color("line"))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(frame, 4, 4)
        painter.fillRect(QRectF(box.left() + 8, box.top() + 2, box.width() - 16, 2), look.color("accent"))
        if self.hasFocus():
            painter.setPen(look.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(3, 4, -3, -9), 3, 3)

    def _face(self, index: int) -> TabFace:
        return self._faces[index] if index < len(self._faces) else TabFace("document", "")

    def _place_of(self, close: QWidget) -> int:
        side = QTabBar.ButtonPosition.RightSide
        return next((i for i in range(self.count()) if self.tabButton(i, side) is close), -1)

    @staticmethod
    def _spoken(face: TabFace) -> str:
        return f"{face.text} {face.count}".strip()
