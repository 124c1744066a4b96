"""The queue's view (picture 01): saved views, the grouped table, the preview."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop import errors, words
from desktop.changes import Change, What
from desktop.context import Context
from desktop.operations import cases, people
from desktop.queue import form
from desktop.queue.filters import Filters
from desktop.queue.looking import Looking
from desktop.queue.model import QueueModel
from desktop.queue.ownviews import OwnViews
from desktop.queue.preview import Preview
from desktop.queue.table import QueueTable
from desktop.tasks import Task
from desktop.theme import Type
from desktop.theme.type import px
from desktop.views import Hint, View
from desktop.widgets import EmptyState, Label, NavItem, NavList, Pane, ProblemLine
from models.cases.values import QueueCounts, QueueFilter, QueuePage
from models.cases.values import QueueView as Saved
from models.people.rules import may
from models.people.values import Permission, Person, Role

PAGE = 200


class QueueView(View):
    """Every case by what is to be done next."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._may_take = may(context.actor.role, Permission.TAKE)
        self._filter = form.from_json(context.preferences.get("queue/filter"), context.actor.role)
        if context.actor.role is Role.SUPERVISOR:
            self._filter = QueueFilter(Saved.TO_COUNTERSIGN)
        self._counts: QueueCounts | None = None
        self._reading: Task | None = None
        self._own = ""
        self._wanted = ""
        self._stale = self._leaving = False
        self.setObjectName("queue")
        self._build()
        context.changes.changed.connect(self._heard)
        context.theme.changed.connect(self.table.fit)
        context.tasks.read(lambda: people.listing(context.office), self._learn, lambda _error: None, self)
        self.refresh()

    # ---- building
    def _build(self) -> None:
        today = self._context.office.clock.today()
        self.model = QueueModel(self._context.lang, today, self)
        self.model.page_wanted.connect(self._next_page)
        self.nav = NavList(self.tr("Saved views"))
        self.nav.chosen.connect(self._view_chosen)
        self.own = OwnViews(self._context, self)
        self.own.changed.connect(self._own_changed)
        self.own.counted.connect(self._show_views)
        self.filters = Filters(today, self._may_take)
        self.filters.changed.connect(self._narrowed)
        self.filters.view_chosen.connect(self._view_chosen)
        self.filters.take_next.connect(self.take_next)
        self.filters.left.connect(self._go_to_list)
        self.table = QueueTable(self.model, self.tr("Cases"))
        self.table.opened.connect(self.open)
        self.table.moved.connect(self._moved)
        self.pane = Pane(self.table)
        self.pane.loading.cancelled.connect(self._cancel)
        self.preview = Preview(self._context.actor, self._context.lang)
        self.preview.opened.connect(self.open)
        self._look = Looking(self._context, self.preview, self.table.case, self)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("queue-split")
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for widget in (self._build_left(), self._build_middle(), self.preview):
            split.addWidget(widget)
        split.setStretchFactor(1, 1)
        split.setSizes([px(206), 948, px(288)])
        self._context.preferences.remember_splitter("queue", split)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        QShortcut(QKeySequence("Esc"), self, self._escape, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_views()
        self.filters.show_filter(self._filter)

    def _build_left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "surface")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setMinimumWidth(px(150))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self.nav)
        return left

    def _build_middle(self) -> QWidget:
        middle = QWidget()
        middle.setProperty("ground", "surface")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        head.setProperty("ground", "sunken")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        over = QVBoxLayout(head)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(0)
        over.addWidget(self.filters)
        self.problem = ProblemLine(tone="wait")
        self.problem.setContentsMargins(16, 0, 16, 6)
        over.addWidget(self.problem)
        column.addWidget(head)
        column.addWidget(self.pane, 1)
        column.addWidget(self._build_foot())
        return middle

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        foot.setProperty("ground", "sunken")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 4, 16, 5)
        self.shown_count = Label("", Type.CAPTION, "text2")
        self.shown_count.setObjectName("shown-count")
        row.addWidget(self.shown_count)
        row.addStretch(1)
        row.addWidget(Label(self.tr("Order: what to do next, then due day"), Type.CAPTION, "text2"))
        return foot

    def _learn(self, everyone: tuple[Person, ...]) -> None:
        self.preview.know({person.login: person.name for person in everyone})

    # ---- the window asks
    def title(self) -> str:
        """Cases, or what a supervisor comes for."""
        return self.tr("To countersign") if self._context.actor.role is Role.SUPERVISOR else self.tr("Cases")

    def count(self) -> str:
        """How many the role's first view holds."""
        first = form.first_view(self._context.actor.role)
        held = dict(self._counts.by_view).get(first, 0) if self._counts else 0
        return f"{held:,}" if held else ""

    def icon(self) -> str:
        """A list."""
        return "task_list_ltr"

    def keys(self) -> tuple[Hint, ...]:
        """Choose, open, take, find, reload."""
        take = (Hint("Ctrl+N", self.tr("next case")),) if self._may_take else ()
        return (
            Hint("↑↓", self.tr("choose")), Hint("Enter", self.tr("open")), *take,
            Hint("Ctrl+F", self.tr("find")), Hint("F5", self.tr("reload")),
        )  # fmt: skip

    def all_keys(self) -> tuple[Hint, ...]:
        """Folding too."""
        return (*self.keys(), Hint("← →", self.tr("fold and unfold groups")), Hint("Esc", self.tr("clear the search")))

    def menu(self, name: str) -> tuple[QAction, ...]:
        """Open; the own filters."""
        if name == "view":
            return self.own.actions()
        if name != "case":
            return ()
        opened = QAction(self.tr("Open"), self)
        opened.triggered.connect(lambda: self.open(self.table.case()))
        return (opened,)

    def primary(self) -> None:
        """Ctrl+Enter opens, as the preview's button does."""
        self.open(self.table.case())

    def search(self) -> None:
        """Ctrl+F."""
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def shown(self) -> None:
        """In front again: read anew when something changed meanwhile."""
        self.table.setFocus()
        if self._stale:
            self.refresh()

    # ---- reading
    def refresh(self) -> None:
        """Read counts and the first page anew; the chosen case stays chosen."""
        self._stale, self._wanted = False, self.table.case() or self._wanted
        self._read_counts()
        self._read_page()

    def _read_counts(self) -> None:
        office, actor = self._context.office, self._context.actor
        self._context.tasks.read(lambda: cases.counts(office, actor), self._show_counts, lambda _error: None, self)
        self.own.count()

    def _read_page(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        office, actor, flt = self._context.office, self._context.actor, self._filter
        size = min(max(PAGE, len(self.model.rows)), 5 * PAGE)
        if not self.model.rows:
            self.pane.show_loading()
        self._reading = self._context.tasks.read(
            lambda: cases.page(office, actor, flt, None, size), self._show_page, self._failed, self
        )

    def _next_page(self) -> None:
        office, actor, flt, after = self._context.office, self._context.actor, self._filter, self.model.after

        def arrived(page: QueuePage) -> None:
            if flt == self._filter and after == self.model.after:
                self.model.extend(page)
                self._show_totals()

        def failed(error: Exception) -> None:
            self.model.gave_up()
            self._complain(error)

        self._context.tasks.read(lambda: cases.page(office, actor, flt, after, PAGE), arrived, failed, self)

    def _show_page(self, page: QueuePage) -> None:
        leaving, self._leaving, self._reading = self._leaving, False, None
        self.problem.show_problem("")
        self.model.begin(page, form.known_counts(self._counts, self._filter))
        self._show_totals()
        if not page.rows:
            self.pane.show_empty(self._empty())
            self.preview.show_nothing()
            return
        self.pane.show_content()
        self.table.fit()
        if leaving or not self.filters.isAncestorOf(self.focusWidget() or self):
            self.table.setFocus()
        if not (self._wanted and self.table.choose(self._wanted)):
            self.table.choose_first()
        self._wanted = ""

    def _show_counts(self, counts: QueueCounts) -> None:
        self._counts = counts
        self._show_views()
        self.model.learn_counts(form.known_counts(counts, self._filter))
        self.title_changed.emit()

    def _show_views(self) -> None:
        held = dict(self._counts.by_view) if self._counts else {}
        titles = {"mine": self.tr("My own"), "unit": self.tr("Unit")}
        items = []
        for heading, views in form.sections(self._context.actor.role):
            items.append(NavItem(titles[heading]))
            for view in views:
                count = f"{held[view]:,}" if view in held else ""
                items.append(NavItem(words.queue_view(view), view.value, count))
        items += self.own.items()
        key = self._own or self._filter.view.value
        self.own.choose(self._own, self._filter)
        self.filters.views.fill([(item.text, item.key) for item in items if item.key], key)
        self.nav.show_items(items)
        self.nav.choose(key)

    def _show_totals(self) -> None:
        said = self.tr("{0} of {1} shown").format(f"{len(self.model.rows):,}", f"{self.model.total:,}")
        self.shown_count.setText(said if self.model.total else "")

    def _empty(self) -> EmptyState:
        if form.narrowed(self._filter):
            empty = EmptyState(self.tr("Nothing found"), self.tr("Clear the filters"), key="Esc", icon="search")
            empty.acted.connect(self.filters.clear)
            return empty
        if self._filter.view is Saved.MINE and self._may_take:
            empty = EmptyState(
                self.tr("No case is yours"), self.tr("Take the next case"), key="Ctrl+N", icon="task_list_ltr"
            )
            empty.acted.connect(self.take_next)
            return empty
        return EmptyState(self.tr("No case is here"), icon="task_list_ltr")

    def _failed(self, error: Exception) -> None:
        self._reading = None
        self.pane.show_error(errors.words(error, self._context.lang), self.refresh)

    def _complain(self, error: Exception) -> None:
        self.problem.show_problem(errors.words(error, self._context.lang), spoken=True)

    def _cancel(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self.pane.show_content()

    # ---- acts
    def open(self, case: str) -> None:
        """Open a case; one that is nobody's is taken first by an examiner."""
        row = self.table.row()
        if not case:
            return
        if row is not None and row.id == case and form.act_of(row, self._context.actor) is form.Act.TAKE:
            office, actor = self._context.office, self._context.actor
            self._write(lambda: cases.take(office, actor, case).id)
        else:
            self.open_case.emit(case)

    def take_next(self) -> None:
        """Ctrl+N: the unit's case that is due first becomes mine and opens."""
        if self._may_take:
            office, actor = self._context.office, self._context.actor
            self._write(lambda: cases.take_next(office, actor))

    def _write(self, job: Callable[[], str | None]) -> None:
        self.problem.show_problem("")
        self._context.tasks.run(job, self._taken, self._complain, self)

    def _taken(self, case: str | None) -> None:
        if case is None:
            self.problem.show_problem(self.tr("There is no unassigned case in your unit."), spoken=True)
            return
        self._context.changes.announce(What.CASE, case)
        self.open_case.emit(case)

    # ---- moving
    def _view_chosen(self, key: str) -> None:
        own = self.own.find(key)
        self._own = key if own else ""
        self.nav.choose(key)
        if own is not None:
            self.filters.show_filter(own.filter)
        self._change(own.filter if own is not None else replace(self._filter, view=Saved(key)))
        self.own.choose(self._own, self._filter)

    def _own_changed(self, key: str) -> None:
        """One was kept, renamed or deleted."""
        self._own = key
        self._show_views()
        if key:
            self._view_chosen(key)

    def _narrowed(self) -> None:
        flt = self.filters.narrow(self._filter)
        if self._own and flt != self._filter:
            self._own = ""
            self.nav.choose(flt.view.value)
        self._change(flt)

    def _go_to_list(self) -> None:
        self._leaving = self._reading is not None
        if self.model.rows:
            self.table.setFocus()

    def _change(self, flt: QueueFilter) -> None:
        if flt == self._filter:
            return
        self._filter, self._leaving = flt, False
        self.own.choose(self._own, flt)
        self._context.preferences.put("queue/filter", form.to_json(flt))
        self.model.begin(QueuePage((), None, 0), {})
        self._read_page()

    def _escape(self) -> None:
        if form.narrowed(self._filter):
            self.filters.clear()
        self.table.setFocus()

    def _moved(self, case: str) -> None:
        row = self.table.row()
        if row is None or not case:
            return
        self.preview.show_row(row)
        self._look.begin()

    def company(self, open_elsewhere: Mapping[str, str]) -> None:
        """Say in the list which cases stand open at other desks."""
        self.model.company(open_elsewhere)

    def _heard(self, change: Change) -> None:
        if change.what is What.DRAFT:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Too narrow for three panes: the preview goes, then the saved views."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= px(980))
        if (left := self.nav.parentWidget()) is not None:
            roomy = self.width() >= px(620)
            left.setVisible(roomy)
            self.filters.views.setVisible(not roomy)
