"""F1: the page of the guide that belongs to the front view."""

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

import resources
from desktop.theme import Type, font
from desktop.widgets import Button


def _without_missing_pictures(page: Path) -> str:
    """A page's words; a picture that did not come along is left out instead of shown broken."""

    def kept(found: re.Match[str]) -> str:
        return found[0] if (page.parent / found[1]).is_file() else ""

    return re.sub(r"!\[[^\]]*\]\(([^)]+)\)", kept, page.read_text(encoding="utf-8"))


class GuideWindow(QWidget):
    """A window of its own, so that it can stand beside the work."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = resources.guide_dir() / lang
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("Guide"))
        self.browser = QTextBrowser()
        self.browser.setObjectName("guide-text")
        self.browser.setAccessibleName(self.windowTitle())
        self.browser.setOpenLinks(False)
        self.browser.setProperty("frame", "none")
        self.browser.setProperty("ground", "surface")
        self.browser.anchorClicked.connect(self._follow)
        self.browser.setSearchPaths([str(self._folder)])
        contents = Button(self.tr("Contents"), icon="book", name="guide-contents")
        contents.clicked.connect(lambda: self.show_page("index"))
        close = Button(self.tr("Close"), key="Esc", name="close-guide")
        close.clicked.connect(self.close)
        QShortcut(QKeySequence("Esc"), self, self.close)
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 20, 12)
        row.addWidget(contents)
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
        path = path if path.is_file() else self._folder / "index.md"
        if not path.is_file():
            return
        self.browser.document().setDefaultFont(font(Type.READING))
        self.browser.document().setBaseUrl(QUrl.fromLocalFile(str(self._folder) + "/"))
        self.browser.document().setDocumentMargin(20)
        self.browser.setMarkdown(_without_missing_pictures(path))
        title = self.browser.document().metaInformation(QTextDocument.MetaInformation.DocumentTitle)
        self.setWindowTitle(title or self.tr("Guide"))

    def _follow(self, link: QUrl) -> None:
        """Only pages of the guide itself; nothing leaves the computer."""
        if link.isRelative() or link.isLocalFile():
            self.show_page(link.fileName().removesuffix(".md"))
