"""閉庁日 Closing days: the days on which this office alone is closed, and what falls on them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from desktop import words
from desktop.board.closingsform import day_of, problem_of
from desktop.board.trees import KEY
from desktop.casefile import words as day_words
from desktop.changes import What
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import deadlines, people
from desktop.requests.parts import Foot, beside, lay
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Label, LineEdit
from desktop.widgets.dialog import Dialog
from desktop.widgets.trees import dress_tree
from models.closings.values import Closing


@dataclass(frozen=True, slots=True)
class _Found:
    """What the dialog shows: the days, and what is due on one just added."""

    days: tuple[Closing, ...]
    names: Mapping[str, str]
    falls: tuple[tuple[str, str], ...] = ()
    on: date | None = None


class ClosingsDialog(Dialog):
    """The days to come, a new one, and the way to take one back. Days that are over stay in the record."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, context.lang
        self._days: tuple[Closing, ...] = ()
        self.setObjectName("closings-dialog")
        self.setWindowTitle(self.tr("Closing days of the office"))
        note = self.tr(
            "Holidays and the turn of the year are counted already. Days to answer in are counted past these days too; "
            "no period of law grows longer."
        )
        self.list = self._build_list()
        self.on, self.name = LineEdit(self.tr("Day")), LineEdit(self.tr("Why the office is closed"))
        self.day_field = Field(self.tr("Day"), self.on, self.tr("2026-12-28 or R8.12.28"))
        self.name_field = Field(self.tr("Why the office is closed"), self.name)
        self.effect = Label("", Type.BASE, "wait", wrap=True)
        self.foot = Foot(self, self.tr("Close"), self.tr("Add the day"), "add", self._add)
        self.back = Button(self.tr("Take back"), icon="arrow_undo", name="take-back")
        self.foot.add(self.back)
        head = Label(self.tr("Closing days of the office"), Type.NAME, wrap=True)
        fields = beside(self.day_field, self.name_field, wide=(1, 2))
        lay(self, head, Label(note, Type.BASE, "text2", wrap=True), self.list, fields, self.effect, self.foot)
        self.resize(px(620), px(480))
        for line in (self.on, self.name):
            line.textChanged.connect(lambda _text: self._check())
        self.list.itemSelectionChanged.connect(self._enable)
        self.back.clicked.connect(self._take_back)
        self._check()
        self._read(None)
        self.on.setFocus()

    def _build_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        heads = (self.tr("Day"), self.tr("Why"), self.tr("Noted by"))
        dress_tree(tree, "closings", self.tr("Closing days"), heads, wide=1)
        return tree

    # ---- showing
    def _read(self, on: date | None) -> None:
        office, actor = self._context.office, self._context.actor

        def job() -> _Found:
            falls = deadlines.falling_on(office, actor, on) if on else ()
            names = {each.login: each.name for each in people.listing(office)}
            return _Found(deadlines.closing_days(office, actor), names, falls, on)

        self._context.tasks.read(job, self._show, self._failed, owner=self)

    def _show(self, found: _Found) -> None:
        today = self._context.office.clock.today()
        self._days = tuple(each for each in found.days if each.on >= today)
        self.list.clear()
        for each in self._days:
            day = day_words.day_with_weekday(each.on, self._lang)
            item = QTreeWidgetItem([day, each.name, found.names.get(each.by, each.by)])
            item.setData(0, KEY, each.on.isoformat())
            self.list.addTopLevelItem(item)
        if found.falls and found.on:
            day = day_words.day(found.on, self._lang)
            pairs = [
                self.tr("{case} ({about})").format(case=case, about=about) for case, about in self._said(found.falls)
            ]
            what = words.listed(pairs, self._lang, _MOST)
            self.effect.setText(
                self.tr("Due on {day}: {what}. Tell those concerned, or set another day.").format(day=day, what=what)
            )
        else:
            self.effect.setText("")
        self._check()
        self._enable()

    def _said(self, falls: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
        names = {"request": self.tr("reply"), "inquiry": self.tr("appointment")}
        return [(case, names.get(about.partition(":")[0], about)) for case, about in falls]

    def _check(self) -> None:
        said = self.on.text().strip()
        found = problem_of(said, self._context.office.clock.today(), {each.on for each in self._days}) if said else None
        self.day_field.show_problem(found.text(self._lang) if found else "")
        self.foot.told("")
        self.foot.primary.setEnabled(bool(said and self.name.text().strip() and found is None))

    def _enable(self) -> None:
        self.back.setEnabled(bool(self.list.selectedItems()))

    # ---- acts
    def _add(self) -> None:
        if not self.foot.primary.isEnabled():
            return
        office, actor, on, name = self._context.office, self._context.actor, day_of(self.on.text()), self.name.text()
        self._run(lambda: deadlines.add_closing(office, actor, on, name), on)

    def _take_back(self) -> None:
        items = self.list.selectedItems()
        if items:
            office, actor, on = self._context.office, self._context.actor, date.fromisoformat(items[0].data(0, KEY))
            self._run(lambda: deadlines.remove_closing(office, actor, on), None)

    def _run(self, act: Callable[[], object], added: date | None) -> None:
        self.foot.primary.setEnabled(False)
        answers = self.answers(lambda _made: self._done(added), self._failed)
        self._context.tasks.run(act, *answers, owner=self)

    def _done(self, added: date | None) -> None:
        if added:
            self.on.clear()
            self.name.clear()
        self._read(added)
        # Whoever shows due days counts anew.
        changes = self._context.changes
        QTimer.singleShot(0, changes, lambda: changes.announce(What.CASE))

    def _failed(self, error: Exception) -> None:
        self._check()
        self.foot.problem.show_problem(error_words(error, self._lang), spoken=True)


_MOST = 12
