"""Attach a paper to a case, and look at one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QWidget

from desktop.casefile.paperopener import PaperOpener
from desktop.changes import What
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import attachments
from desktop.theme.type import px
from desktop.widgets import Button, ProblemLine
from models.attachments.values import Attachment, NewAttachment
from models.casefile.values import CaseFile
from models.people.rules import may
from models.people.values import Permission


class AttachBar(QWidget):
    """Two acts on the papers of a case; ``written`` after one was attached."""

    written = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._file: CaseFile | None = None
        self._paper: Attachment | None = None
        self.problem = ProblemLine()
        self.opener = PaperOpener(context, self)
        self.opener.failed.connect(lambda text: self.problem.show_problem(text, spoken=True))
        self.show_paper = Button(self.tr("Look at it…"), icon="eye", name="show-paper")
        self.show_paper.setEnabled(False)
        self.attach = Button(self.tr("Attach a paper…"), icon="document_add", name="attach-paper")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.problem, 1)
        row.addStretch(1)
        row.addWidget(self.show_paper)
        row.addWidget(self.attach)
        self.show_paper.clicked.connect(self.look)
        self.attach.clicked.connect(self._choose)

    def show_file(self, file: CaseFile) -> None:
        """The case in hand."""
        self._file = file
        self.attach.setVisible(may(self._context.actor.role, Permission.IMPORT))
        self.choose("")

    def choose(self, evidence: str) -> None:
        """The chosen piece; it can be looked at when a paper was attached as it."""
        papers = self._file.attachments if self._file else ()
        self._paper = next((each for each in papers if each.evidence == evidence), None)
        self.show_paper.setEnabled(self._paper is not None)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Attach a paper"), "", self.tr("Papers (*.pdf *.png *.jpg *.jpeg)")
        )
        if name:
            source, chosen = QInputDialog.getText(self, self.tr("Attach a paper"), self.tr("Who gave it"))
            if chosen:
                self.take(Path(name), source)

    def take(self, path: Path, source: str) -> None:
        """Attach a file. It is opened beside the saves, which wait for nothing; then it is kept."""
        if self._file is None:
            return
        case = self._file.case.id
        self.problem.show_problem("")

        def opened() -> tuple[NewAttachment, int]:
            new = attachments.read(case, path, source)
            return new, attachments.pages_of(new)

        self._context.tasks.aside(opened, lambda found: self._keep(*found), self._failed, owner=self)

    def _keep(self, new: NewAttachment, pages: int) -> None:
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: attachments.attach(office, actor, new, pages),
            lambda _made: self._taken(new.case), self._failed, owner=self,
        )  # fmt: skip

    def _taken(self, case: str) -> None:
        self._context.changes.announce(What.EVIDENCE, case)
        self.written.emit()

    def look(self) -> None:
        """Show the chosen paper."""
        if self._paper is not None:
            self.opener.open(self._paper)

    def _failed(self, error: Exception) -> None:
        self.problem.show_problem(error_words(error, self._context.lang), spoken=True)
