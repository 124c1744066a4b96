"""The people as rows."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop import words
from desktop.widgets.rows import STRONG, TONE
from models.people.values import Person

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns from left to right."""

    NAME = 0
    LOGIN = 1
    ROLE = 2
    UNIT = 3
    ACTIVE = 4


class PeopleModel(QAbstractTableModel):
    """One person a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: Sequence[Person] = ()
        self._heads = (self.tr("Name"), self.tr("Login"), self.tr("Role"), self.tr("Unit"), self.tr("Sign-in"))

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these."""
        self.beginResetModel()
        self.people = people
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Everyone."""
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The five columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; a screen reader says the whole row."""
        person = self.people[index.row()]
        texts = self._texts(person)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(f"{head} {text}" for head, text in zip(self._heads, texts, strict=True) if text)
        if role == TONE:
            return "text" if person.active else "text3"
        return index.column() == Column.NAME and person.active if role == STRONG else None

    def _texts(self, person: Person) -> tuple[str, ...]:
        active = self.tr("possible") if person.active else self.tr("switched off")
        return (person.name, person.login, words.role(person.role), person.unit or "", active)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None
