"""Papers of a case: keep one, look at a page, take it out again."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from desktop.operations import refusals
from models.attachments import preview, rules, service
from models.attachments.values import LARGEST, Attachment, NewAttachment, Picture
from models.errors import NotFound, WorldFault
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office


def read(case: str, path: Path, source: str, as_of: date | None = None, note: str = "") -> NewAttachment:
    """A paper from a file. Raises ``NotFound``, ``WorldFault``, ``BadInput`` (a My Number in its name, too large)."""
    rules.check_words(path.name, source, note)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotFound("cli.no_file", file=path.name) from None
    except OSError as error:
        raise WorldFault("intake.cannot_read", file=path.name, why=error.strerror or "") from error
    return NewAttachment(case, path.name, content, source, as_of, note)


def pages_of(new: NewAttachment) -> int:
    """How many pages a paper has; it is opened in a process of its own, which takes its time. Raises ``BadInput``."""
    rules.check_words(new.name, new.source, new.note)
    rules.media_of(new.name, new.content)
    return preview.pages_of(new.name, new.content)


@refusals.recorded
def attach(office: Office, actor: Actor, new: NewAttachment, pages: int | None = None) -> Attachment:
    """Keep a paper. ``pages``: as ``pages_of`` counted them before; left out: they are counted now. Raises ``NotPermitted``,
    ``NotFound``, ``BadInput``."""
    people.require(actor, Permission.IMPORT)
    counted = pages_of(new) if pages is None else pages
    with office.begin() as session:
        return service.attach(session, actor, new, counted)


def listing(office: Office, actor: Actor, case: str) -> tuple[Attachment, ...]:
    """The papers of a case. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.of_case(session, case)


def content(office: Office, actor: Actor, case: str, evidence: str) -> tuple[Attachment, bytes]:
    """A paper as it came, byte for byte. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` where it is damaged."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.content(session, case, evidence)


def page(office: Office, actor: Actor, case: str, evidence: str, number: int = 0) -> Picture:
    """One page (from 0) as pixels, drawn in a process of its own. Raises as ``content``."""
    return pages(office, actor, case, evidence, (number,))[0]


def pages(office: Office, actor: Actor, case: str, evidence: str, numbers: Iterable[int]) -> tuple[Picture, ...]:
    """Several pages; the paper is read once. Raises as ``content``."""
    paper, found = content(office, actor, case, evidence)
    wanted = (min(max(each, 0), paper.pages - 1) for each in numbers)
    return tuple(preview.picture_of(paper.name, found, each) for each in wanted)
