"""What to look at: acts in order, what stands behind a code, and what the report does not say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme import Type
from desktop.widgets import Button, Kind, Label, Rule


class LookPane(QWidget):
    """Numbered acts; a code that was opened takes their place until it is closed. ``asked(code)``: who that is."""

    asked = Signal(str)

    def __init__(self, may_ask: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_ask = may_ask
        self.setObjectName("pane-look")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(self.tr("What to look at"), Type.STRONG)
        self.back = Button(self.tr("Back to the list"), Kind.LINK, icon="arrow_left", name="look-back")
        self.back.clicked.connect(self._show_acts)
        self.who = Button(self.tr("Look up whose code…"), Kind.LINK, icon="person", name="look-who")
        self.who.clicked.connect(lambda: self.asked.emit(self.title.text()))
        self.back.hide()
        self.who.hide()
        self.closing = Label("", Type.BASE, "text2", wrap=True)
        self._acts: tuple[str, ...] = ()
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.who)
        head.addWidget(self.back)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        inner = QWidget()
        inner.setProperty("ground", "surface")
        room = QVBoxLayout(inner)
        room.setContentsMargins(0, 4, 8, 4)
        room.addLayout(self._list)
        room.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addWidget(Rule())
        column.addWidget(self.closing)

    def show_acts(self, acts: Sequence[str], closing: str) -> None:
        """The acts of a report."""
        self._acts = tuple(acts)
        self.closing.setText(closing)
        self._show_acts()

    def show_code(self, code: str, lines: Sequence[str]) -> None:
        """What stands behind a code."""
        self.title.setText(code)
        self.back.show()
        self.who.setVisible(self._may_ask)
        self._fill([(line, number == 0) for number, line in enumerate(lines)], numbered=False)
        self.back.setFocus()

    def _show_acts(self) -> None:
        self.title.setText(self.tr("What to look at"))
        self.back.hide()
        self.who.hide()
        self._fill([(act, False) for act in self._acts], numbered=True)

    def _fill(self, texts: Sequence[tuple[str, bool]], numbered: bool) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (text, bold) in enumerate(texts, 1):
            self._list.addWidget(_entry(str(number) if numbered else "", text, bold))


def _entry(number: str, text: str, bold: bool) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    if number:
        row.addWidget(Label(number, Type.STRONG, "accent"), 0, Qt.AlignmentFlag.AlignTop)
    words = Label(text, Type.STRONG if bold else Type.BASE, wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(words, 1)
    return entry
