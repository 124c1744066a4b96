"""The documents as a letter lists them: source, as-of date, the criteria that rest on them."""

from models.evidence.values import Document as Submitted
from models.evidence.values import Evidence, EvidenceKind, Statement
from models.letters import figures
from models.letters.matter import Matter
from models.letters.sentences import NOTHING, Body, Bound
from models.letters.shelf import Document
from models.letters.values import Cell, Figure, Sentence
from models.letters.wording import Wording

_OF_APPLICANT = (EvidenceKind.APPLICATION, EvidenceKind.STATEMENT)


def title(document: Document, wording: Wording) -> str:
    """What a document is, in words."""
    # The rows of one document are mostly of one kind, and about one thing.
    kinds = {_called(each): each for each in reversed(document.pieces)}
    words = dict.fromkeys(_piece_title(kinds[key], wording) for key in dict.fromkeys(map(_called, document.pieces)))
    named = wording["frame.separator"].join(words)
    if not document.pages:
        return named
    pages = wording["frame.separator"].join(str(each) for each in document.pages)
    return f"{named}{wording['frame.open']}{wording['frame.page']} {pages}{wording['frame.close']}"


def title_figure(document: Document, wording: Wording) -> Figure:
    """The title as a bound word."""
    return figures.word(str(document.number), title(document, wording), f"document.{document.number}.title")


def number_figure(document: Document) -> Figure:
    """The number as a bound figure."""
    return figures.count(document.number, f"document.{document.number}")


def write(matter: Matter, body: Body) -> None:
    """The section "documents": source, as-of date, criteria."""
    say, wording = matter.writer.say, matter.wording
    found = matter.shelf.documents
    linked = say("documents.adverse", "documents.adverse") if any(each.linked for each in found) else None
    body.section(wording["section.documents"])
    body.paragraph([say("documents.intro", "documents.intro"), linked], anchor="documents")
    head = [wording[f"documents.{each}"] for each in ("number", "title", "from", "as_of", "criteria")]
    body.table("documents", wording["documents.caption"], head, [_row(matter, each) for each in found])


def _called(piece: Evidence) -> tuple[EvidenceKind, str, str]:
    """What its title comes from."""
    record = piece.record
    own = record.kind if isinstance(record, Statement) else record.title if isinstance(record, Submitted) else ""
    return piece.kind, piece.about, own


def _piece_title(piece: Evidence, wording: Wording) -> str:
    if isinstance(piece.record, Statement):
        return (
            wording.word("statement", piece.record.kind)
            if wording.has(f"statement.{piece.record.kind}")
            else wording["statement.other"]
        )
    if isinstance(piece.record, Submitted):
        return piece.record.title
    precise = f"{piece.kind.value}.{piece.about}"
    return (
        wording[f"document.{precise}"]
        if wording.has(f"document.{precise}")
        else wording.word("document", piece.kind.value)
    )


def _row(matter: Matter, document: Document) -> tuple[Cell, ...]:
    writer, ids = matter.writer, document.ids
    on = Bound(evidence=ids)
    place = f"documents.{document.number}"
    return (
        Cell(writer.value(f"{place}.number", number_figure(document), on), "end"),
        Cell(writer.value(f"{place}.title", title_figure(document, matter.wording), on)),
        Cell(_source(matter, document, place, on)),
        Cell(_as_of(matter, document, place, on)),
        Cell(_criteria(matter, document, place)),
    )


def _source(matter: Matter, document: Document, place: str, on: Bound) -> Sentence:
    wording = matter.wording
    if document.pieces[0].kind in _OF_APPLICANT:
        return matter.writer.words(f"{place}.from", wording["documents.you"], on)
    text = wording.word("source", document.source)
    figure = figures.word(
        document.source,
        text + (wording["documents.linked"] if document.linked else ""),
        f"{document.pieces[0].id}#source",
    )
    return matter.writer.value(f"{place}.from", figure, on)


def _as_of(matter: Matter, document: Document, place: str, on: Bound) -> Sentence:
    if document.as_of is None:
        return matter.writer.words(f"{place}.as_of", matter.wording["frame.none"], on)
    return matter.writer.value(
        f"{place}.as_of", figures.day(document.as_of, f"{document.pieces[0].id}#as_of", matter.wording), on
    )


def _criteria(matter: Matter, document: Document, place: str) -> Sentence:
    numbers = [str(matter.numbers[key]) for key in matter.shelf.criteria(document)]
    if not numbers:
        return matter.writer.words(f"{place}.criteria", matter.wording["documents.whole"], NOTHING)
    return matter.writer.value(
        f"{place}.criteria", figures.name(", ".join(numbers), f"document.{document.number}.criteria")
    )
