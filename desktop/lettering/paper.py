"""The letter as text in which a sentence opens its editor: under its paragraph, the text below makes room."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.countersign.paper import LetterPaper
from desktop.theme.type import px
from desktop.widgets.marks import Mark, selections
from models.letters.values import Letter

_GAP = 6


class WordingPaper(LetterPaper):
    """``edit_asked`` with a sentence on Enter, F2 or a double click; arrows go from sentence to sentence."""

    edit_asked = Signal(str)
    undo_asked = Signal()
    next_asked = Signal()

    def __init__(self, name: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setObjectName("wording-paper")
        self._editor = editor
        self._marked: dict[str, str] = {}
        self._at: int | None = None
        self._margin = 0.0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.setParent(self.viewport())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.place())
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.place())

    def show_letter(self, letter: Letter) -> None:
        """Lay a letter out anew, where it was scrolled to; the editor closes."""
        self._at = None
        self._editor.hide()
        there = self.verticalScrollBar().value()
        super().show_letter(letter)
        self.verticalScrollBar().setValue(there)

    # ---- marks
    def show_marked(self, marked: dict[str, str]) -> None:
        """How sentences are underlined: ``block``, ``wait``, ``accent`` (worded)."""
        self._marked = marked
        self.light(frozenset())

    def light(self, sentences: frozenset[str], chosen: str = "") -> None:
        """Light sentences; the underlining of those with something to say stays."""
        super().light(sentences, chosen)
        lit = self.extraSelections()
        drawn = [each for sid, tone in self._marked.items() for each in self._underlined(sid, tone)]
        self.setExtraSelections([*lit, *drawn])

    def _underlined(self, sid: str, tone: str) -> list[QTextEdit.ExtraSelection]:
        found = []
        for start, end in self._places.get(sid, []):
            (one,) = selections(self, [Mark(0, 0, tone)])
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            one.cursor = cursor
            found.append(one)
        return found

    # ---- the editor in its place
    def open_editor(self, sid: str) -> bool:
        """Show the editor under the paragraph of a sentence: its last place, because page 1 repeats some."""
        places = self._places.get(sid)
        if not places:
            return False
        self.close_editor()
        cursor = QTextCursor(self.document())
        cursor.setPosition(places[-1][1])
        self._at = cursor.block().blockNumber()
        self._margin = cursor.blockFormat().bottomMargin()
        self._editor.show()
        self.fit()
        self._bring_into_view(cursor)
        return True

    def close_editor(self) -> None:
        """The text closes the room again."""
        if self._at is None:
            return
        self._set_margin(self._margin)
        self._at = None
        self._editor.hide()

    @property
    def is_editing(self) -> bool:
        """Whether an editor stands open."""
        return self._at is not None

    def fit(self) -> None:
        """The editor's height changed: the room follows."""
        if self._at is None:
            return
        width = self._width()
        self._editor.resize(width, self._editor.sizeHint().height())
        high = self._editor.heightForWidth(width) if self._editor.hasHeightForWidth() else 0
        self._editor.resize(width, max(high, self._editor.minimumSizeHint().height()))
        self._set_margin(self._margin + self._editor.height() + 2 * _GAP)
        self.place()

    def place(self) -> None:
        """Put the editor where its room is."""
        block = self._block()
        if block is None:
            return
        rect = self.document().documentLayout().blockBoundingRect(block)
        self._editor.move(px(24), round(rect.bottom()) - self.verticalScrollBar().value() + _GAP)

    def _block(self) -> QTextBlock | None:
        return None if self._at is None else self.document().findBlockByNumber(self._at)

    def _width(self) -> int:
        return max(px(320), self.viewport().width() - 2 * px(24))

    def _set_margin(self, margin: float) -> None:
        block = self._block()
        if block is None:
            return
        cursor = QTextCursor(block)
        shape = cursor.blockFormat()
        if shape.bottomMargin() != margin:
            shape.setBottomMargin(margin)
            cursor.setBlockFormat(shape)

    def _bring_into_view(self, cursor: QTextCursor) -> None:
        top = self.cursorRect(cursor).top()
        low = top + self._editor.height() + px(60)
        if top < px(20) or low > self.viewport().height():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - px(60))
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: another height of the editor."""
        super().resizeEvent(event)
        self.fit()

    # ---- keys and mouse
    def sentence_at_cursor(self) -> str:
        """The sentence that the cursor stands in; between two, the one that begins there."""
        here = self.textCursor().position()
        found = [(start, sid) for sid, all_ in self._places.items() for start, end in all_ if start <= here <= end]
        return max(found)[1] if found else ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the sentence under the pointer."""
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        self._ask()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z, Ctrl+. and Enter are the letter's own here."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._key(event, act=False)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From sentence to sentence; Enter edits."""
        if not self._key(event, act=True):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent, act: bool) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts = {
            (Qt.Key.Key_Down, False): lambda: self.step(1),
            (Qt.Key.Key_Up, False): lambda: self.step(-1),
            (Qt.Key.Key_Return, False): self._ask,
            (Qt.Key.Key_Enter, False): self._ask,
            (Qt.Key.Key_F2, False): self._ask,
            (Qt.Key.Key_Z, True): self.undo_asked.emit,
            (Qt.Key.Key_Period, True): self.next_asked.emit,
        }
        found = acts.get((Qt.Key(event.key()), control))
        if found is not None and act:
            found()
        return found is not None

    def _ask(self) -> None:
        sentence = self.sentence_at_cursor()
        if sentence:
            self.edit_asked.emit(sentence)

    def go_to(self, sid: str) -> None:
        """Put the cursor into a sentence and bring it into view."""
        places = self._places.get(sid)
        if places:
            self._show_position(places[-1][0])
            self._moved()
