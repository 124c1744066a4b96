"""Which class a case belongs to, when its years begin and end, and what stands against its disposal. Pure."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from models.cases.values import Kind
from models.dates.periods import last_day_of, reached_on
from models.errors import Problem, problem
from models.localized import Localized
from models.retention.values import Ended, Ends, Kept, RetentionClass, Starts
from resources import root

FISCAL_MONTH = 4
"""Fiscal years begin on 1 April; the years of keeping on the first one after the day that starts them (公文書等の管理に関する
法律施行令8条)."""
MOST = 500
"""So many cases go in one batch: a person reads the list."""
_PERIOD = re.compile(r"(?:(\d+)y)?(?:(\d+)m)?")


@cache
def shelf() -> Mapping[date, tuple[RetentionClass, ...]]:
    """Every table of classes by the day from which it holds."""
    files = sorted((root() / "retention").glob("*.toml"))
    return {date.fromisoformat(path.stem): tuple(_read(path.read_text(encoding="utf-8"))) for path in files}


def classes(on: date) -> tuple[RetentionClass, ...]:
    """The classes in force on a day; before the first table, the first one."""
    tables = shelf()
    return tables[max((each for each in tables if each <= on), default=min(tables))]


def named(key: str) -> RetentionClass | None:
    """A class by its key, from the newest table that has it."""
    return next((each for day in sorted(shelf(), reverse=True) for each in shelf()[day] if each.key == key), None)


def _read(text: str) -> Iterator[RetentionClass]:
    for each in tomllib.loads(text)["class"]:
        yield _class(each)


def _class(each: Mapping[str, Any]) -> RetentionClass:
    return RetentionClass(
        each["key"], Localized.of(**each["title"]), Starts(each["starts"]), each["from"] == "next_fiscal_year",
        int(each["years"]), bool(each["number"]), each["source"], bool(each["verify"]),
        frozenset(map(Ends, each.get("ends", ()))), frozenset(Kind(kind).value for kind in each.get("kinds", ())),
        bool(each.get("suit", False)),
    )  # fmt: skip


def class_of(ended: Ended) -> RetentionClass:
    """The first class of the table in force on the day the case ended that fits it."""
    return next(each for each in classes(ended.ended_on) if _fits(each, ended))


def _fits(each: RetentionClass, ended: Ended) -> bool:
    if each.suit:
        return ended.suit
    return (not each.ends or ended.ends in each.ends) and (not each.kinds or ended.kind in each.kinds)


def starts_on(ended: Ended, retention: RetentionClass) -> date | None:
    """The first day of the years; ``None`` while what starts them is not known."""
    day = {
        Starts.DECISION_ISSUED: ended.ended_on,
        Starts.CASE_CLOSED: ended.ended_on,
        Starts.EFFECT_ENDS: ended.noted_on or ended.effect_on,
        Starts.NOTED: ended.noted_on,
    }[retention.starts]
    return _fiscal(day) if day and retention.next_fiscal_year else day


def earliest_on(started_on: date | None, retention: RetentionClass) -> date | None:
    """The first day on which the case may be disposed of."""
    return None if started_on is None else reached_on(started_on, retention.years * 12)


def _fiscal(day: date) -> date:
    return date(day.year + (day.month >= FISCAL_MONTH), FISCAL_MONTH, 1)


def effect_until(ended_on: date, period: str | None) -> date | None:
    """Until when a permission lasts that was granted for a period (``5y``, ``4y3m``), counted from the day of the letter."""
    found = _PERIOD.fullmatch(period or "")
    if found is None or not any(found.groups()):
        return None
    years, months = (int(each or 0) for each in found.groups())
    return last_day_of(ended_on, years * 12 + months)


def may_go(cases: Iterable[Kept], today: date) -> tuple[Kept, ...]:
    """Those of these cases against whose disposal together nothing stands today, and that no open batch proposes yet."""
    left = [each for each in cases if each.due(today) and not each.batch]
    while True:
        names = frozenset(each.case for each in left)
        kept = [each for each in left if names.issuperset(each.cited_by)]
        if len(kept) == len(left):
            return tuple(kept)
        left = kept


def obstacles(kept: Kept, together: frozenset[str], today: date) -> Iterator[Problem]:
    """What stands against the disposal of a case today; ``together``: the cases that go with it."""
    if kept.earliest_on is None:
        yield problem("retention.not_started", kept.case, case=kept.case)
    elif not kept.over(today):
        yield problem("retention.too_early", kept.case, case=kept.case, day=kept.earliest_on.isoformat())
    if kept.hold is not None:
        yield problem("retention.is_held", kept.case, case=kept.case, by=kept.hold.by, why=kept.hold.why)
    if others := sorted(set(kept.cited_by) - together):
        yield problem("retention.is_cited", kept.case, case=kept.case, others="、".join(others))
