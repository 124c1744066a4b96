"""Composes the booklet of a framework: only what the framework's file says, or what follows from it, and the shared wording."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.errors import BadInput
from models.frameworks.values import Criterion, Framework, Period
from models.letters.translated import OWN, in_language
from reports.handbook import criterion_page, points_page, route_page
from reports.handbook.values import Book, CheckGroup, CheckRow, DocumentRow, Section, Step
from reports.handbook.words import EASY, Words, plain
from resources import handbook

_STEPS = ("apply", "look", "hear", "two", "letter")
_DESKS = ("a", "b", "c", "d", "e")
_FRESH = "certificate_months"


def book(framework: Framework, language: str) -> Book:
    """The booklet of ``framework``. Raises ``BadInput`` for a language that has no wording."""
    if language not in handbook.LANGUAGES:
        raise BadInput("handbook.unknown_language", language=language, known=", ".join(handbook.LANGUAGES))
    words = Words(language)
    if language not in OWN:
        # Letters have been written in easy Japanese for some frameworks: the booklet says the same in the same words.
        framework = in_language(framework, language)
    title = words.pick(framework.title)
    return Book(
        language=language,
        title=words.say("book.title", title=title),
        running=words.say("book.running", title=title, version=framework.version),
        author=words.pick(framework.guideline.text),
        stamp=(framework.in_force_from - date(1970, 1, 1)).days,
        cover=tuple(_cover(framework, words)),
        how=tuple(_how(words)),
        changes=tuple(_changes(framework, words)),
        routes=tuple(route_page.page(framework, n, each, words) for n, each in enumerate(framework.routes, 1)),
        criteria=tuple(criterion_page.page(framework, n, each, words) for n, each in enumerate(framework.criteria, 1)),
        steps=tuple(Step(words.say(f"step.{key}.title"), words.say(f"step.{key}.text")) for key in _STEPS),
        documents=tuple(_documents(framework, words)),
        documents_notes=tuple(_document_notes(framework, words)),
        after=tuple(_after(framework, words)),
        desks=tuple((words.say(f"desks.{key}_about"), words.say(f"desks.{key}_where")) for key in _DESKS),
        checks=tuple(_checks(framework, words)),
        points=points_page.page(framework, words),
    )


def part(made: Book, key: str) -> Book:
    """Only the page of one criterion, or (``""``) all but the criteria's pages: for looking at what a wording makes."""
    if not key:
        return replace(made, criteria=())
    only = tuple(each for each in made.criteria if each.key == key)
    return replace(made, only=True, criteria=only, routes=(), points=None)


def _cover(framework: Framework, words: Words) -> Iterator[tuple[str, str]]:
    yield words.say("book.edition"), framework.version
    yield words.say("book.in_force"), words.span(framework.in_force_from, framework.in_force_until)
    yield words.say("book.law"), words.cite(framework.law)
    yield words.say("book.guideline"), words.cite(framework.guideline)


def _how(words: Words) -> Iterator[str]:
    for key in ("order", "not_promise", "verify", "plain"):
        if key != "plain" or words.language != "ja":
            yield words.say(f"how.{key}")


def _changes(framework: Framework, words: Words) -> Iterator[tuple[str, str]]:
    for each in framework.transitions:
        when = words.span(each.from_, each.until)
        brackets = " ({})" if words.language == "en" else "（{}）"
        yield when, words.pick(each.text) + brackets.format(words.cite(each.reference))


def _documents(framework: Framework, words: Words) -> Iterator[DocumentRow]:
    """Each document once, with all that it shows, in the order of the criteria."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for number, criterion in enumerate(framework.criteria, 1):
        for ask in criterion.evidence:
            shown = (number, criterion.key, words.pick(criterion.handbook.short or criterion.title))
            rows = found.setdefault(words.pick(ask.title), [])
            if shown not in rows:
                rows.append(shown)
    yield from (DocumentRow(title, tuple(shows)) for title, shows in found.items())


def _document_notes(framework: Framework, words: Words) -> Iterator[str]:
    for each in framework.parameters:
        if each.key == _FRESH:
            yield words.say("documents.fresh", length=words.length(each.value), source=words.cite(each.source))
    yield words.say("documents.my_number")


def _after(framework: Framework, words: Words) -> Iterator[Section]:
    period = framework.standard_period
    known = bool(period.months or period.days)
    length = words.say("after.period_text", length=_length(period, words)) if known else words.say("after.period_none")
    yield Section(words.say("after.period"), (length, words.say("after.stay")))
    yield Section(words.say("after.granted"), (words.say("after.granted_text"),))
    yield Section(words.say("after.refused"), (words.say("after.refused_text"), words.say("after.again")))
    remedies = tuple(words.say(f"after.{key}") for key in ("court", "time", "no_complaint"))
    yield Section(words.say("after.remedies"), remedies)
    yield Section(words.say("after.wrong"), (words.say("after.wrong_text"),))


def _length(period: Period, words: Words) -> str:
    """Months and days; a day count is said as days."""
    days = {"ja": "{n}日", EASY: "{n}日《にち》", "en": "{n} days"}[words.language].format(n=period.days)
    parts = [words.length(period.months)] if period.months else []
    return (" " if words.language == "en" else "").join([*parts, days] if period.days else parts)


def _checks(framework: Framework, words: Words) -> Iterator[CheckGroup]:
    """What is asked on every route first, then what only some routes ask, each line with its routes."""
    rows = [_check(framework, number, each, words) for number, each in enumerate(framework.criteria, 1)]
    for title, group in (("all", [each for each in rows if not each.routes]), ("some", [e for e in rows if e.routes])):
        if group:
            yield CheckGroup(words.say(f"check.{title}"), tuple(group))


def _check(framework: Framework, number: int, criterion: Criterion, words: Words) -> CheckRow:
    own = criterion.handbook
    look = [words.pick(own.look_at)] if own.look_at else [words.pick(each.title) for each in criterion.evidence]
    asked_on = criterion_page.asked_on(framework, criterion)
    names = words.join(words.pick(each.title) for each in asked_on)
    return CheckRow(
        number=number,
        key=criterion.key,
        question=words.pick(own.check or criterion.question),
        routes="" if len(asked_on) == len(framework.routes) else words.say("check.only", routes=names),
        look=tuple(dict.fromkeys(look))[:3],
        no=_if_no(framework, criterion, words),
    )


def _if_no(framework: Framework, criterion: Criterion, words: Words) -> str:
    if criterion.handbook.no:
        return words.pick(criterion.handbook.no)
    if criterion.indicator or not criterion.reasons:
        return words.say("check.indicator_no")
    return criterion_page.filled(criterion.reasons[0].change, framework, criterion, words)


def title_of(made: Book) -> str:
    """The booklet's title as plain text."""
    return plain(made.title)
