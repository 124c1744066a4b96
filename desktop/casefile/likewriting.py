"""相違の説明: the field in which it is written, and the words as they stand in the record."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile import likeform, words
from desktop.casefile.likeform import LikeView
from desktop.casefile.words import say
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, SectionHeading, TextEditor
from models.likecases.values import Distinction

_PAUSE = 1000
"""Milliseconds without a key after which the field's problem is said."""


class DistinctionField(QWidget):
    """``written`` with the text after each change."""

    written = Signal(str)
    left = Signal()
    kept_as_it_is = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("distinction")
        self._lang, self._said, self._problems = lang, False, ""
        self._shown, self._required = ("", False), True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._settled)
        self.heading = SectionHeading(self.tr("Distinction"))
        self.editor = TextEditor(self.tr("Distinction"))
        self.editor.setPlaceholderText(self.tr("In what this case differs from those"))
        self.field = Field(self.tr("Distinction"), self.editor)
        for words_above in (self.field.label, self.field.hint):
            words_above.hide()
        self.before = Label("", Type.CAPTION, "text2", wrap=True)
        self.keep = Button(self.tr("Leave it as it was"), Kind.LINK, icon="dismiss", name="keep-distinction")
        self.compact(on=False)
        self.editor.edited.connect(self._edited)
        self.editor.left.connect(self._gone)
        self.keep.clicked.connect(self.kept_as_it_is)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self.heading, self.before, self.field):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep)
        column.addLayout(row)

    def show_view(self, view: LikeView, about: str) -> None:
        """The words as far as they are written; hidden where none are asked for."""
        if (about, view.writing) != self._shown:
            self._said = False
        self._shown = (about, view.writing)
        self.setVisible(view.writing)
        self.compact(self._low)  # the text size may be another
        self._required = view.distinction is None
        self.before.setText(say("like.from_before", self._lang, n=view.before) if view.before else "")
        self.before.setVisible(bool(view.before))
        self.keep.setVisible(view.distinction is not None)
        self.editor.set_text(view.text)
        self._count()
        self.show_problems(likeform.lines(view.problems, self._lang))

    def show_problems(self, text: str) -> None:
        """Words under the field, once it was left; a mended problem goes at once."""
        self._problems = text
        self.field.show_problem(text if self._said else "")

    def say_problems(self, text: str) -> None:
        """Words under the field at once."""
        self._said = True
        self.show_problems(text)

    def compact(self, on: bool) -> None:
        """A few lines high: the words above are what it answers, and stay in view."""
        self._low = on
        self.editor.setMaximumHeight(px(90 if on else 102))

    def commit(self) -> None:
        """Take over what the input method holds."""
        if self.editor.composing:
            self.editor.commit()

    def _edited(self) -> None:
        self._count()
        self._pause.start()
        self.written.emit(self.editor.text)

    def _count(self) -> None:
        number = self.editor.count()
        told = self.tr("{n} character") if number == 1 else self.tr("{n} characters")
        required = say("like.required", self._lang) if self._required else ""
        self.heading.show_text(
            self.tr("Distinction"), "　".join(each for each in (required, told.format(n=number)) if each)
        )

    def _settled(self) -> None:
        self._said = self._said or bool(self.editor.text)
        self.show_problems(self._problems)

    def _gone(self) -> None:
        self._settled()
        self.left.emit()


class DistinctionShown(QWidget):
    """The recorded words, with who wrote them and when."""

    rewrite_asked = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("distinction-shown")
        self._lang = lang
        self.when = Label("", Type.CAPTION, "text2")
        self.text = Label("", Type.READING, wrap=True)
        self.rewrite = Button(self.tr("Write it anew"), Kind.LINK, icon="edit", name="rewrite-distinction")
        self.rewrite.clicked.connect(self.rewrite_asked)
        frame = QFrame()
        frame.setObjectName("distinction-frame")
        frame.setStyleSheet("#distinction-frame { border: 1px solid palette(mid); border-radius: 4px; }")
        head = QHBoxLayout()
        head.addWidget(self.when)
        head.addStretch(1)
        head.addWidget(self.rewrite)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(12, 6, 12, 10)
        inner.setSpacing(px(4))
        inner.addLayout(head)
        inner.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(SectionHeading(self.tr("Distinction")))
        column.addWidget(frame)

    def show_said(self, said: Distinction | None, names: Callable[[str], str], may: bool) -> None:
        """These words, or nothing."""
        self.setVisible(said is not None)
        if said is not None:
            at = words.moment(said.at, self._lang)
            self.when.setText(self.tr("{at}, {who}").format(at=at, who=names(said.by)))
            self.text.setText(said.text)
            self.rewrite.setVisible(may)
