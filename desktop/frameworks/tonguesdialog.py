"""The languages of letters: who stands behind each one's wording, and which drafted ones this office issues."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.frameworks import tonguesform
from desktop.frameworks.tonguesform import Row
from desktop.operations import tongues
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, Rule, say
from desktop.widgets.dialog import Dialog
from models.frameworks import library
from models.letters.tongues import Tongue
from models.people.rules import may
from models.people.values import Permission


class TonguesDialog(Dialog):
    """Everybody may read it; who keeps people and settings may choose."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: tuple[Tongue, ...] = ()
        self.ticks: dict[str, QCheckBox] = {}
        self._may = may(context.actor.role, Permission.KEEP_PEOPLE)
        self.setObjectName("tongues-dialog")
        self.setWindowTitle(self.tr("Languages of letters"))
        self._build()
        self.resize(px(860), px(640))
        context.tasks.read(lambda: tongues.listing(context.office), self._show, self._failed, owner=self)

    def _build(self) -> None:
        self.problem = Label("", tone="block", wrap=True)
        self.problem.hide()
        self._body = QWidget()
        self._body.setProperty("ground", "surface")
        self._body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(px(18))
        self._grid.setVerticalSpacing(px(9))
        scroll = QScrollArea()
        scroll.setObjectName("tongues-scroll")
        scroll.setAccessibleName(self.tr("Languages of letters"))
        scroll.setWidgetResizable(True)
        scroll.setProperty("frame", "none")
        scroll.setWidget(self._body)
        about = self.tr(
            "A drafted text has been read by no native legal reader. It goes out only where it is ticked here, beside the "
            "Japanese letter, and says that the Japanese text prevails."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.tr("Languages of letters"), Type.NAME))
        column.addWidget(Label(about, wrap=True))
        column.addWidget(Rule())
        column.addWidget(scroll, 1)
        column.addWidget(self.problem)
        column.addWidget(Rule())
        column.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        close = Button(self.tr("Close"), key="Esc", name="close-tongues")
        close.clicked.connect(self.reject)
        self.keep = Button(self.tr("Keep"), Kind.PRIMARY, "Ctrl+Enter", name="keep-tongues")
        self.keep.clicked.connect(self.save)
        self.keep.setVisible(self._may)
        self.keep.setEnabled(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.keep)
        return foot

    def _show(self, found: tuple[Tongue, ...]) -> None:
        self._found = found
        lang = self._context.lang
        titles = {each.id: each.title.in_(lang) for each in library.all_()}
        says = {
            "authoritative": self.tr("the text that prevails"), "drafted": self.tr("drafted"),
            "stale": self.tr("{n} sentences older than their source"), "every": self.tr("every framework"),
        }  # fmt: skip
        for at, text in enumerate((self.tr("Language"), self.tr("Wording"), self.tr("Whole for"))):
            self._grid.addWidget(Label(text, Type.STRONG), 0, at)
        for at, row in enumerate(tonguesform.rows(found, says, titles), 1):
            self._add(at, row)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(len(found) + 1, 1)
        self._check()

    def _add(self, at: int, row: Row) -> None:
        tick = QCheckBox(row.name)
        tick.setObjectName(f"tongue-{row.language}")
        tick.setAccessibleName(self.tr("Issue {language}").format(language=row.name))
        tick.setChecked(row.issued)
        tick.setEnabled(row.free and self._may)
        tick.toggled.connect(lambda _on: self._check())
        self.ticks[row.language] = tick
        self._grid.addWidget(tick, at, 0)
        self._grid.addWidget(Label(row.status, wrap=True), at, 1)
        self._grid.addWidget(Label(row.frameworks, tone="text2", wrap=True), at, 2)

    def _chosen(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return tonguesform.chosen(self._found, {key: tick.isChecked() for key, tick in self.ticks.items()})

    def _check(self) -> None:
        self.keep.setEnabled(self._may and any(self._chosen()))

    def save(self) -> None:
        """Keep what is ticked."""
        allowed, forbidden = self._chosen()
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: tongues.allow(office, actor, allowed, forbidden), self._kept, self._failed, owner=self
        )

    def _kept(self, found: tuple[Tongue, ...]) -> None:
        self._found = found
        self._check()
        say(self, self.tr("Kept"))

    def _failed(self, error: Exception) -> None:
        words = error_words(error, self._context.lang)
        self.problem.setText(words)
        self.problem.show()
        say(self, words)
