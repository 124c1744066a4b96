"""The pages of a case, each made when it is first looked at, so that a case comes up at once."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.casefile import standing
from desktop.casefile.check import CheckPage
from desktop.casefile.criteria import CriteriaTab
from desktop.casefile.evidencetab import EvidenceTab
from desktop.casefile.factrows import documents
from desktop.casefile.factspane import FactsPane
from desktop.casefile.form import Cite
from desktop.casefile.historytab import HistoryTab
from desktop.casefile.leaving import Leaving
from desktop.casefile.lettertab import LetterTab
from desktop.casefile.paperopener import PaperOpener
from desktop.casefile.payments import PaymentsTab
from desktop.casefile.sheet import Sheet
from desktop.casefile.words import Names, title
from desktop.casefile.work import Conflict, Work
from desktop.context import Context
from desktop.countersign.panel import CountersignTab
from desktop.requests.form import open_count
from desktop.requests.panel import RequestsTab
from desktop.tasks import Tasks
from desktop.turns.panel import TurnsTab
from desktop.views import View
from desktop.widgets.viewtabs import ViewTab
from models.casefile.values import CaseFile
from models.findings.values import Place

Page = TypeVar("Page", bound=QWidget)
PAGES = ("criteria", "decision", "payments", "evidence", "requests", "turns", "letter", "history", "check")


class CasePages(View):
    """Holds the pages; subclasses say what their signals lead to. ``keeper_made``: a page that keeps a paper was made."""

    keeper_made = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._file: CaseFile | None = None
        self._stale: set[str] = set()
        self._names = Names()
        self._low = False
        self.work = Work(context, self)
        self._leaving = Leaving(self)
        self.stack = QStackedWidget()
        self._facts: FactsPane | None = None
        self._sheet: Sheet | None = None

    @property
    def tasks(self) -> Tasks:
        """The work threads."""
        return self._context.tasks

    @property
    def lang(self) -> str:
        """The interface's language."""
        return self._lang

    @property
    def does(self) -> str:
        """What Ctrl+Enter does on the criterion in front; empty where it does nothing."""
        return self.criteria.footer.does if self.made("criteria") else ""

    def can_close(self) -> bool:
        """Not while something typed cannot be saved, unless the person lets it go."""
        return self._leaving.may()

    def prepare(self) -> None:
        """Make the page that comes first piece by piece while the case is being read, so that no piece holds the window
        up."""
        QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        if not self.ready("criteria"):
            self.prepare()

    def ready(self, key: str) -> bool:
        """Whether a page is made; otherwise its next piece is."""
        if self.made(key):
            return True
        if key != "criteria":
            getattr(self, key)
        elif self._facts is None:
            self._facts = FactsPane(self._lang)
        elif self._sheet is None:
            self._sheet = Sheet(self._lang)
        else:
            self.criteria  # noqa: B018 - made by being looked at
        return False

    @cached_property
    def criteria(self) -> CriteriaTab:
        """Task list, facts, sheet."""
        page = self._added("criteria", CriteriaTab(self.work, self._facts, self._sheet))
        page.sheet.summary.names = self._names
        page.compact(self._low)
        page.source_asked.connect(self.open_source)
        page.place_asked.connect(self.open_place)
        page.import_asked.connect(self.import_asked)
        page.conflicted.connect(self.conflict)
        page.footer.act_changed.connect(self.keys_changed)
        return page

    @cached_property
    def decision(self) -> CountersignTab:
        """Findings beside the letter."""
        page = self._added("decision", CountersignTab(self._context))
        page.names = self._names
        page.written.connect(self.written)
        page.source_asked.connect(self.open_source)
        page.detail.place_opened.connect(self.open_place)
        for keeper in (page.returning, page.editing):
            self.keeper_made.emit(keeper)
        return page

    @cached_property
    def payments(self) -> PaymentsTab:
        """Payments and residence."""
        page = self._added("payments", PaymentsTab(self._lang))
        page.source_asked.connect(self.open_source)
        page.cite_asked.connect(self.cite)
        return page

    @cached_property
    def evidence(self) -> EvidenceTab:
        """All evidence."""
        page = self._added("evidence", EvidenceTab(self._lang, self._context))
        page.papers.opener.cited.connect(self.cite_place)
        page.papers.opener.goal = self._goal
        page.written.connect(self.written)
        return page

    @cached_property
    def letter(self) -> LetterTab:
        """The letter's pages."""
        page = self._added("letter", LetterTab(self._context))
        page.source_asked.connect(self.open_source)
        return page

    @cached_property
    def history(self) -> HistoryTab:
        """What was done."""
        page = self._added("history", HistoryTab(self._lang))
        page.show_names(self._names)
        return page

    @cached_property
    def check(self) -> CheckPage:
        """The check before proposing."""
        page = self._added("check", CheckPage(self._context))
        page.names = self._names
        page.opened.connect(self.open_criterion)
        page.left.connect(self.leave_check)
        page.proposed.connect(self.written)
        self.keeper_made.emit(page.keeper)
        return page

    @cached_property
    def requests(self) -> RequestsTab:
        """What was asked of whom, and what came."""
        page = self._added("requests", RequestsTab(self._context))
        page.written.connect(self.written)
        return page

    @cached_property
    def turns(self) -> TurnsTab:
        """What happened to the case, its family, earlier cases, representatives, deadlines."""
        page = self._added("turns", TurnsTab(self._context))
        page.written.connect(self.written)
        page.case_asked.connect(self.open_case)
        return page

    def view_tabs(self, file: CaseFile) -> list[ViewTab]:
        """The tabs of a case, as far as it has come."""
        tabs = [
            ViewTab("criteria", self.tr("Criteria")),
            ViewTab("payments", self.tr("Payments and residence")),
            ViewTab("evidence", self.tr("Evidence"), str(len(documents(file.evidence)))),
            ViewTab("requests", self.tr("Requests and inquiries"), open_count(file)),
            ViewTab("turns", self.tr("Course and people")),
            ViewTab("letter", self.tr("Letter")),
            ViewTab("history", self.tr("History")),
        ]
        first = [ViewTab("decision", self.tr("Findings and letter"))] if standing.decided(file) else []
        return [*first, *tabs]

    def _added(self, key: str, page: Page) -> Page:
        self.stack.addWidget(page)
        self._stale.add(key)
        return page

    def page(self, key: str) -> QWidget:
        """A page by its key, with the case as it was last read."""
        found: QWidget = getattr(self, key)
        self.freshen(key)
        return found

    def made(self, key: str) -> bool:
        """Whether a page was looked at before."""
        return key in self.__dict__

    def freshen(self, key: str) -> None:
        """Give a page the case as it was last read."""
        if key in self._stale and self._file is not None:
            page = getattr(self, key)
            self._stale.discard(key)
            page.show_file(self._file)

    # ---- what the pages ask for
    def written(self) -> None:
        """An act was acknowledged."""

    def open_source(self, fact: str, sources: tuple[str, ...]) -> None:
        """Show the rows behind a fact."""

    def open_criterion(self, key: str) -> None:
        """Go to a criterion."""

    def leave_check(self) -> None:
        """Back to the criteria."""

    def conflict(self, conflict: Conflict) -> None:
        """Somebody else recorded first."""

    def cite(self, fact: str) -> None:
        """Cite a fact in the sheet."""

    # ---- places in papers
    @cached_property
    def papers(self) -> PaperOpener:
        """Opens a paper at a place."""
        opener = PaperOpener(self._context, self)
        opener.goal = self._goal
        opener.cited.connect(self.cite_place)
        return opener

    def _goal(self) -> str:
        """The criterion whose open sheet a place would be cited in; empty when none is open."""
        form = self.criteria.form if self.made("criteria") else None
        if (
            form is None
            or form.folded
            or self._file is None
            or standing.why_read_only(self._file, self._context.actor, self._lang)
        ):
            return ""
        return title(form.criterion.title, self._lang)

    def open_place(self, place: Place) -> None:
        """Open a paper where a finding cites it."""
        papers = self._file.attachments if self._file else ()
        paper = next((each for each in papers if each.evidence == place.evidence), None)
        if paper is not None:
            self.papers.open(paper, place)

    def cite_place(self, place: Place) -> None:
        """Cite a place in the open sheet; once is enough."""
        cite, form = Cite(evidence=(place.evidence,), place=place), self.criteria.form
        if form is not None and self._goal() and not form.cites(cite):
            self.criteria.facts.toggled.emit(cite)
