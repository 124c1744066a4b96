"""資料・照会 Requests: what was asked of whom, what came, and what is to be done about it next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.casefile import words as day_words
from desktop.casefile.pages import draw
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import inquiries, requests
from desktop.requests import form, words
from desktop.requests.askdialog import AskDialog, PaperDialog
from desktop.requests.detail import Detail
from desktop.requests.inquirydialogs import OutcomeDialog, PlanDialog
from desktop.requests.replydialog import ReplyDialog
from desktop.theme import Type, font, tokens
from desktop.theme.type import px
from desktop.widgets import Button, ElidedLabel, EmptyState, Kind, Pane, ProblemLine, Rule
from desktop.widgets.trees import dress_tree
from models.casefile.values import CaseFile
from models.inquiries.values import Inquiry
from models.requests.values import Request, RequestDraft, RequestKind

KEY = Qt.ItemDataRole.UserRole + 1


class RequestsTab(QWidget):
    """``written`` after each act."""

    written = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("requests-tab")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context, self._lang = context, context.lang
        self._file: CaseFile | None = None
        self._entries: tuple[form.Entry, ...] = ()
        self._wanted = ""
        self._build()
        self._enable()

    # ---- building
    def _build(self) -> None:
        self.ask = Button(self.tr("Ask for documents…"), Kind.PRIMARY, icon="document_add", name="ask")
        self.comment = Button(self.tr("Ask for a comment…"), icon="comment_add", name="ask-comment")
        self.plan = Button(self.tr("Ask or look…"), icon="search", name="plan")
        self.clock = ElidedLabel("", Type.CAPTION, "wait")
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(px(8))
        bar.addWidget(self.clock, 1)
        for button in (self.plan, self.comment, self.ask):
            bar.addWidget(button)
        self.tree = self._build_tree()
        self.detail = Detail(self._lang)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.tree)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([px(700), px(700)])
        # The acts have the whole width: beside the detail they would press the list together.
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.split, 1)
        column.addWidget(Rule())
        column.addLayout(self._build_acts())
        self.pane = Pane(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(Rule())
        whole.addWidget(self.pane, 1)
        self._connect()

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        heads = (self.tr("What"), self.tr("State"), self.tr("Due"), self.tr("Next"))
        dress_tree(tree, "requests", self.tr("Requests and inquiries"), heads, wide=3)
        return tree

    def _build_acts(self) -> QHBoxLayout:
        self.acts = {
            "answer": Button(self.tr("Record what came…"), icon="mail_inbox", name="answer"),
            "again": Button(self.tr("Ask again…"), icon="arrow_redo", name="again"),
            "deliver": Button(self.tr("Delivered…"), icon="mail_read", name="deliver"),
            "give_up": Button(self.tr("Nothing came"), icon="dismiss_circle", name="give-up"),
            "finish": Button(self.tr("Record what came of it…"), icon="clipboard_checkmark", name="finish"),
            "paper": Button(self.tr("See the paper…"), icon="document_pdf", name="paper"),
            "withdraw": Button(self.tr("Withdraw…"), Kind.QUIET, icon="dismiss", name="withdraw"),
        }
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(px(8))
        self.problem = ProblemLine()
        row.addWidget(self.problem, 1)
        row.addStretch(1)
        for button in self.acts.values():
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.ask.clicked.connect(lambda: self._prepare(RequestKind.DOCUMENTS))
        self.comment.clicked.connect(lambda: self._prepare(RequestKind.COMMENT))
        self.plan.clicked.connect(self._plan)
        self.tree.currentItemChanged.connect(lambda *_: self._chosen())
        self.tree.itemActivated.connect(lambda *_: self._first_act())
        does = {
            "answer": self._answer, "again": self._again, "deliver": self._deliver, "give_up": self._give_up,
            "finish": self._finish, "paper": self._paper, "withdraw": self._withdraw,
        }  # fmt: skip
        for name, act in does.items():
            self.acts[name].clicked.connect(act)

    # ---- showing
    def show_file(self, file: CaseFile) -> None:
        """Show a case as newly read; the chosen line stays chosen."""
        written, before, self._wanted = bool(self._wanted), self._wanted or self._key(), ""
        self._file = file
        self._entries = form.entries(file, file.seen_on)
        self.tree.clear()
        items = [self._item(entry) for entry in self._entries]
        self.tree.addTopLevelItems(items)
        keys = [each.key for each in self._entries]
        if keys:
            self.tree.setCurrentItem(items[keys.index(before) if before in keys else 0])
            self.pane.show_content()
            if written and self.isVisible():
                self.tree.setFocus()
        else:
            self.pane.show_empty(EmptyState(self.tr("Nothing was asked for yet"), hint=self._hint()))
        self._show_clock(file)
        self._chosen()

    def _hint(self) -> str:
        return self.tr("Criteria at “needs documents” fill the request by themselves.")

    def _show_clock(self, file: CaseFile) -> None:
        both = form.both_due(file)
        if both is None:
            self.clock.setText("")
            return
        before, after = (day_words.day(each, self._lang) for each in both)
        text = self.tr("The clock stands still: due {before}, and {after} if the case goes on today.")
        self.clock.setText(text.format(before=before, after=after))

    def _item(self, entry: form.Entry) -> QTreeWidgetItem:
        what, lang = entry.what, self._lang
        due = what.due_on if isinstance(what, Request) else what.planned_on
        name = f"{what.number}　{words.kind(what, lang)}" if isinstance(what, Request) else words.kind(what, lang)
        item = QTreeWidgetItem([name, words.state(what, lang), words.day(due, lang), entry.next_step.text(lang)])
        item.setData(0, KEY, entry.key)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(item.text(at) for at in range(4)))
        item.setToolTip(3, item.text(3))
        if entry.heavy:
            item.setFont(0, font(Type.STRONG))
        if isinstance(what, Request) and self._file is not None and what.late(self._file.seen_on):
            item.setForeground(2, QColor(tokens().wait))
        return item

    def _key(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, KEY)) if item else ""

    def entry(self) -> form.Entry | None:
        """The chosen line."""
        return next((each for each in self._entries if each.key == self._key()), None)

    def _chosen(self) -> None:
        if self._file is not None:
            self.detail.show_entry(self._file, self.entry())
        self.problem.show_problem("")
        self._enable()

    def _enable(self) -> None:
        entry, file = self.entry(), self._file
        for button in (self.ask, self.comment, self.plan):
            button.setEnabled(False)
        if file is None:
            return
        allowed = form.allowed(file, self._context.actor, entry, file.seen_on)
        for button in (self.ask, self.comment, self.plan):
            button.setEnabled(allowed.ask)
        request = entry is not None and isinstance(entry.what, Request)
        shown = {
            "answer": allowed.answer, "again": allowed.again, "deliver": allowed.deliver, "give_up": allowed.give_up,
            "finish": allowed.finish, "paper": request, "withdraw": allowed.withdraw or allowed.cancel,
        }  # fmt: skip
        for name, on in shown.items():
            self.acts[name].setVisible(on)

    def take_keyboard(self) -> None:
        """The keyboard goes to the list, or to the first act."""
        (self.tree if self._entries else self.ask).setFocus()

    # ---- acts
    def _first_act(self) -> None:
        """Enter does what is due."""
        for name in ("answer", "finish", "paper"):
            if self.acts[name].isVisibleTo(self):
                self.acts[name].click()
                return

    def _prepare(self, kind: RequestKind, follows: int | None = None) -> None:
        file, office, actor = self._file, self._context.office, self._context.actor
        if file is None:
            return
        case = file.case.id

        def job() -> tuple[RequestDraft, requests.Desk]:
            return requests.prepare(office, actor, case, kind, follows), requests.desk(office, actor, case)

        self._context.tasks.read(job, self._ask, self._failed, owner=self)

    def _ask(self, found: tuple[RequestDraft, requests.Desk]) -> None:
        if self._file is None:
            return
        prepared, desk = found
        keys = frozenset(each.key for each in self._file.criteria)
        choices = desk.choices if prepared.kind is RequestKind.DOCUMENTS else ()
        ask = form.AskForm(prepared, choices, keys, desk.today, closings=desk.closings)
        dialog = AskDialog(self._context, self._file, ask, self)
        dialog.sent.connect(lambda made: self._done(f"request:{made.number}"))
        dialog.open()

    def _plan(self) -> None:
        if self._file is not None:
            dialog = PlanDialog(self._context, self._file, self)
            dialog.planned.connect(lambda made: self._done(f"inquiry:{made.number}"))
            dialog.open()

    def _request(self) -> Request | None:
        entry = self.entry()
        return entry.what if entry and isinstance(entry.what, Request) else None

    def _inquiry(self) -> Inquiry | None:
        entry = self.entry()
        return entry.what if entry and isinstance(entry.what, Inquiry) else None

    def _answer(self) -> None:
        if (request := self._request()) and self._file is not None:
            dialog = ReplyDialog(self._context, self._file, request, self)
            dialog.taken.connect(lambda _made: self._done())
            dialog.open()

    def _again(self) -> None:
        if request := self._request():
            self._prepare(request.kind, request.number)

    def _finish(self) -> None:
        if inquiry := self._inquiry():
            dialog = OutcomeDialog(self._context, inquiry, self)
            dialog.recorded.connect(lambda _made: self._done())
            dialog.open()

    def _deliver(self) -> None:
        request = self._request()
        if request is None:
            return
        today = self._context.office.clock.today()
        text, chosen = QInputDialog.getText(
            self, self.tr("Delivered"), self.tr("Day of delivery"), text=today.isoformat()
        )
        if chosen:
            self.deliver(request, text)

    def deliver(self, request: Request, text: str) -> None:
        """Note the day of delivery."""
        from models.dates.parse import parse_date

        office, actor = self._context.office, self._context.actor
        self._run(lambda: requests.deliver(office, actor, request.case, request.number, parse_date(text)))

    def _give_up(self) -> None:
        if request := self._request():
            office, actor = self._context.office, self._context.actor
            self._run(lambda: requests.give_up(office, actor, request.case, request.number))

    def _withdraw(self) -> None:
        why, chosen = QInputDialog.getText(self, self.tr("Withdraw"), self.tr("Reason (stands in the record)"))
        if chosen:
            self.withdraw(why)

    def withdraw(self, why: str) -> None:
        """Take the chosen one back, or call it off."""
        office, actor = self._context.office, self._context.actor
        if request := self._request():
            self._run(lambda: requests.withdraw(office, actor, request.case, request.number, why))
        elif inquiry := self._inquiry():
            self._run(lambda: inquiries.cancel(office, actor, inquiry.case, inquiry.number, why))

    def _paper(self) -> None:
        if request := self._request():
            office, actor = self._context.office, self._context.actor
            self._context.tasks.read(
                lambda: draw(requests.paper(office, actor, request.case, request.number)),
                lambda pictures: PaperDialog(request.document_number, pictures, self).open(),
                self._failed, owner=self,
            )  # fmt: skip

    def _run(self, act: Callable[[], object]) -> None:
        self._context.tasks.run(act, lambda _made: self._done(), self._failed, owner=self)

    def _done(self, key: str = "") -> None:
        self._wanted = key
        self.problem.show_problem("")
        # Behind the dialog's own closing, so that the keyboard is back here.
        QTimer.singleShot(0, self, self.written.emit)

    def _failed(self, error: Exception) -> None:
        self.problem.show_problem(error_words(error, self._lang), spoken=True)
