"""The counters of document numbers, held against the letters and requests: set back, one would give a number twice."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.letters.corrections.compose import MARK
from models.letters.tables import LetterNumberRow, LetterRow
from models.records.values import Broken
from models.requests.tables import RequestRow
from models.store.clock import JAPAN


def first_broken(session: Session, last: int) -> Broken | None:
    """A year whose counter stands below the numbers given in it; ``last``: the last event, for rows that none speaks of."""
    counters = {row.year: row.last for row in session.scalars(select(LetterNumberRow))}
    given, case_of = defaultdict[int, set[str]](set), dict[int, str]()
    for number, year, case in _given(session):
        given[year].add(number)
        case_of[year] = max(case_of.get(year, ""), case)
    short = sorted(year for year, numbers in given.items() if counters.get(year, 0) < len(numbers))
    return Broken(last, "state", case_of[short[0]]) if short else None


def _given(session: Session) -> Iterator[tuple[str, int, str]]:
    """Each number with the year (in Japan) in which it was drawn; a correction bears its letter's number, and draws none."""
    for number, at, case in session.execute(
        select(LetterRow.number, LetterRow.issued_at, LetterRow.case_id).distinct()
    ):
        if MARK not in number:
            yield number, at.astimezone(JAPAN).year, case
    for number, on, case in session.execute(select(RequestRow.document_number, RequestRow.sent_on, RequestRow.case_id)):
        yield number, on.year, case
