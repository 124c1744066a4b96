"""Above a case: another version governs it now; what that touches, and the way to it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.casefile import words
from desktop.changes import What
from desktop.context import Context
from desktop.frameworks.stepdialog import Ask, StepDialog
from desktop.operations import cases, frameworks
from desktop.theme.type import px
from desktop.widgets import Button, Label
from desktop.widgets.problem import IconMark
from models.casefile.values import CaseFile, Touched
from models.frameworks.values import Criterion, Framework
from models.people.rules import may
from models.people.values import Permission

_MOST = 5


class VersionBanner(QWidget):
    """Hidden while the case's version governs. Moving is an act with a reason, on the record."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._file: CaseFile | None = None
        self._other: Framework | None = None
        self.touched: tuple[Touched, ...] = ()
        self.setObjectName("version-banner")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Label("", tone="wait", wrap=True)
        self.button = Button(self.tr("Move the case…"), name="move-case")
        self.button.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(px(10))
        row.addWidget(IconMark("warning", "wait", True), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_case(self, file: CaseFile) -> None:
        """Say what another version touches; that is looked up off the window's thread."""
        self._file, self._other = file, frameworks.governing(file)
        other = self._other
        if other is None:
            self.hide()
            return
        self._context.tasks.read(lambda: frameworks.touches(file, other), self._found, owner=self)

    def _found(self, touched: tuple[Touched, ...]) -> None:
        if self._file is None or self._other is None:
            return
        self.touched = touched
        actor, file = self._context.actor, self._file
        own = may(actor.role, Permission.ASSESS) and file.case.assigned_to == actor.login
        self.button.setVisible(own or may(actor.role, Permission.ASSIGN))
        self.words.setText(self._said(self._other))
        self.setAccessibleName(self.words.text())
        self.show()

    def _said(self, other: Framework) -> str:
        lang = self._context.lang
        titles = {each.key: each.title.in_(lang) for each in (*self._before(), *other.criteria)}
        names = [titles.get(each.criterion, each.criterion) for each in self.touched]
        if not names:
            said = self.tr("Version {version} of the criteria governs this case since {day}. It touches no finding.")
            return said.format(version=other.version, day=words.day(other.in_force_from, lang))
        said = self.tr(
            "Version {version} of the criteria governs this case since {day}. To be looked at again: {criteria}"
        )
        more = self.tr(" and {number} more").format(number=len(names) - _MOST) if len(names) > _MOST else ""
        listed = self.tr(", ").join(names[:_MOST]) + more
        return said.format(version=other.version, day=words.day(other.in_force_from, lang), criteria=listed)

    def _before(self) -> tuple[Criterion, ...]:
        return self._file.framework.criteria if self._file else ()

    def ask(self) -> StepDialog | None:
        """Ask for the move, with what it touches and why."""
        file, other = self._file, self._other
        if file is None or other is None:
            return None
        dialog = StepDialog(self._asked(file, other), self._act(file, other), self._context.lang, self.window())
        self._dialog = dialog
        dialog.open()
        return dialog

    def _asked(self, file: CaseFile, other: Framework) -> Ask:
        lang = self._context.lang
        titles = {each.key: each.title.in_(lang) for each in (*file.framework.criteria, *other.criteria)}
        lines = [
            f"{titles.get(each.criterion, each.criterion)}: {'; '.join(message.text(lang) for message in each.why)}"
            for each in self.touched[: 2 * _MOST]
        ]
        head = self.tr(
            "From version {before} to version {after}. Findings stay as they are; each is confirmed again before a proposal."
        ).format(before=file.framework.version, after=other.version)
        title = self.tr("Examine the case under version {version}").format(version=other.version)
        return Ask(title, "\n".join((head, *lines)), self.tr("Move and record"), self.tr("Why"))

    def _act(self, file: CaseFile, other: Framework) -> Callable[[date | None, str, Callable[[Exception], None]], None]:
        office, actor, case = self._context.office, self._context.actor, file.case.id

        def act(_day: date | None, why: str, failed: Callable[[Exception], None]) -> None:
            self._context.tasks.run(
                lambda: cases.move_framework(office, actor, case, other.version, why),
                lambda _: self._moved(case),
                failed,
                owner=self,
            )

        return act

    def _moved(self, case: str) -> None:
        self._dialog.accept()
        self._context.changes.announce(What.CASE, case)
