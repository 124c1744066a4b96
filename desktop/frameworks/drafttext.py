"""The text of a draft: YAML as it will be published, with line numbers; a problem's line can be gone to."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.theme import Type, font, tokens
from desktop.theme.type import px


class _Numbers(QWidget):
    """The strip of line numbers; the editor draws it."""

    def __init__(self, editor: "DraftText") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """As wide as the last number."""
        return QSize(self._editor.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers in sight."""
        self._editor.paint_numbers(event)


class DraftText(QPlainTextEdit):
    """``edited`` fires after a change by the person."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draft-text")
        self.setAccessibleName(name)
        self.setProperty("frame", "none")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(True)
        fixed = font(Type.BASE)
        fixed.setFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family(), *fixed.families()])
        self.setFont(fixed)
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._scrolled)
        self.textChanged.connect(self.edited)
        self._make_room()

    def set_text(self, text: str) -> None:
        """Another text, without announcing it; the place in it stays."""
        if text == self.toPlainText():
            return
        place, position = self.verticalScrollBar().value(), self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(text)))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)
        self._make_room()

    def go_to(self, line: int) -> None:
        """Put the cursor at the start of a line (from 1) and bring it into sight."""
        block = self.document().findBlockByNumber(max(line - 1, 0))
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def numbers_width(self) -> int:
        """Room for the largest number."""
        digits = len(str(max(self.blockCount(), 1)))
        return self.fontMetrics().horizontalAdvance("9") * digits + px(16)

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _scrolled(self, rect: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers stand left of the text."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._numbers.setGeometry(QRect(area.left(), area.top(), self.numbers_width(), area.height()))

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in sight."""
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), tokens().color("sunken"))
        painter.setPen(tokens().color("text3"))
        painter.setFont(self.font())
        block: QTextBlock = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > event.rect().bottom():
                break
            where = QRect(0, round(box.top()), self._numbers.width() - px(8), self.fontMetrics().height())
            painter.drawText(where, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()
