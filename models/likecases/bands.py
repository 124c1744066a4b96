"""Which facts make cases alike on a criterion, and into which bands they fall. Pure; the list stands in ``resources/likeness``."""

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from models.evidence.values import Evidence, Statement
from models.facts import catalogue
from models.facts.shown import canonical
from models.facts.values import Fact
from models.frameworks.values import Criterion
from models.likecases.values import EXPLAINED, NO, NONE, YES, Trait
from resources import root

ANSWERS = ("comment", "reply", "explanation")
"""Kinds of statements in which the applicant answers something; the reasons of an application are in nearly every case."""
LONGEST = 40
"""So much of an enumeration's value counts."""
BETWEEN = ";"
_KEYS = frozenset({"key", "facts", "how", "unit", "from", "core"})
_WORDS = ("text", "desk.status", "desk.work")
_FIGURES = ("months", "years", "days", "yen", "count")
Alternatives = tuple[tuple[str, ...], ...]
"""Keys of facts; the first of them with a value counts."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one trait is made. ``facts``: alternatives of patterns, ``from_``: where its bands begin, ``core``: cases that part in whether
    there is any of it are never alike."""

    key: str
    facts: tuple[tuple[str, ...], ...]
    how: str
    unit: str
    from_: tuple[int, ...]
    core: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """The list, the most important first. Raises ``ValueError`` where the file is not what it must be."""
    return read(_text())


@cache
def digest() -> str:
    """Names the list: rows that were banded by another one are banded anew."""
    return hashlib.sha256(_text().encode()).hexdigest()[:16]


def _text() -> str:
    return (root() / "likeness" / "bands.toml").read_text(encoding="utf-8")


def read(text: str) -> tuple[Rule, ...]:
    """The list from its text. Raises ``ValueError`` naming the trait: an unknown name, a fact that is none, bands out of order."""
    found = tuple(_rule(each) for each in tomllib.loads(text)["trait"])
    keys = [each.key for each in found]
    if len(set(keys)) != len(keys):
        raise ValueError(f"likeness: a trait stands twice: {keys}")
    return found


def _rule(said: Mapping[str, Any]) -> Rule:
    key = said.get("key", "")
    if not re.fullmatch("[a-z_]+", key) or set(said) - _KEYS:
        raise ValueError(f"likeness {key}: {sorted(set(said) - _KEYS)}")
    facts = tuple(tuple(each) for each in said.get("facts", ()))
    made = Rule(key, facts, said["how"], said["unit"], tuple(said.get("from", ())), said.get("core", False))
    unknown = [each for several in facts for each in several if not _names(each, tuple(catalogue.entries()))]
    banded = made.how in ("sum", "longest", "parts")
    rising = made.from_[:1] == (0,) and all(low < high for low, high in pairwise(made.from_))
    if unknown or made.how not in _MADE or bool(facts) == (made.how == EXPLAINED):
        raise ValueError(f"likeness {key}: {unknown or made.how}")
    if banded != bool(made.from_) or (banded and not rising) or made.unit not in (_FIGURES if banded else _WORDS):
        raise ValueError(f"likeness {key}: bands {made.from_}, unit {made.unit}")
    if made.core and made.how != "reached" and made.from_[:2] != (0, 1):
        raise ValueError(f"likeness {key}: core asks for bands that part none from any")
    return made


