"""Two texts on one criterion: both side by side, what differs underlined, none lost (picture 11)."""

from enum import Enum

from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from desktop.casefile import words
from desktop.casefile.difference import Span, spans
from desktop.casefile.work import Conflict
from desktop.theme import Type, tokens
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, StateBadge, TextEditor
from desktop.widgets.dialog import Dialog
from desktop.widgets.problem import IconMark
from models.findings.values import FindingState, Reason


class Choice(Enum):
    """What the person decided."""

    MINE = "mine"
    THEIRS = "theirs"
    REWRITE = "rewrite"
    LATER = "later"


class ConflictDialog(Dialog):
    """``choice`` after it closed; Esc decides later."""

    def __init__(
        self, conflict: Conflict, criterion: str, lang: str, names: words.Names, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choice = Choice.LATER
        self._lang = lang
        self.setObjectName("conflict-dialog")
        self.setWindowTitle(self.tr("Conflicting findings"))
        mine, theirs = _text(conflict.mine.reasons), _text(conflict.theirs.reasons)
        left, right = spans(mine, theirs)
        self.mine = self._reader(self.tr("Your draft"), mine, left)
        self.theirs = self._reader(self.tr("The recorded finding"), theirs, right)
        who = f"{names.of(conflict.theirs.by, lang)}　{words.clock(conflict.theirs.at)}"
        both = QHBoxLayout()
        both.setSpacing(px(20))
        record_mine = self._button(self.tr("Record your text as a new finding"), "Alt+1", Choice.MINE)
        keep = self._button(self.tr("Keep the recorded finding"), "Alt+2", Choice.THEIRS)
        both.addLayout(
            self._side(
                self.tr("Your draft"), self.tr("not yet recorded"), conflict.mine.finding, self.mine, record_mine
            )
        )
        both.addLayout(self._side(self.tr("The recorded finding"), who, conflict.theirs.finding, self.theirs, keep))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addLayout(self._head(criterion))
        column.addLayout(both, 1)
        column.addLayout(self._foot())
        self.resize(px(960), px(470))
        self.rewrite.setFocus()

    def _head(self, criterion: str) -> QHBoxLayout:
        row, lines = QHBoxLayout(), QVBoxLayout()
        row.addWidget(IconMark("info", "accent"))
        lines.addWidget(Label(self.tr("Someone else recorded this criterion first"), Type.NAME))
        text = self.tr("{criterion}. Neither text is lost: the one you do not choose stays in the history.").format(
            criterion=criterion
        )
        lines.addWidget(Label(text, Type.CAPTION, "text2", wrap=True))
        row.addLayout(lines, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(self.tr("Differences are underlined"), Type.CAPTION, "text2"))
        row.addStretch(1)
        later = Button(self.tr("Decide later"), key="Esc", name="decide-later")
        later.clicked.connect(self.reject)
        self.rewrite = Button(self.tr("Rewrite with both in view"), Kind.PRIMARY, "Alt+3", name="rewrite")
        self.rewrite.clicked.connect(lambda: self._choose(Choice.REWRITE))
        QShortcut(QKeySequence("Alt+3"), self, self.rewrite.click)
        row.addWidget(later)
        row.addWidget(self.rewrite)
        return row

    def _button(self, text: str, keys: str, choice: Choice) -> Button:
        button = Button(text, key=keys, name=f"choose-{choice.value}")
        button.clicked.connect(lambda: self._choose(choice))
        QShortcut(QKeySequence(keys), self, button.click)
        return button

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()

    def _side(self, heading: str, right: str, finding: FindingState, text: TextEditor, button: Button) -> QVBoxLayout:
        column, head = QVBoxLayout(), QHBoxLayout()
        head.addWidget(Label(heading, Type.STRONG))
        head.addStretch(1)
        head.addWidget(Label(right, Type.CAPTION, "text2"))
        column.addLayout(head)
        column.addWidget(StateBadge(finding, strong=True))
        column.addWidget(text, 1)
        column.addWidget(button)
        return column

    def _reader(self, name: str, text: str, found: tuple[Span, ...]) -> TextEditor:
        editor = TextEditor(name)
        editor.setReadOnly(True)
        editor.set_text(text)
        editor.setExtraSelections([_underline(editor, start, end) for start, end in found])
        return editor


def _underline(editor: QTextEdit, start: int, end: int) -> QTextEdit.ExtraSelection:
    look, mark, cursor = tokens(), QTextCharFormat(), QTextCursor(editor.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    if not look.plain:
        mark.setBackground(QColor(look.wait_soft))
    found = QTextEdit.ExtraSelection()
    found.cursor, found.format = cursor, mark
    return found


def _text(reasons: tuple[Reason, ...]) -> str:
    return "\n\n".join("　".join(part for part in (reason.code or "", reason.text) if part) for reason in reasons)
