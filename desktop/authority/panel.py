"""決裁区分 Who decides: the lines in force, what waits for approval, drafting a version."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import words
from desktop.authority import form
from desktop.authority.dialog import DraftDialog
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import authority, people
from desktop.theme import Type, row_height
from desktop.theme.type import px
from desktop.views import Hint, View
from desktop.widgets import Button, Kind, Label, Pane, ProblemLine
from models.authority.values import Line, Rules
from models.cases.values import Kind as CaseKind
from models.decisions.values import Outcome
from models.people.rules import may
from models.people.values import Permission, Person

Read = tuple[Rules, tuple[Rules, ...], tuple[Person, ...]]


class AuthorityView(View):
    """What governs today stands in the table; a draft of another person above it, to be approved."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._read_: Read | None = None
        self.setObjectName("authority")
        self._build()
        self.refresh()

    def _build(self) -> None:
        self.head = Label("", Type.CAPTION, "text2", wrap=True)
        self.draft = Button(self.tr("Draft a version…"), icon="edit", name="draft-rules")
        self.approve = Button(
            self.tr("Approve the draft…"), Kind.PRIMARY, icon="checkmark_circle", name="approve-rules"
        )
        self.problem = ProblemLine()
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(px(8))
        row.addWidget(self.head, 1)
        row.addWidget(self.draft)
        row.addWidget(self.approve)
        self.tree = self._build_tree()
        self.pane = Pane(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(self.pane, 1)
        self.draft.clicked.connect(self.ask)
        self.approve.clicked.connect(self.approve_draft)
        able = may(self._context.actor.role, Permission.KEEP_AUTHORITY)
        self.draft.setVisible(able)
        self.approve.hide()

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("rules-of-decision")
        tree.setAccessibleName(self.tr("Who decides"))
        tree.setColumnCount(4)
        tree.setHeaderLabels(
            [self.tr("Rule"), self.tr("For"), self.tr("Signatures in their order"), self.tr("Letter names")]
        )
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setRootIsDecorated(False)
        tree.setWordWrap(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setStyleSheet(f"QTreeView::item {{ min-height: {row_height(30)}px; padding: 0 {px(6)}px; }}")
        head = tree.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return tree

    # ---- the window asks
    def title(self) -> str:
        """Who decides."""
        return self.tr("Who decides")

    def icon(self) -> str:
        """A gavel."""
        return "gavel"

    def keys(self) -> tuple[Hint, ...]:
        """Reload."""
        return (Hint("F5", self.tr("reload")),)

    def shown(self) -> None:
        """In front."""
        self.tree.setFocus()

    def refresh(self) -> None:
        """Read what governs, every version and the people."""
        office, actor = self._context.office, self._context.actor

        def job() -> Read:
            return authority.in_force(office, actor), authority.versions(office, actor), people.listing(office)

        self._context.tasks.read(job, self._show, self._unread, self)

    def _unread(self, error: Exception) -> None:
        self.pane.show_error(error_words(error, self._context.lang), self.refresh)

    def _show(self, found: Read) -> None:
        self._read_ = found
        held, versions, everyone = found
        names = {each.login: each.name for each in everyone}
        waiting = form.may_approve(self._context.actor, versions)
        self.approve.setVisible(waiting is not None)
        self.head.setText(self._said(held, versions, names))
        self.tree.clear()
        for line in waiting.lines if waiting else held.lines:
            self.tree.addTopLevelItem(self._item(line, names))
        self.pane.show_content()

    def _said(self, held: Rules, versions: tuple[Rules, ...], names: dict[str, str]) -> str:
        text = (
            self.tr("Version {n} governs.").format(n=held.number)
            if held.number
            else self.tr("No rules of your own yet: any supervisor decides as the second person.")
        )
        newest = versions[0] if versions else None
        if newest is not None and newest.approved_by is None:
            who = names.get(newest.drafted_by, newest.drafted_by)
            said = self.tr("Version {n} was drafted by {who}, to begin on {day}: {why}. Another person approves it.")
            text += " " + said.format(n=newest.number, who=who, day=newest.from_on, why=newest.why)
        return text

    def _item(self, line: Line, names: dict[str, str]) -> QTreeWidgetItem:
        lang = self._context.lang
        steps = " → ".join(self._step(each.title.in_(lang), each.people, each.deputies, names) for each in line.steps)
        item = QTreeWidgetItem(
            [line.title.in_(lang), self._fits(line), steps, line.authority.in_(lang) if line.authority else "—"]
        )
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(item.text(at) for at in range(4)))
        item.setToolTip(2, steps)
        return item

    def _step(self, title: str, people_: tuple[str, ...], deputies: tuple[str, ...], names: dict[str, str]) -> str:
        who = ", ".join(names.get(each, each) for each in people_) or self.tr("any supervisor")
        text = f"{title} ({who})"
        if deputies:
            text += " " + self.tr("[deputy: {who}]").format(who=", ".join(names.get(each, each) for each in deputies))
        return text

    def _fits(self, line: Line) -> str:
        parts = [words.kind(CaseKind(each)) if each in tuple(CaseKind) else each for each in line.kinds]
        parts += [words.route(each) for each in line.routes]
        parts += [words.outcome(Outcome(each)) if each in tuple(Outcome) else each for each in line.outcomes]
        return ", ".join((*parts, *line.units)) or self.tr("every case")

    # ---- acts
    def ask(self) -> None:
        """Draft a version that begins as what holds now."""
        if self._read_ is None:
            return
        held, _, everyone = self._read_
        dialog = DraftDialog(self._context, form.draft_of(held, self._context.office.clock.today()), everyone, self)
        dialog.drafted.connect(lambda _made: self.refresh())
        dialog.open()

    def approve_draft(self) -> None:
        """Put the draft in the table in force from its day."""
        waiting = form.may_approve(self._context.actor, self._read_[1]) if self._read_ else None
        if waiting is not None:
            office, actor, number = self._context.office, self._context.actor, waiting.number
            self._run(lambda: authority.approve(office, actor, number))

    def _run(self, act: Callable[[], object]) -> None:
        self._context.tasks.run(act, lambda _made: self.refresh(), self._failed, self)

    def _failed(self, error: Exception) -> None:
        self.problem.show_problem(error_words(error, self._context.lang), spoken=True)
