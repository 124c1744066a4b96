"""The log of a letter's delivery and of oral explanations: looked at and added to in one dialog."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import days
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.issuing import form
from desktop.issuing.form import DeliveryDraft, ExplanationDraft
from desktop.operations import deliveries
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import (
    Button,
    Combo,
    Field,
    Kind,
    Label,
    LineEdit,
    ProblemLine,
    Rule,
    Segmented,
    TextEditor,
    dialog_foot,
)
from desktop.widgets.dialog import Dialog
from models.errors import Message
from models.letters.deliveries.values import Log, Step
from resources import letters


def step_words(step: Step, lang: str) -> str:
    """A step in words."""
    return Message(f"issuing.step_{step.value}").text(lang)


class DeliveryDialog(Dialog):
    """``kept`` after something was written down."""

    kept = Signal()

    def __init__(self, context: Context, case: str, number: str, log: Log, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._case, self._number, self._log = context, case, number, log
        self.setObjectName("delivery-dialog")
        self.setWindowTitle(self.tr("Delivery of {number}").format(number=number))
        self._build()
        self._connect()
        self.check()
        self.resize(px(620), self.sizeHint().height())

    # ---- building
    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(8))
        column.addWidget(Label(self.windowTitle(), Type.NAME, wrap=True))
        for line in self._lines() or [self.tr("Nothing has been written down yet.")]:
            column.addWidget(Label(line, Type.BASE, "text2", wrap=True))
        column.addWidget(Rule())
        steps = form.next_steps(self._log, self._number)
        whats = [("delivery", self.tr("Delivery"))] if steps else []
        self.what = Segmented(self.tr("What to write down"), [*whats, ("explanation", self.tr("Oral explanation"))])
        self.what.set_value("delivery" if steps else "explanation")
        column.addWidget(self.what)
        self._build_fields(steps)
        for field in self.fields.values():
            column.addWidget(field)
        self.problem = ProblemLine()
        column.addWidget(self.problem)
        column.addStretch(1)
        column.addLayout(self._build_foot())

    def _lines(self) -> list[str]:
        lang = self._context.lang
        told = [
            (each.recorded_at, self.tr("Try {n}: {step}, {day}, {who} {tracking} {note}").format(
                n=each.attempt, step=step_words(each.step, lang), day=days.plain(each.on, lang), who=each.by_whom,
                tracking=each.tracking, note=each.note,
            ).strip())
            for each in self._log.deliveries
        ]  # fmt: skip
        told += [
            (each.recorded_at, self.tr("Explained orally, {day}, {who} ({interpreter}): {asked}").format(
                day=days.plain(each.on, lang), who=each.given_by,
                interpreter=each.interpreter or self.tr("no interpreter"), asked=each.asked or "—",
            ))
            for each in self._log.explanations
        ]  # fmt: skip
        return [line for _, line in sorted(told, key=lambda pair: pair[0])]

    def _build_fields(self, steps: tuple[Step, ...]) -> None:
        lang, actor = self._context.lang, self._context.actor
        self.step = Combo(self.tr("What happened"))
        self.step.fill([(step_words(each, lang), each) for each in steps], steps[0] if steps else None)
        self.on, self.by, self.tracking, self.note, self.interpreter = (LineEdit("") for _ in range(5))
        self.on.setText(self._context.office.clock.today().isoformat())
        self.by.setText(actor.name)
        self.language = Combo(self.tr("Language"))
        self.language.fill([(letters.wording(each)["frame.name"], each) for each in letters.languages()], "ja")
        self.asked, self.answered = TextEditor(self.tr("What was asked")), TextEditor(self.tr("What was answered"))
        for editor in (self.asked, self.answered):
            editor.setFixedHeight(px(70))
        self.fields = {
            "step": Field(self.tr("What happened"), self.step),
            "on": Field(self.tr("Day"), self.on, self.tr("2026-07-02")),
            "by": Field(self.tr("By whom"), self.by),
            "tracking": Field(self.tr("Tracking number"), self.tracking),
            "note": Field(self.tr("Note"), self.note),
            "language": Field(self.tr("Language"), self.language),
            "interpreter": Field(self.tr("Interpreter"), self.interpreter, self.tr("empty: none was needed")),
            "asked": Field(self.tr("What was asked"), self.asked),
            "answered": Field(self.tr("What was answered"), self.answered),
        }

    def _build_foot(self) -> QHBoxLayout:
        close = Button(self.tr("Close"), key="Esc", name="close-delivery")
        self.keep = Button(self.tr("Write down"), Kind.PRIMARY, "Ctrl+Enter", name="keep-delivery")
        return dialog_foot(self, close, self.keep, self._keep)

    def _connect(self) -> None:
        for edit in (self.on, self.by, self.tracking):
            edit.textChanged.connect(self.check)
        self.step.currentIndexChanged.connect(self.check)
        self.what.chosen.connect(lambda _key: self.check())

    # ---- acting
    @property
    def _delivers(self) -> bool:
        return self.what.value() == "delivery"

    @property
    def delivery(self) -> DeliveryDraft:
        """The step as typed."""
        step = Step(self.step.currentData())
        return DeliveryDraft(step, self.on.text(), self.by.text(), self.tracking.text(), self.note.text())

    @property
    def explanation(self) -> ExplanationDraft:
        """The explanation as typed."""
        return ExplanationDraft(
            self.on.text(), self.by.text(), str(self.language.currentData()), self.interpreter.text(),
            self.asked.toPlainText(), self.answered.toPlainText(),
        )  # fmt: skip

    def check(self) -> None:
        """The button is there once everything is filled."""
        own = ("step", "tracking", "note") if self._delivers else ("language", "interpreter", "asked", "answered")
        for key, field in self.fields.items():
            field.setVisible(key in (*own, "on", "by"))
        lack = (self.delivery if self._delivers else self.explanation).missing()
        self.problem.show_problem("")
        self.keep.setEnabled(not lack)
        self.keep.describe(self.tr("Still to be filled: {0}").format(self.fields[lack].label.text()) if lack else "")

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.keep.setEnabled(False)
            answers = self.answers(lambda _made: self._done(), self._failed)
            self._context.tasks.run(self._job(), *answers, owner=self)

    def _job(self) -> Callable[[], object]:
        office, actor = self._context.office, self._context.actor
        if self._delivers:
            new = self.delivery.of(self._case)
            return lambda: deliveries.note(office, actor, new)
        told = self.explanation.of(self._case)
        return lambda: deliveries.explain(office, actor, told)

    def _done(self) -> None:
        self.accept()
        self.kept.emit()

    def _failed(self, error: Exception) -> None:
        self.check()
        self.problem.show_problem(error_words(error, self._context.lang), spoken=True)
