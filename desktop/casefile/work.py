"""The examiner's work on one case: the sheets in memory, their saves, and recording. The panel only shows what this holds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desktop.casefile.comparing import Comparing
from desktop.casefile.form import SheetForm
from desktop.casefile.saver import Done, Failed, Saver
from desktop.changes import What
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import findings as operations
from models.casefile.values import CaseFile
from models.errors import Problem, Stale
from models.findings import rules
from models.findings.values import Finding, FindingDraft, SavedDraft
from models.frameworks.values import Criterion
from models.people.values import Actor


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else recorded first: what stands in the record, and what this person wrote."""

    criterion: str
    theirs: Finding
    mine: FindingDraft


class Work(QObject):
    """Sheets by criterion. What is not yet acknowledged stays here, whatever the screen shows meanwhile."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(str)
    recorded = Signal(str)
    recording = Signal(bool)
    conflicted = Signal(object)
    drafts_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.file: CaseFile | None = None
        self._forms: dict[str, SheetForm] = {}
        self._savers: dict[str, Saver] = {}
        self._keys: dict[str, str] = {}
        self._recording: set[str] = set()
        self._aside: tuple[FindingDraft, ...] = ()
        self.comparing = Comparing(context, lambda: self.file, self)

    def show(self, file: CaseFile) -> None:
        """Takes a newly read case: sheets with unsaved text stay, all others follow the record."""
        self.file = file
        self._forms = {key: form for key, form in self._forms.items() if self._unsaved(key) or key in self._keys}

    def _unsaved(self, key: str) -> bool:
        return key in self._savers and self._savers[key].dirty

    def unsaved_drafts(self) -> tuple[FindingDraft, ...]:
        """What was typed and has not been acknowledged, neither as a draft nor as a finding."""
        keys = (key for key in self._forms if self._unsaved(key) or key in self._recording)
        return (*(self._forms[key].draft() for key in keys if not self._forms[key].empty), *self._aside)

    def form(self, key: str) -> SheetForm:
        """The sheet of a criterion, as it stands."""
        if key not in self._forms:
            file = self._file()
            criterion = file.framework.criterion(key)
            own = _own(file.draft(key), self.context.actor)
            self._forms[key] = SheetForm(file.case.id, criterion, self._rules(criterion), file.finding(key), own)
        return self._forms[key]

    def _rules(self, criterion: Criterion) -> Callable[[FindingDraft], tuple[Problem, ...]]:
        """The rules that the service will ask again, over the facts as they stand."""
        return lambda draft: _problems(draft, criterion, self._file())

    def _file(self) -> CaseFile:
        if self.file is None:
            raise RuntimeError("no case is shown yet")
        return self.file

    def saver(self, key: str) -> Saver:
        """The saver of a criterion's sheet."""
        if key not in self._savers:
            saver = Saver(lambda done, failed: self._write(key, done, failed), self)
            saver.saving.connect(self.saving)
            saver.saved.connect(self.saved)
            saver.failed.connect(lambda error: self.failed.emit(error_words(error, self.context.lang)))
            self._savers[key] = saver
        return self._savers[key]

    def _write(self, key: str, done: Done, failed: Failed) -> None:
        form, office, actor = self.form(key), self.context.office, self.context.actor
        draft = form.draft()
        if form.empty:
            self.context.tasks.run(
                lambda: operations.discard_draft(office, actor, draft.case, key),
                lambda _: self._kept(key, None, done), failed, owner=self,
            )  # fmt: skip
        else:
            self.context.tasks.run(
                lambda: operations.save_draft(office, actor, draft),
                lambda kept: self._kept(key, kept, done), failed, owner=self,
            )  # fmt: skip

    def _kept(self, key: str, kept: SavedDraft | None, done: Done) -> None:
        file = self._file()
        others = tuple(each for each in file.drafts if each.draft.criterion != key)
        self.file = replace(file, drafts=(*others, kept) if kept else others)
        done(kept.at if kept else self.context.office.clock.now())
        self.drafts_changed.emit()

    def touch(self, key: str) -> None:
        """The sheet was changed."""
        self._keys.pop(key, None)
        self.saver(key).touch()

    def flush(self) -> None:
        """Hand everything typed to the database thread now."""
        for saver in self._savers.values():
            saver.flush()
        self.comparing.keeper.flush()

    def record(self, key: str) -> None:
        """Record the finding; a repeated attempt carries the same key, so that it is answered and not done twice."""
        form, context = self.form(key), self.context
        if not form.may_record:
            return
        draft, command = form.draft(), self._keys.setdefault(key, uuid4().hex)
        self.saver(key).forget()
        self._recording.add(key)
        self.recording.emit(True)
        context.tasks.run(
            lambda: operations.record(context.office, context.actor, draft, command),
            lambda found: self._recorded(key, found),
            lambda error: self._refused(key, draft, error),
            owner=self,
        )

    def _recorded(self, key: str, found: Finding) -> None:
        self._recording.discard(key)
        self._keys.pop(key, None)
        file = self._file()
        findings = (*(each for each in file.findings if each.criterion != key), found)
        drafts = tuple(each for each in file.drafts if each.draft.criterion != key)
        self.file = replace(file, findings=findings, drafts=drafts)
        self.form(key).recorded(found)
        looking = self.comparing.look(key)  # which announces the case itself, once it is over
        self.recording.emit(False)
        self.recorded.emit(key)
        self.saved.emit(found.at)
        if not looking:
            self.context.changes.announce(What.FINDING, file.case.id)

    def _refused(self, key: str, draft: FindingDraft, error: Exception) -> None:
        self._recording.discard(key)
        self.recording.emit(False)
        self.saver(key).touch()
        if isinstance(error, Stale) and isinstance(error.theirs, Finding):
            self._keys.pop(key, None)
            self.conflicted.emit(Conflict(key, error.theirs, draft))
        else:
            self.failed.emit(error_words(error, self.context.lang))

    def rebase(self, conflict: Conflict) -> SheetForm:
        """Both texts are known: go on writing on top of what was recorded meanwhile."""
        form = self.form(conflict.criterion)
        form.found, form.base, form.folded = conflict.theirs, conflict.theirs.revision, False
        self.touch(conflict.criterion)
        return form

    def yield_to(self, conflict: Conflict) -> None:
        """The recorded finding stays in force; the own words go to the history, so that none are lost."""
        office, actor, case, key = self.context.office, self.context.actor, conflict.mine.case, conflict.criterion
        self.saver(key).forget()
        self.form(key).recorded(conflict.theirs)
        self.context.tasks.run(
            lambda: operations.set_aside(office, actor, conflict.mine),
            lambda _: self.context.changes.announce(What.FINDING, case),
            lambda error: self._not_aside(conflict.mine, error),
            owner=self,
        )

    def _not_aside(self, mine: FindingDraft, error: Exception) -> None:
        """The own words could not be put into the history: they stay at hand until the case closes."""
        self._aside = (*self._aside, mine)
        self.failed.emit(error_words(error, self.context.lang))


def _own(saved: SavedDraft | None, actor: Actor) -> SavedDraft | None:
    """A draft is its writer's; another person's is not taken over."""
    return saved if saved is not None and saved.by == actor.login else None


def _problems(draft: FindingDraft, criterion: Criterion, file: CaseFile) -> tuple[Problem, ...]:
    return tuple(rules.problems(draft, criterion, file.facts, file.evidence, file.attachments))
