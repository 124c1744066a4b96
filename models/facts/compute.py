"""All facts of a case, from its evidence and a day. Pure: the same rows give the same facts, in whatever order they
come."""

from collections.abc import Iterable
from functools import lru_cache

from models.evidence.values import Evidence
from models.facts import (
    application,
    conduct,
    employment,
    income,
    language,
    obligations,
    person,
    points,
    recognition,
    residence,
    status_time,
    ties,
)
from models.facts.values import Fact, Windows

_GROUPS = (
    residence.facts,
    status_time.facts,
    obligations.facts,
    income.facts,
    employment.facts,
    language.facts,
    ties.facts,
    conduct.facts,
    application.facts,
    recognition.facts,
    points.facts,
    person.facts,
)


def compute(evidence: Iterable[Evidence], windows: Windows) -> tuple[Fact, ...]:
    """Every fact of the catalogue (value ``None`` where no row bears on it), each followed by its parts.

    Superseded rows are left out; the order of the rows does not matter. Counts and dates only: nothing here is judged.
    """
    rows = tuple(row for row in evidence if row.superseded_by is None)
    found = [fact for group in _GROUPS for fact in group(rows, windows)]
    return tuple(sorted(found, key=lambda fact: _place(fact.id)))


@lru_cache(maxsize=4096)
def _place(fact_id: str) -> tuple[int, str]:
    """Kept: the ids are the same in every case."""
    number, _, member = fact_id[1:].partition(".")
    return int(number), member
