"""A field: its label above (with a hint at the right), the input, and its problem in words below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Type
from desktop.widgets.label import Label
from desktop.widgets.problem import ProblemLine


class Field(QWidget):
    """Wraps an input widget. ``label``'s words become the input's accessible name."""

    def __init__(self, label: str, input_: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"field-of-{label}")
        self.input = input_
        self.label = Label(label, Type.CAPTION, "text2")
        self.hint = Label(hint, Type.CAPTION, "text3")
        self.problem = ProblemLine()
        self.label.setBuddy(input_)
        input_.setAccessibleName(label)
        head = QHBoxLayout()
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(input_)
        column.addWidget(self.problem)

    def show_problem(self, text: str, spoken: bool = False) -> None:
        """Words under the field; the input is described by them."""
        self.problem.show_problem(text, spoken)
        self.input.setAccessibleDescription(text)
