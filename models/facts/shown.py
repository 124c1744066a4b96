"""A fact's value as text: canonical for comparing, and as people of a language read it."""

from datetime import date

from models.facts.values import Fact, FactValue, Unit
from resources import messages

_WITH_UNIT = frozenset({Unit.MONTHS, Unit.YEARS, Unit.DAYS, Unit.YEN})


def canonical(value: FactValue) -> str:
    """The value as a finding stores and compares it: ISO dates, plain digits, empty where there is none."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def text(fact: Fact, lang: str) -> str:
    """The value with its unit in ``lang``: ``3か月``, ``17,510 yen``, ``3 April 2027``; a dash where there is none."""
    if fact.value is None:
        return "—"
    words = messages.shown(fact.value, lang)
    if isinstance(fact.value, int) and fact.unit in _WITH_UNIT:
        one = "_one" if fact.value == 1 else ""
        return messages.text(f"facts.unit_{fact.unit}{one}", lang, {"value": words})
    return words
