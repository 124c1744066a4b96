"""The task list at the left: how many criteria are found, and each with its state; glyphs only where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.casefile import tasklist
from desktop.casefile.tasklist import CriterionRow, SectionRow
from desktop.theme import Type
from desktop.widgets import Label, NavItem, NavList
from models.casefile.values import CaseFile


class TaskSide(QWidget):
    """``glyphs``: whether words are left out."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.glyphs = False
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.nav = NavList(self.tr("Criteria"))
        self.total = Label("", Type.CAPTION, "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Criteria with a finding"))
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(16, 12, 16, 8)
        line = QHBoxLayout()
        line.addWidget(Label(self.tr("Criteria"), Type.STRONG))
        line.addStretch(1)
        line.addWidget(self.total)
        head.addLayout(line)
        head.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.nav, 1)

    def show_rows(self, file: CaseFile, commented: frozenset[str], chosen: str) -> None:
        """The criteria of a case as they stand."""
        self.nav.show_items([self._item(row) for row in tasklist.rows(file, self._lang, commented)])
        self.nav.choose(chosen)
        found, of = tasklist.found_of(file)
        self.total.setText(self.tr("{found} of {all} found").format(found=found, all=of))
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(found)

    def show_glyphs(self, on: bool) -> None:
        """With or without words; the rows are to be shown again."""
        self.glyphs = on
        self._head.setVisible(not on)

    def _item(self, row: SectionRow | CriterionRow) -> NavItem:
        if isinstance(row, SectionRow):
            return NavItem("" if self.glyphs else row.title, right="" if self.glyphs else row.count)
        note = self.tr("returned with a comment") if row.commented else ""
        spoken = " ".join(part for part in (row.title, row.word, row.note, note) if part)
        text = "" if self.glyphs else (self.tr("Comment: ") if row.commented else "") + row.title
        tone = "wait" if row.arrived or row.note else "text2"
        word = "" if self.glyphs else row.note or row.word
        return NavItem(text, row.key, word, tone, row.state, spoken)
