"""The catalogue of facts: every key has a fixed number, a unit and a title.

Numbers are never given twice and never change: an examiner learns them (``F33`` is "months of national pension paid
late" in every case), letters and records carry them. A new fact takes a free number at the end of its group.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from models.evidence.values import Duty
from models.facts.values import Unit
from models.localized import Localized
from resources import messages


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact that can be computed. ``members``: it has parts, whose key is ``members`` with the member in place of
    ``*``."""

    number: int
    key: str
    unit: Unit
    title: Localized
    members: str | None = None
    member_unit: Unit | None = None

    @property
    def id(self) -> str:
        """``F33``."""
        return f"F{self.number}"


_M, _Y, _D, _YEN, _N = Unit.MONTHS, Unit.YEARS, Unit.DAYS, Unit.YEN, Unit.COUNT
_DATE, _TEXT, _LEVEL = Unit.DATE, Unit.TEXT, Unit.LEVEL

_PLAIN: tuple[tuple[int, str, Unit], ...] = (
    (1, "residence.years", _Y),
    (2, "residence.months", _M),
    (3, "residence.since", _DATE),
    (4, "residence.required_on", _DATE),
    (5, "residence.missing_days", _D),
    (6, "residence.longest_absence", _D),
    (8, "residence.work_or_residence_years", _Y),
    (9, "residence.work_or_residence_since", _DATE),
    (10, "residence.work_or_residence_on", _DATE),
    (12, "residence.away_since", _DATE),
    (13, "residence.same_status_since", _DATE),
    (14, "residence.same_status_years", _Y),
    (15, "residence.same_status_on", _DATE),
    (20, "status.current", _TEXT),
    (21, "status.period_years", _Y),
    (22, "status.until", _DATE),
    (23, "status.since", _DATE),
    (24, "status.period_months", _M),
    (201, "income.problems", _N),
    (202, "income.average", _YEN),
    (203, "income.dependants", _N),
    (204, "income.latest", _YEN),
    (220, "employment.current.months", _M),
    (221, "employment.current.since", _DATE),
    (222, "employment.kind", _TEXT),
    (223, "employment.working_since", _DATE),
    (224, "employment.longest_gap", _D),
    (225, "employment.employers", _N),
    (226, "employment.current.employer", _TEXT),
    (240, "language.level", _LEVEL),
    (241, "language.test", _TEXT),
    (242, "language.taken_on", _DATE),
    (243, "language.tests", _N),
    (290, "marriage.since", _DATE),
    (291, "marriage.years", _Y),
    (292, "marriage.months", _M),
    (293, "marriage.required_on", _DATE),
    (320, "application.received_on", _DATE),
    (321, "application.current_status", _TEXT),
    (322, "application.stay_until", _DATE),
    (323, "application.statements", _N),
    (324, "application.route", _TEXT),
    (325, "application.may_stay_until", _DATE),
    (350, "recognition.since", _DATE),
    (351, "recognition.years", _Y),
    (352, "recognition.required_on", _DATE),
    (370, "person.age", _Y),
    (371, "person.adult_on", _DATE),
)

_FAMILIES: tuple[tuple[int, str, Unit, str, Unit], ...] = (
    (7, "residence.absences", _D, "residence.absences.*", _D),
    (11, "residence.problems", _N, "residence.problems.*", _TEXT),
    (200, "income.years", _N, "income.*", _YEN),
    (260, "ties.family", _N, "ties.family.*", _TEXT),
    (261, "ties.school", _N, "ties.school.*", _TEXT),
    (262, "ties.housing", _N, "ties.housing.*", _TEXT),
    (263, "ties.community", _N, "ties.community.*", _TEXT),
    (264, "ties.other", _N, "ties.other.*", _TEXT),
    (300, "conduct.penalties", _N, "conduct.penalties.*", _TEXT),
    (301, "conduct.offences", _N, "conduct.offences.*", _TEXT),
    (302, "conduct.traffic", _N, "conduct.traffic.*", _TEXT),
    (303, "conduct.notifications_made", _N, "conduct.notifications_made.*", _TEXT),
    (304, "conduct.notifications_late", _N, "conduct.notifications_late.*", _TEXT),
    (305, "conduct.notifications_missed", _N, "conduct.notifications_missed.*", _TEXT),
    (306, "conduct.other", _N, "conduct.other.*", _TEXT),
    (307, "conduct.checks", _N, "conduct.checks.*", _TEXT),
    (340, "qualifications.held", _N, "qualifications.held.*", _TEXT),
    (360, "points.total", _N, "points.*", _N),
    (361, "points.three_years_before", _N, "points.three_years_before.*", _N),
    (362, "points.one_year_before", _N, "points.one_year_before.*", _N),
)

DUTY_BASE: Mapping[Duty, int] = {duty: 30 + 10 * place for place, duty in enumerate(Duty)}
"""The first number of each duty's facts: 30 national pension … 80 national tax; a hundred more inside the window."""

DUTY_PARTS: tuple[str, ...] = (
    "months",
    "on_time",
    "withheld",
    "months_late",
    "unpaid",
    "exempt",
    "deferred",
    "months_undated",
    "problems",
)
"""What is counted of a duty, in the order of the numbers (``F33`` is ``F30`` + 3)."""

