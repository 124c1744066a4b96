"""Take in what came: which documents, on which day, and what the applicant says."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import requests
from desktop.requests import form, words
from desktop.requests.parts import Checks, Foot, lay
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Field, Label, LineEdit, TextEditor
from desktop.widgets.dialog import Dialog
from models.casefile.values import CaseFile
from models.dates.parse import parse_date
from models.errors import BadInput
from models.requests.values import NewReply, Request, RequestKind


class ReplyDialog(Dialog):
    """``taken`` after it was recorded."""

    taken = Signal(object)

    def __init__(self, context: Context, file: CaseFile, request: Request, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._file, self._request = context, file, request
        self._today: date = context.office.clock.today()
        self.setObjectName("reply-dialog")
        self.setWindowTitle(self.tr("Record what came"))
        self._build()
        self._check()
        self.resize(px(640), px(470))

    def _build(self) -> None:
        asked, lang = self._request, self._context.lang
        self.list = Checks(self.tr("What came"), rows=4)
        rows = [(at, words.item(asked.item(at), self._file, lang)) for at in asked.missing]
        self.list.fill(rows, frozenset())
        self.day = LineEdit(self.tr("Received on"))
        self.day.setText(self._today.isoformat())
        self.text = TextEditor(self.tr("What the applicant says"))
        self.items = Field(self.tr("What came"), self.list, self.tr("Space ticks"))
        self.items.setVisible(asked.kind is RequestKind.DOCUMENTS)
        self.on = Field(self.tr("Received on"), self.day)
        self.foot = Foot(self, self.tr("Cancel"), self.tr("Record"), "mail_inbox", self._record)
        head = Label(self.tr("Reply to request {n}").format(n=asked.number), Type.NAME)
        said = Field(self.tr("What the applicant says"), self.text)
        note = Label(self.tr("Each document becomes evidence, and the case goes on."), Type.CAPTION, "text2")
        lay(self, head, self.items, self.on, said, note, self.foot)
        self.list.itemChanged.connect(lambda _item: self._check())
        self.day.textChanged.connect(lambda _text: self._check())
        self.text.edited.connect(self._check)

    def _reply(self) -> NewReply:
        return NewReply(parse_date(self.day.text()), self.list.ticked(), self.text.text)

    def _check(self) -> None:
        lang = self._context.lang
        try:
            found = form.reply_problems(self._request, self._reply(), self._today)
        except BadInput as error:
            self.on.show_problem(error.text(lang))
            self.foot.told(error.text(lang))
            return
        days = [each.text(lang) for each in found if each.place == "received_on"]
        self.on.show_problem(days[0] if days else "")
        self.foot.told(found[0].text(lang) if found else "")

    def _record(self) -> None:
        self.text.commit()
        self._check()
        if not self.foot.primary.isEnabled():
            return
        self.foot.primary.setEnabled(False)
        office, actor, asked, reply = self._context.office, self._context.actor, self._request, self._reply()
        key = f"reply-{asked.case}-{asked.number}-{len(asked.replies) + 1}-{actor.login}"
        self._context.tasks.run(
            lambda: requests.answer(office, actor, asked.case, asked.number, reply, key=key),
            *self.answers(self._taken, self._failed), owner=self,
        )  # fmt: skip

    def _taken(self, made: Request) -> None:
        self.accept()
        self.taken.emit(made)

    def _failed(self, error: Exception) -> None:
        self.foot.told("")
        self.foot.problem.show_problem(error_words(error, self._context.lang), spoken=True)
