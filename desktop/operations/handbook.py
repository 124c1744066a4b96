"""The public booklet of a framework, and the pages and sentences that a wording produces."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import BadInput, Problem
from models.frameworks import library
from models.frameworks.library import Library
from models.frameworks.service import shelf
from models.frameworks.values import Framework
from models.store.office import Office
from resources import handbook

FORMATS = ("pdf", "html")
LANGUAGES = handbook.LANGUAGES


def make(name: str, language: str, format_: str, office: Office | None = None) -> tuple[Framework, bytes]:
    """The booklet of a framework named as a person names it (a file, ``id/version`` or ``id``), and that framework.

    Raises ``BadInput`` for an unknown language or format and for a broken file, ``NotFound`` for an unknown framework.
    """
    framework = Library(frameworks(office)).named(name)
    return framework, of(framework, language, format_)


def of(framework: Framework, language: str, format_: str) -> bytes:
    """The booklet of a framework. Raises ``BadInput`` for an unknown language or format."""
    from reports.handbook import compose, html, pdf

    if format_ not in FORMATS:
        raise BadInput("handbook.unknown_format", format=format_)
    book = compose.book(framework, language)
    return pdf.render(book) if format_ == "pdf" else html.render(book)


@dataclass(frozen=True, slots=True)
class Checked:
    """A framework file as it was found: its problems, or the framework."""

    name: str
    problems: tuple[Problem, ...]
    framework: Framework | None


def frameworks(office: Office | None = None) -> tuple[Framework, ...]:
    """Every framework and version: those that the program carries, and those that an office published. Raises ``BadInput``
    for a broken one."""
    if office is None:
        return library.all_()
    with office.read() as session:
        return shelf(session).frameworks


def check(path: Path) -> Checked:
    """Read a framework file, as ``framework check`` does. Raises ``BadInput`` when it is no such text."""
    problems = library.check(path)
    return Checked(path.name, problems, None if problems else library.named(str(path)))


def pages(framework: Framework, key: str, language: str) -> bytes:
    """The booklet's pages of one criterion as PDF; of the framework itself (``""``) cover, reading help and routes."""
    from reports.handbook import compose, pdf

    return pdf.render(compose.part(compose.book(framework, language), key))
