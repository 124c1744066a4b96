"""Return with comments; sign with the password again, naming the exact document."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop import words as interface
from desktop.casefile.history import criterion_name
from desktop.context import Context
from desktop.countersign.form import CountersignForm
from desktop.errors import words as error_words
from desktop.operations import decisions, people
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, LineEdit, PasswordEdit, SavedLabel, TextEditor
from desktop.widgets.dialog import Dialog
from models.people.values import Actor


def _foot(*parts: QWidget) -> QHBoxLayout:
    """Buttons at the right; whether it is saved, at the left."""
    row = QHBoxLayout()
    left: list[QWidget] = [each for each in parts if isinstance(each, SavedLabel)]
    for part in left:
        row.addWidget(part)
    row.addStretch(1)
    for part in parts:
        if part not in left:
            row.addWidget(part)
    return row


def _column(dialog: QDialog, parts: tuple[QWidget | QLayout, ...]) -> None:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 18, 24, 14)
    column.setSpacing(px(10))
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)


class ReturnDialog(Dialog):
    """Asks for a comment on the whole; the comments on criteria are listed and go with it. ``written`` after each change."""

    written = Signal(str)

    def __init__(self, form: CountersignForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("return-dialog")
        self.setWindowTitle(self.tr("Return"))
        self.editor = TextEditor(self.tr("What is to be answered"))
        self.editor.set_text(form.comment)
        self.saved = SavedLabel()
        self.field = Field(self.tr("What is to be answered"), self.editor)
        told = [f"{criterion_name(form.file, key, form.lang)}: {text}" for key, text in form.criteria_comments()]
        listed = Label("\n".join(told), Type.BASE, "text2", wrap=True)
        cancel = Button(self.tr("Cancel"), key="Esc", name="cancel-return")
        cancel.clicked.connect(self.reject)
        self.send = Button(
            self.tr("Return to the examiner"), Kind.PRIMARY, "Ctrl+Enter", icon="arrow_reply", name="send-back"
        )
        self.send.clicked.connect(self._send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._send)
        note = Label(self.tr("Everything the examiner wrote stays as it is."), Type.CAPTION, "text2")
        _column(
            self,
            (
                Label(self.tr("Return the proposal"), Type.NAME),
                self.field,
                listed,
                note,
                _foot(self.saved, cancel, self.send),
            ),
        )
        listed.setVisible(bool(told))
        self.editor.edited.connect(self._check)
        self.editor.edited.connect(lambda: self.written.emit(self.editor.text))
        self.resize(px(620), px(360))
        self._check()
        self.editor.setFocus()

    @property
    def text(self) -> str:
        """The comment."""
        return self.editor.text.strip()

    def _check(self) -> None:
        self.send.setEnabled(bool(self.text))
        self.send.describe("" if self.text else self.tr("Write what is to be answered"))

    def _send(self) -> None:
        self.editor.commit()
        if self.text:
            self.accept()


class EditDialog(Dialog):
    """直して決裁: the weighing as it will stand in the letter; the letter is read once more before it is signed."""

    written = Signal(str)

    def __init__(self, form: CountersignForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("edit-dialog")
        self.setWindowTitle(self.tr("Edit and sign"))
        proposal = form.file.proposal
        self._before = proposal.weighing if proposal else ""
        self.editor = TextEditor(self.tr("How the whole was weighed (stands in the letter)"))
        self.editor.set_text(self._before if form.weighing is None else form.weighing)
        self.field = Field(self.tr("How the whole was weighed (stands in the letter)"), self.editor)
        self.saved = SavedLabel()
        cancel = Button(self.tr("Cancel"), key="Esc", name="cancel-edit")
        cancel.clicked.connect(self.reject)
        self.record = Button(
            self.tr("Record the edit and read the letter"), Kind.PRIMARY, "Ctrl+Enter", name="record-edit"
        )
        self.record.clicked.connect(self._record)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._record)
        words = self.tr("What the examiner wrote is kept beside it, with your name and the time of the edit.")
        note = Label(words, Type.CAPTION, "text2", wrap=True)
        title = Label(self.tr("Edit the weighing before signing"), Type.NAME)
        _column(self, (title, self.field, note, _foot(self.saved, cancel, self.record)))
        self.editor.edited.connect(self._edited)
        self.editor.edited.connect(lambda: self.written.emit(self.editor.text))
        self.resize(px(620), px(360))
        self._edited()
        self.editor.setFocus()

    @property
    def text(self) -> str:
        """The edited weighing."""
        return self.editor.text.strip()

    def _edited(self) -> None:
        same = self.text == self._before.strip()
        self.record.setEnabled(bool(self.text) and not same)
        self.record.describe(self.tr("Nothing was changed") if same else "")

    def _record(self) -> None:
        self.editor.commit()
        if self.record.isEnabled():
            self.accept()


class SignDialog(Dialog):
    """``confirmed(Actor)`` after the password was right: who may sign this one document, named by its case and digest."""

    confirmed = Signal(object)

    def __init__(self, form: CountersignForm, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("sign-dialog")
        self.setWindowTitle(self.tr("Sign"))
        letter, proposal = form.letter, form.file.proposal
        outcome = interface.outcome(proposal.outcome) if proposal else ""
        name = form.file.case.applicant.name
        what = self.tr("{case}, {name}: {outcome}").format(case=form.file.case.id, name=name, outcome=outcome)
        digest = letter.content_digest if letter else ""
        self._documents = {form.file.case.id: digest}
        self.document = Label(self.tr("Document {digest}").format(digest=digest), Type.CAPTION, "text2", wrap=True)
        self.document.setObjectName("document-digest")
        self.password = PasswordEdit(self.tr("Your password"))
        self.field = Field(self.tr("Your password"), self.password)
        cancel = Button(self.tr("Cancel"), key="Esc", name="cancel-sign")
        cancel.clicked.connect(self.reject)
        self.sign = Button(self.tr("Sign"), Kind.PRIMARY, "Enter", icon="signature", name="confirm-sign")
        self.sign.setDefault(True)
        self.sign.clicked.connect(self._try)
        self.password.textEdited.connect(lambda _text: self.field.show_problem(""))
        words = self.tr("You sign the letter as it stands now. A later change needs a new signature.")
        if form.comments or form.comment.strip():
            words += "\n" + self.tr("Comments you wrote have not been returned; nobody reads them once you sign.")
        note = Label(words, Type.CAPTION, "text2", wrap=True)
        self._deputy = form.deputy
        self.why = LineEdit(self.tr("Why you sign in their place"))
        self.why_field = Field(self.tr("Why you sign in their place"), self.why)
        self.why_field.setVisible(self._deputy)
        due = Label(form.due, Type.BASE, "text2", wrap=True)
        due.setVisible(bool(form.due))
        head = Label(what, Type.NAME, wrap=True)
        _column(self, (head, due, self.document, self.why_field, self.field, note, _foot(cancel, self.sign)))
        self.resize(px(560), px(300 if self._deputy else 230))
        (self.why if self._deputy else self.password).setFocus()

    @property
    def reason(self) -> str:
        """Why a deputy signs."""
        return self.why.text().strip() if self._deputy else ""

    def _try(self) -> None:
        context, password = self._context, self.password.text()
        if self._deputy and not self.reason:
            self.why_field.show_problem(self.tr("A deputy says why"), spoken=True)
            self.why.setFocus()
            return
        if not password or not self.sign.isEnabled():
            return
        self.sign.setEnabled(False)
        context.tasks.run(
            lambda: people.confirm(context.office, context.actor, password, decisions.SIGN, self._documents),
            self._right,
            self._wrong,
            owner=self,
        )

    def _right(self, actor: Actor) -> None:
        self.accept()
        self.confirmed.emit(actor)

    def _wrong(self, error: Exception) -> None:
        self.sign.setEnabled(True)
        self.field.show_problem(error_words(error, self._context.lang), spoken=True)
        self.password.selectAll()
        self.password.setFocus()
