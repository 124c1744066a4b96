"""What a grant gives: the new status and the period of stay, where the kind of case gives any; none chosen beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.type import px
from desktop.widgets import Combo, Field


class GrantedFields(QWidget):
    """``chosen`` when the person chose one; ``period`` and ``status`` say what stands there."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status, self._period = Combo(self.tr("New status of residence")), Combo(self.tr("Period of stay"))
        self._status_field = Field(self.tr("New status of residence"), self._status)
        self._period_field = Field(self.tr("Period of stay"), self._period)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        for combo, field, name in (
            (self._status, self._status_field, "new-status"),
            (self._period, self._period_field, "period-of-stay"),
        ):
            combo.setObjectName(name)
            combo.setPlaceholderText(self.tr("Choose…"))
            combo.currentIndexChanged.connect(lambda _index: self.chosen.emit())
            column.addWidget(field)

    @property
    def period(self) -> str | None:
        """The key of the period chosen."""
        return _key(self._period)

    @property
    def status(self) -> str | None:
        """The key of the status chosen."""
        return _key(self._status)

    def offer(
        self,
        statuses: Sequence[tuple[str, str]],
        periods: Sequence[tuple[str, str]],
        status: str | None,
        period: str | None,
    ) -> None:
        """Offer words and keys, and show what was chosen before; what is not offered is not asked."""
        for combo, field, offers, chosen in (
            (self._status, self._status_field, statuses, status),
            (self._period, self._period_field, periods, period),
        ):
            combo.fill(offers, chosen)
            combo.blockSignals(True)
            combo.setCurrentIndex(combo.place_of(chosen) if chosen else -1)
            combo.blockSignals(False)
            field.setVisible(bool(offers))
        self.setVisible(bool(statuses or periods))


def _key(combo: Combo) -> str | None:
    key = combo.currentData()
    return key if isinstance(key, str) else None
