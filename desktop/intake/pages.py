"""One file of an import: what it is, what was found, its first rows, its columns, its bad rows."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from desktop.intake import summary, words
from desktop.intake.form import Item, Stage
from desktop.intake.mapview import MapView
from desktop.intake.tables import Place, ProblemsModel, RowsModel, table
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Combo, ElidedLabel, Label, ViewTabs
from desktop.widgets.problem import IconMark
from desktop.widgets.viewtabs import ViewTab
from desktop.words import counted
from models.intake import look as looking

_ICONS = {
    Stage.BAD: ("error_circle", "block", True), Stage.WRONG: ("error_circle", "block", True),
    Stage.CHOOSE: ("warning", "wait", False), Stage.CLEAN: ("checkmark_circle", "met", False),
    Stage.DONE: ("checkmark_circle", "met", True),
}  # fmt: skip


class FilePage(QWidget):
    """``kind_chosen(what)`` when the person says what the file is."""

    kind_chosen = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.setObjectName("import-file")
        self.name = ElidedLabel("", Type.STRONG)
        self.about = Label("", Type.CAPTION, "text2")
        self.about.setObjectName("import-about")
        self.kind = Combo(self.tr("What it is"), self.tr("What it is"))
        self.kind.setObjectName("import-kind")
        self.kind.currentIndexChanged.connect(self._chosen)
        self.guessed = Label("", Type.CAPTION, "text3")
        self.mark = IconMark("info", "text2")
        self.found = Label("", Type.BASE, wrap=True)
        self.found.setObjectName("import-found")
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs = ViewTabs(self.tr("Of this file"))
        self.tabs.chosen.connect(self._turn)
        self.map = MapView(lang)
        self.stack = QStackedWidget()
        self._pages = {"rows": self._build_rows(), "columns": self.map, "problems": self._build_problems()}
        for page in self._pages.values():
            self.stack.addWidget(page)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(self.about)
        what = QHBoxLayout()
        what.setSpacing(10)
        what.addWidget(self.kind)
        what.addWidget(self.guessed)
        what.addStretch(1)
        found = QHBoxLayout()
        found.setSpacing(8)
        found.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        found.addWidget(self.found, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for row in (head, what, found):
            column.addLayout(row)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)

    def _build_rows(self) -> QWidget:
        self.rows = RowsModel(self._lang, self)
        self.table = table(self.rows, self.tr("First rows, as they are read"), "import-rows")
        return self.table

    def _build_problems(self) -> QWidget:
        page = QWidget()
        self.problems = ProblemsModel(self._lang, self)
        self.bad = table(self.problems, self.tr("Rows that cannot be taken in"), "import-problems")
        self.bad.horizontalHeader().setSectionResizeMode(Place.CAUSE, QHeaderView.ResizeMode.Stretch)
        self.bad.selectionModel().currentRowChanged.connect(self._read_out)
        self.cause = Label("", Type.BASE, wrap=True)
        self.cause.setObjectName("import-cause")
        self.cause.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.cause.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cause.setMinimumHeight(px(38))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bad, 1)
        column.addWidget(self.cause)
        return page

    def show_item(self, item: Item, fresh: bool) -> None:
        """Show a file; ``fresh``: it was not in front before, or something new was found in it."""
        looked, said = item.looked, summary.of_item(item, self._lang)
        news = fresh or said != self.found.text()
        self.name.setText(item.path.name)
        self.about.setText(words.encoding(looked.encoding, looked.format) if looked else "")
        self.kind.fill([] if not looked and not item.what else words.kinds(), item.what or None)
        if not item.what:
            self.kind.blockSignals(True)
            self.kind.setCurrentIndex(-1)
            self.kind.blockSignals(False)
        self.kind.setEnabled(not item.done)
        self.guessed.setText(self.tr("guessed; choose another if it is not so") if item.guessed else "")
        self.found.setText(said)
        self.mark.show_icon(*_ICONS.get(item.stage, ("info", "text2", False)))
        self.rows.show_item(item)
        self._fit_rows()
        self.map.setEnabled(not item.done)
        self.map.show_item(item)
        self._show_bad(item)
        self._show_tabs(item, news)

    def _show_bad(self, item: Item) -> None:
        if item.bad is not self.problems.bad:
            self.problems.show_bad(item.bad)
            for place in (Place.LINE, Place.COLUMN, Place.VALUE):
                self.bad.setColumnWidth(place, (px(64), px(130), px(170))[place])
            if item.bad:
                self.bad.selectRow(0)
            else:
                self.cause.setText("")

    def _show_tabs(self, item: Item, news: bool) -> None:
        missing = looking.missing(item.looked, item.schema, item.mapped) if item.looked and item.schema else ()
        strange = self._strange(item)
        left = counted(self.tr("{0} words"), strange) if strange else ""
        left = self.tr("{0} missing").format(len(missing)) if missing else left
        tabs = [ViewTab("rows", self.tr("First rows")), ViewTab("columns", self.tr("Columns"), left)]
        if item.bad:
            tabs.append(ViewTab("problems", self.tr("Bad rows"), f"{item.bad_count:,}"))
        before = self.tabs.key()
        self.tabs.show_tabs(tabs)
        if news and before != "columns":
            self.tabs.choose("columns" if missing else "problems" if item.bad else "rows")
        self._turn(self.tabs.key())

    def _strange(self, item: Item) -> int:
        """How many words of the file mean nothing here yet."""
        if item.looked is None or item.schema is None:
            return 0
        found = looking.strange_words(item.looked, item.schema, item.mapped)
        return sum(text not in item.mapped.values.get(ours, {}) for ours, texts in found.items() for text in texts)

    def _turn(self, key: str) -> None:
        self.stack.setCurrentWidget(self._pages.get(key, self._pages["rows"]))

    def _fit_rows(self) -> None:
        self.table.resizeColumnsToContents()
        metrics, head = self.table.fontMetrics(), self.table.horizontalHeader()
        for column in range(self.rows.columnCount()):
            texts = [str(self.rows.index(row, column).data() or "") for row in range(self.rows.rowCount())]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + 24
            self.table.setColumnWidth(column, min(max(widest, head.sectionSizeHint(column)), px(240)))

    def _read_out(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and current.row() < len(self.problems.bad):
            self.cause.setText(self.problems.texts(self.problems.bad[current.row()])[Place.CAUSE])

    def _chosen(self, _index: int) -> None:
        if self.kind.currentData():
            self.kind_chosen.emit(self.kind.currentData())
