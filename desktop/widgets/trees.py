"""Lists in columns, as the desk's trees are: no frame, nothing edited in place, one column that takes the room left over."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget

from desktop.theme import row_height
from desktop.theme.type import px


def dress_tree(
    tree: QTreeWidget, object_name: str, name: str, heads: Sequence[str] = (), wide: int = -1, row: int = 30
) -> None:
    """Name a tree (``name`` for a screen reader), and lay it out: rows ``row`` logical pixels high, flat until something is folded.

    ``wide``: the column that takes the room; -1 leaves the columns to the caller, as where the heads come later.
    """
    tree.setObjectName(object_name)
    tree.setAccessibleName(name)
    tree.setRootIsDecorated(False)
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setUniformRowHeights(True)
    tree.setStyleSheet(f"QTreeView::item {{ height: {row_height(row)}px; padding: 0 {px(6)}px; }}")
    if heads:
        tree.setHeaderLabels(list(heads))
    if wide >= 0:
        widen(tree, wide)


def widen(tree: QTreeWidget, wide: int) -> None:
    """This column takes the room that the others, as wide as their words, leave."""
    head = tree.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
