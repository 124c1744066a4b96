"""The editor of one sentence, opened under its paragraph: the words, what stands against them, and the two acts."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.lettering.form import LetteringForm
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, ProblemLine, TextEditor
from desktop.widgets.marks import Mark, show_marks

_PAUSE = 400
"""Milliseconds without a key after which a text is looked at: the rules take a few."""


class SentenceEditor(QFrame):
    """Edits the form's chosen sentence. ``left`` on Esc: back to the letter."""

    edited = Signal()
    used = Signal()
    restored = Signal()
    left = Signal()
    grown = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentence-editor")
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form: LetteringForm | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.editor = TextEditor(self.tr("Wording"))
        self.editor.setMaximumHeight(px(96))
        self.editor.setMaximumWidth(16_777_215)
        self.field = Field(self.tr("Wording"), self.editor)
        self.standard = Label("", Type.CAPTION, "text2", wrap=True)
        self.readings = Label(
            self.tr(
                "Write the reading of each kanji behind it: 永住《えいじゅう》. Where its word does not begin with the first kanji, "
                "put a bar before it: ｜20日《はつか》. The program never guesses a reading."
            ),
            Type.CAPTION,
            "text2",
            wrap=True,
        )
        self.seen = Label("", Type.CAPTION, "text2", wrap=True)
        self.hints = ProblemLine(tone="wait")
        self.readability = Label("", Type.CAPTION, "text3")
        self.use = Button(self.tr("Put into the letter"), Kind.PRIMARY, "Ctrl+Enter", name="use-wording")
        self.restore = Button(self.tr("Standard wording back"), icon="arrow_undo", name="restore-wording")
        self.close_ = Button(self.tr("Close"), Kind.QUIET, "Esc", name="close-wording")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.readability, 1)
        for button in (self.close_, self.restore, self.use):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(px(5))
        for part in (self.standard, self.readings, self.field, self.seen, self.hints):
            column.addWidget(part)
        column.addLayout(row)
        column.addStretch(1)
        self.editor.edited.connect(self._changed)
        self.use.clicked.connect(self.used)
        self.restore.clicked.connect(self.restored)
        self.close_.clicked.connect(self.left)
        self.editor.installEventFilter(self)

    def show_form(self, form: LetteringForm) -> None:
        """The chosen sentence, with what was written for it before."""
        self.form = form
        told = self.tr("Recorded text: {text}") if form.is_translation else self.tr("Standard wording: {text}")
        self.standard.setText(told.format(text=form.standard))
        label = self._label(form)
        self.readings.setVisible(form.is_easy)
        self.field.label.setText(label)
        self.editor.setAccessibleName(label)
        self.restore.setVisible(form.is_worded)
        self.editor.set_text(form.text)
        self.look()

    def _label(self, form: LetteringForm) -> str:
        if form.is_translation:
            return self.tr("Readings by a person") if form.is_easy else self.tr("Translation by a person")
        return self.tr("Wording")

    def _changed(self) -> None:
        if self.form is not None:
            self.form.write(self.editor.text)
            self.use.setEnabled(False)
            self.edited.emit()
            self._pause.start()

    def look(self) -> None:
        """Say what blocks and what reads badly, each where it stands."""
        form = self.form
        if form is None:
            return
        self._pause.stop()
        faults, hints = form.faults(), form.hints()
        self.field.show_problem("\n".join(dict.fromkeys(each.problem.text(form.lang) for each in faults)))
        self.hints.show_problem(hints.text if form.text != form.standard else "")
        self.readability.setText(hints.readability)
        other = form.reader_sees
        self.seen.setText(self.tr("The reader sees other words than the recorded ones: {text}").format(text=other))
        self.seen.setVisible(bool(other))
        marks = [Mark(each.start, each.end) for each in hints.found if form.text != form.standard]
        marks += [Mark(each.span.start, each.span.end, "block") for each in faults if each.span]
        show_marks(self.editor, marks)
        self.use.setEnabled(form.may_use)
        self.use.describe(faults[0].problem.text(form.lang) if faults else "")
        self.grown.emit()

    def commit(self) -> None:
        """Take over what the input method holds."""
        self.editor.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter, Ctrl+. and Esc belong to the sentence while it is edited; never while the input method composes."""
        if not isinstance(event, QKeyEvent) or self.editor.composing:
            return super().eventFilter(watched, event)
        act = self._acts().get((event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if act is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            act()
            return True
        return super().eventFilter(watched, event)

    def _acts(self) -> dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]]:
        none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        return {
            (int(Qt.Key.Key_Escape), none): self.left.emit,
            (int(Qt.Key.Key_Return), control): self._use,
            (int(Qt.Key.Key_Enter), control): self._use,
            (int(Qt.Key.Key_Period), control): self.next_asked.emit,
        }

    def _use(self) -> None:
        self.look()
        if self.use.isEnabled():
            self.used.emit()
