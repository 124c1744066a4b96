"""Words of a text underlined where something is to be said about them: wavy and red stops, dotted and amber warns."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.theme import tokens

_LINES = {
    "block": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "wait": QTextCharFormat.UnderlineStyle.DotLine,
    "accent": QTextCharFormat.UnderlineStyle.SingleUnderline,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text, from ``start`` up to, not including, ``end``, counted in characters as Python counts them."""

    start: int
    end: int
    tone: str = "wait"


def selections(editor: QTextEdit, marks: Iterable[Mark]) -> list[QTextEdit.ExtraSelection]:
    """The marks as Qt draws them over a text; the text itself stays plain."""
    text = editor.toPlainText()
    return [_selection(editor, units(text, each.start), units(text, each.end), each.tone) for each in marks]


def show_marks(editor: QTextEdit, marks: Iterable[Mark]) -> None:
    """Underline these places, and no others."""
    editor.setExtraSelections(selections(editor, marks))


def units(text: str, place: int) -> int:
    """A place in Qt's count, where a rare kanji outside the basic plane counts two."""
    return len(text[:place].encode("utf-16-le")) // 2


def _selection(editor: QTextEdit, start: int, end: int, tone: str) -> QTextEdit.ExtraSelection:
    found = QTextEdit.ExtraSelection()
    cursor = QTextCursor(editor.document())
    cursor.setPosition(min(start, editor.document().characterCount() - 1))
    cursor.setPosition(min(end, editor.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
    shape = QTextCharFormat()
    shape.setUnderlineStyle(_LINES[tone])
    shape.setUnderlineColor(QColor(getattr(tokens(), tone)))
    found.cursor, found.format = cursor, shape
    return found
