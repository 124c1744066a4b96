"""One dialog for every act of this room: a few fields, what stands in the way in words, and the act."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.requests.parts import Foot, lay, tick
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Combo, Field, Label, LineEdit, TextEditor
from desktop.widgets.dialog import Dialog
from models.errors import Problem

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ask:
    """A field: ``choices`` makes it a list (words, value), ``long`` an editor, ``ticked`` a box."""

    name: str
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    long: bool = False
    ticked: bool | None = None
    hint: str = ""


class ActDialog(Dialog):
    """``acted`` with what the act gave back. ``problems`` is asked at every edit, ``act`` runs on the writing thread.

    ``bar`` is what the title bar says where ``title`` names a person: a bar is seen by whoever passes, or shares the screen.
    """

    acted = Signal(object)

    def __init__(
        self,
        context: Context,
        title: str,
        asks: Sequence[Ask],
        primary: str,
        problems: Callable[[Values], Sequence[Problem]],
        act: Callable[[Values], object],
        parent: QWidget | None = None,
        lead: str = "",
        bar: str = "",
    ) -> None:
        super().__init__(parent)
        self._context, self._problems, self._act = context, problems, act
        self.setObjectName("act-dialog")
        self.setWindowTitle(bar or title)
        self.inputs: dict[str, QWidget] = {}
        self.fields: dict[str, Field] = {}
        self.foot = Foot(self, self.tr("Cancel"), primary, "checkmark", self._go)
        parts = [self._part(ask) for ask in asks]
        words = [Label(lead, Type.BASE, "text2", wrap=True)] if lead else []
        lay(self, Label(title, Type.NAME, wrap=True), *words, *parts, self.foot)
        self.resize(px(560), self.sizeHint().height())
        self._check()

    def _part(self, ask: Ask) -> QWidget:
        made = self._input(ask)
        self.inputs[ask.name] = made
        if isinstance(made, QCheckBox):
            return made
        self.fields[ask.name] = Field(ask.label, made, ask.hint)
        return self.fields[ask.name]

    def _input(self, ask: Ask) -> QWidget:
        if ask.ticked is not None:
            box = tick(ask.label, ask.name, ask.ticked)
            box.toggled.connect(lambda _on: self._check())
            return box
        if ask.choices:
            combo = Combo(ask.label)
            combo.fill(ask.choices, ask.value)
            combo.currentIndexChanged.connect(lambda _at: self._check())
            return combo
        if ask.long:
            editor = TextEditor(ask.label)
            editor.setMaximumHeight(px(84))
            editor.set_text(ask.value)
            editor.edited.connect(self._check)
            return editor
        line = LineEdit(ask.label)
        line.setText(ask.value)
        line.textChanged.connect(lambda _text: self._check())
        return line

    def values(self) -> Values:
        """What stands in the fields."""
        return {name: _read(made) for name, made in self.inputs.items()}

    def _check(self) -> None:
        lang = self._context.lang
        found = self._problems(self.values())
        for name, field in self.fields.items():
            mine = [each.text(lang) for each in found if each.place == name]
            field.show_problem(mine[0] if mine else "")
        rest = [each.text(lang) for each in found if each.place not in self.fields]
        self.foot.told(rest[0] if rest else "")
        self.foot.primary.setEnabled(not found)

    def _go(self) -> None:
        for each in self.inputs.values():
            if isinstance(each, TextEditor):
                each.commit()
        self._check()
        if not self.foot.primary.isEnabled():
            return
        self.foot.primary.setEnabled(False)
        values = self.values()
        self._context.tasks.run(lambda: self._act(values), *self.answers(self._acted, self._failed), owner=self)

    def _acted(self, made: object) -> None:
        self.accept()
        self.acted.emit(made)

    def _failed(self, error: Exception) -> None:
        self.foot.primary.setEnabled(True)
        self.foot.problem.show_problem(error_words(error, self._context.lang), spoken=True)


def _read(made: QWidget) -> str:
    if isinstance(made, QCheckBox):
        return "yes" if made.isChecked() else ""
    if isinstance(made, Combo):
        return str(made.currentData() or "")
    if isinstance(made, TextEditor):
        return made.text
    return made.text() if isinstance(made, LineEdit) else ""
