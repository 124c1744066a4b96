"""Issue many letters one after the other: each case in its own transaction, so that one that fails stops no other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.operations import drawing, letters
from desktop.operations.drawing import HERE, Hands
from models.decisions import service as decisions
from models.errors import AkashiError
from models.letters import service
from models.letters.values import IssuedLetter
from models.letters.wording import AUTHORITATIVE
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office
from reports import letter_pdf

Progress = Callable[[int, int], bool | None]
"""Told (done, of) before each letter; ``False`` as its answer cancels."""
Keep = Callable[[tuple[IssuedLetter, ...]], None]


@dataclass(frozen=True, slots=True)
class Ready:
    """A countersigned case: its letter can be issued."""

    case: str
    unit: str
    kind: str
    route: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one case of a batch: ``number`` of its letter, or ``error``; both where the letter was sealed and its
    files could not be written out."""

    case: str
    number: str = ""
    error: AkashiError | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a batch; ``left`` were not begun, because it was cancelled."""

    done: tuple[Done, ...]
    left: tuple[str, ...] = ()

    @property
    def issued(self) -> tuple[Done, ...]:
        """The cases whose letters went out."""
        return tuple(each for each in self.done if each.number)

    @property
    def failed(self) -> tuple[Done, ...]:
        """The cases whose letters did not, or could not be written out, each with its cause."""
        return tuple(each for each in self.done if each.error is not None)


def ready(office: Office, actor: Actor) -> tuple[Ready, ...]:
    """Every countersigned case, by number. Raises ``NotPermitted``."""
    people.require(actor, Permission.ISSUE)
    with office.read() as session:
        return tuple(Ready(*each) for each in service.countersigned(session))


def drafts(office: Office, actor: Actor, chosen: Sequence[str]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The Japanese letter of each case as PDF, as it would be issued now, marked as a draft: nothing is written in the record.
    Each is read and composed while those before it are drawn; its answer raises what it cannot be drawn for.

    Raises as ``letters.compose`` at the case that is concerned.
    """
    wanted = tuple(dict.fromkeys(chosen))
    jobs = (
        (case, partial(letter_pdf.render, (letters.compose(office, actor, case, AUTHORITATIVE),))) for case in wanted
    )
    with drawing.over(len(wanted)) as hands:
        yield from drawing.through(hands, jobs)


def documents(office: Office, actor: Actor, chosen: Sequence[str]) -> Mapping[str, str]:
    """The digest of each letter that was countersigned: what somebody confirms once for a whole batch. A case that has none
    (any more) is left out, and its letter fails by itself. Raises ``NotPermitted``."""
    people.require(actor, Permission.ISSUE)
    with office.read() as session:
        return decisions.signed_digests(session, dict.fromkeys(chosen))


def issue(
    office: Office,
    actor: Actor,
    chosen: Sequence[str],
    progress: Progress | None = None,
    keep: Keep | None = None,
    twins: Sequence[str] = (),
) -> Batch:
    """Issue the letters of these cases. ``keep`` is given each case's letters as soon as they are sealed (to write them
    out); they are not held, so that memory stays the same however many there are.

    Raises ``NotPermitted`` for a role that may not issue; what is wrong with one case stands in the answer.
    """
    people.require(actor, Permission.ISSUE)
    wanted = tuple(dict.fromkeys(chosen))
    with drawing.over(len(wanted)) as hands:
        done = tuple(one(office, actor, case, keep, twins, hands) for case in _until_cancelled(wanted, progress))
    return Batch(done, wanted[len(done) :])


def _until_cancelled(wanted: Sequence[str], progress: Progress | None) -> Iterator[str]:
    for place, case in enumerate(wanted):
        if progress is not None and progress(place, len(wanted)) is False:
            return
        yield case
    if progress is not None:
        progress(len(wanted), len(wanted))


def one(
    office: Office,
    actor: Actor,
    case: str,
    keep: Keep | None = None,
    twins: Sequence[str] = (),
    hands: Hands = HERE,
) -> Done:
    """Issue the letters of one case of a batch; what is wrong with it stands in the answer. ``hands``: who draws them."""
    try:
        made = letters.issue(office, actor, case, twins=twins, hands=hands)
    except AkashiError as error:
        return Done(case, error=error)
    try:
        if keep is not None:
            keep(made)
    except AkashiError as error:
        return Done(case, made[0].number, error)
    return Done(case, made[0].number)
