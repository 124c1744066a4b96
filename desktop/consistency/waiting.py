"""A release that waits for its second person, in one line above the charts; and what went wrong with an act."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.confirming import Asked, ask
from desktop.consistency import words
from desktop.consistency.form import Period
from desktop.context import Context
from desktop.operations import consistency
from desktop.operations.consistency import Proposed
from desktop.widgets import Button, Label
from models.people.values import Actor


class WaitingLine(QWidget):
    """``signed`` and ``declined``; the proposer may only withdraw."""

    signed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("release-waiting")
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Label("", wrap=True)
        self.sign = Button(self.tr("Read and release…"), name="release-sign")
        self.withdraw = Button(self.tr("Take back"), name="release-decline")
        self.sign.clicked.connect(self.signed)
        self.withdraw.clicked.connect(self.declined)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.withdraw)
        row.addWidget(self.sign)
        self.hide()

    def show_proposed(self, proposed: Proposed | None, login: str, lang: str) -> None:
        """Who proposed which release; whether this person may sign it."""
        self.setVisible(proposed is not None)
        if proposed is None:
            return
        asked = proposed.asked
        about = self.tr("all decisions")
        if asked.from_ is not None and asked.to is not None:
            about = words.period(Period(asked.from_, asked.to), lang)
        parts = [about, *([words.kind(asked.kind, lang)] if asked.kind else []), *([asked.unit] if asked.unit else [])]
        text = self.tr("A release waits for its second person: {0}. Proposed by {1}.")
        if proposed.bulletin is not None:
            text = self.tr("The yearly account waits for its second person: {0}. Proposed by {1}.")
        self.words.setText(text.format("　".join(parts), proposed.by))
        own = proposed.by == login
        self.sign.setVisible(True)
        self.sign.setEnabled(not own)
        self.sign.describe(self.tr("A second person releases it, not the one who proposed it.") if own else "")
        self.withdraw.setVisible(True)

    def show_problem(self, text: str) -> None:
        """What went wrong; the buttons stay if a release waits."""
        waiting = self.isVisible() and self.withdraw.isVisible()
        self.words.setText(text)
        self.sign.setVisible(waiting)
        self.withdraw.setVisible(waiting)
        self.show()


def ask_release(context: Context, proposed: Proposed | None, then: Callable[[Actor], None], parent: QWidget) -> None:
    """What leaves the office for good asks for the password again; bound to what the release was asked for."""
    if proposed is None:
        return
    digest = consistency.name_of(proposed.asked, proposed.bulletin)
    asked = Asked(
        consistency.RELEASE,
        QCoreApplication.translate("WaitingLine", "Release the report that {who} proposed").format(who=proposed.by),
        QCoreApplication.translate("WaitingLine", "Release"),
        lambda: {consistency.RELEASE: digest},
        QCoreApplication.translate("WaitingLine", "It is published, and enters the ledger of what was ever released."),
    )
    ask(context, asked, then, parent)
