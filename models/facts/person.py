"""Facts of the person: the age, and the day of coming of age (民法4条: eighteen; 年齢計算ニ関スル法律)."""

from collections.abc import Iterator, Sequence

from models.dates.periods import reached_on, whole_years
from models.errors import Message
from models.evidence.values import Evidence
from models.facts.build import make
from models.facts.values import Fact, Windows

ADULT_YEARS = 18


def facts(_evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """From the day of birth in the application; ``None`` where the computation is not told of it."""
    if windows.born_on is None:
        yield make("person.age", None)
        yield make("person.adult_on", None)
        return
    how = Message("facts.how_age", {"born_on": windows.born_on, "seen_on": windows.seen_on})
    yield make("person.age", whole_years(windows.born_on, windows.seen_on), how=how)
    yield make("person.adult_on", reached_on(windows.born_on, ADULT_YEARS * 12), how=how)
