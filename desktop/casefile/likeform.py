"""What the pane shows of like cases on one criterion, and what stands against confirming a finding that differs. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from models.casefile.values import CaseFile
from models.errors import Problem
from models.findings.values import Finding
from models.likecases import rules
from models.likecases.values import Comparison, Distinction, LikeCases


class Stage(Enum):
    """How far the comparison is."""

    NONE = "none"
    LOCKED = "locked"
    LOOKING = "looking"
    FAILED = "failed"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class LikeView:
    """One criterion's like cases. ``locked``: words of the locked line; ``text``: the distinction as it is being written,
    ``writing``: whether its field is open; ``before``: of which earlier revision the words in the field come (0: of none);
    ``problems`` of the text; ``read_only``: shown as it stands in the record."""

    stage: Stage = Stage.NONE
    like: LikeCases | None = None
    distinction: Distinction | None = None
    text: str = ""
    writing: bool = False
    before: int = 0
    why: str = ""
    seen_before: bool = False
    read_only: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def required(self) -> bool:
        """Whether a distinction has to be written before the proposal."""
        return self.stage is Stage.SHOWN and self.like is not None and self.like.differs and self.distinction is None

    @property
    def may_confirm(self) -> bool:
        """Whether what is written can be recorded."""
        return self.writing and not self.problems


class Act(Enum):
    """What the primary button of the sheet does now."""

    NONE = "none"
    COMMIT = "commit"
    LOOKING = "looking"
    CONFIRM = "confirm"
    NEXT = "next"


def act_of(folded: bool, read_only: bool, view: LikeView) -> Act:
    """The one next thing: commit the finding, wait for the comparison, confirm with a distinction, go on."""
    if read_only:
        return Act.NONE
    if not folded:
        return Act.COMMIT
    if view.stage is Stage.LOOKING:
        return Act.LOOKING
    return Act.CONFIRM if view.writing else Act.NEXT


def earlier(file: CaseFile, finding: Finding) -> Comparison | None:
    """The last comparison of an earlier revision that a distinction was written on."""
    before = [
        each
        for each in file.comparisons
        if each.criterion == finding.criterion and each.revision < finding.revision and each.distinction
    ]
    return max(before, key=lambda each: each.revision, default=None)


def lacking(file: CaseFile) -> frozenset[str]:
    """The criteria whose finding in force differs from most like cases, without a word about it."""
    seen = (rules.in_force(file.comparisons, each) for each in file.findings if file.draft(each.criterion) is None)
    return frozenset(each.criterion for each in seen if each is not None and each.open)


def problems(text: str) -> tuple[Problem, ...]:
    """What stands against a distinction; the service asks the same."""
    return tuple(rules.text_problems(text))


def lines(found: Iterable[Problem], lang: str) -> str:
    """Problems in words, a line each."""
    return "\n".join(each.text(lang) for each in found)
