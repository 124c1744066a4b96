"""Backups on the screen: where they go, when the last good one was made, one now, a rehearsal of the restore."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop import errors
from desktop.casefile import words
from desktop.tasks import Progress, Tasks
from desktop.theme import Type
from desktop.theme.type import px
from desktop.widgets import Button, Field, Kind, Label, PasswordEdit, ProblemLine, Rule
from desktop.widgets.dialog import Dialog
from models.people.rules import may
from models.people.values import Actor, Permission

if TYPE_CHECKING:  # the store brings SQLAlchemy, which loads after the first paint
    from desktop.context import Office
    from desktop.operations.backups import Overview
    from desktop.operations.drills import Drill
    from models.store.values import Backup


Result = TypeVar("Result")


class BackupsDialog(Dialog):
    """Everybody sees how it stands and may back up; who looks after the office chooses the folder."""

    def __init__(
        self, office: "Office", actor: Actor, tasks: Tasks, lang: str, fixed: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._actor, self._tasks, self._lang, self._fixed = office, actor, tasks, lang, fixed
        self.setObjectName("backups-dialog")
        self.setWindowTitle(self.tr("Backups"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(px(10))
        column.addWidget(Label(self.windowTitle(), Type.NAME))
        self.state = Label("", Type.BASE, wrap=True)
        self.state.setObjectName("backups-state")
        self.where = Label("", Type.CAPTION, "text2", wrap=True)
        self.where.setObjectName("backups-folder")
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for each in (self.state, self.where):
            column.addWidget(each)
        column.addLayout(self._build_folder())
        column.addWidget(Rule())
        column.addLayout(self._build_rehearsal())
        column.addWidget(Rule())
        restore = self.tr(
            "To restore: sign out, type the passphrase at the sign-in, choose Restore from a backup…. The backup is proven "
            "first; if what stands there is newer, you are asked a second time, and it is kept beside it."
        )
        column.addWidget(Label(restore, Type.CAPTION, "text2", wrap=True))
        self.note, self.problem = ProblemLine(tone="text2"), ProblemLine()
        for line in (self.note, self.problem):
            column.addWidget(line)
        column.addLayout(self._build_foot())
        self.resize(px(600), px(430))
        self.read()

    # ---- building
    def _build_folder(self) -> QHBoxLayout:
        self.choose = Button(self.tr("Choose a folder…"), icon="folder_open", name="backups-choose")
        self.choose.clicked.connect(self.ask_folder)
        self.beside = Button(self.tr("Beside the office"), name="backups-beside")
        self.beside.clicked.connect(lambda: self.set_folder(None))
        self.now = Button(self.tr("Back up now"), Kind.PRIMARY, icon="save", name="backups-now")
        self.now.clicked.connect(self.back_up)
        row = QHBoxLayout()
        for each in (self.choose, self.beside):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self.now)
        return row

    def _build_rehearsal(self) -> QHBoxLayout:
        self.passphrase = PasswordEdit(self.tr("Passphrase of the office"))
        self.passphrase.textChanged.connect(lambda _text: self._marked())
        self.drill = Button(self.tr("Rehearse a restore"), name="backups-drill")
        self.drill.clicked.connect(self.rehearse)
        row = QHBoxLayout()
        row.addWidget(Field(self.tr("Passphrase of the office"), self.passphrase), 1)
        row.addWidget(self.drill, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _build_foot(self) -> QHBoxLayout:
        close = Button(self.tr("Close"), key="Esc", name="close-backups")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        return row

    # ---- how it stands
    def read(self) -> None:
        """Look anew."""
        office, fixed = self._office, self._fixed
        self._overview: Overview | None = None
        self._tasks.read(lambda: _overview(office, fixed), self._show, self._failed, self)
        self._marked()

    def _show(self, found: "Overview") -> None:
        self._overview = found
        if found.folder is None:
            self.state.setText(self.tr("This office lies on a server, which is backed up where it stands (pg_dump)."))
        elif found.newest is None:
            self.state.setText(self.tr("There is no automatic backup yet."))
        else:
            text = self.tr("The last good backup was made {at}: opened, walked and counted. Kept: {n}.")
            since = self.tr("Something was done since.") if found.due else self.tr("Nothing was done since.")
            at = words.moment(found.newest, self._lang)
            self.state.setText(f"{text.format(at=at, n=found.number)} {since}")
        folder = self.tr("Folder: {folder}").format(folder=found.folder) if found.folder else ""
        self.where.setText(folder + (" " + self.tr("(set by your administrator)") if found.fixed else ""))
        self._marked()

    def _marked(self) -> None:
        """What may be done now; a button that may not says why."""
        found = self._overview
        file = found is not None and found.folder is not None
        keeps = may(self._actor.role, Permission.KEEP_PEOPLE)
        why = "" if keeps else self.tr("An administrator chooses the folder.")
        for each in (self.choose, self.beside):
            each.setEnabled(file and keeps and found is not None and not found.fixed)
            each.describe(why)
        self.now.setEnabled(file)
        self.drill.setEnabled(file and bool(self.passphrase.text()))
        self.drill.describe(self.tr("Restores a backup on a copy, compares every row, and takes the copy away again."))

    # ---- acts
    def ask_folder(self) -> None:
        """Where they go from now on."""
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder for the backups"))
        if found:
            self.set_folder(Path(found))

    def set_folder(self, where: Path | None) -> None:
        """Keep the folder; ``None``: beside the office."""
        office, actor = self._office, self._actor
        self.problem.show_problem("")
        self._tasks.run(lambda: _choose(office, actor, where), lambda _none: self.read(), self._failed, self)

    def back_up(self) -> None:
        """The next automatic one, at once."""
        office, actor, fixed = self._office, self._actor, self._fixed

        def made(backup: "Backup | None") -> None:
            if backup is None:
                self._said(self.tr("Nothing was done since the last one."))
                return
            noted = self.answers(lambda _none: self.read(), self._failed)
            self._tasks.run(lambda: _note(office, backup, actor), *noted, owner=self)
            self._said(self.tr("Made and proven up to event {0}.").format(f"{backup.seq:,}"))

        self._long(lambda progress: _automatic(office, progress, fixed), made)

    def rehearse(self) -> None:
        """The drill: on a copy that goes again."""
        office, passphrase = self._office, self.passphrase.text()

        def done(drill: "Drill") -> None:
            text = self.tr("The restore was rehearsed: {events} events and {rows} rows came back in {seconds} s.")
            seconds = drill.backup_seconds + drill.restore_seconds
            self._said(text.format(events=f"{drill.events:,}", rows=f"{drill.rows:,}", seconds=f"{seconds:.1f}"))

        self._long(lambda progress: _drill(office, passphrase, progress), done)

    def _long(self, job: Callable[[Progress], Result], done: Callable[[Result], None]) -> None:
        def answered(found: Result) -> None:
            self._marked()
            done(found)

        self._said(self.tr("Under way…"))
        for each in (self.now, self.drill, self.choose, self.beside):
            each.setEnabled(False)
        self._tasks.long(job, *self.answers(answered, self._failed), owner=self)

    def _said(self, text: str) -> None:
        self.problem.show_problem("")
        self.note.show_problem(text, spoken=True)

    def _failed(self, error: Exception) -> None:
        self._marked()
        self.note.show_problem("")
        self.problem.show_problem(errors.words(error, self._lang), spoken=True)


def _overview(office: "Office", fixed: str) -> "Overview":
    from desktop.operations import backups

    return backups.overview(office, fixed)


def _choose(office: "Office", actor: Actor, where: Path | None) -> None:
    from desktop.operations import backups

    backups.choose_folder(office, actor, where)


def _automatic(office: "Office", progress: Progress, fixed: str) -> "Backup | None":
    from desktop.operations import backups

    return backups.automatic(office, progress, fixed)


def _note(office: "Office", made: "Backup", actor: Actor) -> None:
    from desktop.operations import backups

    backups.note(office, made, actor)


def _drill(office: "Office", passphrase: str, progress: Progress) -> "Drill":
    from desktop.operations import drills

    return drills.run(office, passphrase, progress)
