"""The footer of the countersign view: what holds, and the acts: return, sign, issue."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.countersign.form import CountersignForm
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, ElidedLabel, Kind, SavedLabel, say
from desktop.widgets.problem import IconMark
from desktop.words import counted


class DecisionFooter(QWidget):
    """48 px; the primary is Sign, and after signing Issue."""

    returned = Signal()
    signed = Signal()
    edited = Signal()
    sheet_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decision-footer")
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = IconMark("checkmark", "met")
        self.words = ElidedLabel("", Type.CAPTION, "text2")
        self.bound = ElidedLabel("", Type.CAPTION, "text2")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(px(120))
        self.bar.setAccessibleName(self.tr("Under way"))
        self.send_back = Button(self.tr("Return…"), icon="arrow_reply", key="Ctrl+R", name="return")
        self.edit = Button(self.tr("Edit and sign…"), icon="edit", name="edit-and-sign")
        self.sheet = Button(self.tr("Decision sheet…"), icon="document_pdf", name="decision-sheet")
        self.sheet.clicked.connect(self.sheet_asked)
        self.saved = SavedLabel()
        self.sign = Button(self.tr("Sign…"), Kind.PRIMARY, "Ctrl+Enter", icon="signature", name="sign")
        self.send_back.clicked.connect(self.returned)
        self.edit.clicked.connect(self.edited)
        self.sign.clicked.connect(self.signed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(px(10))
        row.addWidget(self.saved)
        row.addWidget(self._mark)
        row.addWidget(self.words)
        row.addWidget(self.bound)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.sheet)
        row.addWidget(self.send_back)
        row.addWidget(self.edit)
        row.addWidget(self.sign)
        self.setFixedHeight(px(48))
        self.bar.hide()

    def show_form(self, form: CountersignForm) -> None:
        """What may be done now; disabled buttons say why."""
        issue = form.may_issue
        self.sign.set_words(self.tr("Issue the letter") if issue else self.tr("Sign…"), "Ctrl+Enter")
        self.sign.setEnabled(issue or form.may_sign)
        self.sign.describe(
            "" if issue or form.may_sign else form.not_mine or self.tr("The letter must be in view first")
        )
        self.send_back.setEnabled(form.may_send_back)
        self.send_back.describe("" if form.may_send_back else form.why_not)
        self.edit.setVisible(not issue)
        self.edit.setEnabled(form.may_edit)
        self.edit.describe("" if form.may_edit else form.not_mine)
        self._mark.show_icon(*(("checkmark", "met") if not form.not_mine else ("info", "text2")))
        self.words.setText(form.not_mine or form.due or self.tr("Proposer and countersigner are different people"))
        bound, of = form.bound()
        self.bound.setText(counted(self.tr("{n} of {all} sentences bound"), n=bound, all=of) if of else "")

    def show_progress(self, on: bool) -> None:
        """An act is under way."""
        self.bar.setVisible(on)
        if on:
            for button in (self.sign, self.edit, self.send_back):
                button.setEnabled(False)

    def say(self, text: str, good: bool = False) -> None:
        """The outcome of an act, in words."""
        self._mark.show_icon(*(("checkmark", "met") if good else ("error_circle", "block")))
        self.words.setText(text)
        self.words.setToolTip(text)
        self.send_back.setEnabled(not good)
        self.edit.setEnabled(not good)
        self.sign.setEnabled(not good)
        say(self, text)
