"""What every dialog of the desk is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget


class Dialog(QDialog):
    """Goes once it is closed, with whatever was read or typed in it; who asks again makes a new one.

    Without that a dialog lives, unseen, as long as the window it was opened from.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
