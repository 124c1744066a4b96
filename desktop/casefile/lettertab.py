"""The letter as it will be, or was, sent: the exact pages, in each language; save it, print it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop import words as interface
from desktop.casefile import standing
from desktop.casefile.pages import PagePicture, PageView, draw
from desktop.casefile.words import say
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.issuing.deliverybar import DeliveryBar
from desktop.lettering.panel import LetteringPanel
from desktop.operations import letters, sealing, signatories
from desktop.tasks import Task
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, ElidedLabel, EmptyState, Pane, ProblemLine, Rule, Segmented
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions.values import Outcome, Paper, SavedPaper
from models.errors import Problem, Severity

FIRST = ("日本語", "ja")
TWIN = "twin:"
"""Before a language's code: that language beside the Japanese text."""
Drawn = tuple[bytes, tuple[PagePicture, ...], tuple[tuple[str, str, str], ...], tuple[Problem, ...], bool, bool]


class LetterTab(QWidget):
    """Draws in the background; a change of the case draws it anew when the tab is looked at."""

    saved = Signal(str)
    source_asked = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letter-tab")
        self._context, self._lang = context, context.lang
        self._file: CaseFile | None = None
        self._pdf: bytes = b""
        self._stale, self._sealed, self._enclosed = True, False, False
        self._task: Task | None = None
        self._build()

    def _build(self) -> None:
        self.language = Combo(self.tr("Language of the letter"))
        self.language.fill((FIRST,), FIRST[1])
        self._status: dict[str, str] = {}
        self.under = Segmented(
            self.tr("As it would be under"), [(each.value, interface.outcome(each)) for each in Outcome]
        )
        self.mark = ElidedLabel("", Type.CAPTION, "text2")
        self.save_pdf = Button(self.tr("Save as PDF…"), icon="document_pdf", name="save-pdf")
        self.save_html = Button(self.tr("Save as HTML…"), icon="arrow_download", name="save-html")
        self.print = Button(self.tr("Print…"), icon="print", key="Ctrl+P", name="print-letter")
        self.word = Button(self.tr("Word the letter…"), icon="edit", name="word-letter")
        self.note = ProblemLine(tone="text2")
        self.pages = PageView(self.tr("Letter"))
        self.pane = Pane(self.pages)
        self.sheets = QStackedWidget()
        self.sheets.addWidget(self.pane)
        self.lettering: LetteringPanel | None = None
        self.word.clicked.connect(self.toggle_wording)
        self.language.currentIndexChanged.connect(lambda _place: self._again())
        self.under.chosen.connect(lambda _key: self._again())
        self.save_pdf.clicked.connect(lambda: self._save("pdf"))
        self.save_html.clicked.connect(lambda: self._save("html"))
        self.print.clicked.connect(self.print_)
        bar = QWidget()
        bar.setProperty("ground", "surface")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(px(10))
        row.addWidget(self.language)
        row.addWidget(self.under)
        row.addWidget(self.mark)
        row.addWidget(self.note, 1)
        row.addStretch(1)
        row.addWidget(self.word)
        for button in (self.save_pdf, self.save_html, self.print):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        self.blocked, self.warned = ProblemLine(), ProblemLine(tone="wait")
        for line in (self.blocked, self.warned):
            line.setContentsMargins(16, 0, 16, 6)
            column.addWidget(line)
        column.addWidget(Rule())
        column.addWidget(self.sheets, 1)
        self.delivery = DeliveryBar(self._context)
        column.addWidget(self.delivery)

    def show_file(self, file: CaseFile) -> None:
        """The case was read anew: what is drawn may be out of date."""
        self._file, self._stale = file, True
        self._sealed = file.case.state is State.ISSUED
        self.under.setVisible(not standing.decided(file))
        if not self.under.value() and (chosen := self._chosen_before(file)):
            self.under.set_value(chosen)
        self._marked()
        self.delivery.show_case(file.case.id, file.case.state in (State.ISSUED, State.CLOSED))
        if self.isVisible():
            self.draw_letter()

    def _marked(self) -> None:
        """Whether these are the sealed pages, and who stands behind the wording."""
        if self._file is None:
            return
        twin = self._choice().startswith(TWIN)
        issued = self._sealed and (self._enclosed or not twin)
        due = self._file.case.state is State.COUNTERSIGNED
        stands = due and not self.blocked.text
        side = "enclosed" if issued else "may_enclose" if due else "side_by_side"
        kind = side if twin else "sealed" if issued else "as_issued" if stands else "draft"
        parts = [say(f"letter.{kind}", self._lang)]
        status = self._status.get(self._choice().removeprefix(TWIN), "")
        if status.startswith("drafted"):
            parts.append(say("letter.wording_drafted", self._lang))
        elif status.startswith("reviewed"):
            parts.append(status.removesuffix("+stale"))
        if status.endswith("+stale"):
            parts.append(say("letter.wording_stale", self._lang))
        self.mark.setText(" · ".join(parts))

    # ---- wording
    @property
    def is_wording(self) -> bool:
        """Whether the letter is shown to be worded, and not its pages."""
        return self.lettering is not None and self.sheets.currentWidget() is self.lettering

    def toggle_wording(self) -> None:
        """From the pages to the sentences beside their findings, and back."""
        if self.is_wording:
            self.save()
            self.sheets.setCurrentWidget(self.pane)
            self.word.set_words(self.tr("Word the letter…"))
            self._again()
            return
        if self.lettering is None:
            self.lettering = LetteringPanel(self._context)
            self.lettering.source_asked.connect(self.source_asked)
            self.sheets.addWidget(self.lettering)
        self.sheets.setCurrentWidget(self.lettering)
        self.word.set_words(self.tr("Show the pages"))
        self._show_wording()
        self._ask_languages()
        self.lettering.take_keyboard()

    def _ask_languages(self) -> None:
        """The languages of this case, where no page was drawn yet."""
        if self._file is None or self._status:
            return
        office, actor, case = self._context.office, self._context.actor, self._file.case.id
        self._context.tasks.read(
            lambda: letters.offered(office, actor, case),
            self._offer,
            lambda error: self.note.show_problem(error_words(error, self._lang)),
            owner=self,
        )

    def _show_wording(self) -> None:
        if self._file is None or self.lettering is None:
            return
        decided = standing.decided(self._file)
        outcome = None if decided or not self.under.value() else Outcome(self.under.value())
        kept, before = self._kept(self._file), self._file.proposal
        weighing = kept.draft.text if kept else before.weighing if before else ""
        self.lettering.show_letter(self._file, self._choice().removeprefix(TWIN), outcome, "" if decided else weighing)

    @property
    def unsaved_text(self) -> str:
        """What was typed for a sentence and is not acknowledged yet."""
        return self.lettering.unsaved_text if self.lettering is not None else ""

    def save(self) -> None:
        """Hand over what was typed."""
        if self.lettering is not None:
            self.lettering.save()

    def _choice(self) -> str:
        return str(self.language.currentData() or FIRST[1])

    def _offer(self, found: tuple[tuple[str, str, str], ...]) -> None:
        """Every language of this case, then each beside the Japanese text."""
        self._status = {code: status for code, _, status in found}
        single = [(name, code) for code, name, _ in found]
        decided = self._file is not None and standing.decided(self._file)
        twins = [(f"{FIRST[0]} / {name}", TWIN + code) for code, name, _ in found if decided and code != FIRST[1]]
        self.language.fill((*single, *twins), self._choice())
        self._marked()

    def _again(self) -> None:
        self._stale, self._enclosed = True, False
        self._marked()
        self.draw_letter()

    def _chosen_before(self, file: CaseFile) -> str:
        """The outcome that is being prepared, or was proposed last."""
        kept = self._kept(file)
        if kept is not None and kept.draft.outcome:
            return kept.draft.outcome.value
        return file.proposal.outcome.value if file.proposal else ""

    def _kept(self, file: CaseFile) -> SavedPaper | None:
        return file.paper(Paper.PROPOSAL, self._context.actor.login, file.case.round + 1)

    def _bytes(self, format_: str) -> Callable[[], bytes]:
        """A job that makes the letter: what was proposed or sent, or what it would be under the outcome chosen here."""
        file, office, actor, language = self._file, self._context.office, self._context.actor, self._choice()
        if file is None:
            raise RuntimeError("no case is shown yet")
        case = file.case.id
        if standing.decided(file) and language.startswith(TWIN):
            return lambda: letters.twin(office, actor, case, language.removeprefix(TWIN), format_)
        if file.case.state is State.COUNTERSIGNED and format_ == "pdf":
            return lambda: letters.foreseen(office, actor, case, language)
        if standing.decided(file):
            return lambda: letters.render(office, actor, case, language, format_)
        kept, before = self._kept(file), file.proposal
        weighing = kept.draft.text if kept else before.weighing if before else ""
        outcome = Outcome(self.under.value())
        return lambda: letters.preview(office, actor, case, language, format_, outcome, weighing)

    @property
    def _ready(self) -> bool:
        """Whether there is an outcome to write the letter for."""
        return self._file is not None and (standing.decided(self._file) or bool(self.under.value()))

    def draw_letter(self) -> None:
        """Draw the letter unless it stands there already; while it is worded, its sentences are shown."""
        if self._file is None or not self._stale:
            return
        if self.is_wording:
            self._show_wording()
            return
        if not self._ready:
            self._enable(on=False)
            hint = self.tr("Choose an outcome above to see the letter as it would be. Nothing is proposed thereby.")
            self.pane.show_empty(EmptyState(self.tr("There is no proposal yet"), hint=hint))
            return
        if self._task is not None:
            self._task.cancel()
        self.pane.show_loading()
        made = self._bytes("pdf")
        office, actor, case = self._context.office, self._context.actor, self._file.case.id
        due, decided = self._file.case.state is State.COUNTERSIGNED, standing.decided(self._file)
        kept = _sealed_as(self._choice())

        def job() -> Drawn:
            pdf = made()
            found = (*letters.check(office, actor, case), *signatories.missing(office, actor, {case})) if due else ()
            sealed = decided and bool(letters.number_of(office, actor, case))
            enclosed = sealed and sealing.is_twin(kept) and bool(letters.signature(office, actor, case, kept))
            return pdf, draw(pdf), letters.offered(office, actor, case), found, sealed, enclosed

        self._task = self._context.tasks.read(job, self._drawn, self._failed, owner=self)

    def _drawn(self, found: Drawn) -> None:
        self._pdf, pictures, offered, problems, self._sealed, self._enclosed = found
        self._say(problems)
        self._offer(offered)
        self._stale = False
        self.pages.show_pages(pictures)
        self._enable(on=True)
        self.pane.show_content()

    def _say(self, problems: tuple[Problem, ...]) -> None:
        """What stands against the issue, and what to look at before it."""
        for line, severity in ((self.blocked, Severity.BLOCK), (self.warned, Severity.WARN)):
            line.show_problem("\n".join(each.text(self._lang) for each in problems if each.severity is severity))
        self._marked()

    def _failed(self, error: Exception) -> None:
        self._enable(on=False)
        self.pane.show_error(error_words(error, self._lang), self._again)

    def _enable(self, on: bool) -> None:
        for button in (self.save_pdf, self.save_html, self.print):
            button.setEnabled(on)

    def _save(self, format_: str) -> None:
        if self._file is None:
            return
        name = f"{self._file.case.id}-{self._choice().replace(':', '-')}.{format_}"
        where, _ = QFileDialog.getSaveFileName(self, self.tr("Save the letter"), name, f"*.{format_}")
        if where:
            self.write(Path(where), format_)

    def write(self, where: Path, format_: str) -> None:
        """Write the letter into a file, and beside a signed HTML letter its signature, off the window's thread."""
        if not self._ready or self._file is None:
            return
        made, office, actor = self._bytes(format_), self._context.office, self._context.actor
        case, language = self._file.case.id, _sealed_as(self._choice())

        def job() -> tuple[Path, ...]:
            where.write_bytes(made())
            signature = letters.signature(office, actor, case, language) if format_ == "html" else None
            if signature is None:
                return (where,)
            beside = where.with_name(f"{where.name}.p7s")
            beside.write_bytes(signature)
            return where, beside

        self._context.tasks.read(
            job,
            self._wrote,
            lambda error: self.note.show_problem(error_words(error, self._lang), spoken=True),
            owner=self,
        )

    def _wrote(self, files: tuple[Path, ...]) -> None:
        self.note.show_problem(self.tr("Saved: {path}").format(path=" + ".join(map(str, files))), spoken=True)
        self.saved.emit(str(files[0]))

    def print_(self) -> None:
        """Print the exact pages through the system's print dialog."""
        if not self._pdf:
            return
        from desktop.casefile.printing import print_pdf

        print_pdf(self._pdf, self)

    def take_keyboard(self) -> None:
        """The keyboard goes to the pages."""
        self.pages.setFocus()


def _sealed_as(choice: str) -> str:
    """What the office keeps a choice under: an enclosure of two languages has a name of its own."""
    return sealing.twin_name(choice.removeprefix(TWIN)) if choice.startswith(TWIN) else choice
