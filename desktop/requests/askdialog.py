"""Ask the applicant: documents from the criteria that need some, words of one's own, the day, where to hand them in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.casefile import words as day_words
from desktop.casefile.pages import PageView, draw
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import requests
from desktop.requests import words
from desktop.requests.form import AskForm
from desktop.requests.parts import PLACE, Checks, Foot, beside, lay, tick
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Field, Label, LineEdit, TextEditor
from desktop.widgets.dialog import Dialog
from models.casefile.values import CaseFile
from models.errors import BadInput
from models.requests.values import Request, RequestKind


class AskDialog(Dialog):
    """``sent`` after the request was sent."""

    sent = Signal(object)

    def __init__(self, context: Context, file: CaseFile, form: AskForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._file, self.form = context, file, form
        self.setObjectName("ask-dialog")
        self._comment = form.prepared.kind is RequestKind.COMMENT
        self.setWindowTitle(self.tr("Ask for a comment") if self._comment else self.tr("Ask for documents"))
        self._build()
        self._connect()
        self._check()
        self.resize(px(720), px(700))

    def _build(self) -> None:
        form, lang = self.form, self._context.lang
        listed = self.tr("Records put to the applicant") if self._comment else self.tr("Documents")
        self.list = Checks(listed)
        texts = [(at, words.item(each, self._file, lang)) for at, each in enumerate(form.choices)]
        texts.sort(key=lambda pair: pair[0] not in form.chosen)
        self.list.fill(texts, frozenset(form.chosen))
        self.why = LineEdit(self.tr("A word on the chosen document (Japanese)"))
        self.own = TextEditor(self.tr("Other documents, one a line"))
        self.own.setMaximumHeight(px(64))
        self.criterion = Combo(self.tr("Criterion"))
        self.criterion.fill([(day_words.title(each.title, lang), each.key) for each in self._file.criteria])
        self.due, self.to = LineEdit(self.tr("By when")), TextEditor(self.tr("Where to hand them in"))
        self.due.setText(form.due)
        self.to.setMaximumHeight(px(52))
        self.to.set_text(form.send_to)
        self.note = TextEditor(self.tr("Words to the applicant (Japanese)"))
        self.note.setMaximumHeight(px(64))
        self.waits = tick(self.tr("The clock stands still until the reply"), "waits", form.waits)
        self.fields = {
            "items": Field(listed, self.list, self.tr("Space ticks")),
            "due_on": Field(self.tr("By when"), self.due),
            "send_to": Field(self.tr("Where to hand them in"), self.to),
            "note": Field(self.tr("Words to the applicant (Japanese)"), self.note),
        }
        put = self.tr("What is put to the applicant, one a line")
        others = put if self._comment else self.tr("Other documents, one a line")
        own = beside(
            Field(others, self.own),
            Field(self.tr("Criterion"), self.criterion),
            wide=(3, 2),
        )
        self.foot = Foot(self, self.tr("Cancel"), self.tr("Send"), "send", self._send)
        self.preview = Button(self.tr("See it first…"), icon="eye", name="preview")
        self.foot.add(self.preview)
        word = Field(self.tr("A word on the chosen document (Japanese)"), self.why)
        for part in (self.fields["items"], word):
            part.setVisible(bool(form.choices))
        head = Label(self.tr("Ask {name}").format(name=self._file.case.applicant.name), Type.NAME, wrap=True)
        lay(
            self, head, self.fields["items"], word, own,
            beside(self.fields["due_on"], self.fields["send_to"], wide=(1, 3)), self.fields["note"], self.waits, self.foot,
        )  # fmt: skip

    def _connect(self) -> None:
        self.list.itemChanged.connect(lambda _item: self._ticked())
        self.list.currentRowChanged.connect(lambda _row: self._show_why())
        self.why.textEdited.connect(self._wrote_why)
        for edit in (self.own, self.to, self.note):
            edit.edited.connect(self._check)
        self.due.textChanged.connect(lambda _text: self._check())
        self.criterion.currentIndexChanged.connect(lambda _place: self._check())
        self.preview.clicked.connect(self._preview)
        self._show_why()

    def _place(self) -> int:
        item = self.list.currentItem()
        return int(item.data(PLACE)) if item else -1

    def _show_why(self) -> None:
        place = self._place()
        self.why.setEnabled(place in self.form.chosen)
        self.why.setText(self.form.chosen.get(place, ""))

    def _wrote_why(self, text: str) -> None:
        if self._place() in self.form.chosen:
            self.form.chosen[self._place()] = text
        self._check()

    def _ticked(self) -> None:
        ticked = set(self.list.ticked())
        for place in range(len(self.form.choices)):
            self.form.toggle(place, place in ticked)
        self._show_why()
        self._check()

    def _check(self) -> None:
        form = self.form
        form.own, form.own_criterion = self.own.text, str(self.criterion.currentData() or "")
        form.due, form.send_to, form.note = self.due.text(), self.to.text, self.note.text
        form.waits = self.waits.isChecked()
        found = form.problems()
        for key, field in self.fields.items():
            mine = [each.text(self._context.lang) for each in found if each.place.partition("[")[0] == key]
            field.show_problem(mine[0] if mine and key != "items" else "")
        self.foot.told(found[0].text(self._context.lang) if found else "")
        self.preview.setEnabled(not found)

    def _preview(self) -> None:
        self._check()
        office, actor = self._context.office, self._context.actor
        draft = self.form.draft()
        self._context.tasks.read(
            lambda: draw(requests.preview(office, actor, draft)), self._previewed, self._failed, owner=self
        )

    def _previewed(self, pictures: object) -> None:
        dialog = PaperDialog(self.tr("The request as it will be sent"), pictures, self)
        dialog.open()

    def _send(self) -> None:
        for edit in (self.own, self.to, self.note):
            edit.commit()
        self._check()
        if not self.foot.primary.isEnabled():
            return
        try:
            draft = self.form.draft()
        except BadInput as error:
            self._failed(error)
            return
        self.foot.primary.setEnabled(False)
        office, actor = self._context.office, self._context.actor
        key = f"request-{draft.case}-{len(self._file.requests) + 1}-{actor.login}-{self._file.case.version}"
        self._context.tasks.run(
            lambda: requests.send(office, actor, draft, key=key),
            *self.answers(self._sent, self._failed),
            owner=self,
        )

    def _sent(self, made: Request) -> None:
        self.accept()
        self.sent.emit(made)

    def _failed(self, error: Exception) -> None:
        self.foot.told("")
        self.foot.problem.show_problem(error_words(error, self._context.lang), spoken=True)


class PaperDialog(Dialog):
    """The exact pages."""

    def __init__(self, title: str, pictures: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper-dialog")
        self.setWindowTitle(title)
        self.pages = PageView(title)
        self.pages.show_pages(pictures if isinstance(pictures, tuple) else ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.resize(px(760), px(820))
