"""Whether what was typed is saved: 保存中… then 保存済み 10:32:05; a failure stays until it is mended."""

from datetime import datetime
from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import days
from desktop.theme import Type
from desktop.widgets.label import Label, say
from desktop.widgets.problem import IconMark


class _Face(Enum):
    SAVING = ("arrow_sync", "text2", False)
    SAVED = ("checkmark", "met", False)
    FAILED = ("error_circle", "block", True)


class SavedLabel(QWidget):
    """Stands left in the footer; spoken when it changes to saved or failed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saved")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        self._mark = IconMark("checkmark", "met")
        self._words = Label("", Type.CAPTION, "text2")
        row.addWidget(self._mark)
        row.addWidget(self._words)
        self.clear()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def clear(self) -> None:
        """Nothing was typed yet."""
        self._mark.hide()
        self._words.setText("")
        self.setAccessibleName(self.tr("Nothing to save"))

    def saving(self) -> None:
        """The save is under way."""
        self._show(_Face.SAVING, self.tr("Saving…"), spoken=False)

    def saved(self, at: datetime) -> None:
        """Acknowledged by the database at this moment."""
        self._show(_Face.SAVED, self.tr("Saved {0}").format(days.clock(at, seconds=True)), spoken=True)

    def failed(self, why: str) -> None:
        """Not saved, and why; the typed text stays in its field."""
        self._show(_Face.FAILED, self.tr("Not saved: {0}").format(why), spoken=True)

    def _show(self, face: _Face, text: str, spoken: bool) -> None:
        icon, tone, filled = face.value
        self._mark.show_icon(icon, tone, filled)
        self._mark.show()
        self._words.setText(text)
        self._words.set_tone("text" if face is _Face.FAILED else "text2")
        self.setAccessibleName(text)
        if spoken:
            say(self, text)
