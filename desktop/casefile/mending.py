"""What mends a block of the check page at once: saying why no comment is asked, confirming a finding whose facts changed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.changes import What
from desktop.context import Context
from desktop.operations import findings
from desktop.requests.unasked import UnaskedDialog
from models.casefile.values import CaseFile


class Mending(QObject):
    """``failed`` with what was refused; what was written is announced, and the page reads the case anew."""

    failed = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page

    def do(self, act: str, criterion: str, file: CaseFile) -> None:
        """Do what an entry offers."""
        if act == "unasked":
            dialog = UnaskedDialog(self._context, file, criterion, self._page)
            dialog.recorded.connect(lambda: self._announce(file.case.id))
            dialog.open()
        else:
            self._confirm(criterion, file.case.id)

    def _confirm(self, criterion: str, case: str) -> None:
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: findings.confirm(office, actor, case, (criterion,)),
            lambda _made: self._announce(case),
            self.failed.emit,
            owner=self,
        )

    def _announce(self, case: str) -> None:
        self._context.changes.announce(What.FINDING, case)
