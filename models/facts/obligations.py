"""Facts about public duties: how many months were paid on time, late, not at all, exempt, withheld; and each
exception."""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import Message
from models.evidence.values import Duty, Evidence
from models.facts import catalogue
from models.facts.build import bearing, make, part
from models.facts.duties import DutyMonth, Mark, inside, months_by_duty, window_of
from models.facts.values import Fact, Window, Windows

_COUNTED: Mapping[str, Mark] = {
    "on_time": Mark.ON_TIME,
    "withheld": Mark.WITHHELD,
    "months_late": Mark.LATE,
    "unpaid": Mark.UNPAID,
    "exempt": Mark.EXEMPT,
    "deferred": Mark.DEFERRED,
    "months_undated": Mark.UNDATED,
    "problems": Mark.CONTRADICTING,
}
ADVERSE = ("months_late", "unpaid")
_LISTED = {part: mark for part, mark in _COUNTED.items() if part in (*ADVERSE, "months_undated", "problems")}


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """The facts of every duty; the counts are ``None`` where no row bears on the duty."""
    for duty, months in months_by_duty(evidence, windows.seen_on).items():
        yield from _counts(duty, months)
        yield from _exceptions(duty, months, windows)
        if duty in windows.obligations:
            window = window_of(windows.received_on, windows.obligations[duty])
            yield from _counts(duty, inside(months, window), window)


def _counts(duty: Duty, months: Sequence[DutyMonth], window: Window | None = None) -> Iterator[Fact]:
    stem = f"obligations.{duty}." + ("window." if window else "")
    parts = [each for each in catalogue.DUTY_PARTS if not (window and each == "problems")]
    if not months:
        yield from (make(stem + which, None, window=window) for which in parts)
        return
    name = catalogue.duty_title(duty)
    of_all = bearing(row for month in months for row in month.rows)
    for which in parts:
        hits = months if which == "months" else [month for month in months if month.mark is _COUNTED[which]]
        rows = bearing(row for month in hits for row in month.rows) if 0 < len(hits) < len(months) else of_all
        params = {"duty": name, "count": len(hits), "total": len(months)}
        if window:
            params |= {"start": window.start, "end": window.end}
        how = Message(f"facts.how_duty_{'window_' if window else ''}{which}", params)
        adverse = which in ADVERSE and bool(hits)
        yield make(stem + which, len(hits), rows, how=how, window=window, adverse=adverse)


def _exceptions(duty: Duty, months: Sequence[DutyMonth], windows: Windows) -> Iterator[Fact]:
    """One fact a month that is late, unpaid, without a payment day or contradicting."""
    length = windows.obligations.get(duty)
    within = set(inside(months, window_of(windows.received_on, length))) if length else set()
    for which, mark in _LISTED.items():
        for month in months:
            if month.mark is mark:
                params = {"duty": catalogue.duty_title(duty), "period": month.period, "due_on": month.due_on}
                params |= {"paid_on": month.paid_on or "", "days": month.days, "rows": len(month.rows)}
                yield part(
                    f"obligations.{duty}.{which}",
                    month.period,
                    month.days if which in ADVERSE else None,
                    month.rows,
                    how=Message(f"facts.how_month_{mark}", params),
                    detail=_detail(month, month in within),
                    adverse=which in ADVERSE,
                )


def _detail(month: DutyMonth, in_window: bool) -> Mapping[str, object]:
    """What the child row shows. Amount in yen, days from the due day."""
    return {
        "duty": str(month.duty),
        "period": month.period,
        "due_on": month.due_on,
        "paid_on": month.paid_on,
        "amount": month.amount,
        "days_late": month.days,
        "status": str(month.mark),
        "in_window": in_window,
    }
