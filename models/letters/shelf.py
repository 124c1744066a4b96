"""The documents of a case: rows of one source, as-of date and receipt are one document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models.casefile.values import CaseFile
from models.evidence.values import Evidence, EvidenceKind
from models.findings import places


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its number on screen and in the letter, and the pieces in it."""

    number: int
    pieces: tuple[Evidence, ...]
    pages: tuple[int, ...] = ()
    """The pages that findings cite, of a paper that was attached."""

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


@dataclass(frozen=True)
class Shelf:
    """All documents of a case, and which criteria rest on which piece."""

    documents: tuple[Document, ...]
    uses: Mapping[str, frozenset[str]]
    order: tuple[str, ...]

    def of_piece(self, evidence_id: str) -> Document | None:
        """The document that holds a piece."""
        return next((each for each in self.documents if evidence_id in each.ids), None)

    def criteria(self, document: Document) -> tuple[str, ...]:
        """The criteria whose findings rest on a document, directly or through a fact computed from it."""
        return self._resting[document.number]

    @cached_property
    def _resting(self) -> dict[int, tuple[str, ...]]:
        """The criteria of each document, by its number."""
        return {each.number: self._criteria(each) for each in self.documents}

    def _criteria(self, document: Document) -> tuple[str, ...]:
        found = {key for piece in document.ids for key in self.uses.get(piece, ())}
        return tuple(each for each in self.order if each in found)

    def of_criterion(self, criterion: str) -> tuple[Document, ...]:
        """The documents that a criterion's finding rests on."""
        return tuple(each for each in self.documents if criterion in self.criteria(each))


def shelf(file: CaseFile) -> Shelf:
    """The documents of a case, read once for a letter."""
    sources = {fact.id: fact.sources for fact in file.facts}
    uses: dict[str, set[str]] = {}
    for criterion in file.criteria:
        finding = file.finding(criterion.key)
        for reason in finding.reasons if finding else ():
            through = [piece for fact in reason.facts for piece in sources.get(fact, ())]
            for piece in (*reason.evidence, *through):
                uses.setdefault(piece, set()).add(criterion.key)
    order = tuple(each.key for each in file.criteria)
    return Shelf(_listed(file), {piece: frozenset(keys) for piece, keys in uses.items()}, order)


def _listed(file: CaseFile) -> tuple[Document, ...]:
    """What is in force; of attestations those that still have the applicant's consent."""
    groups: dict[object, list[Evidence]] = {}
    for piece in file.evidence:
        if piece.superseded_by is None and (piece.use is None or piece.use.end is None):
            groups.setdefault(_group(piece), []).append(piece)
    ordered = sorted(groups.values(), key=lambda pieces: (pieces[0].document, pieces[0].number))
    cited = places.pages([reason for finding in file.findings for reason in finding.reasons])
    return tuple(
        Document(pieces[0].document or place, tuple(pieces), _pages(pieces, cited))
        for place, pieces in enumerate(ordered, 1)
    )


def _pages(pieces: Sequence[Evidence], cited: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({page for each in pieces for page in cited.get(each.id, ())}))


def _group(piece: Evidence) -> object:
    if piece.document:
        return piece.document
    about = piece.about if piece.kind is EvidenceKind.OBLIGATION else ""
    return piece.source, piece.as_of, piece.receipt, piece.kind, about
