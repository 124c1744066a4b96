"""The table of desks that help, on the letterhead's screen: what it holds, written out and taken in again."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop import days, errors
from desktop.context import Context
from desktop.operations import helpdesks
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Label, LineEdit, ProblemLine, SectionHeading
from models.letters.values import Desk, LetterSettings


class HelpDesks(QWidget):
    """``kept`` after a new table was taken in."""

    kept = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._today = ""
        self.setObjectName("helpdesks")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(SectionHeading(self.tr("Where applicants find help")))
        hint = self.tr(
            "Each letter lists the desks of the applicant's municipality that speak its language. The table is kept in a "
            "spreadsheet: write it out, change it there, and take it in again."
        )
        column.addWidget(Label(hint, Type.CAPTION, "text2", wrap=True))
        self.rows = Label("", Type.BASE, "text2", wrap=True)
        column.addWidget(self.rows)
        column.addLayout(self._build_row())
        self.note = ProblemLine()
        column.addWidget(self.note)

    def _build_row(self) -> QHBoxLayout:
        self.as_of = LineEdit("")
        self.as_of.setObjectName("desks-as-of")
        self.out = Button(self.tr("Write the table out (CSV)…"), name="desks-out")
        self.out.clicked.connect(self.choose_out)
        self.take = Button(self.tr("Take a table in (CSV)…"), name="desks-take")
        self.take.clicked.connect(self.choose_table)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Field(self.tr("The new table was looked up on"), self.as_of))
        for button in (self.out, self.take):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        return row

    def show_settings(self, settings: LetterSettings) -> None:
        """The desks as they stand, and the day of the table."""
        lang = self._context.lang
        lines = [self._line(each, lang) for each in settings.desks]
        if settings.desks_as_of:
            lines.append(self.tr("as of {day}").format(day=days.plain(settings.desks_as_of, lang)))
        self.rows.setText("\n".join(lines) or self.tr("No desk stands in the letters yet."))
        today = self._context.office.clock.today().isoformat()
        if self.as_of.text() in ("", self._today):  # a day that somebody typed stays, whatever is read anew
            self.as_of.setText(today)
        self._today = today

    def _line(self, desk: Desk, lang: str) -> str:
        where = ", ".join(desk.municipalities) or self.tr("everyone")
        spoken = ", ".join(desk.languages) or self.tr("every language, by interpreter")
        return f"{desk.name.in_(lang)} · {desk.about.in_(lang)} · {desk.telephone} · {where} · {spoken}"

    # ---- acts
    def choose_out(self) -> None:
        """Where the table is written to."""
        where, _ = QFileDialog.getSaveFileName(self, self.tr("Write the table out"), "desks.csv", "*.csv")
        if where:
            self.write(Path(where))

    def write(self, where: Path) -> None:
        """Write the table out, off the window's thread."""
        office = self._context.office
        self._context.tasks.read(
            lambda: helpdesks.hand_out(office, where),
            lambda _: self.note.show_problem("", spoken=False),
            self._failed,
            owner=self,
        )

    def choose_table(self) -> None:
        """Which table is taken in."""
        where, _ = QFileDialog.getOpenFileName(self, self.tr("Take a table in"), "", "*.csv")
        if where:
            self.take_in(Path(where))

    def take_in(self, where: Path) -> None:
        """Take a table in, as it stood on the day typed."""
        try:
            as_of = date.fromisoformat(self.as_of.text().strip())
        except ValueError:
            self.note.show_problem(self.tr("Write the day as 2026-11-01."), spoken=True)
            return
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: helpdesks.take(office, actor, where, as_of), self._taken, self._failed, owner=self
        )

    def _taken(self, settings: LetterSettings) -> None:
        self.note.show_problem("")
        self.as_of.setText("")
        self.show_settings(settings)
        self.kept.emit()

    def _failed(self, error: Exception) -> None:
        self.note.show_problem(errors.words(error, self._context.lang), spoken=True)
