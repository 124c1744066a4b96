"""The lists of a draft's entry: criteria, reason codes, grounds, documents, facts, figures; add, take away, move."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.frameworks import partsform
from desktop.frameworks.partsform import FACTS, Change, Kind
from desktop.theme import row_height
from desktop.theme.type import px
from desktop.widgets import Button, Combo, LineEdit
from models.facts import catalogue

_SHOWN = 4
"""Rows of the list that are seen at once."""


class DraftParts(QWidget):
    """``changed`` with what a person asked for (``Change``); the text is changed elsewhere, and shown here again."""

    changed = Signal(object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draft-parts")
        self._lang = lang
        self._text, self._key = "", ""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.part = Combo(self.tr("List"))
        self.entries = QListWidget()
        self.entries.setObjectName("draft-entries")
        self.entries.setAccessibleName(self.tr("Entries of the list"))
        self.entries.setFixedHeight(row_height(26) * _SHOWN)
        self.up = Button(self.tr("Earlier"), icon="arrow_up", name="entry-earlier")
        self.down = Button(self.tr("Later"), icon="arrow_down", name="entry-later")
        self.remove = Button(self.tr("Take away"), icon="delete", name="entry-remove")
        hint = self.tr("Code or key of a new entry, which begins as a copy of the chosen one")
        self.name = LineEdit(self.tr("Code or key of the new entry"), hint)
        self.fact = Combo(self.tr("Fact to show"))
        self.fact.fill([(f"{each}　{catalogue.title(each).in_(self._lang)}", each) for each in partsform.known_facts()])
        self.add = Button(self.tr("Add"), icon="add", name="entry-add")
        acts = QVBoxLayout()
        acts.setSpacing(px(4))
        for each in (self.up, self.down, self.remove):
            acts.addWidget(each)
        acts.addStretch(1)
        new, both = QHBoxLayout(), QHBoxLayout()
        for row in (new, both):
            row.setSpacing(px(8))
        both.addWidget(self.entries, 1)
        both.addLayout(acts)
        new.addWidget(self.part, 1)
        new.addWidget(self.name, 3)
        new.addWidget(self.fact, 3)
        new.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), px(4))
        column.setSpacing(px(6))
        column.addLayout(new)
        column.addLayout(both)

    def _connect(self) -> None:
        self.part.currentIndexChanged.connect(lambda _at: self._list())
        self.entries.currentRowChanged.connect(lambda _row: self._check())
        self.name.textChanged.connect(lambda _text: self._check())
        self.up.clicked.connect(lambda: self._ask(Kind.EARLIER))
        self.down.clicked.connect(lambda: self._ask(Kind.LATER))
        self.remove.clicked.connect(lambda: self._ask(Kind.REMOVE))
        self.add.clicked.connect(lambda: self._ask(Kind.ADD))
        self.name.returnPressed.connect(lambda: self._ask(Kind.ADD))

    def show_text(self, text: str, key: str, words: Mapping[str, str], read_only: bool) -> None:
        """The lists of a criterion, or (``""``) of the framework itself; the chosen list and entry stay chosen."""
        part, entry = self.part.currentData() if key == self._key else None, self.chosen
        self._text, self._key = text, key
        self.part.fill([(words.get(each, each), each) for each in partsform.parts(text, key)], part)
        self.setVisible(bool(self.part.count()) and not read_only)
        self._list(entry)

    @property
    def path(self) -> tuple[str, ...]:
        """The list that is chosen."""
        return partsform.path(self._key, str(self.part.currentData() or ""))

    @property
    def chosen(self) -> str:
        """The entry that is chosen."""
        item = self.entries.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _list(self, chosen: str = "") -> None:
        rows = partsform.entries(self._text, self.path, self._lang)
        self.entries.blockSignals(True)
        self.entries.clear()
        for name, words in rows:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.entries.addItem(item)
        at = next((place for place, (name, _) in enumerate(rows) if name == chosen), 0)
        self.entries.setCurrentRow(at if rows else -1)
        self.entries.blockSignals(False)
        facts = self.path[-1:] == (FACTS,)
        self.fact.setVisible(facts)
        self.name.setVisible(not facts)
        self._check()

    def _check(self) -> None:
        row, count = self.entries.currentRow(), self.entries.count()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.remove.setEnabled(row >= 0 and count > 1)
        self.add.setEnabled(self.path[-1:] == (FACTS,) or partsform.usable(self._text, self.path, self.name.text()))

    def _ask(self, kind: Kind) -> None:
        buttons = {Kind.EARLIER: self.up, Kind.LATER: self.down, Kind.REMOVE: self.remove, Kind.ADD: self.add}
        if not buttons[kind].isEnabled():
            return
        new = ""
        if kind is Kind.ADD:
            new = str(self.fact.currentData()) if self.path[-1:] == (FACTS,) else self.name.text().strip()
        self.changed.emit(Change(kind, self.path, self.chosen, new))
        if kind is Kind.ADD:
            self.name.clear()
