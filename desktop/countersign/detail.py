"""One finding in full for the supervisor: reason, cited facts with their values, text, and the comment on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.casefile import factrows, likewords, words
from desktop.casefile.form import Cite
from desktop.casefile.labels import code_words
from desktop.casefile.words import Names
from desktop.countersign.form import FindingEntry
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import ChipData, ChipField, Field, Label, ProblemLine, StateBadge, TextEditor
from models.casefile.values import CaseFile
from models.findings.values import FindingState, Reason
from models.likecases.values import Comparison


class FindingDetail(QScrollArea):
    """``commented`` with the comment's text after each change."""

    commented = Signal(str)
    cite_opened = Signal(object)
    place_opened = Signal(object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.setObjectName("finding-detail")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.badge = StateBadge(FindingState.MET, strong=True)
        self.heading = Label("", Type.NAME, wrap=True)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(6)
        self.comment = TextEditor(self.tr("Comment on this criterion"))
        self.comment.setMaximumHeight(px(96))
        self.field = Field(self.tr("Comment on this criterion"), self.comment, "Ctrl+M")
        self.comment.edited.connect(lambda: self.commented.emit(self.comment.text))
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(px(8))
        for part in (self.heading, self.badge):
            column.addWidget(part)
        column.addLayout(self._reasons)
        column.addWidget(self.field)
        column.addStretch(1)
        self.setWidget(inner)

    def show_entry(
        self, entry: FindingEntry, file: CaseFile, comment: str, can_comment: bool, names: Names | None = None
    ) -> None:
        """Another finding."""
        self.heading.setText(entry.title)
        self.badge.set_state(entry.state)
        while item := self._reasons.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for reason in entry.finding.reasons if entry.finding else ():
            self._add(reason, entry, file)
        if entry.comparison is not None:
            self._compare(entry.comparison, names or Names())
        self.comment.set_text(comment)
        self.field.setVisible(can_comment)

    def _open(self, cite: Cite) -> None:
        if cite.place is not None:
            self.place_opened.emit(cite.place)
        else:
            self.cite_opened.emit(cite)

    def _add(self, reason: Reason, entry: FindingEntry, file: CaseFile) -> None:
        code = code_words(file.framework.criterion(entry.key), reason.code, self._lang)
        if code:
            self._reasons.addWidget(Label(code, Type.STRONG, wrap=True))
        chips = factrows.reason_chips(file, reason, self._lang)
        if chips:
            field = ChipField(self.tr("Facts and evidence it rests on"), read_only=True)
            known = {str(at): chip for at, chip in enumerate(chips)}
            field.set_chips([ChipData(key, chip.text) for key, chip in known.items()])
            field.opened.connect(lambda key: self._open(known[key].cite))
            self._reasons.addWidget(field)
        if reason.text:
            self._reasons.addWidget(Label(reason.text, Type.READING, wrap=True))

    def _compare(self, seen: Comparison, names: Names) -> None:
        """What the examiner was shown of like cases, and where the finding differs from most of them, what they say to it."""
        self._reasons.addWidget(Label(likewords.told(seen, self._lang), Type.CAPTION, "text2", wrap=True))
        if not seen.differs:
            return
        line = ProblemLine(tone="wait")
        line.show_problem(likewords.verdict(seen.shown, self._lang))
        self._reasons.addWidget(line)
        said = seen.distinction
        heading = Label(self.tr("Distinction"), Type.STRONG)
        self._reasons.addWidget(heading)
        if said is None:
            self._reasons.addWidget(Label(self.tr("None was written."), tone="wait", wrap=True))
            return
        self._reasons.addWidget(Label(said.text, Type.READING, wrap=True))
        who = f"{names.of(said.by, self._lang)}　{words.moment(said.at, self._lang)}"
        self._reasons.addWidget(Label(who, Type.CAPTION, "text2", wrap=True))
