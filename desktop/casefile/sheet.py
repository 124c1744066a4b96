"""The sheet at the right: the finding and its reasons, with every problem in words under its field."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.casefile.factrows import Chip
from desktop.casefile.form import Cite, SheetForm, field_of
from desktop.casefile.labels import code_choices
from desktop.casefile.likeform import LikeView
from desktop.casefile.likes import LikeSection
from desktop.casefile.reasonbox import ReasonBox
from desktop.casefile.summary import FindingSummary
from desktop.theme.type import px
from desktop.widgets import Button, FindingButtons, Kind, Label, ProblemLine, SectionHeading
from models.findings.values import FindingState, Reason

Chips = Callable[[Reason], tuple[Chip, ...]]


class Sheet(QWidget):
    """Shows a ``SheetForm`` and writes into it; ``edited`` after each change, ``cites_changed`` when the ticks differ."""

    edited = Signal()
    cites_changed = Signal()
    left = Signal()
    cite_opened = Signal(object)
    reopened = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._lang = lang
        self.form: SheetForm | None = None
        self._chips: Chips = lambda _reason: ()
        self._said: set[tuple[int, str]] = set()
        self.boxes: list[ReasonBox] = []
        self._low = False
        self._build()

    def _build(self) -> None:
        self.comment = ProblemLine(tone="wait")
        self.read_only = ProblemLine(tone="text2")
        self.heading = SectionHeading(self.tr("Finding"), self.tr("Alt+number"))
        self.buttons = FindingButtons(self.tr("Finding"))
        words = self.tr("No pass or fail is published for an indicator: say what you found, and weigh it.")
        self.no_pass = Label(words, wrap=True, tone="text2")
        self.problem = ProblemLine()
        self.reasons = QVBoxLayout()
        self.reasons.setSpacing(px(14))
        self.add = Button(self.tr("Add a reason"), Kind.LINK, icon="add", name="add-reason")
        self.warning = ProblemLine(tone="wait")
        self.summary = FindingSummary(self._lang)
        self.likes = LikeSection(self._lang, lambda login: self.summary.names.of(login, self._lang))
        self.buttons.chosen.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.summary.reopened.connect(self.reopened)
        self.summary.cite_opened.connect(self.cite_opened)
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(px(8))
        for part in (self.comment, self.read_only, self.heading, self.buttons, self.no_pass, self.problem):
            column.addWidget(part)
        column.addSpacing(px(6))
        column.addLayout(self.reasons)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.warning)
        column.addWidget(self.summary)
        column.addWidget(self.likes)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        self.area.verticalScrollBar().rangeChanged.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def compact(self, on: bool) -> None:
        """Low windows: editors of 124 px, so that the words under them stay in view."""
        self._low = on
        self.likes.compact(on)
        for box in self.boxes:
            box.compact(on)

    def show_form(
        self, form: SheetForm, chips: Chips, comment: str = "", why_read_only: str = "", like: LikeView | None = None
    ) -> None:
        """Put a form on the sheet, with what is to be seen of like cases below it."""
        self.form, self._chips = form, chips
        self._said = set()
        self.comment.show_problem(comment)
        self.read_only.show_problem(why_read_only)
        self._folded(form.folded or bool(why_read_only), bool(why_read_only))
        self._show_reasons()
        self.say_problems()
        self.show_likes(like or LikeView())

    def show_likes(self, view: LikeView) -> None:
        """What is to be seen of like cases now."""
        if self.form is not None:
            self.likes.show_view(view, " ".join(self.form.criterion.question.in_(self._lang).split()))

    def _folded(self, folded: bool, read_only: bool) -> None:
        form = self.form
        if form is None:
            return
        for part in (self.heading, self.buttons, self.problem):
            part.setVisible(not folded)
        self.no_pass.setVisible(not folded and form.criterion.indicator)
        self.summary.setVisible(folded and form.found is not None)
        if folded and form.found is not None:
            self.summary.show_finding(form.found, form.criterion, self._chips, may_reopen=not read_only)
        self.buttons.set_value(form.finding if form.chosen else None)

    def _open(self) -> bool:
        return self.form is not None and not self.form.folded and not self.read_only.text

    def _show_reasons(self) -> None:
        form = self.form
        wanted = len(form.reasons) if form and form.chosen and self._open() else 0
        while len(self.boxes) > wanted:
            box = self.boxes.pop()
            self.reasons.removeWidget(box)
            box.hide()
            box.deleteLater()
        while len(self.boxes) < wanted:
            self.boxes.append(self._box(len(self.boxes)))
        self.add.setVisible(bool(wanted) and form is not None and form.finding is FindingState.NOT_MET)
        if form is not None:
            self._fill(form)

    def _fill(self, form: SheetForm) -> None:
        codes = code_choices(form.codes, self._lang)
        for at, box in enumerate(self.boxes):
            box.show_reason(form.reasons[at], self._chips(form.reasons[at]), form.finding, codes)
            box.number(at, len(self.boxes) > 1, form.finding)

    def _box(self, index: int) -> ReasonBox:
        box = ReasonBox(index, self._lang)
        box.code_chosen.connect(self._code)
        box.text_edited.connect(self._text)
        box.uncited.connect(self._uncite)
        box.cite_opened.connect(self.cite_opened)
        box.removed.connect(self._remove)
        box.settled.connect(self._settled)
        box.editor.left.connect(self.left)
        box.compact(self._low)
        self.reasons.addWidget(box)
        return box

    def _choose(self, state: FindingState | None) -> None:
        if self.form is None:
            return
        if state is None:
            self.form.clear()
        else:
            self.form.choose(state)
        self._said = set()
        self._show_reasons()
        self._changed()

    def choose(self, state: FindingState | None) -> None:
        """Alt+1 to Alt+4 and Alt+0, wherever the keyboard is on the page."""
        if self._open():
            self.buttons.set_value(state)
            self._choose(state)

    def _add(self) -> None:
        if self.form:
            self.form.add_reason()
            self._show_reasons()
            self._changed()
            self.boxes[-1].code.setFocus()

    def _remove(self, index: int) -> None:
        if self.form:
            self.form.remove_reason(index)
            self._show_reasons()
            self.cites_changed.emit()
            self._changed()

    def _code(self, index: int, code: str | None) -> None:
        if self.form:
            self.form.set_code(index, code)
            self._changed()

    def _text(self, index: int, text: str) -> None:
        if self.form:
            self.form.set_text(index, text)
            self._changed()

    def _uncite(self, index: int, cite: Cite) -> None:
        if self.form:
            self.form.set_cite(cite, ticked=False, index=index)
            self._cited()

    def toggle(self, cite: Cite) -> None:
        """Ticks or clears a cite for the reason that is worked on."""
        if self.form is not None and self._open():
            self.form.active = next((box.index for box in self.boxes if box.has_focus()), self.form.active)
            self.form.toggle(cite)
            self._cited()

    def _cited(self) -> None:
        if self.form:
            for at, box in enumerate(self.boxes):
                box.show_chips(self._chips(self.form.reasons[at]))
        self.cites_changed.emit()
        self._changed()

    def _settled(self, index: int, field: str) -> None:
        if self.form and index < len(self.form.reasons):
            self.form.active = index
        self._said.add((index, field))
        self.say_problems()

    def _changed(self) -> None:
        self.say_problems()
        self.edited.emit()

    def say_problems(self, all_of_them: bool = False) -> None:
        """Words under the fields that were left; a mended one goes at once."""
        form = self.form
        found = form.problems() if form and self._open() else ()
        words: dict[tuple[int, str], list[str]] = {}
        for each in found:
            words.setdefault(field_of(each.place), []).append(each.text(self._lang))
        if all_of_them:
            self._said |= set(words)
        for box in self.boxes:
            for field in ("code", "cites", "text"):
                said = words.get((box.index, field), []) if (box.index, field) in self._said else []
                box.field(field).show_problem("\n".join(said))
        self.problem.show_problem("\n".join(words.get((0, "finding"), [])) if form and form.chosen else "")
        warned = form.warnings() if form and self._open() else ()
        self.warning.show_problem("\n".join(each.text(self._lang) for each in warned))

    def go_to_problem(self) -> None:
        """Ctrl+.: the keyboard goes to the next field that has a problem, and the words are shown."""
        form = self.form
        if self.likes.writing:
            self.likes.say_problems()
            self.to_likes()
        if form is None or not self._open():
            return
        if not form.chosen:
            next(iter(self.buttons.buttons.values())).setFocus()
            return
        self.say_problems(all_of_them=True)
        places = list(dict.fromkeys(field_of(each.place) for each in form.problems()))
        if not places:
            return
        here = self._here()
        index, field = places[(places.index(here) + 1) % len(places)] if here in places else places[0]
        target = self.boxes[min(index, len(self.boxes) - 1)].field(field)
        chips_focus = field == "cites"
        (target if not chips_focus else target.input).setFocus()
        if not chips_focus:
            target.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.area.ensureWidgetVisible(target, 0, 40)

    def _here(self) -> tuple[int, str] | None:
        for box in self.boxes:
            for field in ("code", "cites", "text"):
                if box.field(field).input.hasFocus():
                    return (box.index, field)
        return None

    def commit_text(self) -> None:
        """Take over what the input method holds, before anything is saved."""
        self.likes.field.commit()
        for box in self.boxes:
            if box.editor.composing:
                box.editor.commit()

    def take_keyboard(self) -> None:
        """Put the keyboard where the work goes on."""
        if self.boxes:
            self.boxes[0].editor.setFocus()
        elif self.likes.writing:
            self.to_likes()
        elif self.summary.isVisible():
            self.summary.undo.setFocus()
        else:
            next(iter(self.buttons.buttons.values())).setFocus()

    def to_likes(self) -> None:
        """The keyboard goes to the distinction that is to be written, and its field comes into sight."""
        if self.likes.take_keyboard():
            self._follow()

    def _follow(self) -> None:
        """Whatever is laid out anew above it, the distinction that is being written stays in sight."""
        if self.likes.field.editor.hasFocus():
            self.area.ensureWidgetVisible(self.likes.field, 0, px(12))

    def showEvent(self, event: QShowEvent) -> None:
        """The field problems are computed anew when shown."""
        super().showEvent(event)
        self.say_problems()
