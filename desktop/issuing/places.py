"""The fields of a correction: a place in the Japanese letter, the same place in the letter's other languages, the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from desktop.operations.corrections import Spoken
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Label, LineEdit, TextEditor
from models.letters.corrections.values import Item, Said


@dataclass(frozen=True, slots=True)
class Lines:
    """The fields of one language."""

    language: str
    before: LineEdit
    after: LineEdit
    reason: LineEdit


class PlacesForm(QWidget):
    """``edited`` whenever anything was typed. Several places are gathered one after the other."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: list[Item] = []
        self.others: tuple[Lines, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._build()

    def _build(self) -> None:
        self.paragraph = QSpinBox()
        self.paragraph.setRange(0, 999)
        self.paragraph.setSpecialValueText(self.tr("Page 1"))
        self.paragraph.setValue(1)
        self.paragraph.lineEdit().setTextMargins(px(8), px(3), px(8), px(3))
        self.before, self.after, self.why = LineEdit(""), LineEdit(""), LineEdit("")
        self.reason = TextEditor(self.tr("Reason"))
        self.reason.setFixedHeight(px(72))
        self.told = Label("", Type.CAPTION, "text2", wrap=True)
        self.told.hide()
        self._column.addWidget(self.told)
        for label, edit in (
            (self.tr("Paragraph"), self.paragraph), (self.tr("Words in the letter"), self.before),
            (self.tr("Words instead"), self.after), (self.tr("Why these words"), self.why),
        ):  # fmt: skip
            self._column.addWidget(Field(label, edit))
        self.more = Button(self.tr("Another place"), icon="add", name="another-place")
        self.more.clicked.connect(self.keep)
        self._said = QVBoxLayout()
        self._said.setSpacing(px(8))
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(px(8))
        self._column.addLayout(self._said)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Field(self.tr("Reason"), self.reason))
        self._column.addLayout(self._reasons)
        self._column.addStretch(1)
        for line in (self.before, self.after, self.why):
            line.textChanged.connect(self.edited)
        self.paragraph.valueChanged.connect(self.edited)
        self.reason.edited.connect(self.edited)

    def show_languages(self, spoken: Sequence[Spoken]) -> None:
        """Fields for each other language that the letter was issued in."""
        self.others = tuple(self._lines(each) for each in spoken)
        self.edited.emit()

    def _lines(self, one: Spoken) -> Lines:
        hint = self.tr("{name}: left empty, the corrected Japanese sentence stands in that letter, with a note.")
        self._said.addWidget(Label(hint.format(name=one.name), Type.CAPTION, "text2", wrap=True))
        made = Lines(one.language, LineEdit(""), LineEdit(""), LineEdit(""))
        for label, edit, where in (
            (self.tr("Words in the letter ({name})"), made.before, self._said),
            (self.tr("Words instead ({name})"), made.after, self._said),
            (self.tr("Reason ({name})"), made.reason, self._reasons),
        ):
            edit.textChanged.connect(self.edited)
            where.addWidget(Field(label.format(name=one.name), edit))
        return made

    # ---- what was typed
    @property
    def items(self) -> tuple[Item, ...]:
        """Every place, the one in the fields too when it is filled."""
        return (*self._kept, self._item()) if self._filled() else tuple(self._kept)

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """The reason in other languages."""
        return tuple((each.language, each.reason.text().strip()) for each in self.others if each.reason.text().strip())

    @property
    def ready(self) -> bool:
        """Whether there is a place and a reason, and nothing half filled."""
        halves = any(bool(each.before.text().strip()) != bool(each.after.text().strip()) for each in self.others)
        begun = any(each.text().strip() for each in self._fields())
        whole = self._filled() or (not begun and bool(self._kept))
        return whole and not halves and bool(self.reason.toPlainText().strip())

    def keep(self) -> None:
        """Take the place over and empty the fields for the next one."""
        if not self._filled():
            return
        self._kept.append(self._item())
        said = [self._words(each) for each in self._kept]
        self.told.setText("\n".join(said))
        self.told.show()
        for edit in self._fields():
            edit.setText("")
        self.before.setFocus()
        self.edited.emit()

    def _fields(self) -> tuple[LineEdit, ...]:
        """The fields of one place; the reasons are of all places."""
        return self.before, self.after, self.why, *(e for each in self.others for e in (each.before, each.after))

    def _words(self, item: Item) -> str:
        if item.paragraph == 0:
            return self.tr("Page 1: “{before}” → “{after}”").format(before=item.before, after=item.after)
        return self.tr("Paragraph {n}: “{before}” → “{after}”").format(
            n=item.paragraph, before=item.before, after=item.after
        )

    def _filled(self) -> bool:
        return bool(self.before.text().strip() and self.after.text().strip())

    def _item(self) -> Item:
        said = tuple(
            Said(each.language, each.before.text().strip(), each.after.text().strip())
            for each in self.others
            if each.before.text().strip()
        )
        before, after, why = (each.text().strip() for each in (self.before, self.after, self.why))
        return Item(self.paragraph.value(), before, after, why, said)
