"""Below a draft: whether it is saved, where it stands, and the next step of its way."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.context import Context
from desktop.frameworks import draftwork
from desktop.frameworks.stepdialog import Ask, StepDialog
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, SavedLabel
from models.frameworks.drafts.values import Draft, DraftState
from models.frameworks.values import Framework
from models.people.rules import may
from models.people.values import Permission


class DraftFoot(QWidget):
    """One primary button: propose for its writer, publish for the second person.

    ``taken``: a step was taken; ``asking``: one is about to be; ``chosen``: of two texts this person's (or the other's).
    """

    taken = Signal()
    asking = Signal()
    chosen = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: Draft | None = None
        self._base: Framework | None = None
        self._sound = False
        self.setObjectName("draft-foot")
        self._build()

    def _build(self) -> None:
        self.saved = SavedLabel()
        self.saved.setMinimumWidth(px(150))
        self.state = Label("", Type.CAPTION, "text2", wrap=True)
        self.keep = Button(self.tr("Keep a revision…"), name="keep-draft")
        self.give_up = Button(self.tr("Give up…"), name="give-up-draft")
        self.withdraw = Button(self.tr("Withdraw…"), name="withdraw-draft")
        self.send_back = Button(self.tr("Return…"), name="return-draft")
        self.propose = Button(self.tr("Propose…"), Kind.PRIMARY, name="propose-draft")
        self.publish = Button(self.tr("Publish…"), Kind.PRIMARY, name="publish-draft")
        acts = {
            "keep": self.keep, "give_up": self.give_up, "withdraw": self.withdraw, "return": self.send_back,
            "propose": self.propose, "publish": self.publish,
        }  # fmt: skip
        self.mine = Button(self.tr("Keep mine"), name="keep-mine")
        self.theirs = Button(self.tr("Take theirs"), name="take-theirs")
        self.mine.clicked.connect(lambda: self.chosen.emit(True))
        self.theirs.clicked.connect(lambda: self.chosen.emit(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(px(8))
        row.addWidget(self.saved)
        row.addWidget(self.state, 1)
        for choice in (self.mine, self.theirs):
            row.addWidget(choice)
        self.offer(False)
        for name, button in acts.items():
            button.clicked.connect(lambda _checked=False, what=name: self.ask(what))
            row.addWidget(button)

    def show_draft(self, draft: Draft, base: Framework) -> None:
        """Where a draft stands, and what this person can do with it."""
        self._draft, self._base = draft, base
        role = self._context.actor.role
        keeps, approves = may(role, Permission.KEEP_RULES), may(role, Permission.APPROVE_RULES)
        open_, proposed = draft.state is DraftState.OPEN, draft.proposal
        for button in (self.keep, self.give_up, self.propose):
            button.setVisible(keeps and open_)
        self.withdraw.setVisible(keeps and proposed is not None)
        for button in (self.send_back, self.publish):
            button.setVisible(approves and proposed is not None)
        own = proposed is not None and self._context.actor.login in (
            proposed.by,
            self._writer(draft, proposed.revision),
        )
        self.publish.setEnabled(not own)
        self.publish.describe(
            self.tr("Who wrote or proposed it does not publish it: a second person does") if own else ""
        )
        self.state.setText(self._said(draft, own))
        self.allow(self._sound)

    def offer(self, stale: bool) -> None:
        """Whether one of two texts is to be chosen."""
        for button in (self.mine, self.theirs):
            button.setVisible(stale)

    def allow(self, sound: bool) -> None:
        """Whether the text is without a problem."""
        self._sound = sound
        self.propose.setEnabled(sound)
        self.propose.describe("" if sound else self.tr("Mend the problems first"))

    def _writer(self, draft: Draft, revision: int) -> str:
        return next((each.by for each in draft.revisions if each.number == revision), "")

    def _said(self, draft: Draft, own: bool) -> str:
        last = draft.steps[-1] if draft.steps else None
        if draft.proposal is not None and last is not None:
            said = self.tr("Proposed by {who}: version {version}, to take effect on {day}. {comment}")
            text = said.format(who=last.by, version=last.version, day=last.in_force_from, comment=last.comment)
            return text + (" " + self.tr("A second person publishes it.") if own else "")
        if draft.state is DraftState.PUBLISHED and last is not None:
            said = self.tr("Published by {who} as version {version}. It never changes.")
            return said.format(who=last.by, version=last.version)
        if draft.state is DraftState.GIVEN_UP:
            return self.tr("Given up.")
        if last is not None and last.comment:
            return self.tr("Back from {who}: {comment}").format(who=last.by, comment=last.comment)
        return self.tr("Revisions kept: {number}").format(number=len(draft.revisions))

    def ask(self, what: str) -> StepDialog | None:
        """Ask for a step in a dialog of its own."""
        draft = self._draft
        if draft is None:
            return None
        self.asking.emit()

        def act(day: date | None, said: str, failed: Callable[[Exception], None]) -> None:
            job = draftwork.step(self._context.office, self._context.actor, draft.id, what, day, said)
            taken, refused = dialog.answers(lambda _: self._done(dialog), failed)
            self._context.tasks.run(job, taken, refused, dialog)

        dialog = StepDialog(self._asked(what, draft), act, self._context.lang, self.window())
        dialog.open()
        return dialog

    def _done(self, dialog: StepDialog) -> None:
        dialog.accept()
        self.taken.emit()

    def _asked(self, what: str, draft: Draft) -> Ask:
        proposed = draft.proposal
        day = proposed.in_force_from if proposed else None
        version = proposed.version if proposed else ""
        asks = {
            "keep": Ask(
                self.tr("Keep a revision"), self.tr("The text as it stands is kept with its check value, on the record."),
                self.tr("Keep"), self.tr("Note"),
            ),
            "give_up": Ask(
                self.tr("Give the draft up"), self.tr("It can be read from then on, but no longer written in."),
                self.tr("Give up"), self.tr("Why"),
            ),
            "withdraw": Ask(
                self.tr("Withdraw the proposal"), self.tr("The draft is written in again."), self.tr("Withdraw"),
                self.tr("Why"),
            ),
            "return": Ask(
                self.tr("Return the proposal"), self.tr("Its writer reads your words beside the draft."),
                self.tr("Return"), self.tr("What is to be done"), needs_words=True,
            ),
            "propose": Ask(
                self.tr("Propose the version"),
                self.tr("The day is written into the text. A second person publishes or returns it; nobody writes in it until then."),
                self.tr("Propose"), self.tr("What changes, and why"), day=self._context.office.clock.today(),
            ),
            "publish": Ask(
                self.tr("Publish the version"),
                self.tr("Version {version} takes effect on {day} and never changes from now on. Open cases list what it touches once"
                        " it is in force.").format(version=version, day=day),
                self.tr("Publish"), self.tr("A word on it"),
            ),
        }  # fmt: skip
        return asks[what]
