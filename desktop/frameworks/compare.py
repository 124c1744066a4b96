"""Two versions side by side: the one that is read, and another one of the same kind; their differences marked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.frameworks import compareform, form
from desktop.frameworks.compareform import Look
from desktop.frameworks.draftwords import field_words
from desktop.operations import frameworks
from desktop.tasks import Task
from desktop.theme import Type, font, tokens
from desktop.theme.type import px
from desktop.widgets import Combo, Label, Pane, Rule
from desktop.words import counted
from models.frameworks.differences import Change
from models.frameworks.values import Framework


class Compare(QWidget):
    """The other version is chosen above; the list on the left narrows what is shown to one criterion."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self._context = context
        self._framework: Framework | None = None
        self._others: list[Framework] = []
        self._key = ""
        self._changes: tuple[Change, ...] | None = None
        self._task: Task | None = None
        self._build()

    def _build(self) -> None:
        self.other = Combo(self.tr("Version to compare with"), self.tr("Compared with"))
        self.other.currentIndexChanged.connect(lambda _index: self._again())
        self.count = Label("", Type.BASE, "text2")
        self.text = QTextBrowser()
        self.text.setObjectName("compare-text")
        self.text.setAccessibleName(self.tr("Differences"))
        self.text.setOpenLinks(False)
        self.text.setProperty("frame", "none")
        self.text.setProperty("ground", "surface")
        self.pane = Pane(self.text)
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(px(10))
        row.addWidget(self.other)
        row.addWidget(self.count)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule())
        column.addWidget(self.pane, 1)

    def show_entry(
        self, framework: Framework, key: str, known: Sequence[Framework], base: Framework | None = None
    ) -> None:
        """What is read, one of its criteria (``""``: all), and the versions it can be compared with; ``base`` is proposed."""
        others = [each for each in known if each.kind == framework.kind and each is not framework]
        same = framework is self._framework and others == self._others
        self._framework, self._others, self._key = framework, others, key
        if same:
            self._write()
            return
        chosen = base if base in others else _before(framework, others)
        names = [(form.name(each, self._context.lang), place) for place, each in enumerate(others)]
        self.other.fill(names, others.index(chosen) if chosen else 0)
        self._again()

    def _again(self) -> None:
        self._changes = None
        if self._task is not None:
            self._task.cancel()
        framework, place = self._framework, self.other.currentIndex()
        self.other.setEnabled(bool(self._others))
        if framework is None or not 0 <= place < len(self._others):
            self.count.setText("")
            self.text.setPlainText(self.tr("There is no other version for this kind of case yet."))
            self.pane.show_content()
            return
        other = self._others[place]
        self.pane.show_loading()
        self._task = self._context.tasks.read(
            lambda: frameworks.differences(other, framework), self._found, self._failed, owner=self
        )

    def _found(self, changes: tuple[Change, ...]) -> None:
        self._changes = changes
        self.pane.show_content()
        self._write()

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(error_words(error, self._context.lang), self._again)

    def _write(self) -> None:
        framework, place = self._framework, self.other.currentIndex()
        if self._changes is None or framework is None or not 0 <= place < len(self._others):
            return
        other, lang, labels = self._others[place], self._context.lang, self._words()
        shown = compareform.of_entry(self._changes, self._key)
        self.count.setText(counted(self.tr("{number} differences"), number=len(shown)))
        titles = compareform.titles((other, framework), lang, labels)
        names = (form.name(other, lang), form.name(framework, lang))
        self.text.document().setDefaultFont(font(Type.READING))
        self.text.document().setDocumentMargin(px(16))
        self.text.setHtml(compareform.page(shown, names, titles, look(), labels))

    def _words(self) -> dict[str, str]:
        return {
            **field_words(),
            "same": self.tr("Both say the same here."), "itself": self.tr("The framework itself"),
            "route": self.tr("Route:"), "figure": self.tr("Dated figure:"), "transition": self.tr("Transitional rule:"),
            "added": self.tr("added"), "removed": self.tr("removed"), "changed": self.tr("changed"), "moved": self.tr("order"),
        }  # fmt: skip


def look() -> Look:
    """The colours of the marks in the present theme."""
    now = tokens()
    return Look(now.notmet, now.met, now.text2, now.line, now.sunken)


def _before(framework: Framework, others: Sequence[Framework]) -> Framework | None:
    """The version before the one that is read, else the newest of the others."""
    earlier = [each for each in others if each.in_force_from <= framework.in_force_from]
    return max(earlier or others, key=lambda each: each.in_force_from, default=None)
