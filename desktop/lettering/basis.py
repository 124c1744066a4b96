"""What a sentence stands on, beside what its whole finding rests on; and what is to be said of the sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.casefile.factrows import Chip
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import ChipData, ChipField, Label, ProblemLine


class BasisPane(QScrollArea):
    """``opened`` with a chip's cite."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("basis")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cites: dict[str, object] = {}
        self.heading = Label("", Type.STRONG, wrap=True)
        self.problem = ProblemLine(tone="wait")
        self.lit_label = Label(self.tr("This sentence stands on"), Type.CAPTION, "text2")
        self.lit = ChipField(self.tr("This sentence stands on"), read_only=True)
        self.rest_label = Label(self.tr("The finding rests on"), Type.CAPTION, "text2")
        self.rest = ChipField(self.tr("The finding rests on"), read_only=True)
        self.hint = Label("", Type.CAPTION, "text3")
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(px(6))
        parts = (self.heading, self.problem, self.lit_label, self.lit, self.rest_label, self.rest, self.hint)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)
        for field in (self.lit, self.rest):
            field.opened.connect(lambda key: self.opened.emit(self._cites.get(key)))

    def show_finding(self, title: str, rests: Sequence[Chip]) -> None:
        """A finding, no sentence of it chosen."""
        self.show_sentence(title, (), rests, "", "")

    def show_sentence(self, title: str, stands: Sequence[Chip], rests: Sequence[Chip], said: str, hint: str) -> None:
        """A sentence: its facts and evidence apart from what only the rest of the finding stands on."""
        self._cites = {}
        self.heading.setText(title)
        self.problem.show_problem(said)
        own = {each.text for each in stands}
        self._fill(self.lit, "own", stands)
        self._fill(self.rest, "rest", [each for each in rests if each.text not in own])
        for field, label in ((self.lit, self.lit_label), (self.rest, self.rest_label)):
            label.setVisible(bool(field.ids))
            field.setVisible(bool(field.ids))
        self.hint.setText(hint)

    def _fill(self, field: ChipField, before: str, chips: Sequence[Chip]) -> None:
        known = {f"{before}-{at}": chip for at, chip in enumerate(chips)}
        self._cites |= {key: chip.cite for key, chip in known.items()}
        field.set_chips([ChipData(key, chip.text) for key, chip in known.items()])
