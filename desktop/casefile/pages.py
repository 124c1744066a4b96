"""The exact pages of a PDF on the screen, drawn by PDFium."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import tokens
from desktop.theme.type import px

DOTS = 144
"""Dots an inch: sharp at 150 %, and still quick."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as pixels (BGRX), drawn off the window's thread."""

    width: int
    height: int
    stride: int
    pixels: bytes


def draw(pdf: bytes, dots: int = DOTS) -> tuple[PagePicture, ...]:
    """Every page of a PDF as pixels. Raises whatever PDFium says of a broken file."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for page in document:
            bitmap = page.render(scale=dots / 72, prefer_bgrx=True)
            found.append(PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)))
            page.close()
        return tuple(found)
    finally:
        document.close()


def image_of(page: PagePicture) -> QImage:
    """A page as a Qt image that owns its pixels."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()


class PageWidget(QWidget):
    """One sheet, as wide as the view allows."""

    def __init__(self, image: QImage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(px(860))

    def heightForWidth(self, width: int) -> int:
        """The sheet's proportions."""
        return round(width * self._image.height() / max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        """A sheet of 620 px."""
        return QSize(px(620), self.heightForWidth(px(620)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        target = QRectF(self.rect())
        painter.fillRect(target, QColor("white"))
        painter.drawImage(target, self._image)
        painter.setPen(QPen(tokens().color("line"), 1))
        painter.drawRect(target.adjusted(0.5, 0.5, -0.5, -0.5))


def _centred(page: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(page, 12)
    row.addStretch(1)
    return row


class PageView(QScrollArea):
    """Pages below each other on the window's ground."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages: list[PageWidget] = []
        self.show_pages(())

    def page_widget(self, image: QImage, name: str, number: int) -> PageWidget:
        """One sheet of this view."""
        return PageWidget(image, name)

    def show_pages(self, pictures: tuple[PagePicture, ...]) -> None:
        """Show these pages from the top."""
        inner = QWidget()
        inner.setProperty("ground", "window")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        total = len(pictures)
        self.pages = [
            self.page_widget(
                image_of(each), self.tr("{name}, page {n} of {all}").format(name=self._name, n=at, all=total), at
            )
            for at, each in enumerate(pictures, 1)
        ]
        for page in self.pages:
            column.addLayout(_centred(page))
        column.addStretch(1)
        self.setWidget(inner)
