"""The heads of tables: each stands over its column as the cells do, none is centred over cells that are not."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView, QWidget

SIDES = Qt.AlignmentFlag.AlignHorizontal_Mask
ACROSS, SIDE = Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole


def crooked(widget: QWidget) -> Iterator[str]:
    """The heads, by table and words, that stand elsewhere than their cells."""
    for view in widget.findChildren(QTableView) + widget.findChildren(QTreeView):
        head = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
        if type(head) is QHeaderView and head.isVisible():
            yield from (f"{view.objectName()}: {words}" for words in _crooked(view, head))


def _crooked(view: QTableView | QTreeView, head: QHeaderView) -> Iterator[str]:
    model, rows = view.model(), view.model().rowCount() if view.model() is not None else 0
    for column in range(head.count()):
        asked = model.headerData(column, ACROSS, SIDE)
        side = _side(asked if asked is not None else head.defaultAlignment())
        cells = {_side(model.data(model.index(row, column), SIDE)) for row in range(min(rows, 3))}
        if side not in (cells or {side}) or (not cells and side == Qt.AlignmentFlag.AlignHCenter):
            yield str(model.headerData(column, ACROSS))


def _side(asked: object) -> Qt.AlignmentFlag:
    """Left, where nothing is asked for."""
    if asked is None:
        return Qt.AlignmentFlag.AlignLeft
    side = (asked if isinstance(asked, Qt.AlignmentFlag) else Qt.AlignmentFlag(int(str(asked)))) & SIDES
    return side or Qt.AlignmentFlag.AlignLeft
