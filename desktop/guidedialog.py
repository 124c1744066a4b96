"""F1: the page of the guide that belongs to the front view."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

import resources
from desktop.guidepages import INDEX, anchor
from desktop.theme import Type, font
from desktop.theme.type import px
from desktop.widgets import Button


def _without_missing_pictures(page: Path) -> str:
    """A page's words; a picture that did not come along is left out instead of shown broken."""

    def kept(found: re.Match[str]) -> str:
        return found[0] if (page.parent / found[1]).is_file() else ""

    return re.sub(r"!\[[^\]]*\]\(([^)]+)\)", kept, page.read_text(encoding="utf-8"))


class GuidePages(QTextBrowser):
    """Pictures are never wider than the window: nobody scrolls sideways to read."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """A picture, made to fit; everything else as Qt loads it."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        ratio = self.devicePixelRatioF()
        room = round((self.viewport().width() - 2 * self.document().documentMargin() - 4) * ratio)
        if picture.width() > room > 0:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture


class GuideWindow(QWidget):
    """A window of its own, so that it can stand beside the work."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = resources.guide_dir() / lang
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("Guide"))
        self._page = ""
        self._before: list[str] = []
        self.browser = GuidePages()
        self.browser.setObjectName("guide-text")
        self.browser.setAccessibleName(self.windowTitle())
        self.browser.setOpenLinks(False)
        self.browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that the width stays
        self.browser.setProperty("frame", "none")
        self.browser.setProperty("ground", "surface")
        self.browser.anchorClicked.connect(self._follow)
        self.browser.setSearchPaths([str(self._folder)])
        contents = Button(self.tr("Contents"), icon="book", name="guide-contents")
        contents.clicked.connect(lambda: self._go(INDEX))
        self.back = Button(self.tr("Back"), key="Alt+←", name="guide-back")
        self.back.clicked.connect(self.go_back)
        self.back.setEnabled(False)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        close = Button(self.tr("Close"), key="Esc", name="close-guide")
        close.clicked.connect(self.close)
        QShortcut(QKeySequence("Esc"), self, self.close)
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 20, 12)
        row.addWidget(contents)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.browser)
        column.addLayout(row)
        self.resize(720, 760)

    def show_page(self, page: str) -> None:
        """Show a page of the guide; one that is missing shows the contents."""
        path = self._folder / f"{page}.md"
        path = path if path.is_file() else self._folder / f"{INDEX}.md"
        if not path.is_file():
            return
        self._page = path.stem
        self.browser.document().setDefaultFont(font(Type.READING))
        self.browser.document().setBaseUrl(QUrl.fromLocalFile(str(self._folder) + "/"))
        self.browser.document().setDocumentMargin(20)
        self.browser.setMarkdown(_without_missing_pictures(path))
        self._space_headings()
        title = self.browser.document().metaInformation(QTextDocument.MetaInformation.DocumentTitle)
        self.setWindowTitle(title or self.tr("Guide"))

    def _space_headings(self) -> None:
        """Room above each heading, so that it belongs to what follows."""
        block = self.browser.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level > 1:
                spaced = QTextBlockFormat(block.blockFormat())
                spaced.setTopMargin(px(22 if level == 2 else 16))
                spaced.setBottomMargin(px(6))
                QTextCursor(block).setBlockFormat(spaced)
            block = block.next()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it is known how wide the pictures may be."""
        super().showEvent(event)
        self._again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.isVisible():
            self._again()

    def _again(self) -> None:
        if self._page:
            place = self.browser.verticalScrollBar().value()
            self.show_page(self._page)
            self.browser.verticalScrollBar().setValue(place)

    def _follow(self, link: QUrl) -> None:
        """Only pages of the guide itself; nothing leaves the computer."""
        if link.isRelative() or link.isLocalFile():
            self._go(link.fileName().removesuffix(".md") or self._page)
            self._to_heading(link.fragment())

    def _go(self, page: str) -> None:
        if page != self._page:
            self._before.append(self._page)
            self.back.setEnabled(True)
            self.show_page(page)

    def go_back(self) -> None:
        """The page read before this one."""
        if self._before:
            self.show_page(self._before.pop())
            self.back.setEnabled(bool(self._before))

    def _to_heading(self, name: str) -> None:
        """Scroll to the heading that a link names; Qt gives the headings of a text no anchors."""
        document = self.browser.document()
        block = document.begin()
        while name and block.isValid():
            if block.blockFormat().headingLevel() and anchor(block.text()) == name:
                top = document.documentLayout().blockBoundingRect(block).top()
                self.browser.verticalScrollBar().setValue(round(top))
                return
            block = block.next()
