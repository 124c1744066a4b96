"""Places in papers in words, and as chips of what a reason rests on. No Qt."""

from collections.abc import Iterator, Sequence

from desktop.casefile import words
from desktop.casefile.words import say
from models.casefile.values import CaseFile
from models.findings.values import WHOLE, Place, Region


def of_place(place: Place, lang: str) -> str:
    """``2ページの一部`` / ``part of page 2``, or the page alone."""
    return say("place.page" if place.region is None else "place.region", lang, page=place.page)


def of_region(region: Region, lang: str) -> str:
    """Where a region lies and how large it is, in per cent of the page: what a screen reader says while it is drawn."""
    left, top, right, bottom = (round(each * 100 / WHOLE) for each in region)
    return say("place.drawn", lang, left=left, top=top, width=right - left, height=bottom - top)


def chips(file: CaseFile, places: Sequence[Place], lang: str) -> Iterator[tuple[Place, str]]:
    """Each place with the words of its chip: the document's number, the page."""
    for place in places:
        piece = file.piece(place.evidence)
        name = words.evidence_id(piece, file, lang) if piece is not None else place.evidence
        yield place, f"{name}　{of_place(place, lang)}"
