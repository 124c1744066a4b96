"""Grant or refuse: two buttons, none chosen beforehand."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop import words
from desktop.theme import Type, font, row_height, tokens
from desktop.theme.type import px
from models.decisions.values import Outcome


class OutcomeButton(QRadioButton):
    """One outcome, as a box."""

    def __init__(self, outcome: Outcome, parent: QWidget) -> None:
        super().__init__(words.outcome(outcome), parent)
        self.outcome = outcome
        self.setObjectName(f"outcome-{outcome.value}")
        self.setAccessibleName(words.outcome(outcome))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a finding button."""
        return QSize(px(120), row_height(36))

    def hitButton(self, _position: object) -> bool:  # noqa: N802 - Qt's name: the whole box is the button
        """Everywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, circle, word."""
        look, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heavy = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(look.color("accent" if heavy else "edge"), 2 if heavy else 1))
        painter.setBrush(look.color("select" if self.isChecked() else "hover" if self.underMouse() else "surface"))
        half = 1.0 if heavy else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)
        side = px(15)
        circle = QRectF(11, (self.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("accent" if self.isChecked() else "edge"), 1.4))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(circle)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(circle.adjusted(3.5, 3.5, -3.5, -3.5))
        painter.setFont(font(Type.STRONG if self.isChecked() else Type.BASE))
        painter.setPen(look.color("text"))
        painter.drawText(self.rect().adjusted(side + 20, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())


class OutcomeButtons(QWidget):
    """``chosen(outcome)`` when the person chooses."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.buttons = {outcome: OutcomeButton(outcome, self) for outcome in Outcome}
        for outcome, button in self.buttons.items():
            row.addWidget(button)
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, outcome=outcome: self.chosen.emit(outcome))

    def set_value(self, outcome: Outcome | None) -> None:
        """Show an outcome, or none, without announcing it."""
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            button.setChecked(each is outcome)
        self._group.setExclusive(True)

    def take_keyboard(self) -> None:
        """The keyboard goes to the chosen one, or to the first."""
        chosen = [button for button in self.buttons.values() if button.isChecked()]
        (chosen or list(self.buttons.values()))[0].setFocus()
