"""Take in what somebody attests: their form, and beside it what the applicant consented to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile import words
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.linked import form
from desktop.operations import attestations
from desktop.requests.parts import PLACE, Checks, Foot, beside, lay
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Field, Label, LineEdit, SectionHeading, TextEditor
from desktop.widgets.dialog import Dialog
from models.attestations.values import Attester, Form, NewAttestation
from models.casefile.values import CaseFile
from models.errors import Problem


class AttestationDialog(Dialog):
    """``kept`` with the attestation."""

    kept = Signal(object)

    def __init__(self, context: Context, file: CaseFile, attester: Attester, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._file, self._attester, self._lang = context, file, attester, context.lang
        self.setObjectName("attestation-dialog")
        title = self.tr("Attestation: {who}").format(who=attester.title.in_(self._lang))
        self.setWindowTitle(title)
        self.lines: dict[str, LineEdit] = {}
        self.fields: dict[str, Field] = {}
        self.foot = Foot(self, self.tr("Cancel"), self.tr("Take it in"), "checkmark", self._go)
        sides = QHBoxLayout()
        sides.setSpacing(px(24))
        sides.addLayout(self._stated(), 1)
        sides.addLayout(self._consented(), 1)
        lead = self.tr(
            "Only with the applicant's consent, and only for what they consented to. Nothing is computed from it."
        )
        lay(self, Label(title, Type.NAME, wrap=True), Label(lead, Type.BASE, "text2", wrap=True), sides, self.foot)
        self.resize(px(940), self.sizeHint().height())
        self._check()

    # ---- building
    def _stated(self) -> QVBoxLayout:
        column = _column()
        column.addWidget(SectionHeading(self.tr("What is stated")))
        column.addWidget(self._line("name", self.tr("Who states it")))
        column.addLayout(
            beside(
                self._line("stated_on", self.tr("Stated on"), self._context.office.clock.today().isoformat()),
                self._line("until", self.tr("Valid until"), hint=self.tr("empty: not said")),
            )
        )
        own = [self._own(each.key, each.title.in_(self._lang), each.form) for each in self._attester.fields]
        for at in range(0, len(own), 2):
            column.addLayout(beside(*own[at : at + 2]))
        self.text = TextEditor(self.tr("What else is stated"))
        self.text.setMaximumHeight(px(64))
        self.text.edited.connect(self._check)
        self.fields["text"] = Field(self.tr("What else is stated"), self.text)
        column.addWidget(self.fields["text"])
        column.addStretch(1)
        return column

    def _own(self, key: str, label: str, kind: Form) -> Field:
        hints = {
            Form.DATE: "2026-04-01", Form.YEN: self.tr("in yen"), Form.COUNT: self.tr("a figure"), Form.YES_NO: self.tr("yes or no"),
        }  # fmt: skip
        return self._line(form.SAID + key, label, hint=hints.get(kind, ""))

    def _consented(self) -> QVBoxLayout:
        column = _column()
        column.addWidget(SectionHeading(self.tr("The applicant's consent")))
        column.addLayout(
            beside(
                self._line("consent_on", self.tr("Given on")),
                self._line("consent_how", self.tr("How it was given"), hint=self.tr("in writing, at the counter …")),
                wide=(2, 3),
            )
        )
        column.addWidget(self._line("purpose", self.tr("For what, in the applicant's words")))
        self.criteria = Checks(self.tr("Criteria that may rest on it"), 8)
        titles = [words.title(each.title, self._lang) for each in self._file.criteria]
        self.criteria.fill(list(enumerate(titles)), frozenset())
        self.criteria.itemChanged.connect(lambda _item: self._check())
        self.fields["criteria"] = Field(self.tr("Criteria that may rest on it"), self.criteria)
        column.addWidget(self.fields["criteria"], 1)
        return column

    def _line(self, name: str, label: str, value: str = "", hint: str = "") -> Field:
        made = LineEdit(label)
        made.setText(value)
        made.textChanged.connect(lambda _text: self._check())
        self.lines[name] = made
        self.fields[name] = Field(label, made, hint)
        return self.fields[name]

    # ---- what stands in the fields
    def typed(self) -> tuple[NewAttestation | None, tuple[Problem, ...]]:
        """The attestation as typed, and what stands in the way."""
        said = {name: each.text() for name, each in self.lines.items()} | {"text": self.text.text}
        keys = tuple(self._file.criteria[at].key for at in self.criteria.ticked())
        new, wrong = form.attested(self._file.case.id, self._attester.key, said, keys)
        if new is None:
            return None, wrong
        return new, form.problems(new, self._file, self._context.office.clock.today())

    def tick(self, *keys: str) -> None:
        """Tick these criteria."""
        for at in range(self.criteria.count()):
            item = self.criteria.item(at)
            on = self._file.criteria[int(item.data(PLACE))].key in keys
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _check(self) -> None:
        if "criteria" not in self.fields:
            return
        _, found = self.typed()
        touched = any(each.text() for name, each in self.lines.items() if name != "stated_on")
        for name, field in self.fields.items():
            mine = [each.text(self._lang) for each in found if each.place == name]
            field.show_problem(mine[0] if mine and touched else "")
        rest = [each.text(self._lang) for each in found if each.place not in self.fields]
        self.foot.told(rest[0] if rest else "")
        self.foot.primary.setEnabled(not found)
        self.foot.primary.describe(found[0].text(self._lang) if found else "")

    def _go(self) -> None:
        self.text.commit()
        new, found = self.typed()
        if new is None or found:
            return
        self.foot.primary.setEnabled(False)
        office, actor = self._context.office, self._context.actor
        self._context.tasks.run(
            lambda: attestations.add(office, actor, new), *self.answers(self._kept, self._failed), owner=self
        )

    def _kept(self, made: object) -> None:
        self.accept()
        self.kept.emit(made)

    def _failed(self, error: Exception) -> None:
        self.foot.primary.setEnabled(True)
        self.foot.problem.show_problem(error_words(error, self._lang), spoken=True)


def _column() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(px(7))
    return made
