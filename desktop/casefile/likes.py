"""類似事案: below the sheet. Before the commit one locked line; after it how like cases were found, and where the own finding
differs from most of them the field for the distinction."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.casefile import likeform, likewords
from desktop.casefile.likebar import LikeBar
from desktop.casefile.likebasis import LikeBasis
from desktop.casefile.likeform import LikeView, Stage
from desktop.casefile.liketable import IN_PANE, WRITING, LikeDialog, LikeTable
from desktop.casefile.likewriting import DistinctionField, DistinctionShown
from desktop.casefile.words import say
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Kind, Label, ProblemLine, SectionHeading
from desktop.widgets import say as speak
from desktop.widgets.pane import SHOW_AFTER
from desktop.widgets.problem import IconMark
from models.likecases.values import LikeCases

Names = Callable[[str], str]


class LikeSection(QWidget):
    """Shows a ``LikeView``. ``written`` after each change of the distinction, ``left`` when the keyboard leaves it."""

    written = Signal(str)
    left = Signal()
    rewrite_asked = Signal()
    kept_as_it_is = Signal()
    retry_asked = Signal()

    def __init__(self, lang: str, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("likes")
        self._lang, self._names = lang, names
        self._view, self._about, self._low = LikeView(), "", False
        self._wait = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._wait.timeout.connect(lambda: self.quiet.setText(say("like.looking", lang)))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.all = Button("", Kind.LINK, icon="table", name="all-likes")
        self.heading = SectionHeading(self.tr("Like cases"), extra=self.all)
        self.locked = _LockedLine()
        self.quiet = Label("", Type.BASE, "text2", wrap=True)
        self.failed = ProblemLine(tone="wait")
        self.retry = Button(self.tr("Retry"), icon="arrow_sync", name="retry-likes")
        self.basis = LikeBasis(self._lang)
        self.bar = LikeBar(self._lang)
        self.verdict = Label("", wrap=True)
        self.differs = ProblemLine(tone="wait")
        self.table = LikeTable(self._lang, fixed=True)
        self.remark = Label(
            self.tr("Anonymous; fewer than 5 are not broken down. What was shown is on record."),
            Type.CAPTION,
            "text2",
            wrap=True,
        )
        self.field = DistinctionField(self._lang)
        self.shown = DistinctionShown(self._lang)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(6))
        for part in (self.heading, self.locked, self.quiet, self.failed):
            column.addWidget(part)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        for words_ in (
            self.verdict,
            self.remark,
        ):  # as many lines as the width asks for, and not as a guess of Qt's does
            words_.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        shown: tuple[QWidget, ...] = (self.basis, self.bar, self.verdict, self.differs, self.table, self.remark)
        for below in (*shown, self.field, self.shown):
            column.addWidget(below)

    def _connect(self) -> None:
        self.retry.clicked.connect(self.retry_asked)
        self.bar.opened.connect(self.open_table)
        self.all.clicked.connect(self.open_table)
        self.field.written.connect(self.written)
        self.field.left.connect(self.left)
        self.field.kept_as_it_is.connect(self.kept_as_it_is)
        self.shown.rewrite_asked.connect(self.rewrite_asked)

    def show_view(self, view: LikeView, about: str) -> None:
        """What stands here now; ``about`` is the criterion's question."""
        came = self._view.stage is Stage.LOOKING and view.stage is Stage.SHOWN and self._about == about
        self._view, self._about = view, about
        self.setVisible(view.stage is not Stage.NONE)
        self._show_waiting(view)
        self._show_like(view.like if view.stage is Stage.SHOWN else None)
        self.field.show_view(view, about)
        self.shown.show_said(None if view.writing else view.distinction, self._names, may=not view.read_only)
        if came and view.like is not None:
            speak(self, likewords.spoken(view.like, self._lang))

    def follow(self, view: LikeView) -> None:
        """The same like cases while their distinction is typed: only what stands against it may be another."""
        self._view = view
        self.field.show_problems(likeform.lines(view.problems, self._lang))

    def _show_waiting(self, view: LikeView) -> None:
        locked = say("like.locked_again" if view.seen_before else "like.locked", self._lang)
        self.locked.show_words(locked if view.stage is Stage.LOCKED else "")
        looking = view.stage is Stage.LOOKING
        if looking and not self._wait.isActive() and not self.quiet.text():
            self._wait.start()
        elif not looking:
            self._wait.stop()
            self.quiet.setText("")
        self.quiet.setVisible(looking)
        failed = view.why if view.stage is Stage.FAILED else ""
        self.failed.show_problem(failed, spoken=bool(failed) and failed != self.failed.text)
        self.retry.setVisible(view.stage is Stage.FAILED)

    def _show_like(self, like: LikeCases | None) -> None:
        count = likewords.count(like.total, self._lang) if like and not like.hidden else ""
        self.heading.show_text(self.tr("Like cases") + (f"　{count}" if count else ""))
        self.differs.show_problem(likewords.verdict(like, self._lang) if like and like.differs else "")
        self.verdict.setVisible(like is not None and not like.differs)
        full = like is not None and not like.hidden
        for part in (self.basis, self.bar, self.all):
            part.setVisible(full)
        self.table.setVisible(full and not (self._low and self._view.writing))
        self.remark.setVisible(full and not self._view.writing)
        if like is None:
            return
        self.basis.show_like(like)
        self.verdict.setText(likewords.verdict(like, self._lang))
        self.bar.show_like(like)
        self.table.show_like(like, WRITING if self._view.writing else IN_PANE)
        self.all.set_words(say("like.open_table", self._lang, n=count))

    @property
    def writing(self) -> bool:
        """Whether the field of the distinction is open."""
        return self._view.writing

    def open_table(self) -> None:
        """All of them, by quarter."""
        if self._view.like is not None and not self._view.like.hidden:
            dialog = LikeDialog(self._view.like, self._about, self._lang, self)
            dialog.open()

    def compact(self, on: bool) -> None:
        """Low windows: while a distinction is written its field has the room of the rows."""
        self._low = on
        self.field.compact(on)
        self._show_like(self._view.like if self._view.stage is Stage.SHOWN else None)

    def say_problems(self) -> None:
        """Words under the field, whether it was left or not."""
        self.field.say_problems(likeform.lines(self._view.problems, self._lang))

    def take_keyboard(self) -> bool:
        """The keyboard goes to the field to be written, else to the counts; false where there is nothing to go to."""
        target = self.field.editor if self._view.writing else self.bar
        if not target.isVisible():
            return False
        target.setFocus()
        return True


class _LockedLine(QWidget):
    """One line with a lock: nothing of other cases is shown before the own finding stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("likes-locked")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet("#likes-locked { border: 1px solid palette(midlight); border-radius: 4px; }")
        self.setProperty("ground", "sunken")
        self.words = Label("", Type.BASE, "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(px(8))
        row.addWidget(IconMark("lock_closed", "text2"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_words(self, text: str) -> None:
        """Why nothing is shown yet; empty hides the line."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
