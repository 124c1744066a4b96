"""The record's view: every act, newest first; its health, and the proof of it."""

from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import days, errors, words
from desktop.changes import Change
from desktop.context import Context
from desktop.operations import anchoring, frameworks, people, records
from desktop.records.model import PAGE, Column, RecordModel
from desktop.records.seen import SeenLine
from desktop.records.words import Titles
from desktop.retention.dialog import RetentionDialog
from desktop.tasks import Task
from desktop.theme import Type, font, row_height
from desktop.theme.type import px
from desktop.views import Hint, View
from desktop.widgets import Button, EmptyState, Kind, Label, LineEdit, Pane, SectionHeading, TextEditor, say
from desktop.widgets.heads import dress_table
from desktop.widgets.problem import IconMark
from desktop.widgets.rows import RowDelegate
from models.people.rules import may
from models.people.values import Permission, Person
from models.records.values import Event, Verification


class RecordsView(View):
    """Who did what, when; nothing here can be changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case = ""
        self._verifying: Task | None = None
        self._stale = True
        self.setObjectName("records")
        self._build()
        context.changes.changed.connect(self._heard)
        context.theme.changed.connect(self._fit)

    # ---- building
    def _build(self) -> None:
        self.model = RecordModel(self._context.lang, self)
        self.model.page_wanted.connect(self._next_page)
        self.table = self._build_table()
        self.pane = Pane(self.table)
        left = QWidget()
        left.setProperty("ground", "surface")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        self.seen = SeenLine(self._context, left)
        column.addWidget(self.seen)
        column.addWidget(self.pane, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("records-split")
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._build_detail())
        split.setStretchFactor(0, 1)
        split.setSizes([1060, 380])
        self._context.preferences.remember_splitter("records", split)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _build_head(self) -> QWidget:
        head = QWidget()
        head.setProperty("ground", "sunken")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter = LineEdit(self.tr("Case number"), self.tr("Case number"), icon="search")
        self.filter.setObjectName("record-case")
        self.filter.set_clearable(self.tr("Clear the search"))
        self.filter.setMaximumWidth(px(240))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(300)
        self._wait.timeout.connect(self._narrowed)
        self.filter.textChanged.connect(lambda _text: self._wait.start())
        self.mark = IconMark("shield_checkmark", "text2")
        self.health = Label(self.tr("Not verified in this session"), tone="text2")
        self.health.setObjectName("health")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the verification"))
        self.bar.setMaximumWidth(px(160))
        self.bar.hide()
        self.verify = Button(self.tr("Verify the record"), icon="shield_checkmark", name="verify")
        self.verify.clicked.connect(self._verify_or_cancel)
        if not may(self._context.actor.role, Permission.VERIFY):
            self.verify.hide()
        self.retention = Button(self.tr("Retention and disposal…"), icon="clock", name="retention")
        self.retention.clicked.connect(lambda: RetentionDialog(self._context, self).open())
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        row.addStretch(1)
        for widget in (self.mark, self.health, self.bar, self.retention, self.verify):
            row.addWidget(widget)
        return head

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("record-table")
        table.setAccessibleName(self.tr("Record"))
        table.setModel(self.model)
        table.setWordWrap(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setItemDelegate(RowDelegate(table))
        table.setMouseTracking(True)
        header = dress_table(table)
        header.setAccessibleName(self.tr("Record"))
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        table.selectionModel().currentChanged.connect(lambda index, _before: self._show_event(index.row()))
        table.activated.connect(lambda _index: self._open())
        return table

    def _build_detail(self) -> QWidget:
        detail = QWidget()
        detail.setProperty("ground", "surface")
        detail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(detail)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        self.heading = SectionHeading(self.tr("Event"))
        self.said = Label("", Type.BASE, "text2", wrap=True)
        self.content = TextEditor(self.tr("What was written"))
        self.content.setReadOnly(True)
        self.content.setProperty("frame", "none")
        self.content.setMaximumWidth(16_777_215)
        self.link = Label("", Type.CAPTION, "text3", wrap=True)
        self.link.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = Button(self.tr("Open the case"), Kind.PLAIN, key="Enter", name="open-event-case")
        self.open_button.clicked.connect(self._open)
        for widget in (self.heading, self.said, self.content, self.link, self.open_button):
            column.addWidget(widget, 1 if widget is self.content else 0)
        self._show_event(-1)
        return detail

    def sizeHint(self) -> QSize:
        """As large as the window gives."""
        return QSize(px(900), px(560))

    # ---- the window asks
    def title(self) -> str:
        """Record."""
        return self.tr("Record")

    def icon(self) -> str:
        """History."""
        return "history"

    def keys(self) -> tuple[Hint, ...]:
        """Choose, open, find, reload, verify."""
        verify = (Hint("Ctrl+Enter", self.tr("verify")),) if self.verify.isVisibleTo(self) else ()
        return (
            Hint("↑↓", self.tr("choose")), Hint("Enter", self.tr("open the case")), *verify,
            Hint("Ctrl+F", self.tr("find")), Hint("F5", self.tr("reload")),
        )  # fmt: skip

    def primary(self) -> None:
        """Ctrl+Enter verifies."""
        if self.verify.isVisibleTo(self):
            self._verify_or_cancel()

    def search(self) -> None:
        """Ctrl+F."""
        self.filter.setFocus()
        self.filter.selectAll()

    def shown(self) -> None:
        """In front: read when something changed meanwhile."""
        self.table.setFocus()
        if self._stale:
            self.refresh()

    def record_verified(self, at: datetime) -> None:
        """Found whole a moment ago, at sign-in or here."""
        if self._verifying is None:
            self._say_health(self.tr("Record verified {0}").format(days.clock(at)), "met")

    def refresh(self) -> None:
        """Read the first page anew."""
        self._stale = False
        if not self.model.events:
            self.pane.show_loading()
        office, actor, case = self._context.office, self._context.actor, self._case or None
        self._context.tasks.read(
            lambda: records.page(office, actor, None, PAGE, case), self._show_page, self._failed, self
        )
        self._context.tasks.read(lambda: people.listing(office), self._learn, lambda _error: None, self)
        self._context.tasks.read(frameworks.titles, self._learn_titles, lambda _error: None, self)

    def _learn(self, everyone: tuple[Person, ...]) -> None:
        self.model.know({person.login: person.name for person in everyone})
        self._show_event(self.table.currentIndex().row())

    def _learn_titles(self, titles: Titles) -> None:
        self.model.know_titles(titles)
        self._show_event(self.table.currentIndex().row())

    # ---- reading
    def _show_page(self, page: tuple[Event, ...]) -> None:
        self.model.begin(page)
        if not page:
            self.pane.show_empty(EmptyState(self.tr("Nothing found"), icon="search"))
            self._show_event(-1)
            return
        self.pane.show_content()
        self._fit()
        self.table.selectRow(0)

    def _next_page(self) -> None:
        office, actor, case, after = self._context.office, self._context.actor, self._case or None, self.model.after

        def arrived(page: tuple[Event, ...]) -> None:
            if after == self.model.after:
                self.model.extend(page)

        def failed(error: Exception) -> None:
            self.model.gave_up()
            self._say_health(errors.words(error, self._context.lang), "block")

        self._context.tasks.read(lambda: records.page(office, actor, after, PAGE, case), arrived, failed, self)

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(errors.words(error, self._context.lang), self.refresh)

    def _narrowed(self) -> None:
        case = self.filter.text().strip()
        if case != self._case:
            self._case = case
            self.seen.ask(case)
            self.refresh()

    def _show_event(self, row: int) -> None:
        event = self.model.events[row] if 0 <= row < len(self.model.events) else None
        self.open_button.setVisible(event is not None and event.case is not None)
        if event is None:
            self.heading.show_text(self.tr("Event"), "")
            for label in (self.said, self.link):
                label.setText("")
            self.content.set_text("")
            return
        self.heading.show_text(words.event(event.kind), self.tr("No. {0}").format(f"{event.seq:,}"))
        said = [days.stamp(event.at, self._context.lang), self.model.name_of(event.who), event.case or ""]
        self.said.setText("\u3000".join(part for part in said if part))
        self.content.set_text("\n".join(self.model.teller.lines(event)))
        self.link.setText(
            self.tr("Link {0}").format(" ".join(event.link[i : i + 8] for i in range(0, len(event.link), 8)))
        )

    def _open(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.events) and (case := self.model.events[row].case):
            self.open_case.emit(case)

    # ---- verifying
    def _verify_or_cancel(self) -> None:
        if self._verifying is not None:
            self._verifying.cancel()
            self._ended(self.tr("Verification stopped"), "text2")
            return
        office = self._context.office
        self.bar.setRange(0, 0)
        self.bar.show()
        self.verify.set_words(self.tr("Cancel"))
        self._say_health(self.tr("Verifying the record…"), "text2")
        self._verifying = self._context.tasks.long(
            lambda progress: records.verify(office, progress), self._verified, self._verify_failed, self
        )
        self._verifying.on_progress = self._progress

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _verified(self, found: Verification) -> None:
        unanchored = anchoring.problem(self._context.office)
        if found.first_broken is None and unanchored:
            said = self.tr(
                "Record verified {0}, but its anchor outside could not be written: {1}. Tell the administrator."
            )
            self._ended(said.format(days.clock(found.verified_at), unanchored), "block")
            return
        if found.first_broken is None:
            said = self.tr("Record verified {0}\u3000{1} events\u3000nothing amiss")
            self._ended(words.counted(said, days.clock(found.verified_at), f"{found.events:,}"), "met")
            self.verified.emit(found.verified_at)
            return
        broken = found.first_broken
        said = self.tr("The record is broken, first at event {0}: {1} {2}")
        how = errors.how_broken(broken, self._context.lang)
        self._ended(said.format(f"{broken.seq:,}", how, broken.case or ""), "block")

    def _verify_failed(self, error: Exception) -> None:
        self._ended(errors.words(error, self._context.lang), "block")

    def _ended(self, text: str, tone: str) -> None:
        self._verifying = None
        self.bar.hide()
        self.verify.set_words(self.tr("Verify the record"))
        self._say_health(text, tone)
        say(self, text)

    def _say_health(self, text: str, tone: str) -> None:
        self.mark.show_icon("error_circle" if tone == "block" else "shield_checkmark", tone, filled=tone == "block")
        self.health.setText(text)
        self.health.set_tone("block" if tone == "block" else "text2")

    # ---- the rest
    def _heard(self, _change: Change) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = QFontMetrics(font(Type.BASE)).horizontalAdvance
        lang, room = self._context.lang, self.table.viewport().width()
        widths = {
            Column.SEQ: wide("1,128,412"),
            Column.AT: wide(days.stamp(datetime(2026, 12, 28, 7, 42, 5, tzinfo=UTC), lang)),
            Column.WHO: wide("administrator"),
            Column.ACT: max(wide(word) for word in words.events()),
            Column.CASE: wide("PR-2026-00888"),
        }
        others = sum(width + 20 for column, width in widths.items() if column is not Column.ACT)
        widths[Column.ACT] = max(min(widths[Column.ACT], room - others - 20), wide("administrator"))
        for column, width in widths.items():
            self.table.setColumnWidth(column, width + 20)
        left = room - sum(widths.values()) - 20 * len(widths)
        self.table.setColumnHidden(Column.WHAT, left < px(60))
        self.table.verticalHeader().setDefaultSectionSize(row_height(30))
        self.table.horizontalHeader().setFixedHeight(row_height(28))
