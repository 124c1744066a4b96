"""The documents a letter lists: rows of one source, as-of date and receipt are one document."""

from dataclasses import dataclass
from datetime import date

from models.casefile.values import CaseFile
from models.evidence.values import Evidence, EvidenceKind, Statement
from models.letters import figures
from models.letters.matter import Matter
from models.letters.sentences import NOTHING, Body, Bound
from models.letters.values import Cell, Figure, Sentence
from models.letters.wording import Wording

_OF_APPLICANT = (EvidenceKind.APPLICATION, EvidenceKind.STATEMENT)


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its number on screen and in the letter, and the pieces in it."""

    number: int
    pieces: tuple[Evidence, ...]

    @property
    def source(self) -> str:
        """Who states it."""
        return self.pieces[0].source

    @property
    def as_of(self) -> date | None:
        """The day it was true."""
        return self.pieces[0].as_of

    @property
    def linked(self) -> bool:
        """Whether another institution supplied it (it came under a receipt)."""
        return self.pieces[0].receipt is not None

    @property
    def ids(self) -> tuple[str, ...]:
        """The evidence ids in it."""
        return tuple(each.id for each in self.pieces)


def listed(file: CaseFile) -> tuple[Document, ...]:
    """The documents of a case whose rows are in force, by number."""
    groups: dict[object, list[Evidence]] = {}
    for piece in file.evidence:
        if piece.superseded_by is None:
            groups.setdefault(_group(piece), []).append(piece)
    ordered = sorted(groups.values(), key=lambda pieces: (pieces[0].document, pieces[0].number))
    return tuple(Document(pieces[0].document or place, tuple(pieces)) for place, pieces in enumerate(ordered, 1))


def of_piece(file: CaseFile, evidence_id: str) -> Document | None:
    """The document that holds a piece."""
    return next((each for each in listed(file) if evidence_id in each.ids), None)


def title(document: Document, wording: Wording) -> str:
    """What a document is, in words."""
    words = dict.fromkeys(_piece_title(each, wording) for each in document.pieces)
    return wording["frame.separator"].join(words)


def title_figure(document: Document, wording: Wording) -> Figure:
    """The title as a bound word."""
    return figures.word(str(document.number), title(document, wording), f"document.{document.number}.title")


def number_figure(document: Document) -> Figure:
    """The number as a bound figure."""
    return figures.count(document.number, f"document.{document.number}")


def write(matter: Matter, body: Body) -> None:
    """The section "documents": source, as-of date, criteria."""
    say, wording = matter.writer.say, matter.wording
    found = listed(matter.file)
    linked = say("documents.adverse", "documents.adverse") if any(each.linked for each in found) else None
    body.section(wording["section.documents"])
    body.paragraph([say("documents.intro", "documents.intro"), linked], anchor="documents")
    head = [wording[f"documents.{each}"] for each in ("number", "title", "from", "as_of", "criteria")]
    body.table("documents", wording["documents.caption"], head, [_row(matter, each) for each in found])


def _group(piece: Evidence) -> object:
    if piece.document:
        return piece.document
    return piece.source, piece.as_of, piece.receipt, piece.kind, piece.about if piece.kind is EvidenceKind.OBLIGATION else ""


def _piece_title(piece: Evidence, wording: Wording) -> str:
    if isinstance(piece.record, Statement):
        return wording.word("statement", piece.record.kind) if wording.has(f"statement.{piece.record.kind}") else wording["statement.other"]
    precise = f"{piece.kind.value}.{piece.about}"
    return wording[f"document.{precise}"] if wording.has(f"document.{precise}") else wording.word("document", piece.kind.value)


def _row(matter: Matter, document: Document) -> tuple[Cell, ...]:
    writer, on = matter.writer, Bound(evidence=document.ids)
    place = f"documents.{document.number}"
    return (
        Cell(writer.value(f"{place}.number", number_figure(document), on), "end"),
        Cell(writer.value(f"{place}.title", title_figure(document, matter.wording), on)),
        Cell(_source(matter, document, place)),
        Cell(_as_of(matter, document, place)),
        Cell(_criteria(matter, document, place)),
    )


def _source(matter: Matter, document: Document, place: str) -> Sentence:
    wording, on = matter.wording, Bound(evidence=document.ids)
    if document.pieces[0].kind in _OF_APPLICANT:
        return matter.writer.words(f"{place}.from", wording["documents.you"], on)
    text = wording.word("source", document.source)
    figure = figures.word(document.source, text + (wording["documents.linked"] if document.linked else ""), f"{document.ids[0]}#source")
    return matter.writer.value(f"{place}.from", figure, on)


def _as_of(matter: Matter, document: Document, place: str) -> Sentence:
    on = Bound(evidence=document.ids)
    if document.as_of is None:
        return matter.writer.words(f"{place}.as_of", matter.wording["frame.none"], on)
    return matter.writer.value(f"{place}.as_of", figures.day(document.as_of, f"{document.ids[0]}#as_of", matter.wording), on)


def _criteria(matter: Matter, document: Document, place: str) -> Sentence:
    numbers = [str(matter.numbers[key]) for key in using(matter.file, document)]
    text = matter.wording["frame.separator"].strip() if not numbers else ", ".join(numbers)
    if not numbers:
        return matter.writer.words(f"{place}.criteria", matter.wording["documents.whole"], NOTHING)
    return matter.writer.value(f"{place}.criteria", figures.name(text, f"document.{document.number}.criteria"))


def using(file: CaseFile, document: Document) -> tuple[str, ...]:
    """The criteria whose findings rest on a document, directly or through a fact computed from it."""
    ids = frozenset(document.ids)
    return tuple(each.key for each in file.criteria if not ids.isdisjoint(_rests_on(file, each.key)))


def _rests_on(file: CaseFile, criterion: str) -> frozenset[str]:
    """The pieces a finding rests on. Gathered once a criterion: a case has hundreds of pieces, most in one document."""
    found = file.finding(criterion)
    if found is None:
        return frozenset()
    cited = {fact for reason in found.reasons for fact in reason.facts}
    through = {source for fact in file.facts if fact.id in cited for source in fact.sources}
    return frozenset(through.union(*(reason.evidence for reason in found.reasons)))
