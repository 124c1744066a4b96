"""Like cases of the case in front: looked up once a finding is committed, and the distinction while it is being written.

Nothing is looked up for a draft: the model refuses it, and here nobody asks.
"""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.casefile import likeform
from desktop.casefile.form import SheetForm
from desktop.casefile.likeform import LikeView, Stage
from desktop.casefile.papers import PaperKeeper
from desktop.changes import What
from desktop.context import Context
from desktop.errors import words as error_words
from desktop.operations import likecases
from models.casefile.values import CaseFile
from models.cases.rules import EXAMINED
from models.decisions.values import DecisionDraft, Paper
from models.errors import CheckFailed, Problem, WorldFault
from models.findings.values import Finding
from models.likecases import rules
from models.likecases.values import Comparison, Distinction, LikeCases

Revision = tuple[str, int]
"""A criterion and the revision of its finding."""
_AGAIN = 5_000
"""Milliseconds until a look that had to wait is tried again by itself."""


class Comparing(QObject):
    """``changed`` with the criterion when there is something else to show, ``confirmed`` when its distinction stands in the
    record; ``failed`` with what was refused."""

    changed = Signal(str)
    confirmed = Signal(str, object)
    confirming = Signal(bool)
    failed = Signal(str)

    def __init__(self, context: Context, file: Callable[[], CaseFile | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._file = context, file
        self._found: dict[Revision, LikeCases] = {}
        self._errors: dict[Revision, str] = {}
        self._said: dict[Revision, Distinction] = {}
        self._refused: dict[str, tuple[Problem, ...]] = {}
        self._looking: set[Revision] = set()
        self._failed_before: set[Revision] = set()
        self._rewriting: set[str] = set()
        self._texts: dict[str, str] | None = None
        self._key: tuple[str, str] = ("", "")
        self.keeper = PaperKeeper(context, self.draft, self)

    # ---- looking
    def look(self, criterion: str, again: bool = False) -> bool:
        """Look up the like cases of a committed finding, unless they are known; whether a look is under way.

        When it was the first look at this revision, the case is announced as changed: the look stands in its record.
        """
        finding = self._own(criterion)
        if finding is None:
            return False
        at = (criterion, finding.revision)
        if self._known(finding) is None and at not in self._looking and (again or at not in self._errors):
            self._start(at, finding.case)
        return at in self._looking

    def _own(self, criterion: str) -> Finding | None:
        """The finding in force where it can be compared by this person now."""
        file, login = self._file(), self._context.actor.login
        found = file.finding(criterion) if file else None
        if file is None or found is None or file.case.state not in EXAMINED:
            return None
        if found.finding not in rules.COMPARED or file.draft(criterion):
            return None
        return found if login in (found.by, file.case.assigned_to) else None

    def _seen(self, found: Finding) -> Comparison | None:
        """What the record says was shown to this revision."""
        file = self._file()
        return rules.in_force(file.comparisons, found) if file else None

    def _known(self, found: Finding) -> LikeCases | None:
        seen = self._seen(found)
        return seen.shown if seen else self._found.get((found.criterion, found.revision))

    def _start(self, at: Revision, case: str) -> None:
        context, criterion = self._context, at[0]
        self._looking.add(at)
        self._errors.pop(at, None)
        context.tasks.run(
            lambda: likecases.compare(context.office, context.actor, case, criterion),
            lambda like: self._came(at, case, like),
            lambda error: self._not_found(at, case, error),
            owner=self,
        )
        self.changed.emit(criterion)

    def _came(self, at: Revision, case: str, like: LikeCases) -> None:
        self._looking.discard(at)
        self._found[at[0], like.revision] = like
        self.changed.emit(at[0])
        self._context.changes.announce(What.FINDING, case)

    def _not_found(self, at: Revision, case: str, error: Exception) -> None:
        self._looking.discard(at)
        self._errors[at] = error_words(error, self._context.lang)
        self.changed.emit(at[0])
        if at not in self._failed_before:  # the finding itself was recorded: others are told of it once
            self._failed_before.add(at)
            self._context.changes.announce(What.FINDING, case)
        if isinstance(error, WorldFault):  # decisions from before are being taken in: it is over soon
            QTimer.singleShot(_AGAIN, self, lambda: self._try_again(at))

    def _try_again(self, at: Revision) -> None:
        finding = self._own(at[0])
        if finding is not None and finding.revision == at[1] and at in self._errors:
            self.look(at[0], again=True)

    # ---- what is shown
    def view(self, form: SheetForm, read_only: bool) -> LikeView:
        """What stands below a sheet."""
        found = form.found
        if not read_only and (not form.folded or found is None):
            return LikeView(Stage.LOCKED, seen_before=self._seen_before(form.criterion.key))
        if found is None or read_only or self._own(found.criterion) is None:
            return self._as_recorded(found)
        at = (found.criterion, found.revision)
        if at in self._looking:
            return LikeView(Stage.LOOKING)
        like = self._known(found)
        if like is None:
            return LikeView(Stage.FAILED, why=self._errors[at]) if at in self._errors else LikeView()
        return self._shown(found, like)

    def _shown(self, found: Finding, like: LikeCases) -> LikeView:
        said, key = self._distinction(found), found.criterion
        writing = like.differs and (said is None or key in self._rewriting)
        if not writing:
            return LikeView(Stage.SHOWN, like, said)
        text, before = self._beginning(found, said)
        refused = self._refused.get(key, ())
        return LikeView(Stage.SHOWN, like, said, text, True, before, problems=refused or likeform.problems(text))

    def _as_recorded(self, found: Finding | None) -> LikeView:
        seen = self._seen(found) if found else None
        if seen is None or found is None:
            return LikeView()
        return LikeView(Stage.SHOWN, seen.shown, self._distinction(found), read_only=True)

    def _distinction(self, found: Finding) -> Distinction | None:
        seen, mine = self._seen(found), self._said.get((found.criterion, found.revision))
        held = seen.distinction if seen else None
        return max((each for each in (held, mine) if each), key=lambda each: each.seq, default=None)

    def _seen_before(self, criterion: str) -> bool:
        """Whether like cases were seen on an earlier revision: the record says so."""
        file = self._file()
        return file is not None and any(each.criterion == criterion for each in file.comparisons)

    # ---- writing
    @property
    def texts(self) -> dict[str, str]:
        """What is written and not yet recorded, by criterion; begins with what was kept."""
        file = self._file()
        if self._texts is None and file is not None:
            login = self._context.actor.login
            kept = [each for each in file.papers if each.draft.paper is Paper.DIFFERENCE and each.by == login]
            self._texts = {key: words for each in kept for key, words in each.draft.criteria}
        return self._texts if self._texts is not None else {}

    def _beginning(self, found: Finding, said: Distinction | None) -> tuple[str, int]:
        """The text to begin with: what is being written, the words to be rewritten, or those on an earlier revision."""
        if found.criterion in self.texts:
            return self.texts[found.criterion], 0
        if said is not None:
            return said.text, 0
        file = self._file()
        before = likeform.earlier(file, found) if file else None
        return (before.distinction.text, before.revision) if before and before.distinction else ("", 0)

    def draft(self) -> DecisionDraft | None:
        """What is to be kept until it is recorded."""
        file = self._file()
        if file is None:
            return None
        written = tuple(sorted((key, words) for key, words in self.texts.items() if words.strip()))
        return DecisionDraft(file.case.id, Paper.DIFFERENCE, file.case.round, criteria=written)

    def write(self, criterion: str, text: str) -> None:
        """The text was changed."""
        self.texts[criterion] = text
        self._refused.pop(criterion, None)
        self.keeper.touch()

    def rewrite(self, criterion: str) -> None:
        """The recorded words are opened again; recorded once more, the new wording holds and the old one is kept."""
        self._rewriting.add(criterion)
        self.changed.emit(criterion)

    def leave_as_it_is(self, criterion: str) -> None:
        """The recorded words hold; what was begun anew is thrown away."""
        self._done_with(criterion)
        self.changed.emit(criterion)

    def confirm(self, criterion: str, text: str) -> None:
        """Record the distinction; the same words twice make one act."""
        file, context = self._file(), self._context
        found = file.finding(criterion) if file else None
        if found is None or likeform.problems(text):
            return
        self.write(criterion, text)
        command = self._command(criterion, text, found)
        self.confirming.emit(True)
        context.tasks.run(
            lambda: likecases.distinguish(context.office, context.actor, found.case, criterion, text, command),
            lambda said: self._confirmed(found, said, text),
            lambda error: self._not_confirmed(criterion, error),
            owner=self,
        )

    def _command(self, criterion: str, text: str, found: Finding) -> str:
        """A repeated attempt carries the same key, so that it is answered and not done twice."""
        what = f"{criterion}\n{found.revision}\n{text}"
        if self._key[0] != what:
            self._key = (what, uuid4().hex)
        return self._key[1]

    def _confirmed(self, found: Finding, said: Distinction, sent: str) -> None:
        self._key = ("", "")
        self._said[found.criterion, found.revision] = said
        if self.texts.get(found.criterion, sent) == sent:
            self._done_with(found.criterion)
        else:  # typed on meanwhile: that is not recorded yet, and stays to be confirmed or left
            self._rewriting.add(found.criterion)
        self.confirming.emit(False)
        self.confirmed.emit(found.criterion, said.at)
        self._context.changes.announce(What.FINDING, found.case)

    def _done_with(self, criterion: str) -> None:
        self._rewriting.discard(criterion)
        self._refused.pop(criterion, None)
        if self.texts.pop(criterion, None) is not None:
            self.keeper.touch()
            self.keeper.flush()

    def _not_confirmed(self, criterion: str, error: Exception) -> None:
        if isinstance(error, CheckFailed):
            self._refused[criterion] = tuple(error.problems)
        self.confirming.emit(False)
        self.failed.emit(error_words(error, self._context.lang))
        self.changed.emit(criterion)
