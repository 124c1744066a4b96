"""Issue one letter: the password once more, and what is enclosed side by side with the Japanese text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.confirming import Asked, ConfirmDialog
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import enclosing, letters
from desktop.operations.enclosing import Beside
from desktop.theme.type import px
from desktop.widgets import Combo, Field, ProblemLine
from models.casefile.values import CaseFile
from models.people.values import Actor

NONE = ""
"""In place of a language: none."""


class Enclosures(QWidget):
    """A box for each language of the applicant; another language is chosen from a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("enclosures")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self.boxes: dict[str, QCheckBox] = {}
        self.other = Combo(self.tr("Enclose side by side in another language"))
        self.other.fill(((self.tr("none"), NONE),), NONE)
        self.field = Field(self.tr("Enclose side by side in another language"), self.other)
        self.field.hide()
        self.note = ProblemLine()
        self._column.addWidget(self.field)
        self._column.addWidget(self.note)

    def show_languages(self, found: Sequence[Beside]) -> None:
        """What can stand beside the Japanese text of this letter."""
        for one in found:
            if one.own:
                box = QCheckBox(self.tr("Enclose the side-by-side version in {name}").format(name=one.name))
                box.setObjectName(f"enclose-{one.language}")
                box.setAccessibleName(box.text())
                self._column.insertWidget(len(self.boxes), box)
                box.show()
                self.boxes[one.language] = box
        others = [(one.name, one.language) for one in found if not one.own]
        self.other.fill(((self.tr("none"), NONE), *others), NONE)
        self.field.setVisible(bool(others))

    def chosen(self) -> tuple[str, ...]:
        """The languages to enclose."""
        other = str(self.other.currentData() or NONE)
        return (*(each for each, box in self.boxes.items() if box.isChecked()), *((other,) if other else ()))


def asked_of(file: CaseFile) -> Asked:
    """The letter of this case, as it was countersigned."""
    case, translate = file.case, QCoreApplication.translate
    signed = next((each.countersigned for each in reversed(file.rounds) if each.countersigned), None)
    digest = signed.content_digest if signed else ""
    what = translate("IssueDialog", "{case}, {name}: issue the letter").format(case=case.id, name=case.applicant.name)
    note = translate("IssueDialog", "Document {digest}").format(digest=digest)
    return Asked(letters.ISSUE, what, translate("IssueDialog", "Issue the letter"), lambda: {case.id: digest}, note)


class IssueDialog(ConfirmDialog):
    """The last step out of the house asks for the password again, as the signature did."""

    def __init__(self, context: Context, file: CaseFile, parent: QWidget | None = None) -> None:
        super().__init__(context, asked_of(file), parent)
        self.enclosures = Enclosures()
        self.column.insertWidget(2, self.enclosures)
        office, actor, case = context.office, context.actor, file.case.id
        context.tasks.read(
            lambda: enclosing.enclosable(office, actor, case),
            self._show,
            lambda error: self.enclosures.note.show_problem(error_words(error, context.lang)),
            owner=self,
        )

    def _show(self, found: Sequence[Beside]) -> None:
        self.enclosures.show_languages(found)
        self.resize(self.width(), self.sizeHint().height())


def ask_issue(
    context: Context, file: CaseFile, then: Callable[[Actor, tuple[str, ...]], None], parent: QWidget
) -> IssueDialog:
    """Show the dialog; ``then`` is called with who confirmed, and the languages that are enclosed."""
    dialog = IssueDialog(context, file, parent)
    dialog.confirmed.connect(lambda actor: then(actor, dialog.enclosures.chosen()))
    dialog.open()
    return dialog
