"""Say why linked data behind an unmet finding are not put to the applicant."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.casefile import words
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import requests
from desktop.requests.parts import Foot, lay
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Field, Label, TextEditor
from desktop.widgets.dialog import Dialog
from models.casefile.values import CaseFile
from models.requests.comments import reason_problems


class UnaskedDialog(Dialog):
    """``recorded`` after the reason stands in the record."""

    recorded = Signal()

    def __init__(self, context: Context, file: CaseFile, criterion: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._case, self._criterion = context, file.case.id, criterion
        self.setObjectName("unasked-dialog")
        self.setWindowTitle(self.tr("Why no comment is asked"))
        found = file.framework.criterion(criterion)
        head = Label(words.title(found.title, context.lang), Type.NAME, wrap=True)
        note = Label(
            self.tr(
                "Records of other institutions weigh against the applicant. As a rule they are put to the applicant "
                "before they are used. If you do not ask, say why: the reason stands in the record."
            ),
            Type.BASE, "text2", wrap=True,
        )  # fmt: skip
        self.why = TextEditor(self.tr("Reason"))
        self.why.setMinimumHeight(px(96))
        self.foot = Foot(self, self.tr("Cancel"), self.tr("Record"), "checkmark", self._record)
        lay(self, head, note, Field(self.tr("Reason (stands in the record)"), self.why), self.foot)
        self.why.edited.connect(self._check)
        self._check()
        self.resize(px(560), px(340))
        self.why.setFocus()

    def _check(self) -> None:
        found = [each.text(self._context.lang) for each in reason_problems(self.why.text)]
        self.foot.told(found[0] if found else "")

    def _record(self) -> None:
        self.why.commit()
        self._check()
        if not self.foot.primary.isEnabled():
            return
        self.foot.primary.setEnabled(False)
        office, actor, case, key, why = (
            self._context.office, self._context.actor, self._case, self._criterion, self.why.text,
        )  # fmt: skip
        self._context.tasks.run(
            lambda: requests.leave_unasked(office, actor, case, key, why),
            *self.answers(lambda _made: self._done(), self._failed),
            owner=self,
        )

    def _done(self) -> None:
        self.accept()
        self.recorded.emit()

    def _failed(self, error: Exception) -> None:
        self.foot.told("")
        self.foot.problem.show_problem(error_words(error, self._context.lang), spoken=True)
