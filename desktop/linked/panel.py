"""関係機関 Linked institutions: what goes back to them by law, looked at first; what went; whether third parties may attest."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.casefile import words
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.linked import form
from desktop.operations import attestations, files, people, provisions
from desktop.requests.parts import tick
from desktop.theme import Type, tokens
from desktop.theme.type import px
from desktop.turns.actdialog import ActDialog, Ask, Values
from desktop.views import Hint, View
from desktop.widgets import Button, Combo, Field, Kind, Label, LineEdit, Pane, ProblemLine, Rule, SectionHeading
from desktop.widgets.trees import dress_tree
from desktop.words import counted
from models.attestations.values import Switch
from models.errors import Message, Problem
from models.people.rules import may
from models.people.values import Permission
from models.provisions import rules
from models.provisions.values import Line, Order, Parcel, Provision

KEY = Qt.ItemDataRole.UserRole + 1


class LinkedView(View):
    """A pinned place of whoever sends data, and of who keeps the office."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._sends = may(context.actor.role, Permission.PROVIDE_DATA)
        self.parcel: Parcel | None = None
        self._asked: Order | None = None
        self._on = Switch()
        self._names: dict[str, str] = {}
        self.setObjectName("linked")
        self._build()
        self._connect()
        self._ask_again()
        self.refresh()

    # ---- building
    def _build(self) -> None:
        self.top = self._build_top()
        self.ground = Label("", Type.CAPTION, "text2", wrap=True)
        self.ground.setContentsMargins(16, 0, 16, 6)
        self.lines = _tree("provision-lines", self.tr("What would go"))
        self.log = _tree("provision-log", self.tr("What went"))
        self.log.setHeaderLabels(
            [self.tr("No."), self.tr("When"), self.tr("To whom"), self.tr("Cases"), self.tr("Ground"), self.tr("Why"), self.tr("By")]
        )  # fmt: skip
        self.log.header().setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.heading = SectionHeading(self.tr("What would go"))
        upper = _under(self.heading, self.lines)
        upper.setVisible(self._sends)
        self.split.addWidget(upper)
        self.split.addWidget(_under(SectionHeading(self.tr("What went")), self.log))
        self.split.setSizes([px(420), px(260)])
        self.pane = Pane(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.ground, Rule()):
            column.addWidget(part)
        column.addWidget(self.pane, 1)
        column.addWidget(Rule())
        column.addLayout(self._build_foot())

    def _build_top(self) -> QWidget:
        first, last = form.last_month(self._context.office.clock.today())
        self.institution = Combo(self.tr("Institution"))
        self.institution.fill([(each.title.in_(self._lang), each.key) for each in rules.institutions()])
        self.recipient = Combo(self.tr("Municipality"))
        self.first, self.last = LineEdit(self.tr("Decided from")), LineEdit(self.tr("Decided until"))
        self.first.setText(first.isoformat())
        self.last.setText(last.isoformat())
        self.again = tick(self.tr("Also what went before"), "again")
        self.towns = Field(self.tr("Municipality"), self.recipient)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(16, 8, 16, 4)
        row.setSpacing(px(12))
        fields = (Field(self.tr("Institution"), self.institution), self.towns, Field(self.tr("Decided from"), self.first),
                  Field(self.tr("Decided until"), self.last))  # fmt: skip
        for part, wide in zip(fields, (4, 3, 2, 2), strict=True):
            row.addWidget(part, wide)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignBottom)
        whole.setVisible(self._sends)
        return whole

    def _build_foot(self) -> QHBoxLayout:
        self.problem = ProblemLine()
        self.switched = Label("", Type.CAPTION, "text2")
        self.turn = Button(self.tr("Attestations…"), icon="document_checkmark", name="attestations-switch")
        self.turn.setVisible(may(self._context.actor.role, Permission.KEEP_PEOPLE))
        self.send = Button(self.tr("Write the file…"), Kind.PRIMARY, "Ctrl+Enter", icon="arrow_export", name="provide")
        self.send.setVisible(self._sends)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(px(8))
        foot.addWidget(self.switched)
        foot.addWidget(self.turn)
        foot.addWidget(self.problem, 1)
        foot.addStretch(1)
        foot.addWidget(self.send)
        return foot

    def _connect(self) -> None:
        for combo in (self.institution, self.recipient):
            combo.currentIndexChanged.connect(lambda _at: self._ask_again())
        for line in (self.first, self.last):
            line.textChanged.connect(lambda _text: self._ask_again())
        self.again.toggled.connect(lambda _on: self._ask_again())
        self.send.clicked.connect(self.ask_send)
        self.turn.clicked.connect(self.ask_turn)
        self.lines.itemActivated.connect(lambda item, _at: self.open_case.emit(str(item.data(0, KEY))))

    # ---- the window asks
    def title(self) -> str:
        """Linked institutions."""
        return self.tr("Linked institutions")

    def icon(self) -> str:
        """A building."""
        return "building"

    def keys(self) -> tuple[Hint, ...]:
        """The most useful keys."""
        return (
            Hint("Ctrl+Enter", self.tr("Write the file")),
            Hint("Enter", self.tr("Open the case")),
            Hint("F5", self.tr("reload")),
        )

    def primary(self) -> None:
        """Write what would go."""
        if self.send.isVisible() and self.send.isEnabled():
            self.send.click()

    def shown(self) -> None:
        """In front."""
        (self.institution if self._sends else self.log).setFocus()

    def refresh(self) -> None:
        """Read anew."""
        office, actor = self._context.office, self._context.actor

        def job() -> tuple[tuple[Provision, ...], tuple[str, ...], Switch, dict[str, str]]:
            names = {each.login: each.name for each in people.listing(office)}
            return (
                provisions.log(office, actor),
                provisions.municipalities(office, actor),
                attestations.switch(office, actor),
                names,
            )

        self._context.tasks.read(job, self._show, self._unread, self)

    def _unread(self, error: Exception) -> None:
        self.pane.show_error(error_words(error, self._lang), self.refresh)

    # ---- showing
    def _show(self, found: tuple[tuple[Provision, ...], tuple[str, ...], Switch, dict[str, str]]) -> None:
        log, towns, self._on, self._names = found
        before = self.recipient.currentData()
        self.recipient.fill([(each, each) for each in towns] or [("—", "")], before)
        self.log.clear()
        self.log.addTopLevelItems([self._went(each) for each in log])
        on = self.tr("This office takes attestations of third parties.")
        off = self.tr("This office takes no attestations of third parties.")
        self.switched.setText(on if self._on.on else off)
        self.pane.show_content()
        self._ask_again()

    def _went(self, each: Provision) -> QTreeWidgetItem:
        cells = [str(each.number), words.moment(each.at, self._lang), each.recipient, str(each.cases), each.ground, each.why,
                 self._names.get(each.by, each.by)]  # fmt: skip
        item = QTreeWidgetItem(cells)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(cells))
        item.setToolTip(2, f"{each.from_on} – {each.to_on}\nSHA-256 {each.sha256}")
        return item

    def _ask_again(self) -> None:
        """Look at what would go whenever the order changes."""
        self.parcel = None
        self.lines.clear()
        to = rules.institution(str(self.institution.currentData()))
        self.towns.setEnabled(to.each)
        said = self.tr("By: {ground}. Only these fields leave.").format(ground=to.ground.in_(self._lang))
        if to.verify:
            said += "　" + self.tr("The ground has not been compared with the law yet: check it before anything goes.")
        self.ground.setText(said if self._sends else "")
        self.ground.setVisible(self._sends)
        self._enable()
        if not self._sends:
            return
        typed = {"institution": to.key, "recipient": str(self.recipient.currentData() or "") if to.each else "",
                 "from": self.first.text(), "to": self.last.text()}  # fmt: skip
        order, found = form.order(typed, self.again.isChecked(), self._context.office.clock.today())
        self._asked = None if found else order
        if order is None or found:
            self.problem.show_problem(found[0].text(self._lang) if found else "")
            return
        self.problem.show_problem("")
        office, actor = self._context.office, self._context.actor
        self._context.tasks.read(
            lambda: provisions.preview(office, actor, order), self._would_go, self._failed, owner=self
        )

    def _would_go(self, parcel: Parcel) -> None:
        if parcel.order != self._asked:
            return  # the fields say otherwise by now
        self.parcel = parcel
        heads = [self.tr("Case"), *provisions.heads(parcel, self._lang), ""]
        self.lines.clear()
        self.lines.setColumnCount(len(heads))
        self.lines.setHeaderLabels(heads)
        going = len(rules.going(parcel))
        self.heading.show_text(
            self.tr("What would go"), counted(self.tr("{n} cases"), n=going) if going else self.tr("nothing")
        )
        self.lines.addTopLevelItems([self._line(each, parcel) for each in parcel.lines])
        self._enable()

    def _line(self, each: Line, parcel: Parcel) -> QTreeWidgetItem:
        marks = []
        if each.withheld:
            marks.append(self.tr("confidential address: left out"))
        if each.before:
            marks.append(self.tr("went with no. {number}").format(number=each.before))
        item = QTreeWidgetItem([each.case, *each.cells, "　".join(marks)])
        item.setData(0, KEY, each.case)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join((each.case, *each.cells, *marks)))
        if each.before and not parcel.order.again:
            for at in range(item.columnCount()):
                item.setForeground(at, QColor(tokens().text3))
        return item

    def _enable(self) -> None:
        going = rules.going(self.parcel) if self.parcel else ()
        self.send.setEnabled(bool(going))
        self.send.describe("" if going else Message("provisions.nothing").text(self._lang))

    # ---- acts
    def ask_send(self) -> ActDialog | None:
        """Why it goes, in which format; then where the file is to lie."""
        parcel = self.parcel
        if parcel is None:
            return None
        of = parcel.institution.title
        recipient = of.in_(self._lang) if parcel.recipient == of["ja"] else parcel.recipient
        title = counted(self.tr("{n} cases to {recipient}"), n=len(rules.going(parcel)), recipient=recipient)
        asks = [
            Ask("why", self.tr("On whose request, which occasion (stands in the record)"), long=True),
            Ask("format", self.tr("Format"), "xlsx", (("XLSX", "xlsx"), ("CSV", "csv"))),
        ]
        return self._ask(title, asks, lambda v: self.write(parcel, v["why"], v["format"]), self.ground.text())

    def write(self, parcel: Parcel, why: str, form_: str) -> None:
        """Choose where; the file is written only once the record tells of it."""
        name = f"{parcel.institution.key}-{parcel.order.from_on}-{parcel.order.to_on}.{form_}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Write the file"), name, f"{form_.upper()} (*.{form_})")
        if path:
            self.write_to(Path(path), parcel, why, form_)

    def write_to(self, path: Path, parcel: Parcel, why: str, form_: str) -> None:
        """See that the folder takes files, then record it, and write the file: it cannot be taken back."""
        office, actor = self._context.office, self._context.actor

        def job() -> None:
            files.usable(path.parent)
            _, content = provisions.provide(office, actor, parcel, why, form_)
            files.write(path, content)

        self._context.tasks.run(job, lambda _made: self.refresh(), self._failed, owner=self)

    def ask_turn(self) -> ActDialog | None:
        """Let the office take attestations, or no more."""
        office, actor, on = self._context.office, self._context.actor, not self._on.on
        title = self.tr("Take attestations of third parties") if on else self.tr("Take no attestations any more")
        lead = self.tr(
            "Of employers, insurers, landlords and banks; only with the applicant's consent, for a purpose and for no other."
        )
        if not on:
            lead = self.tr("What was taken in stays in the record, but counts for nothing while it is off.")
        dialog = ActDialog(
            self._context, title, [Ask("why", self.tr("Why (stands in the record)"), long=True)], self.tr("Record"), _why,
            lambda v: attestations.turn(office, actor, on, v["why"]), self, lead,
        )  # fmt: skip
        dialog.acted.connect(lambda _made: self.refresh())
        dialog.open()
        return dialog

    def _ask(self, title: str, asks: list[Ask], then: Callable[[Values], None], lead: str) -> ActDialog:
        """The reason is asked first; what is chosen on the way (a file) happens on this thread afterwards."""
        dialog = ActDialog(self._context, title, asks, self.tr("Write the file…"), _why, lambda v: v, self, lead)
        dialog.acted.connect(then)
        dialog.open()
        return dialog

    def _failed(self, error: Exception) -> None:
        self.problem.show_problem(error_words(error, self._lang), spoken=True)
        self._enable()


def _tree(name: str, said: str) -> QTreeWidget:
    tree = QTreeWidget()
    dress_tree(tree, name, said, row=28)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return tree


def _under(heading: QWidget, tree: QTreeWidget) -> QWidget:
    whole = QWidget()
    whole.setProperty("ground", "surface")
    whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(whole)
    column.setContentsMargins(16, 8, 16, 0)
    column.addWidget(heading)
    column.addWidget(tree, 1)
    return whole


def _why(values: Values) -> tuple[Problem, ...]:
    if values["why"].strip():
        return tuple(Problem(each.message, "why") for each in rules.why_problems(values["why"]))
    return (Problem(Message("turns.needed"), "why"),)
