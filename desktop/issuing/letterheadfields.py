"""The fields of a letterhead: Japanese at the left, another language of the letters beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.issuing.letterheadform import ENGLISH, STANDARD, Instead, LetterheadForm, Tongue
from desktop.theme.type import px
from desktop.widgets import Combo, Field, LineEdit
from models.letters import letterheads

BESIDE = "beside"
"""In place of a language's code: the one that is chosen."""


class LetterheadFields(QWidget):
    """Shows a ``LetterheadForm`` and writes what is typed into it; ``edited`` after each change."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letterhead-fields")
        self.form: LetterheadForm | None = None
        self.edits: dict[str, LineEdit] = {}
        self._fields: dict[str, Field] = {}
        self._labels = {
            "authority": self.tr("Authority"), "unit": self.tr("Unit"), "address": self.tr("Address"),
            "hours": self.tr("Hours"), "signatory": self.tr("Signatory"), "interpreting": self.tr("Interpreting"),
            "telephone": self.tr("Telephone"), "number_pattern": self.tr("Pattern of the letter number"),
            "collect_days": self.tr("Days to collect a card"), "window": self.tr("Window envelope (long3 or dl)"),
        }  # fmt: skip
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(8))
        self._build()

    def _build(self) -> None:
        self.language = Combo(self.tr("Language beside the Japanese"))
        self.language.setObjectName("letterhead-language")
        self.language.currentIndexChanged.connect(lambda _place: self._turn())
        self.choice = Field(self.tr("Language beside the Japanese"), self.language)
        for row, name in enumerate(letterheads.WORDS, start=1):
            self._add(row, 0, f"{name}.ja", self._of(name, self.tr("Japanese")))
            self._add(row, 1, f"{name}.{BESIDE}", self._labels[name])
        for place, name in enumerate(letterheads.PLAIN):
            row, column = divmod(place, 2)
            self._add(len(letterheads.WORDS) + 1 + row, column, name, self._labels[name])

    def put_kind(self, kind: QWidget) -> None:
        """The first row: which letters at the left, which language at the right."""
        self._grid.addWidget(kind, 0, 0)
        self._grid.addWidget(self.choice, 0, 1)

    def _add(self, row: int, column: int, name: str, label: str) -> None:
        edit = LineEdit("")
        self.edits[name], self._fields[name] = edit, Field(label, edit)
        self._grid.addWidget(self._fields[name], row, column)
        edit.setObjectName(f"letterhead-{name}")
        edit.textChanged.connect(lambda text: self._type(name, text))

    # ---- showing
    def show_form(self, form: LetterheadForm) -> None:
        """The fields of the kind and language chosen."""
        self.form = form
        self._offer(form)
        said = self._name(form)
        for name, edit in self.edits.items():
            if name.endswith(f".{BESIDE}"):
                self._rename(name, self._of(name.partition(".")[0], said))
            edit.setText(form.text(self._real(name)))
        self._say()

    def _offer(self, form: LetterheadForm) -> None:
        self.language.fill([(self._worded(each), each.language) for each in form.tongues()], form.language)

    def _worded(self, one: Tongue) -> str:
        if not one.said:
            return one.name
        return self.tr("{name} ({n} of {of} filled)").format(name=one.name, n=one.said, of=one.of)

    def _name(self, form: LetterheadForm) -> str:
        found = next((each.name for each in form.tongues() if each.language == form.language), form.language)
        return self.tr("English") if form.language == ENGLISH else found

    def _of(self, name: str, language: str) -> str:
        return self.tr("{what} ({language})").format(what=self._labels[name], language=language)

    def _rename(self, name: str, label: str) -> None:
        self._fields[name].label.setText(label)
        self.edits[name].setAccessibleName(label)

    def _say(self) -> None:
        """Beside each empty field, what the letters say instead."""
        form = self.form
        if form is None:
            return
        for root in letterheads.WORDS:
            name = f"{root}.{BESIDE}"
            empty = not form.text(self._real(name)).strip()
            found = form.instead(root)
            hint = self._instead(found) if empty and found.words else ""
            self._fields[name].hint.setText(hint)
            self.edits[name].setPlaceholderText(found.words)
            self.edits[name].setAccessibleDescription(f"{hint}: {found.words}" if hint else "")

    def _instead(self, found: Instead) -> str:
        if found.source == STANDARD:
            return self.tr("empty: as the letters translate the title")
        return self.tr("empty: as in English") if found.source == ENGLISH else self.tr("empty: as in Japanese")

    # ---- typing
    def _real(self, name: str) -> str:
        root, _, language = name.partition(".")
        return f"{root}.{self.form.language}" if language == BESIDE and self.form is not None else name

    def _type(self, name: str, text: str) -> None:
        form = self.form
        if form is not None and text != form.text(self._real(name)):
            form.type(self._real(name), text)
            self._offer(form)
            self._say()
            self.edited.emit()

    def _turn(self) -> None:
        """Another language beside the Japanese; what was typed in the one before stays."""
        if self.form is not None:
            self.form.language = str(self.language.currentData() or ENGLISH)
            self.show_form(self.form)
