"""A draft being written: as a form and as text; its problems as it is typed; its way to publication."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.casefile.saver import Done, Failed, Saver
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.frameworks import draftform, draftwork, form, partsform
from desktop.frameworks.draftfields import DraftFields
from desktop.frameworks.draftfoot import DraftFoot
from desktop.frameworks.draftparts import DraftParts
from desktop.frameworks.drafttext import DraftText
from desktop.frameworks.draftwords import field_words
from desktop.frameworks.draftwork import Opened, Saving
from desktop.frameworks.partsform import Change
from desktop.operations.drafting import Examined
from desktop.tasks import Task
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Label, Pane, Rule, Segmented
from desktop.widgets.lineedit import commit_input_method
from desktop.words import counted
from models.errors import AkashiError, Stale
from models.frameworks.drafts.values import Draft, DraftState
from models.frameworks.values import Framework
from models.people.rules import may
from models.people.values import Permission

_PAUSE = 400
"""Milliseconds after the last key until the text is looked at."""


class DraftPane(QWidget):
    """``framework_changed``: the text is sound again, as this framework. ``moved``: a step was taken."""

    framework_changed = Signal(object)
    moved = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draft-pane")
        self._context = context
        self._opened: Opened | None = None
        self._text, self._key = "", ""
        self._edits: dict[tuple[str, ...], str] = {}
        self._saving = Saving(0)
        self._task: Task | None = None
        self.examined: Examined | None = None
        self._build()
        self._saver = Saver(self._write, self)
        self._saver.saving.connect(self.foot.saved.saving)
        self._saver.saved.connect(self.foot.saved.saved)
        self._saver.failed.connect(self._not_saved)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)

    def _build(self) -> None:
        choices = (("form", self.tr("Form")), ("text", self.tr("Text")))
        self.mode = Segmented(self.tr("How to write"), choices)
        self.mode.set_value("form")
        self.mode.chosen.connect(lambda _key: self._show_mode())
        self.status = Label("", Type.BASE, "text2")
        self.fields = DraftFields(self.tr("Fields"))
        self.fields.edited.connect(self._field_edited)
        self.text = DraftText(self.tr("Text of the version"))
        self.text.edited.connect(self._text_edited)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._build_form())
        self.stack.addWidget(self.text)
        self.problems = QListWidget()
        self.problems.setObjectName("draft-problems")
        self.problems.setAccessibleName(self.tr("Problems, and what is still to be checked"))
        self.problems.setWordWrap(True)
        self.problems.setProperty("frame", "none")
        self.problems.setSpacing(px(3))
        self.problems.itemActivated.connect(self._go_to)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.addWidget(self.stack)
        split.addWidget(self.problems)
        split.setStretchFactor(0, 1)
        split.setSizes([520, 150])
        self.foot = DraftFoot(self._context, self)
        self.foot.taken.connect(self._stepped)
        self.foot.asking.connect(self.save)
        self.foot.chosen.connect(self._chose)
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(px(10))
        row.addWidget(self.mode)
        row.addWidget(self.status, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule())
        column.addWidget(split, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)
        self.pane = Pane(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane)

    def _build_form(self) -> QWidget:
        """The lists above, the fields below."""
        self.parts = DraftParts(self._context.lang)
        self.parts.changed.connect(self._restructured)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.parts)
        column.addWidget(self.fields, 1)
        return both

    # ---- opening
    @property
    def draft(self) -> Draft | None:
        """The draft shown."""
        return self._opened.text.draft if self._opened else None

    @property
    def base(self) -> Framework | None:
        """The version that it grew from."""
        return self._opened.base if self._opened else None

    @property
    def writable(self) -> bool:
        """Whether this person may write in it now."""
        draft = self.draft
        may_keep = may(self._context.actor.role, Permission.KEEP_RULES)
        return draft is not None and may_keep and draft.state is DraftState.OPEN

    def open_draft(self, draft: str) -> None:
        """Show a draft; what was typed in the one before is saved first."""
        self.save()
        self._opened, self.examined = None, None
        self.pane.show_loading()
        job = draftwork.open_(self._context.office, self._context.actor, draft)
        # Behind the saves, on their thread: what was typed a moment ago is read back whole.
        self._context.tasks.run(job, self._learn, self._failed, owner=self)

    def show_entry(self, key: str) -> None:
        """The fields of a criterion, or (``""``) of the framework itself."""
        self._key = key
        self._fill_fields()

    def _learn(self, found: Opened) -> None:
        self._opened, self._text = found, found.text.text
        self._edits.clear()
        self._saving = Saving(found.text.draft.saving)
        self._saver.forget()
        self.text.set_text(self._text)
        self.text.setReadOnly(not self.writable)
        self.foot.show_draft(found.text.draft, found.base)
        self.foot.saved.clear()
        self.pane.show_content()
        self._fill_fields()
        self.look()

    def _failed(self, error: Exception) -> None:
        self.pane.show_error(error_words(error, self._context.lang))

    # ---- typing
    def _field_edited(self, path: tuple[str, ...], said: str) -> None:
        self._edits[path] = said
        self._touched()

    def _restructured(self, change: Change) -> None:
        """An entry was added, taken away or moved: what was typed before is in the text, and the fields follow."""
        commit_input_method()
        self._text = partsform.applied(draftform.applied(self._text, self._edits), change)
        self._edits.clear()
        self.text.set_text(self._text)
        self._fill_fields()
        self._touched()

    def _text_edited(self) -> None:
        self._text = self.text.toPlainText()
        self._edits.clear()
        self._touched()

    def _touched(self) -> None:
        self._pause.start()
        self._saver.touch()

    def _write(self, done: Done, failed: Failed) -> None:
        draft = self.draft
        if draft is None:
            return
        office, actor = self._context.office, self._context.actor
        job = draftwork.save(office, actor, draft.id, self._text, self._edits, self._saving)
        self._context.tasks.run(job, lambda found: done(found.at), failed, owner=self)

    def save(self) -> None:
        """Hand what was typed to the database thread."""
        if self._opened is not None:
            commit_input_method()
            self._saver.flush()

    def _not_saved(self, error: Exception) -> None:
        """Somebody saved since: both texts are kept until this person has chosen."""
        self.foot.saved.failed(error_words(error, self._context.lang))
        self.foot.offer(isinstance(error, Stale))

    def _chose(self, mine: bool) -> None:
        draft = self.draft
        if draft is None:
            return
        self.foot.offer(False)
        if not mine:
            self._saver.forget()
            self.open_draft(draft.id)
            return
        office, actor = self._context.office, self._context.actor
        job = draftwork.save_over(office, actor, draft.id, self._text, self._edits, self._saving)
        self._saver.forget()
        self._context.tasks.run(job, lambda found: self.foot.saved.saved(found.at), self._not_saved, owner=self)

    def look(self) -> None:
        """Look at what stands there, off the window's thread; an older look is dropped."""
        base = self.base
        if base is None:
            return
        if self._task is not None:
            self._task.cancel()
        text, edits = self._text, dict(self._edits)
        job = draftwork.examine(text, edits, base)
        self._task = self._context.tasks.read(
            job, lambda found: self._looked(found, text, edits), self._broke, owner=self
        )

    def _looked(self, found: Examined, text: str, edits: dict[tuple[str, ...], str]) -> None:
        self.examined = found
        if self._text != text:  # typed on meanwhile: another look follows
            return
        self._text = found.text
        self._edits = {path: said for path, said in self._edits.items() if edits.get(path) != said}
        if self.mode.value() == "form":
            self.text.set_text(found.text)
        self._say(found)
        if found.framework is not None:
            self.framework_changed.emit(found.framework)

    def _broke(self, error: Exception) -> None:
        if not isinstance(error, AkashiError):
            raise error
        self.status.setText(error_words(error, self._context.lang))

    # ---- showing
    def _say(self, found: Examined) -> None:
        lang = self._context.lang
        self.problems.clear()
        for each in found.problems:
            item = QListWidgetItem(each.text(lang))
            item.setData(Qt.ItemDataRole.UserRole, int(each.place.rpartition(":")[2] or 0))
            self.problems.addItem(item)
        if not found.problems:
            for one in found.unverified:
                what = f"{form.figure('.'.join(one.path[1:]), lang)} " if one.path[0] == "parameters" else ""
                words = self.tr("To be checked: {says} ({source})")
                said = words.format(says=what + one.says.in_(lang), source=one.source.in_(lang))
                item = QListWidgetItem(said)
                item.setData(Qt.ItemDataRole.UserRole, one.path)
                self.problems.addItem(item)
        if found.problems:
            self.status.setText(counted(self.tr("{number} problems"), number=len(found.problems)))
        else:
            said = self.tr("No problem. {changes} differences from version {version}; {verify} still to be checked.")
            version = self.base.version if self.base else ""
            self.status.setText(said.format(changes=len(found.changes), version=version, verify=len(found.unverified)))
        self.foot.allow(not found.problems)

    def _go_to(self, item: QListWidgetItem) -> None:
        from models.frameworks import editing

        where = item.data(Qt.ItemDataRole.UserRole)
        line = where if isinstance(where, int) else editing.line(self._text, tuple(where))
        self.mode.set_value("text")
        self._show_mode()
        self.text.go_to(line)

    def _show_mode(self) -> None:
        form_now = self.mode.value() == "form"
        if form_now:
            self._fill_fields()
        else:
            self._text = draftform.applied(self._text, self._edits)
            self._edits.clear()
            self.text.set_text(self._text)
        self.stack.setCurrentIndex(0 if form_now else 1)

    def _fill_fields(self) -> None:
        if self._opened is None:
            return
        text = draftform.applied(self._text, self._edits)
        self.fields.show_rows(draftform.rows(text, self._key), self._key, field_words(), not self.writable)
        self.parts.show_text(text, self._key, field_words(), not self.writable)

    # ---- its way
    def _stepped(self) -> None:
        draft = self.draft
        if draft is not None:
            self.moved.emit()
            self.open_draft(draft.id)
