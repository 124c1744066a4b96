"""All evidence by document: source, as-of, receipt; rows that a later one replaced are shown as such."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.casefile import words
from desktop.casefile.attached import AttachBar
from desktop.casefile.factrows import documents
from desktop.casefile.labels import kind_label, source_label
from desktop.casefile.rowtext import row_text
from desktop.casefile.words import say
from desktop.context import Context
from desktop.linked.attested import AttestedBox
from desktop.theme import Type, font, row_height, tokens
from desktop.theme.type import px
from desktop.widgets import SectionHeading
from desktop.words import counted
from models.casefile.values import CaseFile
from models.evidence.values import Evidence, EvidenceKind
from models.facts.staleness import stale

PIECE = Qt.ItemDataRole.UserRole + 7


class EvidenceTree(QTreeWidget):
    """Documents with their rows; also used where only some rows are asked for."""

    def __init__(self, lang: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.setAccessibleName(name)
        self.setObjectName("evidence")
        self.setColumnCount(5)
        self.setHeaderLabels(
            [self.tr("No."), self.tr("What it says"), self.tr("Source"), self.tr("As of"), self.tr("Receipt")]
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setIndentation(px(18))
        head = self.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, file: CaseFile, pieces: Iterable[Evidence], opened: bool = False) -> None:
        """These rows, under their documents."""
        self.clear()
        for number, rows in documents(pieces).items():
            self.addTopLevelItem(self._document(file, number, rows))
        self.expandAll() if opened else self.collapseAll()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _document(self, file: CaseFile, number: int, rows: tuple[Evidence, ...]) -> QTreeWidgetItem:
        first, lang = rows[0], self._lang
        single = len(rows) == 1
        name = (
            words.evidence_id(first, file, lang)
            if first.kind is EvidenceKind.STATEMENT
            else words.document_id(number, lang)
        )
        kinds = ("・" if lang == "ja" else ", ").join(dict.fromkeys(kind_label(p, lang) for p in rows))
        text = row_text(first, lang) if single else counted(self.tr("{kinds}, {n} rows"), kinds=kinds, n=len(rows))
        item = QTreeWidgetItem(
            [name, text, source_label(first.source, lang), self._as_of(file, first), first.receipt or ""]
        )
        item.setData(0, PIECE, first.id)
        self._dress(item, bold=not single)
        if single:
            self._mark_old(item, first)
        if single and first.kind is not EvidenceKind.STATEMENT:
            item.setText(0, f"{name}　{first.id}")
        for row in rows if not single else ():
            child = QTreeWidgetItem([row.id, row_text(row, lang), "", self._as_of(file, row), ""])
            self._dress(child, bold=False)
            self._mark_old(child, row)
            item.addChild(child)
        return item

    def _as_of(self, file: CaseFile, piece: Evidence) -> str:
        if piece.as_of is None:
            return ""
        old = f"　{say('stale', self._lang)}" if stale((piece,), file.seen_on) else ""
        return words.day(piece.as_of, self._lang) + old

    def _dress(self, item: QTreeWidgetItem, bold: bool) -> None:
        spoken = " ".join(item.text(at) for at in range(5) if item.text(at))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(1, item.text(1))
        if bold:
            item.setFont(1, font(Type.STRONG))

    def _mark_old(self, item: QTreeWidgetItem, piece: Evidence) -> None:
        if piece.superseded_by is None:
            return
        item.setText(1, f"{item.text(1)}　{say('superseded', self._lang, id=piece.superseded_by)}")
        for at in range(5):
            item.setForeground(at, QColor(tokens().text3))


class EvidenceTab(QWidget):
    """Every document and row of the case; ``written`` after a paper was attached."""

    written = Signal()

    def __init__(self, lang: str, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence-tab")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lang = lang
        self.heading = SectionHeading(self.tr("Evidence"))
        self.tree = EvidenceTree(lang, self.tr("Evidence by document"))
        self.tree.setStyleSheet(f"QTreeView::item {{ height: {row_height(28)}px; }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.addWidget(self.heading)
        column.addWidget(self.tree, 1)
        self.papers = AttachBar(context)
        column.addWidget(self.papers)
        self.attested = AttestedBox(context)
        column.addWidget(self.attested)
        self.attested.written.connect(self.written)
        self.papers.written.connect(self.written)
        self.tree.currentItemChanged.connect(lambda item, _before: self._chosen(item))
        self.tree.itemActivated.connect(lambda _item, _column: self.papers.look())

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        self.papers.choose(str(item.data(0, PIECE) or "") if item is not None else "")

    def show_file(self, file: CaseFile) -> None:
        """Show a case as newly read."""
        self.papers.show_file(file)
        self.attested.show_file(file)
        self.tree.show_rows(file, file.evidence)
        self._chosen(self.tree.currentItem())
        text = counted(
            self.tr("{docs} documents, {rows} rows"), docs=len(documents(file.evidence)), rows=len(file.evidence)
        )
        self.heading.show_text(self.tr("Evidence"), text)

    def take_keyboard(self) -> None:
        """The keyboard goes to the list."""
        self.tree.setFocus()