POINT_ITEMS: tuple[str, ...] = (
    "degree",
    "fields",
    "experience",
    "salary",
    "age",
    "research",
    "licence",
    "employer",
    "small_employer",
    "japanese_degree",
    "japanese_high",
    "japanese_middle",
    "growth_field",
    "university",
    "foreign_licence",
    "training",
)
"""The items of the highly-skilled points table that have a title of their own."""

_WINDOW_NUMBERS = 100
_PERIOD = re.compile(r"[0-9]{4}(?:-[0-9]{2}|/[0-9]{1,2})")


def title_of(key: str, **params: object) -> Localized:
    """The title of a key in both languages, from ``resources/messages/facts.<lang>.toml``."""
    code = "facts.title_" + key.replace(".", "_")
    return Localized(tuple((lang, messages.text(code, lang, params)) for lang in messages.LANGUAGES))


@cache
def duty_title(duty: Duty) -> Localized:
    """国民年金 / National pension."""
    return Localized(tuple((lang, messages.text(f"facts.duty_{duty}", lang)) for lang in messages.LANGUAGES))


@cache
def entries() -> Mapping[str, Entry]:
    """All entries by key, in the order of their numbers."""
    found = sorted((*_plain(), *_families(), *_duties()), key=lambda entry: entry.number)
    return {entry.key: entry for entry in found}


def _plain() -> Iterator[Entry]:
    for number, key, unit in _PLAIN:
        yield Entry(number, key, unit, title_of(key))


def _families() -> Iterator[Entry]:
    for number, key, unit, members, member_unit in _FAMILIES:
        yield Entry(number, key, unit, title_of(key), members, member_unit)


def _duties() -> Iterator[Entry]:
    for duty, base in DUTY_BASE.items():
        name = duty_title(duty)
        for offset, part in enumerate(DUTY_PARTS):
            unit = _N if part == "problems" else _M
            title = title_of(f"duty_{part}", duty=name)
            yield Entry(base + offset, f"obligations.{duty}.{part}", unit, title, f"obligations.{duty}.*", _D)
            inside = title_of(f"duty_window_{part}", duty=name)
            if part != "problems":
                yield Entry(base + offset + _WINDOW_NUMBERS, f"obligations.{duty}.window.{part}", unit, inside)


def entry(key: str) -> Entry:
    """The entry of a key, or for a member the entry it is a part of. Raises ``KeyError``."""
    known = entries()
    if key in known:
        return known[key]
    for each in known.values():
        if _is_member(key, each):
            return each
    raise KeyError(key)


def unit_of(key: str) -> Unit:
    """What the value of this key counts. Raises ``KeyError`` when there is no such fact."""
    if key in entries():
        return entries()[key].unit
    if not exists(key):
        raise KeyError(key)
    return entry(key).member_unit or Unit.TEXT


def exists(pattern: str) -> bool:
    """Whether a key, or a pattern ending in ``*``, names a fact that can be computed."""
    if pattern.endswith("*"):
        return any(key.startswith(pattern[:-1]) for key in entries())
    return pattern in entries() or any(_is_member(pattern, each) for each in entries().values())


def matches(key: str, pattern: str) -> bool:
    """Whether a fact key falls under a pattern of a framework: the key itself, its parts, or all that begins so
    (``*``)."""
    if pattern.endswith("*"):
        return key.startswith(pattern[:-1])
    return key == pattern or key.startswith(pattern + ".")


def id_of(key: str, member: str | None = None) -> str:
    """``F33`` for a key; with a member, ``F33.2025-05`` for that part of it. Raises ``KeyError``."""
    number = entries()[key].id
    return number if member is None else f"{number}.{member}"


def key_of(fact_id: str) -> str:
    """The key of a fact id, with its member in it. Raises ``KeyError``."""
    number, _, member = fact_id.partition(".")
    for each in entries().values():
        if each.id == number:
            if not member:
                return each.key
            if each.members:
                return each.members.replace("*", member)
    raise KeyError(fact_id)


def title(key: str) -> Localized:
    """The title of a fact, with its member behind it (所得 2024). Raises ``KeyError``."""
    found = entry(key)
    if found.key == key or not found.members:
        return found.title
    member = key[len(found.members) - 1 :]
    if found.key == "income.years":
        return title_of("income_year", year=member)
    if found.key.startswith("points.") and member in POINT_ITEMS:
        return title_of(f"points_item_{member}", total=found.title)
    return Localized(tuple((lang, f"{words} {member}") for lang, words in found.title.texts))


def _is_member(key: str, each: Entry) -> bool:
    """Members of a duty are periods, those of income years; all others are free (an evidence id, a day)."""
    stem = (each.members or "")[:-1]
    member = key[len(stem) :]
    if not key.startswith(stem) or not member or not each.members:
        return False
    if stem.startswith("obligations."):
        return _PERIOD.fullmatch(member) is not None
    if stem in ("income.", "residence.absences."):
        return re.fullmatch("[0-9]{4}", member) is not None
    return re.fullmatch(r"[A-Za-z0-9_-]+", member) is not None
