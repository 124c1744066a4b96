"""The editor for reasons: plain text, easy line height, and nothing the input method holds is ever lost."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.theme import Type, font
from desktop.widgets.lineedit import commit_input_method

LINE_HEIGHT = 112
FULL_WIDTH_A_LINE = 46


class TextEditor(QTextEdit):
    """``edited`` fires after each change, composed text included once it is committed; ``left`` when the keyboard leaves.

    Tab moves on, as in every field; the text is plain, whatever is pasted.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.setObjectName(f"editor-{name}")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setProperty("type", "reading")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(True)
        self.setMaximumWidth(self._widest())
        self._set_line_height()
        self.textChanged.connect(self.edited)

    @property
    def composing(self) -> bool:
        """Whether the input method holds unfinished text here."""
        return self._composing

    @property
    def text(self) -> str:
        """What is written, the unfinished composition not included (see ``commit``)."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the text without announcing it; the cursor goes to the end."""
        if text == self.toPlainText():
            return
        self.blockSignals(True)
        self.setPlainText(text)
        self._set_line_height()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(False)

    def commit(self) -> None:
        """Take over what the input method holds; call before reading the text to save it."""
        if self._composing:
            commit_input_method()

    def count(self) -> int:
        """How many characters a reader counts: code points, without line breaks."""
        return len(self.toPlainText().replace("\n", ""))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a composition is open."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """While composing, keys belong to the input method, not to shortcuts."""
        if self._composing and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the composition, then tell."""
        self.commit()
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is the primary action, never a line break."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, line ends made alike."""
        if source.hasText():
            self.insertPlainText(source.text().replace("\r\n", "\n").replace("\r", "\n"))

    def sizeHint(self) -> QSize:
        """Seven lines."""
        return QSize(self._widest(), self._lines(7))

    def minimumSizeHint(self) -> QSize:
        """Three lines of a few characters."""
        return QSize(QFontMetrics(font(Type.READING)).horizontalAdvance("あ") * 12, self._lines(3))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: another widest line."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMaximumWidth(self._widest())

    def _lines(self, count: int) -> int:
        return round(QFontMetrics(font(Type.READING)).lineSpacing() * LINE_HEIGHT / 100 * count) + 14

    def _widest(self) -> int:
        return QFontMetrics(font(Type.READING)).horizontalAdvance("あ") * FULL_WIDTH_A_LINE + 34

    def _set_line_height(self) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        self.document().clearUndoRedoStacks()
