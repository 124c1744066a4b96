"""Months of a duty as a letter shows them: the drawn strip, and the table of months that were late or not paid."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from models.evidence.values import Duty
from models.facts import months
from models.facts.values import Fact, Window
from models.letters import figures
from models.letters.matter import Matter
from models.letters.months import duty_of
from models.letters.sentences import Bound
from models.letters.values import Cell, Figure, Month, Strip, Table

STATES = ("on_time", "late", "unpaid", "exempt", "deferred", "withheld", "undated", "not_due", "contradicting", "none")


_WHILE_EMPLOYED = {
    Duty.NATIONAL_PENSION: Duty.EMPLOYEES_PENSION,
    Duty.NATIONAL_HEALTH_INSURANCE: Duty.EMPLOYEES_HEALTH_INSURANCE,
}


def duty_figure(matter: Matter, duty: Duty, source: str) -> Figure:
    """The duty in words."""
    return figures.word(duty.value, matter.wording.word("duty", duty.value), source)


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
    """The months of a window drawn in a row; none when no row of the duty is in it.

    While employed a person owes the employees' scheme instead: its months stand where the duty's own have no record.
    """
    cells = months.strip(matter.file.evidence, duty, window, matter.file.seen_on)
    if not any(each.evidence for each in cells):
        return None
    duties: tuple[Duty, ...] = (duty,)
    instead = _WHILE_EMPLOYED.get(duty)
    if instead is not None:
        others = months.strip(matter.file.evidence, instead, window, matter.file.seen_on)
        duties = (duty, instead) if any(each.evidence for each in others) else duties
        cells = tuple(own if own.evidence else other for own, other in zip(cells, others, strict=True))
    drawn = tuple(Month(each.year, each.month, each.state) for each in cells)
    used = [state for state in STATES if any(each.state == state for each in drawn)]
    legend = tuple((state, matter.wording[f"strip.{state}"]) for state in used)
    return Strip(drawn, _alt(matter, duties, drawn), legend)


def _alt(matter: Matter, duties: Sequence[Duty], drawn: Sequence[Month]) -> str:
    wording = matter.wording
    counted = Counter(each.state for each in drawn)
    said = [
        wording["strip.count"].replace("{state}", wording[f"strip.{state}"]).replace("{count}", str(counted[state]))
        for state in STATES
        if counted[state]
    ]
    first, last = (figures.month(each.year, each.month, "", wording).text for each in (drawn[0], drawn[-1]))
    named = wording["frame.separator"].join(wording.word("duty", each.value) for each in duties)
    words = {"duty": named, "from": first, "until": last}
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
