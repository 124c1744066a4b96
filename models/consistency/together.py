"""Decisions of several offices as those of one: for a report over units that each have an office, and a chain, of their own. Pure."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from models.consistency.arrays import Codes, Small
from models.consistency.inputs import GAP, Category, Decisions


def together(parts: Sequence[Decisions], offices: Sequence[str]) -> Decisions:
    """All of them under one another, in the order given. The examiners of each office are people of their own, whatever their
    logins; a unit whose name stands in several offices is told apart by the office's name (``offices``)."""
    named = [replace(part, unit=_apart(part.unit, office, parts)) for part, office in zip(parts, offices, strict=True)]
    starts = np.cumsum([0, *(part.size for part in named)])[:-1].astype(np.int32)
    people = np.cumsum([0, *(part.examiners for part in named)]).astype(np.int32)
    criteria = tuple(dict.fromkeys(each for part in named for each in part.criteria))
    reasons = tuple(dict.fromkeys(each for part in named for each in part.reasons))
    given = [_moved(part.reason_code, part.reasons, reasons) for part in named]
    return Decisions(
        decided_on=np.concatenate([part.decided_on for part in named]),
        examiner=np.concatenate([part.examiner + first for part, first in zip(named, people, strict=False)]),
        examiners=int(people[-1]),
        unit=_joined([part.unit for part in named]),
        kind=_joined([part.kind for part in named]),
        granted=np.concatenate([part.granted for part in named]),
        criteria=criteria,
        findings=np.concatenate([_spread(part, criteria) for part in named], axis=1),
        reason_row=np.concatenate([part.reason_row + start for part, start in zip(named, starts, strict=True)]),
        reason_code=np.concatenate(given),
        reasons=reasons,
        mix=tuple(_joined(several) for several in zip(*(part.mix for part in named), strict=True)),
        groups=tuple(_joined(several) for several in zip(*(part.groups for part in named), strict=True)),
        dropped=tuple(each for part in named for each in part.dropped),
    )


def _apart(unit: Category, office: str, parts: Sequence[Decisions]) -> Category:
    """Units of one name in several offices are several units."""
    often = [each for part in parts for each in set(part.unit.levels)]
    return replace(unit, levels=tuple(f"{each} ({office})" if often.count(each) > 1 else each for each in unit.levels))


def _joined(several: Sequence[Category]) -> Category:
    levels = tuple(dict.fromkeys(each for category in several for each in category.levels))
    codes = [_moved(category.codes, category.levels, levels) for category in several]
    return Category(several[0].name, np.concatenate(codes), levels)


def _moved(codes: Codes, old: Sequence[str], new: Sequence[str]) -> Codes:
    """Places in one list of names as places in another; a gap stays one."""
    places = {name: place for place, name in enumerate(new)}
    table = np.array([*(places[name] for name in old), GAP], dtype=np.int32)
    moved: Codes = table[codes]
    return moved


def _spread(part: Decisions, criteria: Sequence[str]) -> Small:
    table: Small = np.full((len(criteria), part.size), GAP, dtype=np.int8)
    if part.criteria:
        table[[criteria.index(each) for each in part.criteria]] = part.findings
    return table
