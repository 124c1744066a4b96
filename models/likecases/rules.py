"""When cases are like enough, what of them may be shown, and when a finding differs from them. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from models.dates.periods import add_months
from models.decisions import phrasing
from models.errors import Problem, Severity, problem
from models.evidence import my_number
from models.evidence.characters import unwritable
from models.findings.values import Finding, FindingState
from models.frameworks.values import Criterion
from models.likecases.values import Comparison, LikeCase, LikeCases, Trait

LEAST = 5
"""Of fewer like cases nothing is said but that there are fewer: whoever knows one of them would know its finding."""
MOST = 200
"""So many like cases are looked at, the newest: enough to see how they are found, whatever the office's size."""
YEARS = 3
KEPT = 1
"""So many traits are never left out even where none is core: what shares none of them is not alike."""
SHORTEST, LONGEST = phrasing.SHORT, 2000
"""Characters of a distinction; a shorter one says hardly more than that there is one."""
COMPARED = (FindingState.MET, FindingState.NOT_MET)
"""Findings that are compared; that a criterion does not apply is nobody's judgement."""

Found = tuple[date, FindingState]


def since(day: date) -> date:
    """The first day of decision that counts, seen from ``day``."""
    return add_months(day, -12 * YEARS)


def kept(own: Iterable[Trait]) -> int:
    """How many traits are never left out: who paid late is not compared with those who never did, however few there are."""
    return max(KEPT, sum(each.core for each in own))


def widest(number: int, enough: Callable[[int], bool], least: int = KEPT) -> int | None:
    """With how many of ``number`` traits, the most important first, there are enough like cases: as many as possible, ``None`` where
    even the ``least`` are too many. ``enough`` is asked a few times only: what is alike in more is alike in less."""
    low, high = min(least, number), number
    if not enough(low):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if enough(middle) else (low, middle - 1)
    return low


def hidden(finding: Finding) -> LikeCases:
    """Too few: only that is said."""
    return LikeCases(finding.criterion, 0, (), (), (), YEARS, finding.finding, False, True, finding.revision)


def told(finding: Finding, basis: tuple[Trait, ...], found: Sequence[Found]) -> LikeCases:
    """What is shown of like cases: their number, how they were found, and a row each by quarter."""
    if len(found) < LEAST:
        return hidden(finding)
    basis = _said(basis)
    counted = Counter(state for _, state in found)
    order = list(FindingState)
    counts = tuple(sorted(counted.items(), key=lambda each: (-each[1], order.index(each[0]))))
    rows = sorted(((quarter(day), state) for day, state in found), key=lambda each: order.index(each[1]))
    newest = sorted(rows, key=lambda each: each[0], reverse=True)
    return LikeCases(
        finding.criterion,
        len(found),
        counts,
        tuple(LikeCase(when, basis, state) for when, state in newest),
        basis,
        YEARS,
        finding.finding,
        2 * counted[finding.finding] < len(found),
        False,
        finding.revision,
    )


def _said(basis: tuple[Trait, ...]) -> tuple[Trait, ...]:
    """What is told of it: a core trait only where its narrower bands were left out."""
    narrow = {each.key for each in basis if not each.core}
    return tuple(replace(each, core=False) for each in basis if not (each.core and each.key in narrow))


def quarter(day: date) -> str:
    """``2026Q2``."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def problems(
    open_: Iterable[LikeCases], criteria: Iterable[Criterion], severity: Severity = Severity.BLOCK
) -> Iterator[Problem]:
    """Findings that differ and say nothing of it, as the gate tells them; the place is the criterion."""
    titles = {each.key: each.title for each in criteria}
    for each in open_:
        title = titles.get(each.criterion, each.criterion)
        yield problem(
            "gate.like_differs", each.criterion, severity, criterion=title, total=each.total, years=each.years
        )


def in_force(comparisons: Iterable[Comparison], finding: Finding) -> Comparison | None:
    """What was shown to the revision in force."""
    mine = (each for each in comparisons if (each.criterion, each.revision) == (finding.criterion, finding.revision))
    return next(mine, None)


def text_problems(text: str, place: str = "text") -> Iterator[Problem]:
    """What stands against a distinction; asked as a person types, and again when it is written."""
    plain = text.strip()
    if not plain:
        yield problem("likecases.text_empty", place)
        return
    if my_number.find(plain):
        yield problem("likecases.text_my_number", place)
    if character := unwritable(plain):
        yield problem("likecases.text_unwritable", place, character=character)
    if phrase := phrasing.stock_phrase(plain):
        yield problem("likecases.text_stock", place, phrase=phrase)
    if len(plain) < SHORTEST:
        yield problem("likecases.text_short", place, shortest=SHORTEST)
    if len(plain) > LONGEST:
        yield problem("likecases.text_long", place, longest=LONGEST)
