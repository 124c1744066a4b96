"""The rows behind a fact, down to source, as-of and receipt, with the sentence that says how it was computed."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile import words
from desktop.casefile.evidencetab import EvidenceTree
from desktop.casefile.labels import fact_label
from desktop.theme import Type, row_height
from desktop.theme.type import px
from desktop.widgets import Button, Label
from desktop.widgets.dialog import Dialog
from desktop.words import counted
from models.casefile.values import CaseFile


class SourceDialog(Dialog):
    """Esc closes and gives the keyboard back."""

    def __init__(
        self, file: CaseFile, fact: str, sources: tuple[str, ...], lang: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("source-dialog")
        self.setWindowTitle(self.tr("Source rows"))
        found = file.fact(fact)
        how = ""
        if found is not None:
            heading = f"{words.fact_id(found.id, lang)}　{fact_label(found, lang)}　{words.fact_value(found, lang)}"
            how = found.how.text(lang)
        else:
            heading = counted(self.tr("{n} rows"), n=len(sources))
        self.tree = EvidenceTree(lang, self.tr("Source rows"))
        self.tree.setStyleSheet(f"QTreeView::item {{ height: {row_height(26)}px; }}")
        self.tree.show_rows(file, tuple(e for e in file.evidence if e.id in sources), opened=True)
        close = Button(self.tr("Close"), key="Esc", name="close-sources")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(px(8))
        column.addWidget(Label(heading, Type.NAME, wrap=True))
        if how:
            column.addWidget(Label(how, Type.BASE, "text2", wrap=True))
        column.addWidget(self.tree, 1)
        column.addLayout(row)
        self.resize(px(900), px(460))
        self.tree.setFocus()
