"""Opens an attached paper at a page, and takes back the place that a person chooses on it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile import placewords
from desktop.casefile.pages import PagePicture
from desktop.casefile.regions import RegionView
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import attachments
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, say
from desktop.widgets.dialog import Dialog
from desktop.words import counted
from models.attachments.values import Attachment
from models.findings.values import Place

SHOWN = 12
"""Pages that are drawn at once."""


class PaperPages(Dialog):
    """The pages of a paper, some of a long one at a time. ``cited`` with the place that was chosen, ``asked`` with the first of
    other pages. ``goal`` is the criterion that the place would be cited in; empty: the paper can only be read."""

    cited = Signal(object)
    asked = Signal(int)

    def __init__(
        self, paper: Attachment, pages: tuple[PagePicture, ...], lang: str, first: int = 1, goal: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._paper, self._lang, self._first, self._goal, self._at = paper, lang, first, goal, first
        self.setObjectName("attached-paper")
        title = counted(self.tr("{name} ({id}), {n} pages"), name=paper.name, id=paper.evidence, n=paper.pages)
        self.setWindowTitle(f"{paper.case}  {paper.evidence}")  # a file is often called after a person
        self.pages = RegionView(title, lang, first)
        self.pages.show_pages(pages)
        self.pages.chosen.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Label(title, Type.STRONG, wrap=True)
        head.setObjectName("paper-name")
        head.setContentsMargins(20, 8, 20, 8)
        column.addWidget(head)
        column.addWidget(self.pages, 1)
        column.addLayout(self._build_foot(len(pages)))
        self.resize(px(820), px(860))
        self._chosen(first)

    def _build_foot(self, shown: int) -> QVBoxLayout:
        self.place = Label("", wrap=True)
        keys = self.tr(
            "Draw with the pointer, or Tab to a page: R region, arrows move, Shift+arrows size, Delete takes away"
        )
        self.before = Button(self.tr("Pages before"), icon="arrow_up", name="pages-before")
        self.after = Button(self.tr("Pages after"), icon="arrow_down", name="pages-after")
        self.before.setVisible(self._first > 1)
        self.after.setVisible(self._first + shown <= self._paper.pages)
        self.before.clicked.connect(lambda: self.asked.emit(max(1, self._first - SHOWN)))
        self.after.clicked.connect(lambda: self.asked.emit(self._first + SHOWN))
        close = Button(self.tr("Close"), key="Esc", name="close-paper")
        close.clicked.connect(self.reject)
        self.cite = Button(self.tr("Cite this place"), Kind.PRIMARY, icon="link", name="cite-place")
        self.cite.clicked.connect(lambda: self.cited.emit(self.chosen))
        self.cite.setEnabled(bool(self._goal))
        self.cite.describe("" if self._goal else self.tr("Open the finding that it belongs to first"))
        row = QHBoxLayout()
        for part in (self.before, self.after):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.cite)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 12)
        foot.setSpacing(px(4))
        foot.addWidget(self.place)
        foot.addWidget(Label(keys, Type.CAPTION, "text2", wrap=True))
        foot.addLayout(row)
        return foot

    def _chosen(self, number: int) -> None:
        self._at = number
        place = self.chosen
        words = placewords.of_place(place, self._lang)
        if place.region is not None:
            words = f"{words} ({placewords.of_region(place.region, self._lang)})"
        goal = self.tr("goes to: {criterion}").format(criterion=self._goal) if self._goal else ""
        self.place.setText("　".join(part for part in (words, goal) if part))

    @property
    def chosen(self) -> Place:
        """The page in hand, and the region on it."""
        page = self.pages.page(self._at)
        return Place(self._paper.evidence, self._at, page.region if page else None, self._paper.sha256)

    def go(self, place: Place) -> None:
        """To a place; once the pages have their sizes."""
        QTimer.singleShot(0, self, lambda: self.pages.go(place.page, place.region))


class PaperOpener(QObject):
    """Draws pages off the window's thread, in a process of its own, and shows them. ``goal`` says at that moment which
    criterion a place would be cited in."""

    cited = Signal(object)
    failed = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._over = context, parent
        self.goal: Callable[[], str] = lambda: ""

    def open(self, paper: Attachment, place: Place | None = None, first: int | None = None) -> None:
        """Show a paper from a page on, or at a place."""
        office, actor = self._context.office, self._context.actor
        begin = first or ((place.page - 1) // SHOWN * SHOWN + 1 if place else 1)

        def draw() -> tuple[PagePicture, ...]:
            numbers = range(begin - 1, min(paper.pages, begin - 1 + SHOWN))
            drawn = attachments.pages(office, actor, paper.case, paper.evidence, numbers)
            return tuple(PagePicture(each.width, each.height, each.stride, each.pixels) for each in drawn)

        # A process a page: nothing else that is read waits for them.
        self._context.tasks.aside(
            draw, lambda pages: self._show(paper, pages, begin, place), self._told, owner=self._over
        )

    def _show(self, paper: Attachment, pages: tuple[PagePicture, ...], first: int, place: Place | None) -> None:
        dialog = PaperPages(paper, pages, self._context.lang, first, self.goal(), self._over)
        dialog.cited.connect(lambda chosen: self._cite(dialog, chosen))
        dialog.asked.connect(lambda other: self._turn(dialog, paper, other))
        dialog.open()
        if place is not None:
            dialog.go(place)

    def _turn(self, dialog: PaperPages, paper: Attachment, first: int) -> None:
        dialog.close()
        self.open(paper, first=first)

    def _cite(self, dialog: PaperPages, place: Place) -> None:
        self.cited.emit(place)
        say(dialog, placewords.of_place(place, self._context.lang))
        dialog.accept()

    def _told(self, error: Exception) -> None:
        self.failed.emit(error_words(error, self._context.lang))
