"""Rules 基準: every framework and version, its criteria, the guidance; the handbook page and the letter's sentences they make."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.frameworks import form
from desktop.frameworks.booklet import Booklet
from desktop.operations import handbook
from desktop.operations.handbook import Checked
from desktop.theme import Type, font
from desktop.theme.type import px
from desktop.views import Hint, View
from desktop.widgets import Button, Combo, NavItem, NavList, Rule, Segmented, say
from models.frameworks.values import Framework


class FrameworksView(View):
    """Everybody may read the rules; a file can be checked and previewed before it is published."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._frameworks: list[Framework] = []
        self._labels = self._words()
        self.setObjectName("frameworks")
        self._build()

    # ---- building
    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("frameworks-split")
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._build_list())
        split.addWidget(self._build_reading())
        split.setStretchFactor(1, 1)
        split.setSizes([380, 1060])
        self._context.preferences.remember_splitter("frameworks", split)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _build_list(self) -> QWidget:
        self.version = Combo(self.tr("Framework and version"))
        self.version.currentIndexChanged.connect(lambda _index: self._show_framework())
        self.check = Button(self.tr("Check a file…"), icon="document_search", name="check-framework")
        self.check.clicked.connect(self._ask_for_file)
        self.nav = NavList(self.tr("Criteria"))
        self.nav.chosen.connect(lambda _key: self._show_entry())
        left = _surface()
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(px(8))
        head.addWidget(self.version)
        head.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.nav, 1)
        return left

    def _build_reading(self) -> QWidget:
        choices = (("read", self.tr("Guidance")), ("booklet", self.tr("Handbook")), ("letter", self.tr("Letter")))
        self.mode = Segmented(self.tr("What to show"), choices)
        self.mode.set_value("read")
        self.mode.chosen.connect(lambda _key: self._show_mode())
        self.text = QTextBrowser()
        self.text.setObjectName("framework-text")
        self.text.setAccessibleName(self.tr("Guidance"))
        self.text.setOpenLinks(False)
        self.text.setProperty("frame", "none")
        self.text.setProperty("ground", "surface")
        self.booklet = Booklet(self._context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.booklet)
        right = _surface()
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 10)
        bar.addWidget(self.mode)
        bar.addStretch(1)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
        return right

    def _words(self) -> dict[str, str]:
        return {
            "law": self.tr("Law"), "guideline": self.tr("Guidelines"), "in_force": self.tr("In force"),
            "routes": self.tr("Routes"), "figures": self.tr("Dated figures"), "transitions": self.tr("Transitional rules"),
            "verify": self.tr("to be checked"), "source": self.tr("Source"), "every": self.tr("every route"),
            "weight": self.tr("Weight"), "indicator": self.tr("Indicator: no pass or fail"),
            "mandatory": self.tr("Must be met"), "weighed": self.tr("Weighed with the whole"),
            "guidance": self.tr("Guidance"), "evidence": self.tr("Documents"), "grounds": self.tr("Grounds for met"),
            "reasons": self.tr("Reasons for not met"), "name": self.tr("Name"), "standard": self.tr("Standard"),
            "facts_intro": self.tr("Before the facts"), "met": self.tr("When met"),
            "not_applicable": self.tr("When not applicable"), "unmet": self.tr("When not met, and what would change it"),
        }  # fmt: skip

    # ---- the window asks
    def title(self) -> str:
        """Rules."""
        return self.tr("Rules")

    def icon(self) -> str:
        """An open book."""
        return "book_open"

    def guide_page(self) -> str:
        """The page on frameworks."""
        return "frameworks"

    def keys(self) -> tuple[Hint, ...]:
        """Choose, read anew."""
        return (Hint("↑↓", self.tr("choose")), Hint("F5", self.tr("reload")))

    def shown(self) -> None:
        """In front: read what there is, once."""
        self.nav.setFocus()
        if not self._frameworks:
            self.refresh()

    def refresh(self) -> None:
        """Read the frameworks that the program carries."""
        self._context.tasks.read(handbook.frameworks, self._learn, self._failed, owner=self)

    # ---- reading
    @property
    def framework(self) -> Framework | None:
        """The framework shown."""
        index = self.version.currentIndex()
        return self._frameworks[index] if 0 <= index < len(self._frameworks) else None

    def _learn(self, found: tuple[Framework, ...]) -> None:
        before = self.framework
        self._frameworks = list(found)
        self._fill(before if before in found else None)

    def _fill(self, chosen: Framework | None) -> None:
        names = [(form.name(each, self._lang), place) for place, each in enumerate(self._frameworks)]
        self.version.fill(names, self._frameworks.index(chosen) if chosen else 0)
        self._show_framework()

    def _show_framework(self) -> None:
        framework = self.framework
        if framework is None:
            return
        mark = self.tr("indicator")
        rows = form.entries(framework, self._lang)
        self.nav.show_items(
            [NavItem(each.text, _key(each.key), mark if each.indicator else "") for each in rows]
        )  # fmt: skip
        self.nav.choose(_key(form.OVERVIEW))
        self._show_entry()

    def _show_entry(self) -> None:
        framework = self.framework
        if framework is None:
            return
        key = self.nav.key().removeprefix(_MARK)
        self.booklet.show_entry(framework, key)
        self._write(self._page(framework, key))

    def _page(self, framework: Framework, key: str) -> str:
        if key == form.OVERVIEW:
            return form.overview(framework, self._lang, self._labels)
        criterion = framework.criterion(key)
        if self.mode.value() == "letter":
            return form.letter(criterion, self._lang, self._labels)
        return form.guidance(framework, criterion, self._lang, self._labels)

    def _write(self, html: str) -> None:
        self.text.document().setDefaultFont(font(Type.READING))
        self.text.document().setDocumentMargin(px(20))
        self.text.setHtml(html)

    def _show_mode(self) -> None:
        self.stack.setCurrentWidget(self.booklet if self.mode.value() == "booklet" else self.text)
        self._show_entry()
        if self.mode.value() == "booklet":
            self.booklet.draw_page()

    # ---- checking a file
    def _ask_for_file(self) -> None:
        where, _ = QFileDialog.getOpenFileName(self, self.tr("Check a framework file"), "", "*.yaml *.yml")
        if where:
            self.check_file(Path(where))

    def check_file(self, path: Path) -> None:
        """Read a file: show its problems, or show it as it would be published."""
        self._context.tasks.read(lambda: handbook.check(path), self._checked, self._failed, owner=self)

    def _checked(self, found: Checked) -> None:
        self.mode.set_value("read")
        self.stack.setCurrentWidget(self.text)
        if found.framework is not None:
            self._frameworks = [*(each for each in self._frameworks if each != found.framework), found.framework]
            self._fill(found.framework)
            say(
                self,
                self.tr("No problem was found. It is shown as it would be published; nothing is published by this."),
            )
            return
        head = self.tr("{file}: {number} problems").format(file=found.name, number=len(found.problems))
        self._write(f"<h2>{head}</h2>" + form.problems(found.problems, self._lang))
        say(self, head)

    def _failed(self, error: Exception) -> None:
        words = error_words(error, self._lang)
        self.text.setPlainText(words)
        say(self, words)


_MARK = "·"
"""Before every key of the list, so that the framework itself has one too."""


def _key(key: str | None) -> str:
    return "" if key is None else _MARK + key


def _surface() -> QWidget:
    widget = QWidget()
    widget.setProperty("ground", "surface")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget
