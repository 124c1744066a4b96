"""What like cases have in common: each trait whole, as many on a line as fit."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.casefile import likewords
from desktop.theme import Type
from desktop.widgets import FlowLayout, Label
from models.likecases.values import LikeCases


class LikeBasis(QWidget):
    """Read as one line."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.setObjectName("like-basis")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, gap=0)

    def show_like(self, like: LikeCases) -> None:
        """These like cases."""
        line = likewords.basis_line(like, self._lang)
        if line == self.accessibleName():
            return
        self.setAccessibleName(line)
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for part in likewords.basis_parts(like, self._lang):
            self._flow.addWidget(Label(part, Type.CAPTION, "text2"))
        self.updateGeometry()
