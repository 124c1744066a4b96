"""What stays of disposed cases, and which copies of the office still hold them."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import words
from desktop.casefile.words import JAPAN
from desktop.casefile.words import day as day_words
from desktop.context import Context
from desktop.operations import people, retention
from desktop.retention.tables import Rows
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Label, ProblemLine
from models.cases.values import Kind as CaseKind
from models.retention import rules
from models.retention.values import Tombstone

_SHOWN = 12
_PAGE = 200
_Found = tuple[tuple[Tombstone, ...], tuple[retention.Holding, ...], Path | None, Mapping[str, str]]
"""What stayed, which copies hold the rest, and a list that somebody changed."""


class GonePane(QWidget):
    """``failed`` with what went wrong."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._names: Mapping[str, str] = {}
        self.setObjectName("retention-gone")
        heads = (
            self.tr("Name that stayed"), self.tr("Kind"), self.tr("Class"), self.tr("Ended"), self.tr("Disposed of"),
            self.tr("Proposed by"), self.tr("Approved by"), self.tr("Event"),
        )  # fmt: skip
        self.table = Rows(self.tr("Disposed cases"), heads, "tombstone-table")
        self.more = Label("", Type.CAPTION, "text2")
        self.more.hide()
        self.copies = Label("", Type.CAPTION, "text2", wrap=True)
        self.copies.setObjectName("copies")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.table, 1)
        self.problem = ProblemLine()
        column.addWidget(self.problem)
        column.addWidget(self.more)
        column.addWidget(self.copies)

    def read(self) -> None:
        """Read what stayed."""
        office, actor, fixed = self._context.office, self._context.actor, self._context.preferences.fixed.backups

        def job() -> _Found:
            stones = retention.tombstones(office, actor, size=_PAGE + 1)
            return (
                stones,
                retention.holding(office, actor, fixed),
                retention.touched(office, actor),
                people.names(office),
            )

        self._context.tasks.read(job, self._learn, self.failed.emit, owner=self)

    def _learn(self, found: _Found) -> None:
        stones, copies, touched, self._names = found
        self.table.fill([self._texts(each) for each in stones[:_PAGE]])
        self.more.setText(self.tr("The newest {n} are shown; the command line lists all.").format(n=_PAGE))
        self.more.setVisible(len(stones) > _PAGE)
        lines = [self._copy(each) for each in copies[:_SHOWN]]
        head = self.tr("Copies on this computer that were made before the last disposal, and so still hold what went:")
        none = self.tr("No copy on this computer was made before the last disposal.") if stones else ""
        more = self.tr(
            "Copies elsewhere and a server's own backups are not listed. An old one disposes again before it opens."
        )
        self.copies.setText("\n".join(filter(None, ([head, *lines] if lines else [none]) + [more])))
        said = self.tr("Somebody changed the list {file}: an old backup may not dispose again of all that went.")
        self.problem.show_problem(said.format(file=touched) if touched else "")

    def _texts(self, each: Tombstone) -> tuple[str, ...]:
        of = rules.named(each.retention)
        days = (day_words(each.ended_on, self._lang), day_words(each.disposed_on, self._lang))
        proposed, approved = (self._names.get(login, login) for login in (each.proposed_by, each.approved_by))
        if each.replayed:
            approved = self.tr("{who} (again after a restore)").format(who=approved)
        return (
            each.name, words.kind(CaseKind(each.kind)), of.title.in_(self._lang) if of else each.retention, *days,
            proposed, approved, str(each.seq),
        )  # fmt: skip

    def _copy(self, each: retention.Holding) -> str:
        if each.gone_on is None:
            return self.tr("{file}: nothing removes it; delete it by hand").format(file=each.path.name)
        day = day_words(each.gone_on.astimezone(JAPAN).date(), self._lang)
        return self.tr("{file}: removed on {day}, with one backup a day").format(file=each.path.name, day=day)
