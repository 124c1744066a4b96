"""Versions of the frameworks that an office writes itself: from the first word to the publication by a second person."""

from dataclasses import dataclass
from datetime import date

from desktop.operations import refusals
from models.errors import Problem
from models.frameworks import differences as compared
from models.frameworks import service as frameworks
from models.frameworks.differences import Change
from models.frameworks.drafts import rules, service
from models.frameworks.drafts.values import Draft, DraftText, Published
from models.frameworks.unverified import Unverified, unverified
from models.frameworks.values import Framework, FrameworkRef
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office


@dataclass(frozen=True, slots=True)
class Examined:
    """A draft's text as it was looked at: its problems, or the framework; what it changes, and what is still to be checked."""

    text: str
    problems: tuple[Problem, ...]
    framework: Framework | None
    changes: tuple[Change, ...] = ()
    unverified: tuple[Unverified, ...] = ()


def examine(text: str, base: Framework | None = None) -> Examined:
    """Read a draft's text; ``base`` is the version that its changes are counted from. Touches no office."""
    found = rules.examine(text)
    if found.framework is None:
        return Examined(text, found.problems, None)
    same_kind = base is not None and base.kind == found.framework.kind
    changes = compared.differences(base, found.framework) if base is not None and same_kind else ()
    return Examined(text, (), found.framework, changes, unverified(found.framework))


def listing(office: Office, actor: Actor) -> tuple[Draft, ...]:
    """Every draft, the last one written in first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        return service.listing(session)


def published(office: Office) -> tuple[Published, ...]:
    """The versions that this office published itself, the newest first."""
    with office.read() as session:
        return service.published(session)


def opened(office: Office, actor: Actor, draft: str) -> DraftText:
    """A draft and its text as last saved. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        return DraftText(service.get(session, draft), service.text(session, draft))


def proposed_text(office: Office, actor: Actor, draft: str) -> str:
    """What is proposed, word for word. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        asked = service.get(session, draft).proposal
        return service.text(session, draft, asked.revision if asked else None)


def base_of(office: Office, draft: Draft) -> Framework:
    """The version that a draft grew from. Raises ``NotFound``."""
    with office.read() as session:
        return frameworks.shelf(session).get(FrameworkRef(draft.framework, draft.based_on))


@refusals.recorded
def begin(office: Office, actor: Actor, based_on: FrameworkRef) -> DraftText:
    """Begin a draft on the text of a version. Raises ``NotPermitted``, ``NotFound``."""
    with office.begin() as session:
        return service.begin(session, actor, based_on)


@refusals.recorded
def save(office: Office, actor: Actor, draft: str, text: str, base: int) -> Draft:
    """Keep what was typed. Raises ``Stale`` when somebody saved since, ``NotPermitted``."""
    with office.begin() as session:
        return service.save(session, actor, draft, text, base)


@refusals.recorded
def keep(office: Office, actor: Actor, draft: str, note: str = "") -> Draft:
    """Keep the text as a revision, on the record. Raises ``NotPermitted``."""
    with office.begin() as session:
        return service.keep(session, actor, draft, note)


@refusals.recorded
def propose(office: Office, actor: Actor, draft: str, in_force_from: date, comment: str = "") -> Draft:
    """Propose the text to take effect on a day. Raises ``CheckFailed`` with all that stands against it, ``NotPermitted``."""
    with office.begin() as session:
        return service.propose(session, actor, draft, in_force_from, comment)


@refusals.recorded
def withdraw(office: Office, actor: Actor, draft: str, comment: str = "") -> Draft:
    """Take a proposal back. Raises ``NotPermitted``."""
    with office.begin() as session:
        return service.withdraw(session, actor, draft, comment)


@refusals.recorded
def send_back(office: Office, actor: Actor, draft: str, comment: str) -> Draft:
    """Return a proposal with what is to be done. Raises ``NotPermitted``, ``BadInput`` without words."""
    with office.begin() as session:
        return service.send_back(session, actor, draft, comment)


@refusals.recorded
def publish(office: Office, actor: Actor, draft: str, comment: str = "") -> Published:
    """Publish what another person proposed. Raises ``NotPermitted``, ``CheckFailed``."""
    with office.begin(signer=actor.signer) as session:
        return service.publish(session, actor, draft, comment)


@refusals.recorded
def give_up(office: Office, actor: Actor, draft: str, comment: str = "") -> Draft:
    """Close a draft that will not be published. Raises ``NotPermitted``."""
    with office.begin() as session:
        return service.give_up(session, actor, draft, comment)
