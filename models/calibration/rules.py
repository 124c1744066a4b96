"""Who reads what: a seeded sample of grants and refusals alike, and readers who had no part in the decision."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from models.calibration.values import LEAST_READERS, Asked, Candidate, Drawn, Reading
from models.errors import BadInput
from models.findings.values import FindingState

OUTCOME = "outcome"
"""The item under which the outcome stands among the criteria."""
ANSWERS = (FindingState.MET, FindingState.NOT_MET, FindingState.NOT_APPLICABLE)


def draw(candidates: Iterable[Candidate], asked: Asked, readers: Sequence[str]) -> tuple[Drawn, ...]:
    """The cases of a round with their readers. Half are grants and half refusals; where one side has too few the other fills.

    Raises ``BadInput``: no size, fewer than two readers each, no case that two people could read blind.
    """
    if asked.size < 1:
        raise BadInput("calibration.no_size")
    if asked.each < LEAST_READERS or len(set(readers)) < asked.each:
        raise BadInput("calibration.few_readers", least=max(asked.each, LEAST_READERS), readers=len(set(readers)))
    able = [each for each in candidates if len(set(readers) - each.involved) >= asked.each]
    chosen = _alike(able, asked)
    if not chosen:
        raise BadInput("calibration.no_cases")
    load: Counter[str] = Counter()
    made = []
    for place, each in enumerate(chosen, 1):
        free = sorted(set(readers) - each.involved, key=lambda who: (load[who], _lot(asked.seed, f"{place}/{who}")))
        load.update(free[: asked.each])
        made.append(Drawn(place, each.case, tuple(sorted(free[: asked.each]))))
    return tuple(made)


def _alike(candidates: Sequence[Candidate], asked: Asked) -> list[Candidate]:
    """So many from both outcomes, in the order of a second lot: of the rarer side nearly all are taken, and in the order of
    the first lot they would stand at the end."""
    by_lot = sorted(candidates, key=lambda each: _lot(asked.seed, each.case))
    sides = [[each for each in by_lot if each.granted is granted] for granted in (True, False)]
    half = asked.size // 2
    few = min(len(sides[0]), max(half, asked.size - len(sides[1])))
    chosen = {each.case for each in (*sides[0][:few], *sides[1][: asked.size - few])}
    return sorted(
        (each for each in by_lot if each.case in chosen), key=lambda each: _lot(asked.seed, f"order/{each.case}")
    )


def _lot(seed: int, text: str) -> bytes:
    return hashlib.sha256(f"{seed}|{text}".encode()).digest()


def check(reading: Reading, criteria: Sequence[str]) -> None:
    """Raises ``BadInput``: a criterion without an answer, one that the route does not ask, no outcome."""
    missing = [key for key in criteria if reading.findings.get(key) not in ANSWERS]
    unknown = [key for key in reading.findings if key not in criteria]
    if unknown:
        raise BadInput("calibration.unknown_criteria", criteria="、".join(unknown))
    if missing or reading.outcome is None:
        raise BadInput(
            "calibration.unanswered", criteria="、".join([*missing, *([] if reading.outcome else [OUTCOME])])
        )
