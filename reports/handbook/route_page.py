"""The page of one route: the way as a picture, what is not published, and the other ways."""

from collections.abc import Iterator, Sequence

from models.frameworks.values import Criterion, Framework, Parameter, Route, Section
from reports.handbook import stretches
from reports.handbook.values import Lane, OtherRoute, Picture, RoutePage, Shape, Stretch
from reports.handbook.words import Words, plain

_Placed = list[tuple[Criterion, Stretch]]
_ASKED = ("required_years", "marriage_years", "status_years", "recognition_years", "points_needed")


def page(framework: Framework, number: int, route: Route, words: Words) -> RoutePage:
    """The page of the ``number``-th route."""
    found = [
        (each, stretch)
        for each in framework.criteria_for(route.key)
        for stretch in stretches.of(framework, each, route.key, words)
    ]
    picture = _picture(framework, route, found, words)
    only = len(framework.routes) == 1
    return RoutePage(
        key=route.key,
        kicker=words.say("route.kicker_one") if only else words.say("route.kicker", n=number),
        title=words.pick(framework.title if only else route.title),
        lead=words.say(f"route.{_lead(picture)}"),
        source=words.say("route.source", source=words.cite(route.reference)),
        picture=picture,
        open_=tuple(stretch.label for _, stretch in found if stretch.shape is Shape.OPEN),
        unpublished=_unpublished(framework.criteria_for(route.key), words),
        others=tuple(_other(framework, each, words) for each in framework.routes if each.key != route.key),
    )


def asked(framework: Framework, route: Route, words: Words) -> str:
    """The years and points that a route asks for, in a few words."""
    return words.join(_asked(framework.parameters, route, words))


def _asked(parameters: Sequence[Parameter], route: Route, words: Words) -> Iterator[str]:
    for key in _ASKED:
        value = next((each.for_route(route.key) for each in parameters if each.key == key), 0)
        if value:
            said = words.say(f"asked.{key}", n=value)
            yield said.replace("1 years", "1 year") if value == 1 else said


def _other(framework: Framework, route: Route, words: Words) -> OtherRoute:
    return OtherRoute(route.key, words.pick(route.title), asked(framework, route, words))


def _lead(picture: Picture) -> str:
    if picture.start:
        return "lead_axis"
    return "lead_before" if picture.years else "lead_plain"


def _picture(framework: Framework, route: Route, found: _Placed, words: Words) -> Picture:
    every = [stretch for _, stretch in found]
    years = stretches.longest(every)
    arrow = next((each for each in every if each.shape is Shape.ARROW), None)
    arrival = arrow is not None and arrow.start == years
    return Picture(
        years=years,
        ticks=stretches.ticks(every, years, arrival, words),
        start=words.say("route.arrive") if arrival else "",
        end=words.say("route.apply"),
        arrow=arrow,
        lanes=tuple(_lanes(framework, found, years or 1.0, words)),
        alt=_alt(route, found, words),
    )


def _lanes(framework: Framework, found: _Placed, years: float, words: Words) -> Iterator[Lane]:
    """The indicator groups, the one with the stay first; behind them what belongs to no group."""
    with_arrow = {criterion.section for criterion, stretch in found if stretch.shape is Shape.ARROW}
    grouped = sorted(framework.sections, key=lambda each: (not each.indicator_group, each.key not in with_arrow))
    for section in grouped:
        inside = [(criterion, stretch) for criterion, stretch in found if criterion.section == section.key]
        items = [
            stretches.placed(each, years)
            for _, each in inside
            if each.shape in (Shape.SPAN, Shape.WITHIN, Shape.RING)
        ]  # fmt: skip
        indicators = [words.pick(each.handbook.short or each.title) for each, _ in inside if each.indicator]
        if indicators:
            label = words.say("route.dashed", names=words.join(dict.fromkeys(indicators)))
            items.append(Stretch(Shape.DASHED, years, 0.0, label))
        if items or section.indicator_group:
            yield _lane(section, items, inside, words)


def _lane(section: Section, items: Sequence[Stretch], inside: _Placed, words: Words) -> Lane:
    only_indicators = bool(inside) and all(criterion.indicator for criterion, _ in inside)
    note = words.say("route.indicator_lane") if only_indicators else ""
    return Lane(words.pick(section.title), note, tuple(items))


def _unpublished(criteria: Sequence[Criterion], words: Words) -> str:
    named = [words.pick(each.handbook.unpublished) for each in criteria if each.handbook.unpublished]
    if named:
        return words.say("route.unpublished_text", names=words.join(dict.fromkeys(named)))
    indicators = [words.pick(each.title) for each in criteria if each.indicator]
    if indicators:
        return words.say("route.indicators_text", names=words.join(indicators))
    return words.say("route.unpublished_none")


def _alt(route: Route, found: _Placed, words: Words) -> str:
    parts = words.say("book.semi").join(_parts(found, words))
    return plain(words.say("route.alt", title=words.pick(route.title), parts=parts))


def _parts(found: _Placed, words: Words) -> Iterator[str]:
    for criterion, stretch in found:
        name = words.pick(criterion.handbook.short or criterion.title)
        length = words.length(round((stretch.start - stretch.end) * 12))
        if stretch.shape is not Shape.OPEN:
            yield words.say(f"route.alt_{stretch.shape.value}", name=name, length=length)
