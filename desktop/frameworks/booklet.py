"""The handbook as it is printed: the page of what is chosen, in each language; save it as PDF or HTML."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile.pages import PagePicture, PageView, draw
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import handbook
from desktop.tasks import Task
from desktop.theme.type import px
from desktop.widgets import Button, Pane, ProblemLine, Rule, Segmented
from models.frameworks.values import Framework

LANGUAGES = (("ja", "日本語"), ("ja-easy", "やさしい日本語"), ("en", "English"))
_DOTS = 110


class Booklet(QWidget):
    """Draws one page in the background; the whole booklet is made once for a framework and language."""

    saved = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("booklet")
        self._context = context
        self._framework: Framework | None = None
        self._key = ""
        self._stale = True
        self._task: Task | None = None
        self._build()

    def _build(self) -> None:
        self.language = Segmented(self.tr("Language of the handbook"), LANGUAGES)
        self.language.set_value(self._context.lang)
        self.language.chosen.connect(lambda _key: self._again())
        self.save_pdf = Button(self.tr("Save as PDF…"), icon="document_pdf", name="save-booklet-pdf")
        self.save_html = Button(self.tr("Save as HTML…"), icon="arrow_download", name="save-booklet-html")
        self.save_pdf.clicked.connect(lambda: self._save("pdf"))
        self.save_html.clicked.connect(lambda: self._save("html"))
        self.note = ProblemLine(tone="text2")
        self.pages = PageView(self.tr("Handbook"))
        self.pane = Pane(self.pages)
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(px(10))
        row.addWidget(self.language)
        row.addWidget(self.note, 1)
        row.addStretch(1)
        row.addWidget(self.save_pdf)
        row.addWidget(self.save_html)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule())
        column.addWidget(self.pane, 1)

    def show_entry(self, framework: Framework, key: str) -> None:
        """Another criterion, or the framework's own pages (``""``); drawn when it is looked at."""
        self._framework, self._key, self._stale = framework, key, True
        if self.isVisible():
            self.draw_page()

    def _again(self) -> None:
        self._stale = True
        self.draw_page()

    def draw_page(self) -> None:
        """Draw the page unless it stands there already."""
        if self._framework is None or not self._stale:
            return
        if self._task is not None:
            self._task.cancel()
        self.pane.show_loading()
        framework, key, language = self._framework, self._key, self.language.value()

        def job() -> tuple[PagePicture, ...]:
            return draw(handbook.pages(framework, key, language), _DOTS)

        self._task = self._context.tasks.read(job, self._drawn, self._failed, owner=self)

    def _drawn(self, pictures: tuple[PagePicture, ...]) -> None:
        self._stale = False
        self.pages.show_pages(pictures)
        self.pane.show_content()

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(error_words(error, self._context.lang), self._again)

    def _save(self, format_: str) -> None:
        if self._framework is None:
            return
        name = f"{self._framework.id}-{self._framework.version}-{self.language.value()}.{format_}"
        where, _ = QFileDialog.getSaveFileName(self, self.tr("Save the handbook"), name, f"*.{format_}")
        if where:
            self.write(Path(where), format_)

    def write(self, where: Path, format_: str) -> None:
        """Write the whole booklet into a file, off the window's thread."""
        framework, language = self._framework, self.language.value()
        if framework is None:
            return
        self._context.tasks.read(
            lambda: where.write_bytes(handbook.of(framework, language, format_)),
            lambda _: self._wrote(where),
            lambda error: self.note.show_problem(error_words(error, self._context.lang), spoken=True),
            owner=self,
        )

    def _wrote(self, where: Path) -> None:
        self.note.show_problem(self.tr("Saved: {path}").format(path=where), spoken=True)
        self.saved.emit(str(where))
