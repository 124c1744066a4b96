"""The supervisor's acts on the database thread, and the letter composed and drawn off the window's thread."""

from PySide6.QtCore import QObject, Signal

from desktop.casefile import words
from desktop.casefile.pages import PagePicture, draw
from desktop.casefile.words import say
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import decisions, letters, sheets
from desktop.tasks import Task
from models.authority.values import Signing
from models.casefile.values import CaseFile
from models.decisions.values import Countersignature
from models.letters.values import IssuedLetter, Letter
from models.people.values import Actor


class DecisionWork(QObject):
    """Every act carries a key made of what it is about, so that a repeated one is answered and not done twice."""

    composed = Signal(object)
    drawn = Signal(object)
    sheet_drawn = Signal(object)
    failed = Signal(str)
    refused = Signal(str)
    done = Signal(str)
    progress = Signal(bool)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._task: Task | None = None

    def compose(self, case: str, language: str) -> None:
        """The letter as values."""
        office, actor = self._context.office, self._context.actor
        self._begin()
        self._task = self._context.tasks.read(
            lambda: letters.compose(office, actor, case, language), self._composed, self._unreadable, owner=self
        )

    def draw(self, case: str, language: str) -> None:
        """The exact pages."""
        office, actor = self._context.office, self._context.actor
        self._begin()

        def job() -> tuple[PagePicture, ...]:
            return draw(letters.render(office, actor, case, language, "pdf"))

        self._task = self._context.tasks.read(job, self.drawn.emit, self._unreadable, owner=self)

    def sheet(self, case: str) -> None:
        """The decision sheet's page."""
        office, actor, lang = self._context.office, self._context.actor, self._lang
        self._context.tasks.read(
            lambda: draw(sheets.decision_sheet_of(office, actor, case, lang)),
            self.sheet_drawn.emit,
            self._refuse,
            owner=self,
        )

    def _begin(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _composed(self, letter: Letter) -> None:
        self.composed.emit(letter)

    def _unreadable(self, error: Exception) -> None:
        self.failed.emit(error_words(error, self._lang))

    def _refuse(self, error: Exception) -> None:
        self.progress.emit(False)
        self.refused.emit(error_words(error, self._lang))

    def send_back(self, file: CaseFile, comment: str, criteria: tuple[tuple[str, str], ...]) -> None:
        """Return the proposal."""
        office, actor, case = self._context.office, self._context.actor, file.case.id
        key = f"return-{case}-{file.case.round}-{actor.login}"
        self.progress.emit(True)
        self._context.tasks.run(
            lambda: decisions.send_back(office, actor, case, comment, criteria, key=key),
            lambda _: self._say(say("done.returned", self._lang)), self._refuse, owner=self,
        )  # fmt: skip

    def edit(self, file: CaseFile, weighing: str) -> None:
        """Record the edited weighing; the letter is composed anew and is read before it is signed."""
        office, actor, case = self._context.office, self._context.actor, file.case
        key = f"edit-{case.id}-{case.round}-{actor.login}-{case.version}"
        self.progress.emit(True)
        self._context.tasks.run(
            lambda: decisions.edit(office, actor, case.id, weighing, case.version, key=key),
            lambda _: self._say(say("done.edited", self._lang)), self._refuse, owner=self,
        )  # fmt: skip

    def countersign(self, actor: Actor, file: CaseFile, reason: str = "") -> None:
        """Give the signature that is due under the letter that was read, as who confirmed; ``reason``: of a deputy."""
        office, case = self._context.office, file.case.id
        step = file.pending.step if file.pending else 1
        key = f"countersign-{case}-{file.case.round}-{step}-{file.case.version}-{actor.login}"
        self.progress.emit(True)
        self._context.tasks.run(
            lambda: decisions.sign(office, actor, case, reason, key=key), self._signed, self._refuse, owner=self
        )

    def _signed(self, made: Countersignature | Signing) -> None:
        if isinstance(made, Countersignature):
            self._say(say("done.countersigned", self._lang, at=words.clock(made.at)))
        else:
            self._say(say("done.endorsed", self._lang, title=made.title, at=words.clock(made.at)))

    def issue(self, actor: Actor, file: CaseFile, twins: tuple[str, ...] = ()) -> None:
        """Render, seal, store, as who confirmed: once. ``twins``: the languages enclosed side by side."""
        office, case = self._context.office, file.case.id
        key = f"issue-{case}-{file.case.round}"
        self.progress.emit(True)
        self._context.tasks.run(
            lambda: letters.issue(office, actor, case, key=key, twins=twins), self._issued, self._refuse, owner=self
        )

    def _issued(self, made: tuple[IssuedLetter, ...]) -> None:
        named = ", ".join(dict.fromkeys(f"{each.number} {each.language}.{each.format}" for each in made))
        self._say(say("done.issued", self._lang, letters=named))

    def _say(self, text: str) -> None:
        self.progress.emit(False)
        self.done.emit(text)
