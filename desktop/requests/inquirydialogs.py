"""Plan an interview, a survey, an inquiry, a consultation or a forwarding; record what came of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.casefile import words as day_words
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import inquiries
from desktop.requests.parts import Checks, Foot, beside, lay, tick
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Combo, Field, Label, LineEdit, TextEditor
from desktop.widgets.dialog import Dialog
from models.casefile.values import CaseFile
from models.dates.parse import parse_optional
from models.errors import BadInput, Problem
from models.inquiries import rules
from models.inquiries.values import Inquiry, InquiryKind, NewInquiry, NewPicture, Outcome
from resources import messages

_ONLY = {"ground": (InquiryKind.INQUIRY, InquiryKind.SURVEY, InquiryKind.INTERVIEW), "opinion": (InquiryKind.FORWARDING,),
         "interpreter": (InquiryKind.INTERVIEW,), "place": (InquiryKind.INTERVIEW, InquiryKind.SURVEY),
         "on": (InquiryKind.INTERVIEW, InquiryKind.SURVEY), "time": (InquiryKind.INTERVIEW, InquiryKind.SURVEY)}  # fmt: skip
"""Fields that only some kinds have."""


class PlanDialog(Dialog):
    """``planned`` after it was recorded."""

    planned = Signal(object)

    def __init__(self, context: Context, file: CaseFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._file = context, file
        self._today: date = context.office.clock.today()
        self.setObjectName("plan-dialog")
        self.setWindowTitle(self.tr("Ask or look"))
        self._build()
        self._kind_changed()
        self.resize(px(680), px(620))

    def _build(self) -> None:
        lang = self._context.lang
        self.kind = Combo(self.tr("Kind"))
        self.kind.fill([(messages.text(f"inquiries.kind_{each.value}", lang), each.value) for each in InquiryKind])
        self.subject, self.opinion = TextEditor(self.tr("What is to be found out")), TextEditor(self.tr("Opinion"))
        for editor in (self.subject, self.opinion):
            editor.setMaximumHeight(px(72))
        self.edits = {name: LineEdit("") for name in ("whom", "place", "on", "time", "interpreter", "ground")}
        self.edits["ground"].setText(rules.GROUND)
        self.list = Checks(self.tr("Criteria that it bears on"), rows=4)
        self.list.fill(
            [(at, day_words.title(each.title, lang)) for at, each in enumerate(self._file.criteria)], frozenset()
        )
        self.waits = tick(self.tr("The clock stands still until it is done"), "waits")
        labels = {
            "whom": self.tr("Who is asked"), "place": self.tr("Where"), "on": self.tr("Day"), "time": self.tr("Time"),
            "interpreter": self.tr("Interpreter"), "ground": self.tr("Legal ground"),
        }  # fmt: skip
        self.fields = {name: Field(labels[name], edit) for name, edit in self.edits.items()}
        self.fields["subject"] = Field(self.tr("What is to be found out"), self.subject)
        self.fields["opinion"] = Field(self.tr("Opinion"), self.opinion)
        self.foot = Foot(self, self.tr("Cancel"), self.tr("Record the plan"), "calendar", self._plan)
        lay(
            self, Label(self.tr("Ask or look"), Type.NAME), beside(Field(self.tr("Kind"), self.kind), self.fields["whom"]),
            self.fields["subject"], self.fields["opinion"], beside(self.fields["on"], self.fields["time"]),
            beside(self.fields["place"], self.fields["interpreter"]), self.fields["ground"],
            Field(self.tr("Criteria that it bears on"), self.list), self.waits, self.foot,
        )  # fmt: skip
        self.kind.currentIndexChanged.connect(lambda _place: self._kind_changed())
        for edit in self.edits.values():
            edit.textChanged.connect(lambda _text: self._check())
        for editor in (self.subject, self.opinion):
            editor.edited.connect(self._check)

    def _kind_changed(self) -> None:
        kind = InquiryKind(self.kind.currentData())
        for name, field in self.fields.items():
            field.setVisible(name not in _ONLY or kind in _ONLY[name])
        self._check()

    def _new(self) -> NewInquiry:
        kind = InquiryKind(self.kind.currentData())
        typed = {name: edit.text() for name, edit in self.edits.items()} | {"opinion": self.opinion.text}
        said = {name: text if name not in _ONLY or kind in _ONLY[name] else "" for name, text in typed.items()}
        keys = tuple(self._file.criteria[place].key for place in self.list.ticked())
        return NewInquiry(
            self._file.case.id, kind, self.subject.text, said["whom"], said["place"], parse_optional(said["on"]), said["time"],
            said["interpreter"], said["ground"], said["opinion"], keys, self.waits.isChecked(),
        )  # fmt: skip

    def _problems(self) -> tuple[Problem, ...]:
        try:
            return tuple(rules.problems(self._new(), self._today, {each.key for each in self._file.criteria}))
        except BadInput as error:
            return (Problem(error.message, "on"),)

    def _check(self) -> None:
        found = self._problems()
        self.foot.told(found[0].text(self._context.lang) if found else "")

    def _plan(self) -> None:
        for editor in (self.subject, self.opinion):
            editor.commit()
        self._check()
        if not self.foot.primary.isEnabled():
            return
        self.foot.primary.setEnabled(False)
        office, actor, new = self._context.office, self._context.actor, self._new()
        key = f"inquiry-{new.case}-{len(self._file.inquiries) + 1}-{actor.login}-{self._file.case.version}"
        self._context.tasks.run(
            lambda: inquiries.plan(office, actor, new, key=key),
            *self.answers(self._done, self._failed),
            owner=self,
        )

    def _done(self, made: Inquiry) -> None:
        self.accept()
        self.planned.emit(made)

    def _failed(self, error: Exception) -> None:
        self.foot.told("")
        self.foot.problem.show_problem(error_words(error, self._context.lang), spoken=True)


class OutcomeDialog(Dialog):
    """What came of it. ``recorded`` after it was written."""

    recorded = Signal(object)

    def __init__(self, context: Context, inquiry: Inquiry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._inquiry = context, inquiry
        self._today: date = context.office.clock.today()
        self.pictures: list[Path] = []
        self.setObjectName("outcome-dialog")
        self.setWindowTitle(self.tr("Record what came of it"))
        self._build()
        self._check()
        self.resize(px(620), px(460))

    def _build(self) -> None:
        kind, lang = self._inquiry.kind, self._context.lang
        self.day, self.present = LineEdit(self.tr("Day")), LineEdit(self.tr("Who was there"))
        self.day.setText(self._today.isoformat())
        self.report = TextEditor(self.tr("What came of it"))
        self.read_back = Combo(self.tr("Were the notes read back and confirmed?"))
        self.read_back.fill([("", None), (self.tr("Yes"), True), (self.tr("No"), False)])
        back = Field(self.tr("Were the notes read back and confirmed?"), self.read_back)
        back.setVisible(kind is InquiryKind.INTERVIEW)
        self.add = Button(self.tr("Add pictures…"), icon="attach", name="add-pictures")
        self.add.setVisible(kind is InquiryKind.SURVEY)
        self.shown = Label("", Type.CAPTION, "text2", wrap=True)
        self.on = Field(self.tr("Day"), self.day)
        self.foot = Foot(self, self.tr("Cancel"), self.tr("Record"), "clipboard_checkmark", self._record)
        head = Label(
            f"{messages.text(f'inquiries.kind_{kind.value}', lang)}　{self._inquiry.whom}", Type.NAME, wrap=True
        )
        asked = Label(self._inquiry.subject, Type.BASE, "text2", wrap=True)
        row = beside(self.on, Field(self.tr("Who was there"), self.present))
        lay(
            self,
            head,
            asked,
            row,
            Field(self.tr("What came of it"), self.report),
            back,
            self.add,
            self.shown,
            self.foot,
        )
        self.day.textChanged.connect(lambda _text: self._check())
        self.present.textChanged.connect(lambda _text: self._check())
        self.report.edited.connect(self._check)
        self.read_back.currentIndexChanged.connect(lambda _place: self._check())
        self.add.clicked.connect(self._choose)

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(self, self.tr("Pictures"), "", "*.png *.jpg *.jpeg")
        self.take([Path(each) for each in found])

    def take(self, paths: list[Path]) -> None:
        """These pictures too."""
        self.pictures += paths
        self.shown.setText(", ".join(each.name for each in self.pictures))

    def _outcome(self) -> Outcome:
        day = parse_optional(self.day.text())
        if day is None:
            raise BadInput("dates.not_a_date", value=self.day.text())
        return Outcome(day, self.report.text, self.present.text(), self.read_back.currentData())

    def _check(self) -> None:
        lang = self._context.lang
        try:
            found = tuple(rules.outcome_problems(self._inquiry, self._outcome(), self._today))
        except BadInput as error:
            self.foot.told(error.text(lang))
            return
        self.foot.told(found[0].text(lang) if found else "")

    def _record(self) -> None:
        self.report.commit()
        self._check()
        if not self.foot.primary.isEnabled():
            return
        self.foot.primary.setEnabled(False)
        office, actor, one = self._context.office, self._context.actor, self._inquiry
        plain, paths = self._outcome(), tuple(self.pictures)

        def job() -> Inquiry:
            pictures = tuple(NewPicture(each.name, each.read_bytes()) for each in paths)
            return inquiries.finish(office, actor, one.case, one.number, replace(plain, pictures=pictures))

        self._context.tasks.run(job, *self.answers(self._done, self._failed), owner=self)

    def _done(self, made: Inquiry) -> None:
        self.accept()
        self.recorded.emit(made)

    def _failed(self, error: Exception) -> None:
        self.foot.told("")
        self.foot.problem.show_problem(error_words(error, self._context.lang), spoken=True)
