"""How a file's columns and words become ours: a choice for each, kept as a map file and read from one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.intake import words
from desktop.intake.form import Item
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Label, ProblemLine, SectionHeading
from models.intake import look as looking
from models.intake.look import Looked
from models.intake.values import ColumnMap, Schema
from models.intake.words import fold


class MapView(QWidget):
    """``changed(ColumnMap)`` when the person chooses; ``load`` and ``save`` ask for a map file."""

    changed = Signal(object)
    load = Signal()
    save = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._shown: object = None
        self._mapped = ColumnMap()
        self.setObjectName("map-view")
        self.area = QScrollArea()
        self.area.setObjectName("map-scroll")
        self.area.setAccessibleName(self.tr("Columns"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problem = ProblemLine(tone="wait")
        read = Button(self.tr("Use a map file…"), icon="folder_open", name="load-map")
        read.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        read.clicked.connect(self.load)
        keep = Button(self.tr("Keep as a map file…"), icon="save", name="save-map")
        keep.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        keep.clicked.connect(self.save)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addStretch(0)
        foot.addWidget(read)
        foot.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area, 1)
        column.addLayout(foot)

    def show_item(self, item: Item) -> None:
        """Show a file's columns; what stands here already stays, so that the keyboard does."""
        looked, schema = item.looked, item.schema
        wanted = (item, item.what, item.mapped, looked)
        if wanted == self._shown:
            return
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._shown, self._mapped = wanted, item.mapped
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 8, 12, 8)
        column.setSpacing(px(6))
        if looked is not None and schema is not None:
            self._add_columns(column, looked, schema)
            self._add_words(column, looked, schema)
            self._add_numbers(column, looked)
        column.addStretch(1)
        old = self.area.takeWidget()
        if old is not None:  # a choice in it may be telling us right now: it goes once it has spoken
            old.hide()
            old.deleteLater()
        self.area.setWidget(inner)
        back = inner.findChild(QWidget, name) if name else None
        if back is not None:
            back.setFocus()

    def _add_columns(self, column: QVBoxLayout, looked: Looked, schema: Schema) -> None:
        column.addWidget(SectionHeading(self.tr("Columns"), self.tr("• must be there")))
        placed = looking.placed(looked, schema, self._mapped)
        theirs_of = dict(zip(placed, looked.names, strict=True))
        grid = _grid(column)
        for line, each in enumerate(schema.columns):
            called = words.column(schema.what, each.name, self._lang)
            label = Label(f"{called} •" if each.required else called, Type.BASE)
            combo = Combo(called)
            combo.setObjectName(f"map-{each.name}")
            combo.fill([("—", None), *((name, name) for name in looked.columns)], theirs_of.get(each.name))
            combo.currentIndexChanged.connect(self._choice(combo, each.name))
            grid.addWidget(label, line, 0)
            grid.addWidget(combo, line, 1)
        self._add_homeless(column, looked, placed)

    def _add_homeless(self, column: QVBoxLayout, looked: Looked, placed: tuple[str, ...]) -> None:
        homeless = [name for name, ours in zip(looked.names, placed, strict=True) if name and not ours]
        if homeless:
            line = ProblemLine()
            said = self.tr("No place here: {0}. Choose what each is, or take the columns out of the file.")
            line.show_problem(said.format("、".join(homeless) if self._lang == "ja" else ", ".join(homeless)))
            column.addWidget(line)

    def _choice(self, combo: Combo, ours: str) -> Callable[[int], None]:
        def chosen(_index: int) -> None:
            self._put_column(ours, combo.currentData())

        return chosen

    def _put_column(self, ours: str, theirs: str | None) -> None:
        columns = {our: their for our, their in self._mapped.columns.items() if our != ours and their != theirs}
        if theirs and fold(theirs) != ours:
            columns[ours] = theirs
        self.changed.emit(ColumnMap(columns, self._mapped.values, self._mapped.not_my_number))

    def _add_words(self, column: QVBoxLayout, looked: Looked, schema: Schema) -> None:
        strange = looking.strange_words(looked, schema, self._mapped)
        if not strange:
            return
        column.addSpacing(px(8))
        column.addWidget(SectionHeading(self.tr("Words"), self.tr("what the file says, and what it means here")))
        grid, line = _grid(column), 0
        for ours, found in strange.items():
            listed = next(each.words for each in schema.columns if each.name == ours)
            called = words.column(schema.what, ours, self._lang)
            offers = [(words.word(listed, each, self._lang), each) for each in looking.our_words(schema, ours)]
            for text in found:
                combo = Combo(f"{called}: {text}")
                combo.setObjectName(f"word-{ours}-{text}")
                combo.fill([("—", None), *offers], self._mapped.values.get(ours, {}).get(text))
                combo.currentIndexChanged.connect(self._meaning(combo, ours, text))
                grid.addWidget(Label(f"{called}\u3000{text}", Type.BASE), line, 0)
                grid.addWidget(combo, line, 1)
                line += 1

    def _meaning(self, combo: Combo, ours: str, text: str) -> Callable[[int], None]:
        def chosen(_index: int) -> None:
            self._put_word(ours, text, combo.currentData())

        return chosen

    def _put_word(self, ours: str, theirs: str, meaning: str | None) -> None:
        values = {name: dict(each) for name, each in self._mapped.values.items()}
        values.setdefault(ours, {})[theirs] = meaning or ""
        if not meaning:
            del values[ours][theirs]
        kept = {name: each for name, each in values.items() if each}
        self.changed.emit(ColumnMap(self._mapped.columns, kept, self._mapped.not_my_number))

    def _add_numbers(self, column: QVBoxLayout, looked: Looked) -> None:
        if not looked.numbers:
            return
        column.addSpacing(px(8))
        column.addWidget(SectionHeading(self.tr("Twelve-digit numbers"), self.tr("what is chosen here is recorded")))
        grid = _grid(column)
        offers = ((self.tr("May be My Numbers: refuse them"), False), (self.tr("Are no My Numbers"), True))
        for line, name in enumerate(looked.numbers):
            combo = Combo(name)
            combo.setObjectName(f"number-{name}")
            combo.fill(offers, name in self._mapped.not_my_number)
            combo.currentIndexChanged.connect(self._declared(combo, name))
            grid.addWidget(Label(name, Type.BASE), line, 0)
            grid.addWidget(combo, line, 1)

    def _declared(self, combo: Combo, name: str) -> Callable[[int], None]:
        def chosen(_index: int) -> None:
            self._put_number(name, bool(combo.currentData()))

        return chosen

    def _put_number(self, name: str, on: bool) -> None:
        declared = tuple(each for each in self._mapped.not_my_number if each != name) + ((name,) if on else ())
        self.changed.emit(ColumnMap(self._mapped.columns, self._mapped.values, declared))


def _grid(column: QVBoxLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    return grid
