"""The choices above the charts: period, kind, unit, what to compare with; export and release."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.consistency import words
from desktop.consistency.form import ConsistencyForm
from desktop.widgets import Button, Combo


class ChoiceBar(QWidget):
    """``chosen`` after every change; the form says what was chosen."""

    chosen = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.setObjectName("consistency-bar")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.period = Combo(self.tr("Period"), self.tr("Period"))
        self.kind = Combo(self.tr("Kind"), self.tr("Kind"))
        self.unit = Combo(self.tr("Unit"), self.tr("Unit"))
        self.compare = Combo(self.tr("Compare with"), self.tr("Compare with"))
        self.export = Button(self.tr("Export…"), icon="arrow_export", name="consistency-export")
        self.release = Button(self.tr("Release…"), name="consistency-release")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        for combo in self.combos:
            combo.activated.connect(lambda _index: self.chosen.emit())
            row.addWidget(combo)
        row.addStretch(1)
        row.addWidget(self.export)
        row.addWidget(self.release)

    @property
    def combos(self) -> tuple[Combo, ...]:
        """In reading order."""
        return self.period, self.kind, self.unit, self.compare

    def show_form(self, form: ConsistencyForm) -> None:
        """Offer what the form offers, and show its choice."""
        everything = [(self.tr("All decisions"), None)]
        self.period.fill([*everything, *((words.period(each, self._lang), each) for each in form.periods)], form.period)
        kinds = [(words.kind(each, self._lang), each) for each in form.kinds]
        self.kind.fill([(self.tr("All kinds"), None), *kinds], form.kind)
        self.unit.fill([(self.tr("All units"), None), *((each, each) for each in form.units)], form.unit)
        earlier = [(words.period(each, self._lang), each) for each in form.comparable]
        self.compare.fill([(self.tr("Nothing"), None), *earlier], form.compare)
        self.compare.setEnabled(bool(earlier))