@cache
def _fits(key: str, pattern: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", "[^.]+"), key) is not None


def _names(pattern: str, keys: Sequence[str]) -> bool:
    """Whether a pattern names one of these keys; without ``*`` it may also be a part of one that is listed (``points.degree``)."""
    return any(_fits(key, pattern) for key in keys) if "*" in pattern else catalogue.exists(pattern)


def rules_of(facts: tuple[str, ...]) -> tuple[Rule, ...]:
    """The traits that count on a criterion that shows these facts: the same in every case of it."""
    return tuple(rule for rule, _ in _made_of(facts))


@cache
def _made_of(facts: tuple[str, ...]) -> tuple[tuple[Rule, Alternatives], ...]:
    """Of which facts of a criterion each of its traits is made: worked out once, for a gate asks it of sixteen criteria."""
    shown = [key for key in catalogue.entries() if any(catalogue.matches(key, each) for each in facts)]
    every = ((rule, tuple(_keys(several, facts, shown) for several in rule.facts)) for rule in rules())
    return tuple((rule, keys) for rule, keys in every if rule.how == EXPLAINED or any(keys))


def _keys(patterns: Sequence[str], facts: Sequence[str], shown: Sequence[str]) -> tuple[str, ...]:
    listed = [key for one in patterns if "*" in one for key in shown if _fits(key, one)]
    named = [one for one in patterns if "*" not in one and any(catalogue.matches(one, each) for each in facts)]
    return tuple(dict.fromkeys((*listed, *named)))


def traits(criterion: Criterion, facts: Sequence[Fact], evidence: Iterable[Evidence], day: date) -> tuple[Trait, ...]:
    """The bands of a case on a criterion: the core ones, then all others, the most important first. ``day``: on which it is looked at, or
    was decided."""
    known = {each.key: each for each in facts if each.value is not None}

    def band(rule: Rule, keys: Alternatives) -> str:
        if rule.how == EXPLAINED:
            return YES if explained(evidence) else NO
        chosen = ([known[each] for each in several if each in known] for several in keys)
        return _band(rule, next(filter(None, chosen), []), facts, day)

    found = [(Trait(rule.key, band(rule, keys), rule.unit), rule) for rule, keys in _made_of(criterion.facts)]
    core = {each.key: _widest(each) for each, rule in found if rule.core}
    return *core.values(), *(each for each, _ in found if each.key not in core or each.band != core[each.key].band)


def _widest(trait: Trait) -> Trait:
    """None, no record, or any: how much of it there is does not count."""
    return replace(trait, band=trait.band if trait.band in (NONE, YES, NO, "0") else "1+", core=True)


def explained(evidence: Iterable[Evidence]) -> bool:
    """Whether the applicant answered in their own words."""
    return any(
        each.superseded_by is None and isinstance(each.record, Statement) and each.record.kind in ANSWERS
        for each in evidence
    )


def pattern(found: Iterable[Trait]) -> str:
    """The bands as one text, as rows keep and compare it: what begins alike is alike in what matters most."""
    return BETWEEN.join(f"{each.key}={each.band}" for each in found)


def _band(rule: Rule, chosen: Sequence[Fact], facts: Sequence[Fact], day: date) -> str:
    value = _MADE[rule.how](chosen, facts, day)
    return band_of(value, rule.from_) if isinstance(value, int) else value


def band_of(value: int, begins: Sequence[int]) -> str:
    """``2-3`` for 3 where bands begin at 0, 1, 2, 4; the last one is open: ``4+``. Below the first counts with the first."""
    place = max((at for at, low in enumerate(begins) if low <= value), default=0)
    low = begins[place]
    if place == len(begins) - 1:
        return f"{low}+"
    high = begins[place + 1] - 1
    return str(low) if low == high else f"{low}-{high}"


def _sum(chosen: Sequence[Fact], _facts: Sequence[Fact], _day: date) -> int | str:
    figures = [each.value for each in chosen if isinstance(each.value, int)]
    return sum(figures) if figures else NONE


def _longest(chosen: Sequence[Fact], _facts: Sequence[Fact], _day: date) -> int | str:
    figures = [each.value for each in chosen if isinstance(each.value, int)]
    return max(figures, default=NONE)


def _parts(chosen: Sequence[Fact], facts: Sequence[Fact], _day: date) -> int | str:
    if not chosen:
        return NONE
    ids = {each.id for each in chosen}
    return max((each.value for each in facts if each.parent in ids and isinstance(each.value, int)), default=0)


def _same(chosen: Sequence[Fact], _facts: Sequence[Fact], _day: date) -> str:
    words = canonical(chosen[0].value).replace(BETWEEN, " ")[:LONGEST] if chosen else ""
    return f"={words}" if words else NONE


def _reached(chosen: Sequence[Fact], _facts: Sequence[Fact], day: date) -> str:
    days = [each.value for each in chosen if isinstance(each.value, date)]
    return NONE if not days else YES if days[0] <= day else NO


_Made = Callable[[Sequence[Fact], Sequence[Fact], date], int | str]
_MADE: Mapping[str, _Made] = {
    "sum": _sum, "longest": _longest, "parts": _parts, "same": _same, "reached": _reached, EXPLAINED: _same,
}  # fmt: skip
