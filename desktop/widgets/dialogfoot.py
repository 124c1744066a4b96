"""The end of a dialog: how to leave it, and its one act."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout

from desktop.widgets.button import Button


def dialog_foot(dialog: QDialog, leave: Button, act: Button, does: Callable[[], object]) -> QHBoxLayout:
    """At the right ``leave`` (Esc, as in every dialog) and ``act``, which Ctrl+Enter presses wherever the keyboard is."""
    leave.clicked.connect(dialog.reject)
    act.clicked.connect(does)
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), dialog, act.click)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(leave)
    row.addWidget(act)
    return row
