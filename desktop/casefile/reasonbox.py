"""One reason of the sheet: its code (or ground), what it rests on, and how the standard applies."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.casefile import hints
from desktop.casefile.factrows import Chip
from desktop.casefile.form import Cite
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import (
    Button,
    ChipData,
    ChipField,
    Combo,
    Field,
    Kind,
    Label,
    ProblemLine,
    SectionHeading,
    TextEditor,
)
from desktop.widgets.marks import Mark, show_marks
from models.findings.values import FindingState, Reason

_PAUSE = 1000
"""Milliseconds without a key after which a field's problem is said."""


class ReasonBox(QWidget):
    """Edits one reason. ``entered`` tells that this reason is worked on; ``settled`` that problems may be said now."""

    code_chosen = Signal(int, object)
    text_edited = Signal(int, str)
    uncited = Signal(int, object)
    cite_opened = Signal(object)
    removed = Signal(int)
    entered = Signal(int)
    settled = Signal(int, str)

    def __init__(self, index: int, lang: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index, self._lang = index, lang
        self.setObjectName(f"reason-{index + 1}")
        self._cites: dict[str, Cite] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._paused)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.remove = Button(self.tr("Remove"), Kind.QUIET, icon="dismiss", name=f"remove-reason-{self.index + 1}")
        self.heading = SectionHeading("", extra=self.remove)
        self.code = Combo("")
        self.code.setPlaceholderText(self.tr("Choose a code"))
        self.chips = ChipField(placeholder=self.tr("Tick facts and evidence in the list (Space)"))
        self.editor = TextEditor(self.tr("How the standard applies"))
        self.code_field = Field(self.tr("Reason code"), self.code)
        self.cite_field = Field(self.tr("Facts and evidence it rests on"), self.chips, self.tr("Space in the list"))
        self.text_field = Field(self.tr("How the standard applies"), self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.hints = ProblemLine(tone="wait")
        self.hints.setObjectName(f"plain-{self.index + 1}")
        self.readability = Label("", Type.CAPTION, "text3")
        for part in (self.heading, self.code_field, self.cite_field, self.text_field, self.hints, self.readability):
            column.addWidget(part)

    def _connect(self) -> None:
        self.remove.clicked.connect(lambda: self.removed.emit(self.index))
        self.code.currentIndexChanged.connect(self._code_changed)
        self.editor.edited.connect(self._text_changed)
        self.editor.left.connect(lambda: self.settled.emit(self.index, "text"))
        self.chips.removed.connect(lambda key: self.uncited.emit(self.index, self._cites[key]))
        self.chips.opened.connect(lambda key: self.cite_opened.emit(self._cites[key]))

    def _code_changed(self) -> None:
        self.code_chosen.emit(self.index, self.code.currentData())
        self.settled.emit(self.index, "code")

    def _text_changed(self) -> None:
        self._show_count()
        self.text_edited.emit(self.index, self.editor.text)
        self._pause.start()

    def _paused(self) -> None:
        self.settled.emit(self.index, "text")
        self._show_hints()

    def _show_hints(self) -> None:
        """Where the text reads badly, why, and what to write instead; it never stops anything."""
        found = hints.of(self.editor.text, self._lang)
        self.hints.show_problem(found.text)
        self.readability.setText(found.readability)
        self.readability.setVisible(bool(found.readability))
        show_marks(self.editor, (Mark(each.start, each.end) for each in found.found))

    def _show_count(self) -> None:
        count = self.editor.count()
        words = self.tr("{n} character") if count == 1 else self.tr("{n} characters")
        self.text_field.hint.setText(words.format(n=count))

    def show_reason(
        self, reason: Reason, chips: Sequence[Chip], finding: FindingState, codes: Sequence[tuple[str, str]]
    ) -> None:
        """Put a reason on the fields, as the chosen finding asks."""
        self._label(finding)
        self.code_field.setVisible(bool(codes))
        self.code.fill([(words, code) for code, words in codes], reason.code)
        if reason.code is None:
            self.code.blockSignals(True)
            self.code.setCurrentIndex(-1)
            self.code.blockSignals(False)
        self.show_chips(chips)
        self.editor.set_text(reason.text)
        self._show_count()
        self._show_hints()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """What the reason rests on."""
        self._cites = {_key(chip.cite): chip.cite for chip in chips}
        self.chips.set_chips([ChipData(_key(chip.cite), chip.text) for chip in chips])

    def number(self, index: int, several: bool, finding: FindingState) -> None:
        """Its place among the reasons; alone, only "not met" numbers it."""
        self.index = index
        words = self.tr("Reason {n}").format(n=index + 1) if finding is FindingState.NOT_MET else self.tr("Grounds")
        self.heading.show_text(words)
        self.remove.setVisible(several)
        self.remove.setAccessibleName(self.tr("Remove reason {n}").format(n=index + 1))
        suffix = f" ({index + 1})" if several else ""
        for field in (self.code_field, self.cite_field, self.text_field):
            field.input.setAccessibleName(field.label.text() + suffix)

    def _label(self, finding: FindingState) -> None:
        ground = finding is FindingState.MET
        self.code_field.label.setText(self.tr("Ground") if ground else self.tr("Reason code"))
        self.code.setPlaceholderText(self.tr("Choose a ground") if ground else self.tr("Choose a code"))
        labels = {
            FindingState.NEEDS_DOCUMENTS: self.tr("What is missing, and who has it"),
            FindingState.NOT_APPLICABLE: self.tr("Why the criterion does not apply"),
        }
        self.text_field.label.setText(labels.get(finding, self.tr("How the standard applies")))

    def compact(self, on: bool) -> None:
        """An editor of 124 px, or as high as its words ask."""
        self.editor.setMaximumHeight(px(124) if on else 16_777_215)

    def field(self, name: str) -> Field:
        """A field by the name that problems use."""
        return {"code": self.code_field, "cites": self.cite_field}.get(name, self.text_field)

    def has_focus(self) -> bool:
        """Whether the keyboard is in this reason."""
        return self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False


def _key(cite: Cite) -> str:
    place = f"#{cite.place.page}{cite.place.region or ''}" if cite.place else ""
    return ",".join((*cite.facts, *cite.evidence)) + place
