"""The public booklet of a framework, and the pages and sentences that a wording produces."""

from models.errors import BadInput
from models.frameworks import library
from models.frameworks.values import Framework
from resources import handbook

FORMATS = ("pdf", "html")
LANGUAGES = handbook.LANGUAGES


def make(name: str, language: str, format_: str) -> tuple[Framework, bytes]:
    """The booklet of a framework named as a person names it (a file, ``id/version`` or ``id``), and that framework.

    Raises ``BadInput`` for an unknown language or format and for a broken file, ``NotFound`` for an unknown framework.
    """
    framework = library.named(name)
    return framework, of(framework, language, format_)


def of(framework: Framework, language: str, format_: str) -> bytes:
    """The booklet of a framework. Raises ``BadInput`` for an unknown language or format."""
    from reports.handbook import compose, html, pdf

    if format_ not in FORMATS:
        raise BadInput("handbook.unknown_format", format=format_)
    book = compose.book(framework, language)
    return pdf.render(book) if format_ == "pdf" else html.render(book)
