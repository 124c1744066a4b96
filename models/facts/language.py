"""Facts about Japanese: the highest level that the tests show, on the CEFR scale.

Source: the score bands that JLPT results name from December 2025 on (日本語能力試験「CEFRレベルの参考表示」); for
results without a score, the level that every pass reaches. JFT-Basic shows A2. A level is shown, it is nowhere
required.
"""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import Message
from models.evidence.values import Evidence, LanguageTest
from models.facts.build import in_order, make
from models.facts.values import Fact, Windows

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
_JLPT: Mapping[str, tuple[tuple[int, str], ...]] = {
    "N1": ((142, "C1"), (0, "B2")),
    "N2": ((112, "B2"), (0, "B1")),
    "N3": ((104, "B1"), (0, "A2")),
    "N4": ((0, "A2"),),
    "N5": ((0, "A1"),),
}
"""From which score (of a pass) which level, highest first."""


def level_of(test: LanguageTest) -> str | None:
    """The CEFR level of a test passed; ``None`` when its level is not one we know."""
    level = test.level.strip().upper()
    if level in CEFR:
        return level
    if level in _JLPT:
        return next(cefr for least, cefr in _JLPT[level] if (test.score or 0) >= least)
    return "A2" if test.test.lower().startswith("jft") else None


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """The highest level among the tests taken until ``windows.seen_on``."""
    rows = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, LanguageTest)]
    taken = [row for row in rows if (_record(row).taken_on or windows.seen_on) <= windows.seen_on]
    how = Message("facts.how_language_tests", {"count": len(taken)}) if taken else None
    yield make("language.tests", len(taken) if taken else None, taken, how=how)
    best = max(taken, key=lambda row: (_rank(row), -row.number), default=None)
    if best is None:
        for key in ("language.level", "language.test", "language.taken_on"):
            yield make(key, None)
        return
    record, level = _record(best), level_of(_record(best))
    name = " ".join(each for each in (record.test.upper(), record.level.upper()) if each)
    params = {"test": name, "score": "—" if record.score is None else record.score, "level": level or "—"}
    how = Message("facts.how_language" if level else "facts.how_language_unknown", params)
    detail = {"test": record.test, "level": record.level, "score": record.score}
    yield make("language.level", level, (best,), how=how, detail=detail)
    yield make("language.test", name, (best,), how=how, detail=detail)
    yield make("language.taken_on", record.taken_on, (best,), how=how)


def _record(row: Evidence) -> LanguageTest:
    if not isinstance(row.record, LanguageTest):
        raise TypeError(row.id)
    return row.record


def _rank(row: Evidence) -> int:
    level = level_of(_record(row))
    return CEFR.index(level) if level else -1
