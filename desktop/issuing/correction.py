"""A correction of an issued letter: proposed in one dialog, read, countersigned and issued by another person in the same."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.casefile.pages import PagePicture, PageView, draw
from desktop.confirming import Asked, ask
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.issuing.places import PlacesForm
from desktop.operations import corrections
from desktop.operations.corrections import Spoken
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Kind, Label, ProblemLine, Rule
from desktop.widgets.dialog import Dialog
from models.letters.corrections.values import Correction, Item, Standing
from models.people import rules as people
from models.people.values import Actor, Permission

FIRST = ("日本語", "ja")


class CorrectionDialog(Dialog):
    """``kept`` after an act. Without a correction under way it proposes one; otherwise it shows it, for the second person."""

    kept = Signal()

    def __init__(
        self, context: Context, case: str, number: str, open_: Correction | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._case, self._open = context, case, open_
        self._seen: tuple[Item, ...] = ()
        self.setObjectName("correction-dialog")
        self.setWindowTitle(self.tr("Correction of {number}").format(number=number))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(8))
        column.addWidget(Label(self.windowTitle(), Type.NAME, wrap=True))
        if open_ is None:
            self._build_proposal(column)
        else:
            self._build_reading(column, open_)
        self.problem, self.warned = ProblemLine(), ProblemLine(tone="wait")
        column.addWidget(self.problem)
        column.addWidget(self.warned)
        column.addLayout(self._build_foot())
        self.check()
        self.resize(px(640) if open_ is None else px(820), px(820))

    # ---- building
    def _build_proposal(self, column: QVBoxLayout) -> None:
        self.places = PlacesForm()
        area = QScrollArea()
        area.setObjectName("correction-scroll")
        area.setAccessibleName(self.windowTitle())
        area.setWidget(self.places)
        area.setWidgetResizable(True)
        column.addWidget(area, 1)
        self.places.edited.connect(self.check)
        office, actor, case = self._context.office, self._context.actor, self._case
        self._context.tasks.read(
            lambda: corrections.spoken(office, actor, case, enclosed=True),
            self.places.show_languages,
            self._failed,
            owner=self,
        )

    def _build_reading(self, column: QVBoxLayout, open_: Correction) -> None:
        column.addWidget(
            Label(self.tr("Proposed by {who}: {reason}").format(who=open_.proposed_by, reason=open_.reason), wrap=True)
        )
        for item in open_.items:
            said = (
                self.tr("Paragraph {n}: “{before}” → “{after}”")
                if item.paragraph
                else self.tr("Page 1: “{before}” → “{after}”")
            )
            words = said.format(n=item.paragraph, before=item.before, after=item.after)
            column.addWidget(Label(words, Type.BASE, "text2", wrap=True))
        self.language = Combo(self.tr("Language of the letter"))
        self.language.fill((FIRST,), FIRST[1])
        self.language.currentIndexChanged.connect(lambda _place: self._show_pages())
        column.addWidget(self.language)
        column.addWidget(Rule())
        self.pages = PageView(self.windowTitle())
        column.addWidget(self.pages, 1)
        office, actor, case = self._context.office, self._context.actor, self._case
        self._context.tasks.read(
            lambda: corrections.spoken(office, actor, case), self._show_languages, self._failed, owner=self
        )
        self._show_pages()

    def _show_languages(self, spoken: tuple[Spoken, ...]) -> None:
        self.language.fill((FIRST, *((each.name, each.language) for each in spoken)), FIRST[1])

    def _show_pages(self) -> None:
        """The pages in the language chosen, as they would be issued."""
        office, actor, case = self._context.office, self._context.actor, self._case
        language = str(self.language.currentData() or FIRST[1])

        def job() -> tuple[PagePicture, ...]:
            return draw(corrections.preview(office, actor, case, language))

        self._context.tasks.read(job, self.pages.show_pages, self._failed, owner=self)

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = Button(self.tr("Close"), key="Esc", name="close-correction")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        self.drop = Button(self.tr("Drop"), name="drop-correction")
        self.drop.clicked.connect(lambda: self._do(self._drop()))
        self.drop.setVisible(self._open is not None)
        foot.addWidget(self.drop)
        words = self.tr("Propose") if self._open is None else self.tr("Countersign and issue")
        self.go = Button(words, Kind.PRIMARY, name="go-correction")
        self.go.clicked.connect(lambda: self._look() if self._open is None else self._ask_sign())
        foot.addWidget(self.go)
        return foot

    # ---- acting
    def check(self) -> None:
        """What the person may do here, and whether everything is filled."""
        actor, open_ = self._context.actor, self._open
        if open_ is None:
            self._seen = ()
            self.warned.show_problem("")
            self.go.setEnabled(self.places.ready and people.may(actor.role, Permission.PROPOSE))
            return
        may = people.may(actor.role, Permission.COUNTERSIGN)
        signed = open_.standing is Standing.COUNTERSIGNED
        self.go.setEnabled(may and (signed or open_.proposed_by != actor.login))
        self.go.describe(
            "" if self.go.isEnabled() else self.tr("A second person, who may countersign, signs a correction.")
        )
        self.drop.setEnabled(may or open_.proposed_by == actor.login)

    def _look(self) -> None:
        """Before the proposal: do the words still stand elsewhere in the letter? A second press proposes all the same."""
        items = self.places.items
        if self._seen == items:
            self._do(self._propose())
            return
        office, actor, case = self._context.office, self._context.actor, self._case
        self.go.setEnabled(False)
        self._context.tasks.read(
            lambda: corrections.elsewhere(office, actor, case, items),
            lambda found: self._looked(items, found),
            self._failed,
            owner=self,
        )

    def _looked(self, items: tuple[Item, ...], found: tuple[tuple[Item, int], ...]) -> None:
        if items != self.places.items:
            return  # typed on meanwhile: what stands there now was not looked at
        if not found:
            self._do(self._propose())
            return
        self._seen = items
        lines = [self._left(item.before, paragraph) for item, paragraph in found]
        self.warned.show_problem("\n".join((*lines, self.tr("Press “Propose” again to leave them."))), spoken=True)
        self.go.setEnabled(True)

    def _left(self, words: str, paragraph: int) -> str:
        if paragraph == 0:
            return self.tr("“{words}” still stands on page 1. If it is wrong there too, add that place.").format(
                words=words
            )
        said = self.tr("“{words}” still stands in paragraph {n}. If it is wrong there too, add that place.")
        return said.format(words=words, n=paragraph)

    def _propose(self) -> Callable[[], object]:
        office, actor, case = self._context.office, self._context.actor, self._case
        items, reasons, reason = self.places.items, self.places.reasons, self.places.reason.toPlainText()
        return lambda: corrections.propose(office, actor, case, items, reason, reasons)

    def _ask_sign(self) -> None:
        """The password again, for this correction as its pages stand."""
        context, case = self._context, self._case
        asked = Asked(
            corrections.CORRECT,
            self.windowTitle(),
            self.tr("Countersign and issue"),
            lambda: {case: corrections.digest_of(context.office, context.actor, case)},
        )
        ask(context, asked, lambda actor: self._do(self._sign(actor)), self)

    def _sign(self, actor: Actor) -> Callable[[], object]:
        office, case = self._context.office, self._case
        signed = self._open is not None and self._open.standing is Standing.COUNTERSIGNED

        def job() -> object:
            if not signed:
                corrections.countersign(office, actor, case)
            return corrections.issue(office, actor, case)

        return job

    def _drop(self) -> Callable[[], object]:
        office, actor, case = self._context.office, self._context.actor, self._case
        return lambda: corrections.drop(office, actor, case, "")

    def _do(self, job: Callable[[], object]) -> None:
        for each in (self.go, self.drop):
            each.setEnabled(False)
        self._context.tasks.run(job, *self.answers(lambda _made: self._done(), self._failed), owner=self)

    def _done(self) -> None:
        self.accept()
        self.kept.emit()

    def _failed(self, error: Exception) -> None:
        self.check()
        self.problem.show_problem(error_words(error, self._context.lang), spoken=True)
