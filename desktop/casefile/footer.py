"""The footer of a sheet: saved at, problems as a link, the next thing, and the one primary button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.casefile.likeform import Act
from desktop.theme.type import px
from desktop.widgets import Button, Kind, SavedLabel


class SheetFooter(QWidget):
    """48 px high; never scrolls away."""

    problems_asked = Signal()
    next_asked = Signal()
    committed = Signal()

    def __init__(self, commit: str, next_: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet-footer")
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.saved = SavedLabel()
        self.problems = Button("", Kind.LINK, icon="error_circle", name="problem-count")
        self.next = Button(next_, icon="arrow_down", name="next-criterion")
        self.primary = Button(commit, Kind.PRIMARY, "Ctrl+Enter", name="primary")
        self.problems.clicked.connect(self.problems_asked)
        self.next.clicked.connect(self.next_asked)
        self.primary.clicked.connect(self.committed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(px(10))
        row.addWidget(self.saved)
        row.addStretch(1)
        for part in (self.problems, self.next, self.primary):
            row.addWidget(part)
        self.setFixedHeight(px(48))
        self.next.setVisible(bool(next_))
        self.show_problems(0, "", enabled=False)

    def show_problems(self, count: int, first: str, enabled: bool) -> None:
        """How many stand in the way; the disabled primary says why."""
        words = self.tr("{n} problem") if count == 1 else self.tr("{n} problems")
        self.problems.set_words(words.format(n=count))
        self.problems.setVisible(count > 0)
        self.primary.setEnabled(enabled)
        self.primary.describe("" if enabled else first)


class FindingFooter(SheetFooter):
    """The footer of a criterion: its primary button is the one next thing, from the commit to the next criterion.
    ``act_changed`` when it is another one."""

    act_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Commit finding"), self.tr("Next criterion"), parent)
        self._words = {
            Act.COMMIT: self.tr("Commit finding"),
            Act.CONFIRM: self.tr("Confirm finding"),
            Act.NEXT: self.tr("Next criterion"),
        }
        self._short = {
            Act.COMMIT: self.tr("Commit"),
            Act.CONFIRM: self.tr("Confirm"),
            Act.NEXT: self.tr("Next criterion"),
        }
        self._act = Act.COMMIT

    @property
    def does(self) -> str:
        """What Ctrl+Enter does now, in a word or two; empty where it does nothing."""
        return self._short.get(self._act, "")

    def show_act(self, act: Act, problems: int, why: str, enabled: bool) -> None:
        """What the primary button does now, and what stands in its way. While like cases are looked up there is none."""
        self.show_problems(problems, why, enabled)
        self.primary.setVisible(act in self._words)
        if act in self._words:
            self.primary.set_words(self._words[act])
        self.next.setVisible(act is not Act.NEXT)
        if act is not self._act:
            self._act = act
            self.act_changed.emit()
