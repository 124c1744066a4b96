"""Facts in words: one bound sentence a fact."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from models.evidence.values import Duty
from models.facts import catalogue
from models.facts.values import Fact
from models.letters import figures
from models.letters.matter import Matter
from models.letters.months import duty_of, is_month
from models.letters.obligations import duty_figure
from models.letters.sentences import Bound
from models.letters.values import Cell, Figure, Sentence
from models.letters.wording import Wording
from resources import letters, messages

_LENGTHS = ("residence.months", "marriage.months", "employment.current.months")
"""Facts counted in months that people read in years and months."""

_ORDER = ("since", "months", "years", "required_on", "on", "missing_days")
_DAYS = ("on", "since")
_YEAR = re.compile(r"\d{4}")


def sentence(matter: Matter, fact: Fact, on: Bound, place: str) -> Sentence:
    """What a fact says, with its window or its day."""
    here = Bound(on.criterion, (fact.id,), fact.sources, on.reason)
    return (
        _of_duty(matter, fact, here, place) or _by_key(matter, fact, here, place) or _plain(matter, fact, here, place)
    )


def spoken(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that get a sentence of their own, in the order of telling.

    Months stand in a table, a part is left to its cited parent, full years to the years and months; that no day is missing is
    no fact to tell.
    """
    kept = tuple(facts)
    ids, keys = {each.id for each in kept}, {each.key for each in kept}
    told = [each for each in kept if each.parent not in ids and not is_month(each)]
    told = [each for each in told if each.key.replace(".years", ".months") not in keys - {each.key}]
    told = [each for each in told if each.key != "residence.missing_days" or each.value] or told
    return tuple(sorted(told, key=lambda each: _place(each.key)))


def shortest(matter: Matter, said: Sequence[Sentence]) -> Sentence:
    """The one sentence for a narrow cell: how long, where a length is among them, otherwise the first."""
    lengths = {matter.wording[f"fact.key.{key}"] for key in _LENGTHS}
    return next((each for each in said if each.pattern in lengths), said[0])


def part_row(matter: Matter, fact: Fact, on: Bound) -> tuple[Cell, ...]:
    """One part of a counted fact: when, and what."""
    here = Bound(on.criterion, (fact.id,), fact.sources, on.reason)
    place, wording = f"{on.criterion}.part.{fact.id}", matter.wording
    day = next((key for key in _DAYS if isinstance(fact.detail.get(key), date)), None)
    when = matter.writer.words(f"{place}.when", wording["frame.none"], here)
    if day is not None:
        when = matter.writer.value(f"{place}.when", _day(matter, fact, day), here)
    elif _YEAR.fullmatch(member := fact.key.rpartition(".")[2]):
        year = figures.word(fact.key, figures.calendar_year(int(member), wording.language), f"{fact.id}#name")
        when = matter.writer.value(f"{place}.when", year, here)
    what = matter.writer.value(f"{place}.what", _what(matter, fact), here)
    return Cell(when), Cell(what)


def _what(matter: Matter, fact: Fact) -> Figure:
    """The part's value; where that is a code of the program's own, the sentence that explains it."""
    if fact.key.startswith("residence.problems."):
        return figures.word(str(fact.value), fact.how.text(_spoken_by_messages(matter.writer.language)), fact.id)
    return figures.fact_with_unit(fact, matter.wording)


def _spoken_by_messages(language: str) -> str:
    if language in messages.LANGUAGES:
        return language
    return "ja" if language == "ja-easy" else "en"


def _day(matter: Matter, fact: Fact, key: str) -> Figure:
    value = fact.detail[key]
    assert isinstance(value, date)
    return figures.day(value, f"{fact.id}#{key}", matter.wording)


def _place(key: str) -> int:
    """Since when comes before how long, and that before when it is reached."""
    measure = key.rpartition(".")[2].removeprefix("work_or_residence_")
    return _ORDER.index(measure) if measure in _ORDER else len(_ORDER)


def name(matter: Matter, fact: Fact) -> str:
    """What a fact is called; its key where the catalogue does not know it."""
    try:
        return _titled(fact.key, matter.wording.language) or matter.wording.of(catalogue.title(fact.key))
    except (KeyError, StopIteration):
        return fact.key


def _titled(key: str, language: str) -> str:
    """The title in a language that the program's messages do not speak; empty for those that they do.

    Raises ``KeyError``.
    """
    titles = letters.fact_titles(language)
    if not titles:
        return ""
    found, duty = catalogue.entry(key), next((each for each in Duty if key.startswith(f"obligations.{each}.")), None)
    member = key[len(found.members) - 1 :] if found.members and found.key != key else ""
    code = found.key.replace(".", "_")
    if duty is not None:
        code = found.key.replace(f"obligations.{duty}.", "duty_").replace(".", "_")
    whole = titles[f"title_{code}"].replace("{duty}", Wording(language)[f"duty.{duty}"] if duty else "")
    if found.key == "income.years" and member:
        return titles["title_income_year"].replace("{year}", member)
    if member and f"title_points_item_{member}" in titles and found.key.startswith("points."):
        return titles[f"title_points_item_{member}"].replace("{total}", whole)
    return f"{whole} {member}".rstrip()


def _of_duty(matter: Matter, fact: Fact, on: Bound, place: str) -> Sentence | None:
    duty, measure, window = duty_of(fact), fact.key.rpartition(".")[2], fact.window
    pattern = f"fact.{'window' if window else 'total'}.{measure}"
    if duty is None or fact.value is None or not matter.wording.has(pattern):
        return None
    given = {"duty": duty_figure(matter, duty, f"{fact.id}#duty"), "value": figures.fact_value(fact, matter.wording)}
    if window:
        start, end = window.start, window.end
        given["from"] = figures.month(start.year, start.month, f"{fact.id}#window.start", matter.wording)
        given["until"] = figures.month(end.year, end.month, f"{fact.id}#window.end", matter.wording)
    return matter.writer.say(place, pattern, on, **given)


def _by_key(matter: Matter, fact: Fact, on: Bound, place: str) -> Sentence | None:
    pattern = f"fact.key.{fact.key}"
    if fact.value is None or not matter.wording.has(pattern):
        return None
    shown = figures.months_as_years if fact.key in _LENGTHS else figures.fact_value
    value = replace(shown(fact, matter.wording), strong=fact.key.endswith("required_on"))
    return matter.writer.say(place, pattern, on, value=value)


def _plain(matter: Matter, fact: Fact, on: Bound, place: str) -> Sentence:
    label = figures.word(fact.key, name(matter, fact), f"{fact.id}#name")
    if fact.value is None:
        return matter.writer.say(place, "fact.none", on, name=label)
    value = figures.fact_with_unit(fact, matter.wording)
    return matter.writer.say(place, "fact.plain", on, name=label, value=value)
