"""配分 Board: who has how much, what waits and what is late; cases are dragged to a person, given by key, or go round."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop import words
from desktop.board.closings import ClosingsDialog
from desktop.board.form import SHOWN, BoardForm
from desktop.board.trees import KEY, CaseTree, PeopleTree
from desktop.casefile import words as day_words
from desktop.changes import Change, What
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import board, turns
from desktop.theme import Type, font, tokens
from desktop.theme.type import px
from desktop.turns.actdialog import ActDialog, Ask, Values
from desktop.views import Hint, View
from desktop.widgets import Button, Kind, Label, Pane, ProblemLine, Rule, Segmented
from desktop.widgets.heads import RIGHT, figures_right
from desktop.widgets.trees import widen
from desktop.words import counted
from models.absences.values import LeftBehind
from models.board.values import Board, Line, Load, Share
from models.dates.parse import parse_date
from models.errors import BadInput, Message, Problem

Act = Callable[[Values], object]
Check = Callable[[Values], Sequence[Problem]]
DAYS = 4
LOADS = range(1, 5)
"""Columns of figures: of the cases, and of the people."""


class BoardView(View):
    """A pinned place of whoever assigns."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self.form = BoardForm()
        self.setObjectName("board")
        self._build()
        self._connect()
        self.refresh()

    # ---- building
    def _build(self) -> None:
        names = {
            "free": self.tr("With nobody"), "late": self.tr("Late or soon"), "waiting": self.tr("Waiting"),
            "old": self.tr("Over half a year"), "all": self.tr("All open"),
        }  # fmt: skip
        self.lists = Segmented(self.tr("Which cases"), [(key, names[key]) for key in SHOWN])
        self.head = Label("", Type.CAPTION, "text2", wrap=True)
        self.round = Button(self.tr("In turn…"), icon="arrow_sync", name="go-round")
        self.away = Button(self.tr("Absence…"), icon="calendar", name="absence")
        self.over = Button(self.tr("Hand everything over…"), icon="people", name="hand-over-all")
        self.closed = Button(self.tr("Closing days…"), icon="calendar", name="closing-days")
        self.give = Button(self.tr("Give…"), Kind.PRIMARY, "Ctrl+Enter", icon="person_add", name="give")
        self._build_lists()
        self._lay()

    def _build_lists(self) -> None:
        self.cases, self.people = CaseTree(self.tr("Cases")), PeopleTree(self.tr("Examiners"))
        self.cases.setHeaderLabels(
            [self.tr("Due"), self.tr("Case"), self.tr("Kind"), self.tr("State"), self.tr("Days"), self.tr("With")]
        )
        self.people.setHeaderLabels(
            [
                self.tr("Examiner"),
                self.tr("Open"),
                self.tr("Waiting"),
                self.tr("Late"),
                self.tr("Soon"),
                self.tr("By kind"),
            ]
        )
        figures_right(self.cases, (DAYS,))
        figures_right(self.people, LOADS)
        widen(self.cases, 2)
        widen(self.people, 5)

    def _lay(self) -> None:
        self.lists.set_value(self.form.shown)
        self.problem = ProblemLine()
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(px(12))
        top.addWidget(self.lists)
        top.addWidget(self.head, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(px(8))
        foot.addWidget(self.problem, 1)
        foot.addStretch(1)
        for button in (self.closed, self.away, self.over, self.round, self.give):
            foot.addWidget(button)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.cases)
        self.split.addWidget(self.people)
        self.split.setSizes([px(780), px(660)])
        self.pane = Pane(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Rule())
        column.addWidget(self.pane, 1)
        column.addWidget(Rule())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.lists.chosen.connect(self.show_list)
        self.cases.itemSelectionChanged.connect(self._enable)
        self.cases.itemActivated.connect(lambda item, _at: self.open_case.emit(str(item.data(0, KEY))))
        self.people.currentItemChanged.connect(lambda *_: self._enable())
        self.people.itemActivated.connect(lambda item, _at: self.show_person(str(item.data(0, KEY))))
        self.people.dropped.connect(self.ask_give)
        self.give.clicked.connect(lambda: self.ask_give(self.people.login()))
        self.round.clicked.connect(self.ask_round)
        self.away.clicked.connect(self.ask_absence)
        self.over.clicked.connect(self.ask_hand_over)
        self.closed.clicked.connect(lambda: ClosingsDialog(self._context, self).open())
        self._context.changes.changed.connect(self._changed)

    # ---- the window asks
    def title(self) -> str:
        """Board."""
        return self.tr("Board")

    def count(self) -> str:
        """How many cases are with nobody."""
        free = len(self.form.board.free) if self.form.board else 0
        return str(free) if free else ""

    def icon(self) -> str:
        """A table."""
        return "people"

    def guide_page(self) -> str:
        """The page on the board."""
        return "board"

    def keys(self) -> tuple[Hint, ...]:
        """The most useful keys."""
        return (
            Hint("Ctrl+Enter", self.tr("Give")), Hint("Enter", self.tr("Open, or show a person's cases")),
            Hint("F5", self.tr("reload")),
        )  # fmt: skip

    def primary(self) -> None:
        """Give what is chosen."""
        if self.give.isEnabled():
            self.give.click()

    def shown(self) -> None:
        """In front."""
        self.cases.setFocus()

    def refresh(self) -> None:
        """Read anew."""
        office, actor = self._context.office, self._context.actor
        self._context.tasks.read(lambda: board.board(office, actor), self._show, self._unread, self)

    def _changed(self, change: Change) -> None:
        if change.what in (What.CASE, What.DECISION, What.PEOPLE):
            self.refresh()

    def _unread(self, error: Exception) -> None:
        self.pane.show_error(error_words(error, self._lang), self.refresh)

    # ---- showing
    def _show(self, found: Board) -> None:
        self.form.board = found
        before = self.people.login()
        self.people.clear()
        self.people.addTopLevelItems([self._person(each) for each in found.people])
        logins = [each.login for each in found.people]
        if logins:
            self.people.setCurrentIndex(self.people.model().index(logins.index(before) if before in logins else 0, 0))
        self.show_list(self.form.shown)
        self.pane.show_content()
        self.title_changed.emit()

    def show_list(self, key: str) -> None:
        """Show one of the lists."""
        chosen = self.cases.chosen()
        self.form.shown = key
        self.cases.clear()
        items = [self._line(each) for each in self.form.lines()]
        self.cases.addTopLevelItems(items)
        for item in items:
            item.setSelected(item.data(0, KEY) in chosen)
        self.head.setText(self._said())
        self._enable()

    def show_person(self, login: str) -> None:
        """Only what one person has; again: everybody's."""
        self.form.person = "" if self.form.person == login else login
        self.lists.set_value("all")
        self.show_list("all")

    def _said(self) -> str:
        if self.form.board is None:
            return ""
        counts = self.form.counts()
        text = self.tr("{free} with nobody, {late} late or soon, {waiting} waiting, {all} open.").format(**counts)
        ages = (f"{Message(f'board.age_{key}').text(self._lang)} {n}" for key, n in self.form.board.ages if n)
        old = words.listed(ages, self._lang)
        return f"{text} {self.tr('By age:')} {old}" if old else text

    def _line(self, each: Line) -> QTreeWidgetItem:
        state = words.waiting_for(each.waiting_for) if each.waiting_for else words.case_state(each.state)
        item = QTreeWidgetItem(
            [day_words.day(each.due_on, self._lang), each.case, words.kind_and_route(each.kind, each.route), state,
             str(each.age), self._name(each.assigned_to)]
        )  # fmt: skip
        item.setData(0, KEY, each.case)
        item.setTextAlignment(DAYS, RIGHT)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(item.text(at) for at in range(6)))
        if each.late:
            item.setText(0, self.tr("{day} late").format(day=item.text(0)))
            item.setForeground(0, QColor(tokens().wait))
            item.setFont(0, font(Type.STRONG))
        return item

    def _name(self, login: str | None) -> str:
        people = self.form.board.people if self.form.board else ()
        return next((each.name for each in people if each.login == login), login or "—")

    def _person(self, each: Load) -> QTreeWidgetItem:
        name = self.tr("{name} (away)").format(name=each.name) if each.away else each.name
        kinds = "　".join(f"{words.kind(kind)} {number}" for kind, number in each.by_kind)
        item = QTreeWidgetItem([name, *map(str, (each.open, each.waiting, each.late, each.soon)), kinds])
        item.setData(0, KEY, each.login)
        for at in LOADS:
            item.setTextAlignment(at, RIGHT)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(item.text(at) for at in range(6)))
        item.setToolTip(5, kinds)
        return item

    def _enable(self) -> None:
        some = bool(self.cases.chosen()) and bool(self.people.login())
        self.give.setEnabled(some)
        self.give.describe("" if some else self.tr("Choose cases and an examiner"))
        self.round.setEnabled(bool(self.form.board and self.form.board.free))
        self.over.setEnabled(bool(self.form.board and self.form.board.of(self.people.login())))
        self.away.setEnabled(bool(self.people.login()))

    # ---- acts
    def ask_give(self, login: str) -> ActDialog | None:
        """By hand: a reason is needed."""
        chosen = self.cases.chosen()
        if not chosen or not login:
            return None
        office, actor = self._context.office, self._context.actor
        title = self.tr("Give {n} to {name}").format(n=len(chosen), name=self._name(login))
        return self._ask(
            title, [Ask("why", self.tr("Why (stands in the record)"), long=True)],
            lambda v: board.give(office, actor, dict.fromkeys(chosen, login), v["why"]), _why, words.listed(chosen, self._lang, 12),
            self.tr("Give cases"),
        )  # fmt: skip

    def ask_round(self) -> None:
        """By the rule: who would get what is shown first."""
        office, actor = self._context.office, self._context.actor
        self._context.tasks.read(lambda: board.shares(office, actor), self._round, self._failed, self)

    def _round(self, shares: tuple[Share, ...]) -> None:
        office, actor = self._context.office, self._context.actor
        given = Counter(each.to for each in shares if each.to)
        lead = "\n".join(f"{self._name(login)}　{number}" for login, number in sorted(given.items()))
        without = [each.case for each in shares if each.to is None]
        if without:
            lead += "\n" + Message("board.nobody").text(self._lang) + " " + words.listed(without, self._lang, 8)
        self._ask(
            counted(self.tr("Give {n} cases out in turn"), n=given.total()), [],
            lambda _v: board.go_round(office, actor), lambda _v: (), lead,
        )  # fmt: skip

    def ask_absence(self) -> ActDialog | None:
        """The chosen person is away; or is back."""
        login, people = self.people.login(), self.form.board.people if self.form.board else ()
        person = next((each for each in people if each.login == login), None)
        if person is None:
            return None
        office, actor = self._context.office, self._context.actor
        today, bar = office.clock.today(), self.tr("Who is away")
        if person.away:
            title = self.tr("{name} is back").format(name=person.name)
            return self._ask(
                title, [], lambda _v: turns.end_absence(office, actor, login, today), lambda _v: (), bar=bar
            )
        asks = [
            Ask("from", self.tr("First day"), today.isoformat()),
            Ask("until", self.tr("Last day"), hint=self.tr("empty: not known")),
            Ask("why", self.tr("Why"), hint=self.tr("no illness by name")),
        ]

        def act(values: Values) -> object:
            until = parse_date(values["until"]) if values["until"] else None
            return turns.note_absence(office, actor, login, parse_date(values["from"]), until, values["why"])

        return self._ask(self.tr("{name} is away").format(name=person.name), asks, act, _days, bar=bar)

    def ask_hand_over(self) -> None:
        """Everything of the chosen person, case by case, with a note for each."""
        login = self.people.login()
        office, actor = self._context.office, self._context.actor
        self._context.tasks.read(
            lambda: turns.left_behind(office, actor, login),
            lambda left: self._hand_over(login, left),
            self._failed,
            self,
        )

    def _hand_over(self, login: str, left: Sequence[LeftBehind]) -> None:
        office, actor = self._context.office, self._context.actor
        given = [each for each in left if each.may_get]
        asks = [Ask("why", self.tr("Why (stands in the record)"), self.tr("Absence"))]
        for at, each in enumerate(given[:_MOST]):
            people = tuple((self._name(who), who) for who in each.may_get)
            due = day_words.day(each.case.due_on, self._lang)
            label = f"{each.case.id}　{due}"
            asks.append(Ask(f"to:{each.case.id}", label, each.may_get[at % len(each.may_get)], people))
            asks.append(Ask(f"note:{each.case.id}", self.tr("Note on {case}").format(case=each.case.id)))

        def act(values: Values) -> object:
            plan = {each.case.id: values[f"to:{each.case.id}"] for each in given[:_MOST]}
            notes = {each.case.id: values[f"note:{each.case.id}"] for each in given[:_MOST]}
            return turns.hand_over_all(office, actor, plan, values["why"], notes)

        title = self.tr("Hand over what {name} has").format(name=self._name(login))
        self._ask(title, asks, act, _why, bar=self.tr("Hand cases over"))

    def _ask(
        self, title: str, asks: Sequence[Ask], act: Act, problems: Check, lead: str = "", bar: str = ""
    ) -> ActDialog:
        dialog = ActDialog(self._context, title, asks, self.tr("Record"), problems, act, self, lead, bar)
        dialog.acted.connect(lambda _made: self._context.changes.announce(What.CASE))
        dialog.open()
        return dialog

    def _failed(self, error: Exception) -> None:
        self.problem.show_problem(error_words(error, self._lang), spoken=True)


_MOST = 6
"""So many cases stand in one dialog; the rest in the next."""


def _why(values: Values) -> Sequence[Problem]:
    return () if values["why"].strip() else (Problem(Message("turns.no_why"), "why"),)


def _days(values: Values) -> Sequence[Problem]:
    found = []
    for name in ("from", "until"):
        try:
            if values[name] or name == "from":
                parse_date(values[name])
        except BadInput as error:
            found.append(Problem(error.message, name))
    return found
