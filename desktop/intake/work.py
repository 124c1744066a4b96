"""What the import screen has done: looks and readings beside everything else, trials and imports on the database thread."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.changes import What
from desktop.context import Context
from desktop.intake.form import Form, Item
from desktop.operations import intake
from desktop.operations.intake import Tried
from desktop.tasks import Progress, Task
from models.errors import AkashiError
from models.intake.gather import Gathered
from models.intake.look import Looked
from models.intake.values import ColumnMap
from models.people.values import Actor


class _Stopped(Exception):
    """The person cancelled the import; the office undoes it."""


class Work(QObject):
    """``changed`` after everything that came back; ``progressed(rows)`` while a file is read."""

    changed = Signal()
    progressed = Signal(int)
    imported = Signal()
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, form: Form, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        self._turn = 0
        self._task: Task | None = None
        self._stop = threading.Event()
        self.checking = False
        self.importing = False

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self.checking or self.importing

    def add(self, paths: Sequence[Path]) -> None:
        """Look at files, then check everything."""
        for item in self._form.add(paths):
            self._look(item)
        self.check()

    def _look(self, item: Item) -> None:
        actor, path, what = self._context.actor, item.path, item.what

        def came(looked: Looked) -> None:
            self._form.looked(item, looked)
            self.check()

        def failed(error: Exception) -> None:
            self._form.learn(item, error)
            self.changed.emit()

        self._context.tasks.long(lambda _progress: intake.look(actor, path, what), came, failed, self)

    def look_again(self, item: Item) -> None:
        """The file may have been mended."""
        self._look(item)

    def choose(self, item: Item, what: str) -> None:
        """The person says what a file is; a spreadsheet may have another sheet for it."""
        self._form.choose(item, what)
        item.looked = None
        self._look(item)
        self.changed.emit()

    def use(self, item: Item, mapped: ColumnMap) -> None:
        """Another map: check anew."""
        self._form.use(item, mapped)
        self.check()

    def remove(self, item: Item) -> None:
        """Let a file go; the others are checked anew."""
        self._form.remove(item)
        self.check()

    def check(self) -> None:
        """Read what is not read yet, then try all files together; what was under way is dropped."""
        self._drop()
        files = [(item, item.what, item.path, item.mapped) for item in self._form.to_read]
        if files:
            self.checking = True
            actor, turn = self._context.actor, self._turn
            self._task = self._context.tasks.long(
                lambda progress: [(item, _read(actor, what, path, mapped, progress)) for item, what, path, mapped in files],
                lambda found: self._read(turn, found), lambda error: self._wrong(turn, error), self,
            )  # fmt: skip
            self._task.on_progress = lambda done, _total: self.progressed.emit(done)
        else:
            self._try()
        self.changed.emit()

    def cancel(self) -> None:
        """Stop: a check at once; an import undoes itself and says so."""
        if self.importing:
            self._stop.set()
        elif self.checking:
            self._drop()
            self.stopped.emit()
            self.changed.emit()

    def _drop(self) -> None:
        self._turn += 1
        if self._task is not None and not self.importing:
            self._task.cancel()
        self._task, self.checking = None, False

    def _read(self, turn: int, found: list[tuple[Item, Gathered | Exception]]) -> None:
        if turn != self._turn:
            return
        for item, gathered in found:
            self._form.learn(item, gathered)
        self.checking = False
        self._try()
        self.changed.emit()

    def _try(self) -> None:
        order = self._form.order
        if order and not self._form.clean:
            self.checking = True
            turn = self._turn
            self._write(
                order, True, lambda tried: self._tried(turn, order, tried), lambda error: self._wrong(turn, error)
            )

    def _tried(self, turn: int, order: list[Item], tried: Tried) -> None:
        if turn == self._turn:
            self.checking = False
            self._form.tried(order, tried.done, tried.refused, kept=False)
            self.changed.emit()

    def _wrong(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.checking = False
            self.failed.emit(error)
            self.changed.emit()

    def import_(self) -> None:
        """Take everything in."""
        order = self._form.order
        if not self._form.clean or self.importing:
            return
        self.importing = True
        self._write(order, False, lambda tried: self._kept(order, tried), self._not_kept)
        self.changed.emit()

    def _kept(self, order: list[Item], tried: Tried) -> None:
        self.importing = False
        self._form.tried(order, tried.done, tried.refused, kept=tried.refused is None)
        if tried.refused is None:
            self._announce(tried)
            self.imported.emit()
        self.changed.emit()

    def _announce(self, tried: Tried) -> None:
        cases = {case for each in tried.done if each.what != "cases" for case in each.cases}
        if cases:
            self._context.changes.announce(What.EVIDENCE, next(iter(cases)) if len(cases) == 1 else None)
        if any(each.what == "cases" for each in tried.done):
            self._context.changes.announce(What.CASE)

    def _not_kept(self, error: Exception) -> None:
        self.importing = False
        if isinstance(error, _Stopped):
            self.stopped.emit()
        else:
            self.failed.emit(error)
        self.changed.emit()

    def _write(
        self, order: list[Item], dry_run: bool, done: Callable[[Tried], None], failed: Callable[[Exception], None]
    ) -> None:
        office, actor = self._context.office, self._context.actor
        files = [item.gathered for item in order if item.gathered is not None]
        self._stop = stop = threading.Event()

        def beat() -> None:
            if stop.is_set():
                raise _Stopped

        self._context.tasks.run(lambda: intake.take_all(office, actor, files, dry_run, beat), done, failed, self)


def _read(actor: Actor, what: str, path: Path, mapped: ColumnMap, progress: Progress) -> Gathered | Exception:
    """What a file holds, or what is wrong with it."""

    def told(done: int, total: int) -> None:
        progress(done, total)

    try:
        return intake.read(actor, what, path, mapped, told)
    except AkashiError as error:
        return error
