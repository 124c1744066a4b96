"""One fiscal year's due days: fields, what a change would touch, and who changed it before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.casefile.labels import duty_label
from desktop.casefile.words import day as day_words
from desktop.casefile.words import moment
from desktop.duedates.form import DUTIES, Typed, cases_of, typed
from desktop.requests.parts import beside
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Combo, Field, Label, LineEdit, TextEditor
from desktop.words import counted
from models.duedates.values import Changed, Effect, Year
from models.evidence.values import Duty

_SHOWN = 8
"""Touched rows and earlier acts that are written out; the rest is counted."""


class YearPane(QWidget):
    """``edited`` after each change by a person."""

    edited = Signal()

    def __init__(self, lang: str, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang, self._may = lang, may
        self.setObjectName("due-year")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.town = LineEdit(self.tr("Municipality"))
        self.duty = Combo(self.tr("Duty"))
        self.duty.fill([(duty_label(each.value, self._lang), each) for each in DUTIES])
        self.year = LineEdit(self.tr("Fiscal year"))
        self.days = TextEditor(self.tr("Due days, one a line"))
        self.source, self.as_of = LineEdit(self.tr("Source")), LineEdit(self.tr("As of"))
        self.verify = QCheckBox(self.tr("Not yet checked with the source"))
        self.verify.setObjectName("to-verify")
        self.verify.setAccessibleName(self.verify.text())
        self.effect = Label("", wrap=True)
        self.effect.setObjectName("effect")
        self.history = Label("", Type.CAPTION, "text2", wrap=True)
        hint = self.tr("2026-06-30 or R8.6.30, first instalment first")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(px(7))
        column.addLayout(
            beside(Field(self.tr("Municipality"), self.town), Field(self.tr("Duty"), self.duty), wide=(3, 4))
        )
        column.addLayout(beside(Field(self.tr("Fiscal year"), self.year), Field(self.tr("As of"), self.as_of)))
        column.addWidget(Field(self.tr("Due days, one a line"), self.days, hint), 1)
        column.addWidget(Field(self.tr("Source"), self.source))
        column.addWidget(self.verify)
        column.addWidget(self.effect)
        column.addWidget(self.history)
        for edit in (self.town, self.year, self.source, self.as_of, self.days):
            edit.setReadOnly(not self._may)
        self.duty.setEnabled(self._may)
        self.verify.setEnabled(self._may)

    def _connect(self) -> None:
        for edit in (self.town, self.year, self.source, self.as_of):
            edit.textEdited.connect(lambda _text: self.edited.emit())
        self.days.edited.connect(self.edited)
        self.duty.activated.connect(lambda _at: self.edited.emit())
        self.verify.clicked.connect(lambda _on: self.edited.emit())

    @property
    def typed(self) -> Typed:
        """What stands in the fields."""
        duty = Duty(self.duty.currentData())  # Qt hands text back
        return Typed(
            self.town.text(), duty, self.year.text(), self.days.text, self.source.text(), self.as_of.text(),
            self.verify.isChecked(),
        )  # fmt: skip

    def show_typed(self, said: Typed) -> None:
        """Put this into the fields."""
        for edit, text in (
            (self.town, said.municipality),
            (self.year, said.fiscal_year),
            (self.source, said.source),
            (self.as_of, said.as_of),
        ):
            edit.setText(text)
        self.days.set_text(said.days)
        self.duty.setCurrentIndex(max(0, self.duty.place_of(said.duty)))
        self.verify.setChecked(said.verify)
        self.effect.setText("")
        self.history.setText("")

    def show_year(self, year: Year) -> None:
        """A year that holds."""
        self.show_typed(typed(year))

    def show_effects(self, effects: tuple[Effect, ...]) -> None:
        """What keeping it would touch; nothing has been written."""
        if not effects:
            self.effect.setText(self.tr("No row of an open case would be touched."))
            return
        head = self.tr(
            "{rows} rows of {cases} open cases would have another due day than the table says, or no longer:"
        )
        lines = [
            head.format(rows=len(effects), cases=cases_of(effects)),
            *(self._line(each) for each in effects[:_SHOWN]),
        ]
        if len(effects) > _SHOWN:
            lines.append(self.tr("and {n} more").format(n=len(effects) - _SHOWN))
        self.effect.setText("\n".join(lines))

    def _line(self, each: Effect) -> str:
        then = day_words(each.after, self._lang) if each.after else self.tr("no day")
        words = self.tr("{case} {period}: row {due}, table {then}").format(
            case=each.case, period=each.period, due=day_words(each.due_on, self._lang), then=then
        )
        if each.late == each.late_then:
            return words
        return words + counted(
            self.tr("; late by {n} days as recorded, {m} by the table"), n=each.late, m=each.late_then
        )

    def show_history(self, changes: tuple[Changed, ...]) -> None:
        """Who changed it, newest first, as the record tells."""
        lines = [self._change(each) for each in changes[:_SHOWN]]
        head = self.tr("Changed before (record):") if lines else self.tr("No change is on record: as shipped, or new.")
        self.history.setText("\n".join((head, *lines)))

    def _change(self, each: Changed) -> str:
        what = counted(self.tr("{n} days"), n=len(each.days))
        return "  ".join(
            part
            for part in (f"#{each.seq}", moment(each.at, self._lang), each.who, each.file, what, each.source)
            if part
        )
