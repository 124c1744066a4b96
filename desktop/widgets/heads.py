"""The heads of tables: each stands over its column as the column's cells do, so left, and right over figures.

Qt centres the heads of a table where nobody says otherwise, and those of a tree it sets left.
"""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTableWidget, QTreeWidget

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def dress_heads(table: QTableView) -> QHeaderView:
    """Heads to the left, and none of them bold over the chosen cell; the header, for what else a table wants of it.

    A model that sets a column to the right says the same of its head (``headerData``).
    """
    head = table.horizontalHeader()
    head.setDefaultAlignment(LEFT)
    head.setHighlightSections(False)
    return head


def dress_table(table: QTableView) -> QHeaderView:
    """A table as the desk's lists are: whole rows, one at a time, nothing edited in place, left by Tab; then its heads."""
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    return dress_heads(table)


def figures_right(table: QTableWidget | QTreeWidget, columns: Collection[int]) -> None:
    """These heads stand right, over figures; again after every change of the heads."""
    for column in columns:
        if isinstance(table, QTreeWidget):
            table.headerItem().setTextAlignment(column, RIGHT)
        elif (item := table.horizontalHeaderItem(column)) is not None:
            item.setTextAlignment(RIGHT)
