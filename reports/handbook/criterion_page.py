"""The page of one criterion: what is asked, why, what shows it, what counts, and the time it looks at on each route."""

from collections.abc import Iterator, Sequence

from models.facts.catalogue import matches
from models.frameworks.bearing import parameters_of
from models.frameworks.values import Criterion, Framework, Parameter, Route
from models.frameworks.wording import slots_of
from models.localized import Localized
from reports.handbook import guidance, stretches
from reports.handbook.values import CriterionPage, Drawing, DrawnRow, Row, Shape, Stretch
from reports.handbook.words import Words, plain

_DUE_DATES_OF = "obligations.national_pension."
"""The monthly duty whose due dates are drawn: 国民年金法第91条, the end of the next month."""


def page(framework: Framework, number: int, criterion: Criterion, words: Words) -> CriterionPage:
    """The page of ``criterion``, the ``number``-th of the framework."""
    section = next((each for each in framework.sections if each.key == criterion.section), None)
    kicker = words.say("criterion.kicker", n=number)
    return CriterionPage(
        key=criterion.key,
        number=number,
        kicker=f"{kicker}　{words.pick(section.title)}" if section else kicker,
        title=words.pick(criterion.handbook.title or criterion.letter.name),
        lead=_lead(framework, criterion, words),
        weight=words.say(f"criterion.{_weight(criterion)}"),
        drawing=_drawing(framework, criterion, words),
        rows=tuple(row for row in _rows(framework, criterion, words) if row.lines),
        reasons=tuple(
            (words.pick(each.title), filled(each.change, framework, criterion, words)) for each in criterion.reasons
        ),
        cases=tuple(words.pick(each) for each in criterion.handbook.cases),
    )


def routes_of(framework: Framework, criterion: Criterion, words: Words) -> str:
    """The routes on which a criterion is asked, in words."""
    if not criterion.routes or len(criterion.routes) == len(framework.routes):
        return words.say("criterion.all_routes")
    return words.join(words.pick(each.title) for each in asked_on(framework, criterion))


def asked_on(framework: Framework, criterion: Criterion) -> tuple[Route, ...]:
    """The routes on which a criterion is asked."""
    return tuple(each for each in framework.routes if criterion.applies_to(each.key))


def filled(text: Localized, framework: Framework, criterion: Criterion, words: Words) -> str:
    """A wording with its figures: a parameter's value, or its values where routes differ. A person's own facts stay open."""
    said = words.pick(text)
    for slot in slots_of(said):
        said = said.replace("{" + slot + "}", _value(slot, framework, criterion))
    return said


def _value(slot: str, framework: Framework, criterion: Criterion) -> str:
    what, _, key = slot.partition(":")
    found = next((each for each in framework.parameters if what == "parameter" and each.key == key), None)
    if found is None:
        return "…"
    values = sorted({found.for_route(each.key) for each in asked_on(framework, criterion)} - {0})
    return "/".join(f"{each:,}" for each in values)


def _weight(criterion: Criterion) -> str:
    return "indicator" if criterion.indicator else "mandatory" if criterion.mandatory else "weighed"


def _lead(framework: Framework, criterion: Criterion, words: Words) -> str:
    lead = criterion.handbook.lead
    return words.pick(lead) if lead else filled(criterion.letter.standard, framework, criterion, words)


