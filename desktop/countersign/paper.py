"""The letter as text that knows its sentences: the one under the cursor is announced, those of a finding are lit.

Readings of kanji stand on the pages alone; here they would stand in the middle of the words.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop.theme import Type, font, tokens
from desktop.theme.type import px
from models.letters.values import FirstPage, Heading, Letter, Paragraph, Sentence, Strip, Table, TimeBar
from resources.letters import readings

SENTENCE = QTextFormat.Property.UserProperty.value + 1


class LetterPaper(QTextBrowser):
    """Read only. ``sentence_chosen`` with a sentence's id when the cursor comes to it."""

    sentence_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letter-paper")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines wrap; a table is a hair wider
        self.setMaximumWidth(px(760))
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(px(36))
        self._places: dict[str, list[tuple[int, int]]] = {}
        self._quiet = False
        self.cursorPositionChanged.connect(self._moved)

    def show_letter(self, letter: Letter) -> None:
        """Lay a letter out anew."""
        self._quiet = True
        self.clear()
        self._places = {}
        cursor = QTextCursor(self.document())
        self._head(cursor, letter)
        labels = dict(letter.step_labels)
        for block in letter.blocks:
            if isinstance(block, Heading):
                self._heading(cursor, block)
            elif isinstance(block, Paragraph):
                self._paragraph(cursor, block, labels.get(block.step, ""))
            elif isinstance(block, Table):
                self._table(cursor, block)
            elif isinstance(block, Strip | TimeBar):
                self._line(cursor, block.alt, "text2", gap=4)
        self._line(cursor, letter.footer, "text2", gap=18)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._quiet = False

    # ---- laying out
    def _head(self, cursor: QTextCursor, letter: Letter) -> None:
        if letter.draft:
            self._line(cursor, letter.draft_mark, "wait", bold=True, gap=0)
        for field in letter.head:
            self._line(cursor, f"{field.label}　{field.value}", "text2", gap=0)
        self._line(cursor, f"{letter.authority}　{letter.office_unit}", "text2", gap=0)
        for line in letter.addressee:
            self._line(cursor, line, "text", gap=2)
        if letter.first is not None:
            self._first(cursor, letter.first)

    def _first(self, cursor: QTextCursor, page: FirstPage) -> None:
        for line in page.pointer:
            self._line(cursor, line, "text2", gap=6)
        self._line(cursor, page.heading, "text", gap=12)
        self._sentences(cursor, (page.outcome,), size=Type.QUESTION, gap=6)
        self._sentences(cursor, (*page.lead, *page.unchanged), gap=8)
        for field in page.facts:
            self._line(cursor, f"{field.label}　{field.value}", "text", gap=1)
        if page.unmet or page.met_line:
            self._line(cursor, page.why_heading, "text", bold=True, gap=12)
        for unmet in page.unmet:
            self._line(
                cursor, f"{unmet.number}　{unmet.name}　{unmet.finding}　{unmet.paragraphs}", "text", bold=True, gap=4
            )
            self._sentences(cursor, unmet.deciding, gap=1)
        self._sentences(cursor, (page.met_line,) if page.met_line else (), gap=6)
        self._sentences(cursor, (page.basis,), gap=6)
        self._line(cursor, page.do_heading, "text", bold=True, gap=12)
        for box in page.boxes:
            self._line(cursor, f"{box.label}　{box.answer}", "text", bold=True, gap=4)
            self._sentences(cursor, box.sentences, gap=1)

    def _heading(self, cursor: QTextCursor, block: Heading) -> None:
        words = "　".join(part for part in (block.number, block.text, block.finding) if part)
        size = Type.NAME if block.level <= 2 else Type.STRONG
        self._begin(cursor, gap=16 if block.level <= 2 else 10)
        cursor.insertText(readings.plain(words), self._format("text", bold=True, size=size))

    def _paragraph(self, cursor: QTextCursor, block: Paragraph, label: str) -> None:
        self._begin(cursor, gap=6, indent=px(30))
        number = f"({block.number})" + (f" {label}" if label else "") + "　"
        cursor.insertText(readings.plain(number), self._format("text2"))
        for sentence in block.sentences:
            self._sentence(cursor, sentence)

    def _table(self, cursor: QTextCursor, block: Table) -> None:
        shape = QTextTableFormat()
        shape.setBorder(0.5)
        shape.setBorderBrush(QBrush(QColor(tokens().line)))
        shape.setBorderCollapse(True)
        shape.setCellPadding(px(4))
        shape.setCellSpacing(0)
        shape.setTopMargin(6)
        columns = max(len(block.head), *(len(row) for row in block.rows), 1) if block.rows else max(1, len(block.head))
        table = cursor.insertTable(len(block.rows) + bool(block.head), columns, shape)
        for at, words in enumerate(block.head):
            table.cellAt(0, at).firstCursorPosition().insertText(
                readings.plain(words), self._format("text2", bold=True, size=Type.CAPTION)
            )
        for line, row in enumerate(block.rows, 1 if block.head else 0):
            for at, cell in enumerate(row):
                self._sentence(table.cellAt(line, at).firstCursorPosition(), cell.sentence, Type.BASE)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _sentences(
        self, cursor: QTextCursor, found: tuple[Sentence, ...], size: Type = Type.READING, gap: int = 4
    ) -> None:
        if found:
            self._begin(cursor, gap)
            for sentence in found:
                self._sentence(cursor, sentence, size)

    def _sentence(self, cursor: QTextCursor, sentence: Sentence, size: Type = Type.READING) -> None:
        shape = self._format("text", bold=sentence.strong or size is Type.QUESTION, size=size)
        shape.setProperty(SENTENCE, sentence.id)
        start = cursor.position()
        cursor.insertText(readings.plain(sentence.text), shape)
        self._places.setdefault(sentence.id, []).append((start, cursor.position()))
        cursor.insertText("" if sentence.text.endswith(("。", "」")) else " ", self._format("text"))

    def _line(self, cursor: QTextCursor, words: str, tone: str, bold: bool = False, gap: int = 4) -> None:
        if words:
            self._begin(cursor, gap)
            cursor.insertText(
                readings.plain(words), self._format(tone, bold, Type.READING if tone == "text" else Type.CAPTION)
            )

    def _begin(self, cursor: QTextCursor, gap: int, indent: int = 0) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(px(gap))
        shape.setLeftMargin(indent)
        shape.setTextIndent(-indent)
        shape.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.position() > 0:
            cursor.insertBlock(shape)
        else:
            cursor.setBlockFormat(shape)

    def _format(self, tone: str, bold: bool = False, size: Type = Type.READING) -> QTextCharFormat:
        shape, step = QTextCharFormat(), QFont(font(size))
        step.setBold(bold or size.bold)
        shape.setFont(step)
        shape.setForeground(QColor(getattr(tokens(), tone)))
        return shape

    # ---- lighting
    def light(self, sentences: frozenset[str], chosen: str = "") -> None:
        """Light these sentences, one of them more, and bring the first into view."""
        look, marks, first = tokens(), [], -1
        for sentence in self._places:
            if sentence not in sentences and sentence != chosen:
                continue
            for start, end in self._places[sentence]:
                marks.append(self._mark(start, end, strong=sentence == chosen, plain=look.plain))
                first = start if first < 0 or start < first else first
        self.setExtraSelections(marks)
        if first >= 0 and not self.hasFocus():
            self._show_position(first)

    def _show_position(self, position: int) -> None:
        self._quiet = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        top = self.cursorRect().top()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - px(80))
        self._quiet = False

    def _mark(self, start: int, end: int, strong: bool, plain: bool) -> QTextEdit.ExtraSelection:
        shape, cursor = QTextCharFormat(), QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if not plain:
            shape.setBackground(QColor(tokens().select))
        if strong or plain:
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            shape.setUnderlineColor(QColor(tokens().accent))
        found = QTextEdit.ExtraSelection()
        found.cursor, found.format = cursor, shape
        return found

    def sentence_at_cursor(self) -> str:
        """The sentence that the cursor stands in, or nothing."""
        here = self.textCursor().position()
        for sentence, places in self._places.items():
            if any(start <= here <= end for start, end in places):
                return sentence
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the cursor, and with it chooses the sentence."""
        super().mousePressEvent(event)
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        self._moved()

    def _moved(self) -> None:
        sentence = "" if self._quiet else self.sentence_at_cursor()
        if sentence:
            self.sentence_chosen.emit(sentence)

    def step(self, by: int) -> None:
        """The next or the previous sentence."""
        order = sorted((start, sentence) for sentence, places in self._places.items() for start, _ in places)
        here = self.textCursor().position()
        ahead = (
            [start for start, _ in order if start > here] if by > 0 else [s for s, _ in reversed(order) if s < here - 1]
        )
        if ahead:
            cursor = self.textCursor()
            cursor.setPosition(ahead[0])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
