"""Which cases hold some characters in their name, reading or number.

Two neighbouring characters are one key of an index. A term is looked up by its rarest pairs; one whose pairs are all
common is found by walking the queue in its order instead, which then soon has a page of hits.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, intersect, select
from sqlalchemy.orm import Session

from models.cases.folding import fold, grams
from models.cases.tables import CaseGramRow, CaseRow

RARE = 60_000
"""A pair that more cases hold than this narrows too little to begin with."""
PAIRS = 3
"""So many of the rarest pairs are put together; the text itself decides in the end."""
_LAST = chr(0x10FFFF)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a case must fulfil. ``common``: so many do that they are not all counted."""

    conditions: tuple[ColumnElement[bool], ...] = ()
    common: bool = False


def of(session: Session, text: str) -> Sought:
    """The conditions of a search; none for an empty one. One character is enough."""
    term = fold(text)
    if not term:
        return Sought()
    pairs = [_beginning(term)] if len(term) == 1 else [CaseGramRow.gram == pair for pair in sorted(grams(term))]
    held = sorted((_how_many(session, pair), at) for at, pair in enumerate(pairs))
    rare = [pairs[at] for number, at in held[:PAIRS] if number <= RARE]
    holds = CaseRow.folded.contains(term, autoescape=True)
    if not rare:
        return Sought((holds,), common=True)
    cases = [select(CaseGramRow.case_id).where(pair) for pair in rare]
    found = CaseRow.id.in_(intersect(*cases) if len(cases) > 1 else cases[0])
    return Sought((found,) if len(term) <= 2 else (found, holds))


def _beginning(character: str) -> ColumnElement[bool]:
    return and_(CaseGramRow.gram >= character, CaseGramRow.gram < character + _LAST)


def _how_many(session: Session, pair: ColumnElement[bool]) -> int:
    some = select(CaseGramRow.case_id).where(pair).limit(RARE + 1).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0
