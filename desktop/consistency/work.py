"""What the consistency screen has done off its thread: gathering, computing, exporting, releasing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli import files
from desktop.operations import consistency, people
from desktop.operations.consistency import Asked, Gathered, Paper, Proposed
from desktop.tasks import Progress
from models.consistency.values import Report
from models.people.values import Actor
from resources.messages import LANGUAGES

if TYPE_CHECKING:  # the store loads with the first job
    from desktop.context import Office


@dataclass(frozen=True, eq=False)
class Shown:
    """A working paper, the other period beside it, and what its sentences say."""

    gathered: Gathered
    paper: Paper
    other: Report | None
    lead: tuple[str, str]
    look: tuple[str, ...]
    sentences: dict[str, str]


def read(
    office: "Office",
    actor: Actor,
    known: Gathered | None,
    asks: Callable[[Gathered], tuple[Asked, Asked | None]],
    lang: str,
) -> Callable[[Progress], Shown]:
    """A job for the long thread: gather unless that was done, compute, write the sentences."""

    def job(progress: Progress) -> Shown:
        gathered = known or consistency.gather(office, actor, progress, bring=False)
        asked, compared = asks(gathered)
        progress(0, 0)
        paper = consistency.paper(gathered, asked, progress)
        progress(0, 0)
        other = consistency.paper(gathered, compared, progress).report if compared else None
        return _worded(gathered, paper, other, lang)

    return job


def _worded(gathered: Gathered, paper: Paper, other: Report | None, lang: str) -> Shown:
    from reports.consistency import change, front, outcomes, readings, reasons
    from reports.consistency.context import Context

    context = Context(paper.report, lang, consistency.titles_of(paper.report, lang))
    parts = (
        *(outcomes.funnel, outcomes.caterpillar, outcomes.criteria, readings.agreement, change.drift),
        *(reasons.reasons, readings.noise),
    )
    sections = [section for part in parts if (section := part(context)) is not None]
    short = front.is_short(paper.report)
    return Shown(
        gathered,
        paper,
        other,
        front.lead_sentences(context),
        () if short else tuple(front.look(context, most=5)),
        {section.key: section.lead for section in sections},
    )


def export(report: Report, lang: str, folder: Path, formats: Sequence[str] = consistency.FORMATS) -> list[Path]:
    """Write the report's files into a folder, each whole or not at all. Raises ``WorldFault``."""
    made = consistency.files(report, lang, formats)
    for name, content in made.items():
        files.write(folder / name, content)
    return [folder / name for name in made]


def sign(office: "Office", actor: Actor, proposed: Proposed, lang: str, folder: Path) -> list[Path]:
    """The second person's word, and the files of what was released; a yearly account in every language it is written in."""
    if proposed.bulletin is not None:
        return _yearly(office, actor, proposed, proposed.bulletin, folder)
    return export(consistency.sign_release(office, actor, proposed), lang, folder)


def _yearly(office: "Office", actor: Actor, proposed: Proposed, year: int, folder: Path) -> list[Path]:
    from desktop.operations import bulletin

    account = bulletin.of_office(office, actor, year, proposed.asked.kind, proposed_by=proposed.by)
    made = {name: content for lang in LANGUAGES for name, content in bulletin.files(account, lang).items()}
    for name, content in made.items():
        files.write(folder / name, content)
    return [folder / name for name in made]


def look_up(office: "Office", actor: Actor, report: str, code: str, why: str) -> str:
    """Whose code it is, in the office's words: the name and the login. Raises as ``consistency.look_up``."""
    login = consistency.look_up(office, actor, report, code, why)
    name = next((person.name for person in people.listing(office) if person.login == login), "")
    return f"{name} ({login})" if name else login
