"""Months of a duty as a letter shows them: the drawn strip, and the table of months that were late or not paid."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from models.casefile.values import CaseFile
from models.evidence.values import Duty
from models.facts import months
from models.facts.values import Fact, Window
from models.letters import figures
from models.letters.matter import Matter
from models.letters.sentences import Bound
from models.letters.values import Cell, Figure, Month, Strip, Table

STATES = ("on_time", "late", "unpaid", "exempt", "deferred", "withheld", "undated", "not_due", "contradicting", "none")
_MONTH_LENGTH = len("2025-06")
_WINDOW_PART = ".window"


def duty_of(fact: Fact) -> Duty | None:
    """The duty a fact is about, when its key is ``obligations.<duty>.…``."""
    parts = fact.key.split(".")
    if parts[0] != "obligations" or len(parts) < 3:
        return None
    return next((each for each in Duty if each.value == parts[1]), None)


def duty_figure(matter: Matter, duty: Duty, source: str) -> Figure:
    """The duty in words."""
    return figures.word(duty.value, matter.wording.word("duty", duty.value), source)


def is_month(fact: Fact) -> bool:
    """Whether a fact is one late or unpaid month."""
    return fact.adverse and "period" in fact.detail


def bad_months(file: CaseFile, cited: Iterable[Fact]) -> tuple[Fact, ...]:
    """The late and unpaid months that cited facts stand for: the cited ones, and the parts of a cited count.

    A count inside a window stands for the months of its duty that lie in the window.
    """
    kept = tuple(cited)
    own = {each.id for each in kept}
    windows = {_parent_key(each): each.window for each in kept if each.window}
    parents = {each.id: each.key for each in file.facts}
    return tuple(
        each
        for each in file.facts
        if is_month(each)
        and (each.id in own or each.parent in own or _in_window(each, windows.get(parents.get(each.parent or "", ""))))
    )


def month_start(period: str) -> date | None:
    """The first day of ``2025-06``; none for an instalment."""
    if len(period) != _MONTH_LENGTH or period[4] != "-":
        return None
    return date(int(period[:4]), int(period[5:]), 1)


def table(matter: Matter, rows: Sequence[Fact], on: Bound, place: str) -> Table | None:
    """The table of the months of one duty that were late or not paid."""
    duty = duty_of(rows[0]) if rows else None
    if duty is None:
        return None
    wording = matter.wording
    caption = wording["table.caption_months"].replace("{duty}", wording.word("duty", duty.value))
    head = tuple(wording[f"table.{each}"] for each in ("month", "due", "paid", "late", "amount"))
    cells = tuple(_cells(matter, each, on, f"{place}.{each.id}") for each in rows)
    return Table(caption, head, cells, (False, False, False, True, True), "months")


def strip(matter: Matter, duty: Duty, window: Window) -> Strip | None:
    """The months of a window drawn in a row; none when no row of the duty is in it."""
    cells = months.strip(matter.file.evidence, duty, window, matter.file.seen_on)
    if not any(each.evidence for each in cells):
        return None
    drawn = tuple(Month(each.year, each.month, each.state) for each in cells)
    used = [state for state in STATES if any(each.state == state for each in drawn)]
    legend = tuple((state, matter.wording[f"strip.{state}"]) for state in used)
    return Strip(drawn, _alt(matter, duty, drawn), legend)


def _parent_key(fact: Fact) -> str:
    return fact.key.replace(_WINDOW_PART, "")


def _in_window(fact: Fact, window: Window | None) -> bool:
    start = month_start(str(fact.detail["period"]))
    due = fact.detail["due_on"]
    day = start or (due if isinstance(due, date) else None)
    return window is not None and day is not None and window.start.replace(day=1) <= day <= window.end


def _alt(matter: Matter, duty: Duty, drawn: Sequence[Month]) -> str:
    wording = matter.wording
    counted = Counter(each.state for each in drawn)
    said = [
        wording["strip.count"].replace("{state}", wording[f"strip.{state}"]).replace("{count}", str(counted[state]))
        for state in STATES
        if counted[state]
    ]
    first, last = (figures.month(each.year, each.month, "", wording).text for each in (drawn[0], drawn[-1]))
    words = {"duty": wording.word("duty", duty.value), "from": first, "until": last}
    return wording["strip.alt"].format_map(words | {"counts": wording["frame.separator"].join(said)})


def _cells(matter: Matter, fact: Fact, on: Bound, place: str) -> tuple[Cell, ...]:
    writer, wording, detail = matter.writer, matter.wording, fact.detail
    here = Bound(on.criterion, (fact.id,), fact.sources, on.reason)

    def day(key: str, otherwise: str) -> Cell:
        value = detail.get(key)
        if not isinstance(value, date):
            return Cell(writer.words(f"{place}.{key}", wording[otherwise], here))
        return Cell(writer.value(f"{place}.{key}", figures.day(value, f"{fact.id}#{key}", wording), here))

    def number(key: str, pattern: str, slot: str) -> Cell:
        value = detail.get(key)
        if not isinstance(value, int):
            return Cell(writer.words(f"{place}.{key}", wording["frame.none"], here), "end")
        figure = figures.amount(value, f"{fact.id}#{key}")
        return Cell(writer.say(f"{place}.{key}", pattern, here, **{slot: figure}), "end")

    period = figures.period(str(detail["period"]), f"{fact.id}#period", wording)
    return (
        Cell(writer.value(f"{place}.period", period, here)),
        day("due_on", "frame.none"),
        day("paid_on", "table.unpaid"),
        number("days_late", "table.days", "days"),
        number("amount", "table.yen", "amount"),
    )
