"""What the drafting pane has done off its thread. Qt-free: every function makes a job."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.frameworks import draftform
from desktop.operations import drafting
from desktop.operations.drafting import Examined
from models.frameworks.drafts.values import Draft, DraftText
from models.frameworks.values import Framework
from models.people.values import Actor

if TYPE_CHECKING:
    from desktop.context import Office

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft, its text, and the version that it grew from."""

    text: DraftText
    base: Framework


class Saving:
    """The saving that the next one grows from; only the database thread moves it."""

    def __init__(self, number: int) -> None:
        self.number = number


def open_(office: "Office", actor: Actor, draft: str) -> Callable[[], Opened]:
    """Read a draft; a proposed one as it was proposed."""

    def job() -> Opened:
        found = drafting.opened(office, actor, draft)
        text = drafting.proposed_text(office, actor, draft) if found.draft.proposal else found.text
        return Opened(DraftText(found.draft, text), drafting.base_of(office, found.draft))

    return job


def examine(text: str, edits: Mapping[Path, str], base: Framework) -> Callable[[], Examined]:
    """Put the form's edits in and look at the whole."""
    asked = dict(edits)
    return lambda: drafting.examine(draftform.applied(text, asked), base)


def save(
    office: "Office", actor: Actor, draft: str, text: str, edits: Mapping[Path, str], saving: Saving
) -> Callable[[], Draft]:
    """Save what stands there."""
    asked = dict(edits)

    def job() -> Draft:
        found = drafting.save(office, actor, draft, draftform.applied(text, asked), saving.number)
        saving.number = found.saving
        return found

    return job


def save_over(
    office: "Office", actor: Actor, draft: str, text: str, edits: Mapping[Path, str], saving: Saving
) -> Callable[[], Draft]:
    """Save this text although somebody saved since; what they wrote is kept as a revision first."""
    write = save(office, actor, draft, text, edits, saving)

    def job() -> Draft:
        drafting.keep(office, actor, draft)
        saving.number = drafting.opened(office, actor, draft).draft.saving
        return write()

    return job


def step(office: "Office", actor: Actor, draft: str, what: str, day: date | None, said: str) -> Callable[[], object]:
    """One step of the draft's way."""

    def job() -> object:
        if what == "propose":
            assert day is not None
            return drafting.propose(office, actor, draft, day, said)
        acts: Mapping[str, Callable[..., object]] = {
            "keep": drafting.keep,
            "withdraw": drafting.withdraw,
            "return": drafting.send_back,
            "publish": drafting.publish,
            "give_up": drafting.give_up,
        }
        return acts[what](office, actor, draft, said)

    return job
