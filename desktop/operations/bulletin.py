"""The yearly bulletin: a release of one fiscal year for everybody to read, and how long decisions took."""

from datetime import date
from pathlib import Path

from desktop.operations import consistency
from desktop.operations.consistency import Asked
from models.consistency import service, times
from models.consistency.ledger import Box
from models.consistency.values import Bulletin, Times
from models.errors import BadInput
from models.intake.values import Progress
from models.people.values import Actor
from models.store import settings
from models.store.office import Office

FORMATS = ("pdf", "html")
PART = "times"


def asked_of(year: int, kind: str | None) -> Asked:
    """The release of a fiscal year (April to March). Raises ``BadInput`` for a year that cannot be."""
    if not 1950 <= year <= 2200:
        raise BadInput("report.bad_year", year=str(year))
    return Asked(from_=date(year, 4, 1), to=date(year + 1, 3, 31), kind=kind, release=True)


def propose(office: Office, actor: Actor, year: int, kind: str | None) -> None:
    """Put the yearly account before a second person. Raises ``BadInput`` (year), ``NotPermitted``."""
    consistency.propose_release(office, actor, asked_of(year, kind), bulletin=year)


def of_office(
    office: Office,
    actor: Actor,
    year: int,
    kind: str | None,
    progress: Progress | None = None,
    proposed_by: str | None = None,
) -> Bulletin:
    """The bulletin of the office's own decisions: released, entered in the ledger, recorded.

    Raises ``NotPermitted`` (role, or the proposer is the same person), ``BadInput`` (year).
    """
    asked = asked_of(year, kind)
    found = _times(office, asked, kind)
    report = consistency.release(office, actor, asked, proposed_by, progress, (PART,) if found else (), year)
    with office.read() as session:
        name = settings.office_settings(session).name
    return Bulletin(year, report, found if report.population.decisions else None, name)


def _times(office: Office, asked: Asked, kind: str | None) -> Times | None:
    """Given once for a period: two overlapping ones would tell of the decisions between them."""
    assert asked.from_ is not None
    assert asked.to is not None
    with office.read() as session:
        if service.ledger(session).has_part(PART, Box(asked.from_, asked.to, kind)):
            return None
        return times.quartiles(service.processing_days(session, asked.from_, asked.to, kind), asked.k)


def of_register(
    year: int,
    kind: str | None,
    decisions: Path,
    assessments: Path | None,
    map_path: Path | None,
    progress: Progress | None = None,
) -> Bulletin:
    """The bulletin of a register; it says nothing of times, which a register does not hold. Raises as ``consistency.of_register``."""
    return Bulletin(year, consistency.of_register(asked_of(year, kind), decisions, assessments, map_path, progress))


def files(bulletin: Bulletin, lang: str, formats: tuple[str, ...] = FORMATS) -> dict[str, bytes]:
    """The bulletin as files: name to content. Raises ``BadInput`` for an unknown format."""
    from reports import bulletin_html, bulletin_pdf

    title_of = consistency.titles(bulletin.report.kind, lang)
    renderers = {"pdf": bulletin_pdf.render, "html": bulletin_html.render}
    made = {}
    for each in formats:
        if each not in renderers:
            raise BadInput("report.bad_bulletin_format", value=each)
        made[f"bulletin.{lang}.{each}"] = renderers[each](bulletin, lang, title_of)
    return made
