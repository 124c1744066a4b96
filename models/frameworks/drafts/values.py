"""A draft of a framework version, its kept revisions, and the steps of its way to publication."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class DraftState(StrEnum):
    """Where a draft stands. A published or given-up one is closed: nothing is written into it any more."""

    OPEN = "open"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    GIVEN_UP = "given_up"


class Step(StrEnum):
    """What was done with a draft as a whole."""

    PROPOSED = "proposed"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    PUBLISHED = "published"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Revision:
    """A kept state of a draft; ``digest`` is SHA-256 of its text."""

    number: int
    digest: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken, on which revision; ``in_force_from`` is the day proposed."""

    step: Step
    revision: int
    version: str
    in_force_from: date | None
    comment: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft without its text. ``saving`` counts the savings of its working paper, for who writes beside another."""

    id: str
    framework: str
    based_on: str
    saving: int
    by: str
    at: datetime
    revisions: tuple[Revision, ...] = ()
    steps: tuple[Taken, ...] = ()

    @property
    def state(self) -> DraftState:
        """Where it stands."""
        return _STATES[self.steps[-1].step] if self.steps else DraftState.OPEN

    @property
    def proposal(self) -> Taken | None:
        """The proposal that waits for a second person."""
        return self.steps[-1] if self.state is DraftState.PROPOSED else None


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft and what stands in it."""

    draft: Draft
    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """A version that the office published itself."""

    framework: str
    version: str
    digest: str
    in_force_from: date
    draft: str
    revision: int
    proposed_by: str
    published_by: str
    at: datetime


_STATES = {
    Step.PROPOSED: DraftState.PROPOSED,
    Step.WITHDRAWN: DraftState.OPEN,
    Step.RETURNED: DraftState.OPEN,
    Step.PUBLISHED: DraftState.PUBLISHED,
    Step.GIVEN_UP: DraftState.GIVEN_UP,
}
