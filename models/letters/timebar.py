"""The years of stay drawn as a bar: what counts, what came before and does not, what is still missing."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.evidence.values import Stay
from models.frameworks.values import Criterion
from models.letters import figures
from models.letters.matter import Matter
from models.letters.values import Span, TimeBar

_RULE = "residence_years"


def draw(matter: Matter, criterion: Criterion) -> TimeBar | None:
    """The bar of a criterion about years of residence; none for others, or where the days are not known."""
    codes = [matter.code(criterion, each) for each in matter.reasons(criterion)]
    if not any(code is not None and code.change_rule == _RULE for code in codes):
        return None
    days = {each.key: each.value for each in matter.file.facts}
    since, reached = days.get("residence.since"), days.get("residence.required_on")
    decided = matter.context.decided_on
    if not isinstance(since, date) or not isinstance(reached, date) or not since < decided < reached:
        return None
    spans = (*_before(matter, since), _counted(matter, since, decided, days), _missing(matter, decided, reached))
    marks = tuple(
        (day, _filled(matter, f"timebar.{name}", day=day)) for name, day in (("decided", decided), ("reached", reached))
    )
    parts = [_said(matter, each) for each in spans] + [label for _, label in marks]
    alt = matter.wording["timebar.alt"].format_map({"parts": matter.wording["frame.wide_separator"].join(parts)})
    return TimeBar(spans, marks, alt)


def _before(matter: Matter, since: date) -> Iterator[Span]:
    """Stays that ended before the counted one began."""
    label = matter.wording["timebar.not_counted"]
    for piece in matter.file.evidence:
        stay = piece.record
        if piece.superseded_by is None and isinstance(stay, Stay) and stay.departed_on and stay.departed_on < since:
            yield Span(stay.entered_on, stay.departed_on, "not_counted", label)


def _counted(matter: Matter, since: date, decided: date, days: Mapping[str, object]) -> Span:
    months = days.get("residence.months")
    length = figures.years_and_months(months if isinstance(months, int) else 0, matter.wording)
    return Span(since, decided, "counted", matter.wording["timebar.counted"].format_map({"length": length}))


def _missing(matter: Matter, decided: date, reached: date) -> Span:
    return Span(decided, reached, "missing", matter.wording["timebar.missing"])


def _filled(matter: Matter, key: str, day: date) -> str:
    return matter.wording[key].format_map({"day": figures.day_text(day, matter.writer.language)})


def _said(matter: Matter, span: Span) -> str:
    days = {
        "from": figures.day_text(span.start, matter.writer.language),
        "until": figures.day_text(span.end, matter.writer.language),
    }
    return matter.wording["timebar.span"].format_map({"label": span.label, **days})
