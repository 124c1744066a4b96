"""Which time a criterion looks at on a route: read from the framework's dated parameters, never made up."""

from collections.abc import Iterable

from models.frameworks.bearing import parameters_of
from models.frameworks.values import Criterion, Framework, Parameter
from reports.handbook.values import Shape, Stretch, Tick
from reports.handbook.words import Words

WINDOW = "window_months."
ARROW = "required_years"
WITHIN = ("work_years",)
YEARS = (ARROW, *WITHIN, "marriage_years", "status_years", "recognition_years")
_ON_THE_DAY = ("longest_period_years", "period_treated_as_longest_years", "points_needed")
_LOOKED_AT_NOW = ("status.", "obligations.")


def short(criterion: Criterion, words: Words) -> str:
    """The criterion's name in a picture."""
    return words.pick(criterion.handbook.short or criterion.title)


def of(framework: Framework, criterion: Criterion, route: str, words: Words) -> tuple[Stretch, ...]:
    """The stretches that a criterion looks at on a route; several where two windows differ. Never empty."""
    name = short(criterion, words)
    if criterion.indicator:
        return (Stretch(Shape.DASHED, label=name),)
    asked = [each for each in parameters_of(criterion, framework) if each.for_route(route)]
    found = [_stretch(each, each.for_route(route), name, words) for each in asked]
    timed = tuple(dict.fromkeys(each for each in found if each is not None and each.shape is not Shape.RING))
    if timed:
        return timed
    if any(each is not None for each in found) or _now(criterion):
        return (Stretch(Shape.RING, label=name),)
    return (Stretch(Shape.OPEN, label=name),)


def _now(criterion: Criterion) -> bool:
    """The present status, or arrears: what stands on the day. (A duty with a window has been drawn as a band.)"""
    return any(fact.startswith(_LOOKED_AT_NOW) for fact in criterion.facts)


def _stretch(parameter: Parameter, value: int, name: str, words: Words) -> Stretch | None:
    key = parameter.key
    if key.startswith(WINDOW):
        label = words.say("route.window", name=name, length=words.length(value))
        return Stretch(Shape.SPAN, value / 12, 0.0, label)
    if key in _ON_THE_DAY:
        return Stretch(Shape.RING, label=name)
    if key not in YEARS:
        return None
    length = words.length(value * 12)
    label = name if str(value) in name else words.say("route.over", name=name, years=length)
    if key == ARROW:
        return Stretch(Shape.ARROW, float(value), 0.0, label)
    if key in WITHIN:
        label = name if str(value) in name else words.say("route.within", name=name, years=length)
        return Stretch(Shape.WITHIN, float(value), 0.0, label, words.say("route.anywhere"))
    return Stretch(Shape.SPAN, float(value), 0.0, label)


def longest(stretches: Iterable[Stretch]) -> float:
    """How many years the axis must hold."""
    return max((each.start for each in stretches), default=0.0)


def placed(stretch: Stretch, years: float) -> Stretch:
    """A stretch that may lie anywhere, put where it is seen not to touch the end; dashed ones run over the whole axis."""
    if stretch.shape is Shape.DASHED:
        return Stretch(Shape.DASHED, years, 0.0, stretch.label)
    length = stretch.start - stretch.end
    if stretch.shape is Shape.WITHIN and years - length >= 2:
        return Stretch(Shape.WITHIN, length + 1, 1.0, stretch.label, stretch.note)
    return stretch


def ticks(stretches: Iterable[Stretch], years: float, arrival: bool, words: Words) -> tuple[Tick, ...]:
    """Marks for each year; named where a stretch begins. On a way from the arrival years are counted from there."""
    if not years:
        return ()
    named = {0.0, years} | {each.start for each in stretches if each.shape in (Shape.SPAN, Shape.ARROW)}
    if arrival:
        named |= {years / 2} if years % 2 == 0 and years > 2 else set()
    else:
        named.discard(0.0)
    every = {float(number) for number in range(int(years) + 1)} | named
    apart = years / 12
    kept: list[float] = []
    for at in sorted(named):
        if not kept or at - kept[-1] >= apart:
            kept.append(at)
    return tuple(Tick(at, _tick(at, years, arrival, words) if at in kept else "") for at in sorted(every, reverse=True))


def _tick(at: float, years: float, arrival: bool, words: Words) -> str:
    number = years - at if arrival else at
    if arrival:
        return words.say("book.years", n=f"{number:g}") if number != 1 else words.length(12)
    said = words.say("route.ago", n=f"{number:g}")
    return said.replace("1 years", "1 year") if number == 1 else said
