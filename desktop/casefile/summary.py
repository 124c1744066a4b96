"""The folded sheet: what was found, when and by whom, with its reasons; 取り消して直す opens it again."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile import words
from desktop.casefile.factrows import Chip
from desktop.casefile.labels import code_words
from desktop.casefile.words import Names
from desktop.theme import Type
from desktop.widgets import Button, ChipData, ChipField, Kind, Label, SectionHeading, StateBadge
from models.findings.values import Finding, FindingState, Reason
from models.frameworks.values import Criterion


class FindingSummary(QWidget):
    """A recorded finding, to be read; the finding itself never changes, a new one supersedes it."""

    reopened = Signal()
    cite_opened = Signal(object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding-summary")
        self._lang = lang
        self.names = Names()
        self.heading = SectionHeading(self.tr("Your finding"))
        self.badge = StateBadge(FindingState.MET, strong=True)
        self.when = Label("", Type.CAPTION, "text2")
        self.undo = Button(self.tr("Undo and correct"), Kind.LINK, icon="arrow_undo", name="undo-finding")
        self.undo.clicked.connect(self.reopened)
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        self._lay()

    def _lay(self) -> None:
        frame = QFrame()
        frame.setObjectName("finding-summary-frame")
        frame.setStyleSheet("#finding-summary-frame { border: 1px solid palette(mid); border-radius: 4px; }")
        head = QHBoxLayout()
        head.addWidget(self.badge)
        head.addWidget(self.when)
        head.addStretch(1)
        head.addWidget(self.undo)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(12, 8, 12, 12)
        inner.setSpacing(8)
        inner.addLayout(head)
        inner.addLayout(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(frame)

    def show_finding(
        self, found: Finding, criterion: Criterion, chips: Callable[[Reason], tuple[Chip, ...]], may_reopen: bool = True
    ) -> None:
        """Show a recorded finding."""
        self.badge.set_state(found.finding)
        at = words.moment(found.at, self._lang)
        self.when.setText(
            self.tr("{at}, {who}, revision {n}").format(
                at=at, who=self.names.of(found.by, self._lang), n=found.revision
            )
        )
        self.undo.setVisible(may_reopen)
        while item := self._body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for reason in found.reasons:
            self._add_reason(reason, criterion, chips(reason))
        self._body.parentWidget()

    def _add_reason(self, reason: Reason, criterion: Criterion, chips: tuple[Chip, ...]) -> None:
        code = code_words(criterion, reason.code, self._lang)
        if code:
            self._body.addWidget(Label(code, Type.STRONG, wrap=True))
        if chips:
            field = ChipField(self.tr("Facts and evidence it rests on"), read_only=True)
            field.setProperty("frame", "none")
            cites = {str(at): chip for at, chip in enumerate(chips)}
            field.set_chips([ChipData(key, chip.text) for key, chip in cites.items()])
            field.opened.connect(lambda key: self.cite_opened.emit(cites[key].cite))
            self._body.addWidget(field)
        if reason.text:
            self._body.addWidget(Label(reason.text, Type.READING, wrap=True))
