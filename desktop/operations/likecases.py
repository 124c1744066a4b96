"""Like cases, once the own finding is recorded; and the distinction where it differs from most of them."""

from itertools import count

from desktop.operations import refusals
from models.errors import WorldFault
from models.likecases import service
from models.likecases.kept import service as kept
from models.likecases.values import Distinction, LikeCases
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records.service import once
from models.store.office import Office

_STEPS = 10
"""So many portions are taken in before a comparison: a second or two."""


@refusals.recorded
def compare(
    office: Office, actor: Actor, case: str, criterion: str, key: str | None = None, *, whole: bool = False
) -> LikeCases:
    """How like cases were found on a criterion. The first look at a revision stands in the record; looking again shows the same
    and writes nothing.

    Raises ``CheckFailed`` while no finding in force answers the criterion with met or not met (or a draft lies over it),
    ``NotPermitted`` (role, another's case), ``BadInput`` (unknown criterion), ``NotFound``; ``WorldFault`` while so many decisions from
    before wait to be taken in that what is shown would not be the whole; ``whole``: wait for all of them.
    """
    # Asked before anything is taken in: a server's database would refuse that to who may not compare, in words of its own.
    people.require(actor, Permission.ASSESS)
    for _ in count() if whole else range(_STEPS):
        if not step(office):
            break
    else:
        raise WorldFault("likecases.taking_in")
    with office.begin(key) as session:
        return service.compare(session, actor, case, criterion)


@refusals.recorded
def distinguish(
    office: Office, actor: Actor, case: str, criterion: str, text: str, key: str | None = None
) -> Distinction:
    """Write why the finding differs from most like cases; written again, the new wording holds and the old one is kept.

    Raises ``CheckFailed`` with the problems of the text (place ``text``), or where nothing was compared or differs;
    ``NotPermitted``, ``BadInput``, ``NotFound``.
    """
    with office.begin(key) as session:
        return once(
            session,
            "distinction_written",
            lambda: service.distinguish(session, actor, case, criterion, text),
            lambda made: [case, criterion, made.revision, made.number],
            lambda said: service.distinction(session, *said),
        )


def behind(office: Office) -> bool:
    """Whether decisions from before are still to be taken in."""
    with office.read() as session:
        return kept.behind(session)


def keep_up(office: Office) -> None:
    """Take in every decision from before."""
    while step(office):
        pass


def step(office: Office) -> bool:
    """Take in the next decisions from before, few enough that nobody waits for it; whether more are waiting."""
    if not behind(office):
        return False
    with office.begin() as session:
        return kept.keep_up(session)