def _rows(framework: Framework, criterion: Criterion, words: Words) -> Iterator[Row]:
    own = criterion.handbook
    split = guidance.parts(words.pick(criterion.guidance), words.language)
    if criterion.routes:
        yield Row(words.say("criterion.routes"), (routes_of(framework, criterion, words),))
    if own.lead:
        yield Row(words.say("criterion.asked"), (filled(criterion.letter.standard, framework, criterion, words),))
    yield Row(words.say("criterion.why"), (words.cite(criterion.reference),))
    yield Row(words.say("criterion.when"), _when(framework, criterion, words))
    shown = tuple(dict.fromkeys(words.pick(each.title) for each in criterion.evidence))
    yield Row(words.say("criterion.shown"), (words.say("book.semi").join(shown),) if shown else ())
    yield Row(words.say("criterion.look"), split.look)
    yield Row(words.say("criterion.counts"), _own_or(own.counts, split.counts, words))
    yield Row(words.say("criterion.not_counted"), _own_or(own.not_counted, split.not_counted, words))
    yield Row(words.say("criterion.late"), _own_or(own.late, (), words))
    yield Row(words.say("criterion.cannot_pay"), _own_or(own.cannot_pay, (), words))
    yield Row(words.say("criterion.notes"), split.notes)


def _own_or(own: Localized | None, derived: tuple[str, ...], words: Words) -> tuple[str, ...]:
    return (words.pick(own),) if own else derived


def _when(framework: Framework, criterion: Criterion, words: Words) -> tuple[str, ...]:
    """The dated figures that the criterion rests on, each with its source; the drawing says which route has which."""
    found = (
        _dated(parameter, parameter.for_route(route.key), words)
        for parameter in parameters_of(criterion, framework)
        for route in asked_on(framework, criterion)
    )
    return tuple(dict.fromkeys(filter(None, found)))


def _dated(parameter: Parameter, value: int, words: Words) -> str:
    if not value:
        return ""
    source = words.cite(parameter.source)
    if parameter.key.startswith(stretches.WINDOW):
        return words.say("criterion.window", length=words.length(value), source=source)
    if parameter.key in stretches.YEARS:
        return words.say("criterion.year_count", length=words.length(value * 12), source=source)
    return ""


def _drawing(framework: Framework, criterion: Criterion, words: Words) -> Drawing:
    found: dict[tuple[Stretch, ...], list[Route]] = {}
    for route in asked_on(framework, criterion):
        found.setdefault(stretches.of(framework, criterion, route.key, words), []).append(route)
    every = [each for group in found for each in group]
    years = stretches.longest(every)
    rows: list[DrawnRow] = []
    for group, routes in found.items():
        label = _label(framework, criterion, routes, len(found), words)
        for place, each in enumerate(group):
            rows.append(DrawnRow("" if place else label, _said(stretches.placed(each, years or 1.0), words)))
    return Drawing(
        years=years,
        ticks=stretches.ticks(every, years, False, words),
        end=words.say("route.apply"),
        rows=tuple(rows),
        alt=_alt(rows, criterion, words),
        months=any(matches(_DUE_DATES_OF + "late", each) for each in criterion.facts),
    )


def _label(framework: Framework, criterion: Criterion, routes: Sequence[Route], groups: int, words: Words) -> str:
    """The routes of a row of the drawing; a long list beside others that are named is "the other routes"."""
    if groups == 1:
        return routes_of(framework, criterion, words)
    if len(routes) > len(asked_on(framework, criterion)) / 2:
        return words.say("criterion.other_routes")
    return words.join(words.pick(each.title) for each in routes)


def _said(stretch: Stretch, words: Words) -> Stretch:
    """On its own page a criterion need not be named in the drawing: the length or the manner is."""
    if stretch.shape in (Shape.SPAN, Shape.ARROW, Shape.WITHIN):
        length = words.length(round((stretch.start - stretch.end) * 12))
        return Stretch(stretch.shape, stretch.start, stretch.end, f"**{length}**", stretch.note)
    key = {Shape.RING: "day", Shape.DASHED: "dashed", Shape.OPEN: "unfixed"}[stretch.shape]
    return Stretch(stretch.shape, stretch.start, stretch.end, words.say(f"criterion.{key}"), stretch.note)


def _alt(rows: Sequence[DrawnRow], criterion: Criterion, words: Words) -> str:
    name = words.pick(criterion.title)
    said = [f"{row.label} {row.stretch.label}".strip() for row in rows]
    return plain(words.say("criterion.alt", name=name, parts=words.join(said)))
