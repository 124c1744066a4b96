"""Which widgets take input or act, and which of them no screen reader could name."""

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QMessageBox,
    QPushButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

ACTS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QMenu, QTabBar, QTextEdit,
)  # fmt: skip


def unnamed(root: QWidget) -> list[str]:
    """Widgets that take input or act, without an accessible name."""
    found = {_described(widget) for widget in acting(root) if not _name(widget)}
    return sorted(found)


def acting(root: QWidget) -> Iterator[QWidget]:
    """Every widget under ``root``, and itself, that takes input or acts."""
    for widget in (root, *root.findChildren(QWidget)):
        if _acts(widget) and not _qt_s_own(widget):
            yield widget


def _acts(widget: QWidget) -> bool:
    if isinstance(widget, QHeaderView | QAbstractSlider):
        return False  # told by their table; a scroll bar is moved by keys of what it scrolls
    if isinstance(widget, QAbstractButton) and widget.isHidden() and not widget.text():
        return False  # an empty place for a button
    if isinstance(widget, QMenu):
        return bool(widget.actions()) and bool(widget.title() or not isinstance(widget.parent(), QMenuBar))
    own = type(widget).__module__.startswith("desktop.")
    focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    scrolls = isinstance(widget, QAbstractScrollArea) and not own
    return isinstance(widget, ACTS) or (own and focus) or (focus and not scrolls and not widget.isWindow())


def _name(widget: QWidget) -> str:
    said = widget.accessibleName()
    inside = isinstance(widget.window(), QMessageBox) and isinstance(widget, QPushButton)
    return said or (widget.text() if inside and isinstance(widget, QPushButton) else "")


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"


def _qt_s_own(widget: QWidget) -> bool:
    """Parts that Qt makes inside its own widgets."""
    name, parent = widget.objectName(), widget.parentWidget()
    made_inside = isinstance(parent, QLineEdit | QTabBar) and type(widget).__module__.startswith("PySide6")
    popup = type(widget).__name__ in ("QListView", "QComboBoxListView") and type(parent).__name__ in (
        "QFrame",
        "QWidget",
    )
    corner = type(widget).__name__ == "QAbstractButton" and isinstance(parent, QAbstractItemView)
    return made_inside or popup or corner or name.startswith("qt_")


SAID = (
    "text", "toPlainText", "toHtml", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName",
    "accessibleDescription", "placeholderText", "currentText",
)  # fmt: skip
ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
)  # fmt: skip
MOST_ROWS = 500
Known = WeakKeyDictionary[QAbstractItemModel, int]
"""How many rows each model had when its cells were last read."""


def said(root: QWidget, known: Known) -> Iterator[tuple[str, str]]:
    """Every text that a widget or one under it shows, or tells a screen reader, and whose it is; hidden ones too.

    The cells of a view that is hidden are read once, and again when it has other rows: ``known`` remembers.
    """
    for widget in (root, *root.findChildren(QWidget)):
        whose = _described(widget)
        for name in SAID:
            told = getattr(widget, name, None)
            text = told() if callable(told) else ""
            if isinstance(text, str) and text:
                yield whose, text
        for action in widget.actions():
            yield whose, f"{action.text()} {action.toolTip()}"
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            if widget.isVisible() or known.get(model) != model.rowCount():
                yield from ((whose, each) for each in _cells(model))
            known[model] = model.rowCount()


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for row in range(min(model.rowCount(top), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column)
            yield from {str(index.data(role) or "") for role in ROLES}
