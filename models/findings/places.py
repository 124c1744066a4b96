"""Places in attached papers that a reason cites: what stands against one, and the paper's content that it is tied to. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.attachments.values import Attachment
from models.errors import Problem, problem
from models.evidence import my_number
from models.findings.values import WHOLE, Place, Reason, Region

MOST = 20
"""Places of one reason."""


def problems(reason: Reason, index: int, papers: Sequence[Attachment]) -> Iterator[Problem]:
    """What stands against the places of a reason; each belongs to its evidence."""
    at = f"reasons[{index}].evidence"
    known = {each.evidence: each for each in papers}
    if len(reason.places) > MOST:
        yield problem("gate.places_many", at, most=MOST)
    for place in reason.places:
        paper, name = known.get(place.evidence), my_number.mask(place.evidence)
        if paper is None or place.evidence not in reason.evidence:
            yield problem("gate.place_unknown", at, id=name)
        elif not 1 <= place.page <= paper.pages:
            yield problem("gate.place_page", at, id=name, page=place.page, pages=paper.pages)
        elif place.region is not None and not _lies_on(place.region):
            yield problem("gate.place_region", at, id=name, page=place.page, whole=str(WHOLE))
        elif place.sha256 not in ("", paper.sha256):
            yield problem("gate.place_other_paper", at, id=name)


def _lies_on(region: Region) -> bool:
    left, top, right, bottom = region
    return 0 <= left < right <= WHOLE and 0 <= top < bottom <= WHOLE


def sealed(reasons: Sequence[Reason], papers: Sequence[Attachment]) -> tuple[Reason, ...]:
    """The reasons with each place tied to the content of its paper, by its hash."""
    known = {each.evidence: each.sha256 for each in papers}
    return tuple(
        replace(each, places=tuple(replace(place, sha256=known.get(place.evidence, "")) for place in each.places))
        for each in reasons
    )


def pages(reasons: Sequence[Reason]) -> dict[str, tuple[int, ...]]:
    """The pages that reasons cite, by piece of evidence, in order."""
    found: dict[str, set[int]] = {}
    for place in (place for each in reasons for place in each.places):
        found.setdefault(place.evidence, set()).add(place.page)
    return {key: tuple(sorted(each)) for key, each in found.items()}


def without(places: Sequence[Place], evidence: str) -> tuple[Place, ...]:
    """The places but those in one paper."""
    return tuple(each for each in places if each.evidence != evidence)
