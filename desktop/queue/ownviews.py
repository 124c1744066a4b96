"""The person's own filters on the screen: listed with their counts, kept, renamed, deleted."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.context import Context
from desktop.operations import cases
from desktop.queue.own import Own, OwnFilters
from desktop.queue.owndialog import NameDialog
from desktop.widgets import NavItem
from models.cases.values import QueueFilter


class OwnViews(QObject):
    """``changed(key)`` when one was kept, renamed or deleted (then the key is empty); ``counted`` when counts came."""

    changed = Signal(str)
    counted = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._over = context, parent
        self._kept = OwnFilters(context.preferences, context.actor.role)
        self._counts: Mapping[str, int] = {}
        self._filter, self._own = QueueFilter(), self.find("")
        self._actions = self._make_actions()
        self.choose("", self._filter)

    def find(self, key: str) -> Own | None:
        """The filter of a key."""
        return self._kept.find(key)

    def items(self) -> list[NavItem]:
        """Their heading and rows; nothing while there is none."""
        listed = [
            NavItem(each.name, each.key, f"{self._counts[each.key]:,}" if each.key in self._counts else "")
            for each in self._kept.all
        ]
        return [NavItem(self.tr("Kept filters")), *listed] if listed else []

    def count(self) -> None:
        """Count anew what each holds."""
        office, actor, asked = self._context.office, self._context.actor, self._kept.all
        if asked:
            self._context.tasks.read(
                lambda: {each.key: cases.page(office, actor, each.filter, None, 1).total for each in asked},
                self._came, lambda _error: None, self,
            )  # fmt: skip

    def _came(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self.counted.emit()

    def actions(self) -> tuple[QAction, ...]:
        """Entries of the menu: keep the filter in force; rename and delete the own one that is chosen."""
        return self._actions

    def choose(self, key: str, flt: QueueFilter) -> None:
        """Which filter is in force, and which of the own ones it is (or none)."""
        self._filter, self._own = flt, self.find(key)
        for action in self._actions[1:]:
            action.setEnabled(self._own is not None)

    def _make_actions(self) -> tuple[QAction, ...]:
        texts = (self.tr("Keep this filter…"), self.tr("Rename the kept filter…"), self.tr("Delete the kept filter"))
        made = tuple(QAction(text, self._over) for text in texts)
        made[0].triggered.connect(lambda: self.keep(self._filter))
        made[1].triggered.connect(self._rename)
        made[2].triggered.connect(self._delete)
        return made

    def _rename(self) -> None:
        if self._own is not None:
            self.rename(self._own)

    def _delete(self) -> None:
        if self._own is not None:
            self.delete(self._own)

    def keep(self, flt: QueueFilter) -> NameDialog:
        """Ask for a name, then keep the filter."""
        dialog = NameDialog(self.tr("Keep this filter"), parent=self._over)
        dialog.accepted.connect(lambda: self._tell(self._kept.keep(dialog.name, flt).key))
        dialog.open()
        return dialog

    def rename(self, own: Own) -> NameDialog:
        """Ask for another name."""
        dialog = NameDialog(self.tr("Rename the filter"), own.name, self._over)

        def renamed() -> None:
            self._kept.rename(own.name, dialog.name)
            self._tell(Own(dialog.name, own.filter).key)

        dialog.accepted.connect(renamed)
        dialog.open()
        return dialog

    def delete(self, own: Own) -> None:
        """Forget it; the cases stay as they are."""
        self._kept.delete(own.name)
        self._tell("")

    def _tell(self, key: str) -> None:
        self.changed.emit(key)
        self.count()
