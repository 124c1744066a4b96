"""Dates, amounts, ids and states in words, as the case view writes them. No Qt: the same words serve tests and screen readers."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

from models.casefile.values import CaseFile
from models.evidence.values import Evidence, EvidenceKind
from models.facts.values import Fact, FactValue, Unit
from models.intake.words import country_names
from models.localized import Localized
from resources import messages

JAPAN = timezone(timedelta(hours=9), "JST")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = {"ja": "月火水木金土日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}


def say(key: str, lang: str, **params: object) -> str:
    """The sentence ``desk.<key>``."""
    return messages.text(f"desk.{key}", lang, params)


def title(text: Localized, lang: str) -> str:
    """A framework's words on one line."""
    return " ".join(text.in_(lang).split())


def day(value: date, lang: str) -> str:
    """``2026年9月14日`` or ``14 Sep 2026``."""
    if lang == "ja":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def weekday(value: date, lang: str) -> str:
    """``金`` or ``Fri``."""
    return _WEEKDAYS["ja" if lang == "ja" else "en"][value.weekday()]


def day_with_weekday(value: date, lang: str, year: bool = True) -> str:
    """``12月11日(金)`` or ``Fri 11 Dec``, with the year where asked."""
    if lang == "ja":
        return f"{day(value, lang) if year else f'{value.month}月{value.day}日'}({weekday(value, lang)})"
    return f"{weekday(value, lang)} {value.day} {_MONTHS[value.month - 1]}{f' {value.year}' if year else ''}"


def month(year: int, number: int, lang: str) -> str:
    """``2025年5月`` or ``May 2025``."""
    return f"{year}年{number}月" if lang == "ja" else f"{_MONTHS[number - 1]} {year}"


def month_day(value: date, lang: str) -> str:
    """``9月18日`` or ``18 Sep``."""
    return f"{value.month}月{value.day}日" if lang == "ja" else f"{value.day} {_MONTHS[value.month - 1]}"


def month_name(number: int, lang: str) -> str:
    """``5月`` or ``May``."""
    return f"{number}月" if lang == "ja" else _MONTHS[number - 1]


def moment(at: datetime, lang: str) -> str:
    """A moment in Japanese time: ``2026年11月24日 14:05``."""
    local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(JAPAN)
    return f"{day(local.date(), lang)} {local:%H:%M}"


def clock(at: datetime) -> str:
    """``10:32:05`` in Japanese time."""
    return f"{(at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(JAPAN):%H:%M:%S}"


def age(born: date, on: date) -> int:
    """Whole years at a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def days_left(due: date, today: date, lang: str) -> str:
    """``あと17日`` / ``17 days left``; past the day, how many days over."""
    left = (due - today).days
    if left < 0:
        return say("days_over_one" if left == -1 else "days_over", lang, days=-left)
    return say("days_left_one" if left == 1 else "days_left", lang, days=left)


def yen(amount: int, lang: str) -> str:
    """``17,510円`` or ``¥17,510``."""
    return f"{amount:,}円" if lang == "ja" else f"¥{amount:,}"


def quantity(value: FactValue, unit: Unit, lang: str) -> str:
    """A fact's value with its unit; ``記録なし`` where no row bears on it."""
    if value is None:
        return say("no_record", lang)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, str):
        return value
    if unit is Unit.YEN:
        return yen(value, lang)
    key = f"unit.{unit.value}"
    if value == 1 and messages.has(f"desk.{key}_one", lang):
        key = f"{key}_one"
    return say(key, lang, n=value) if messages.has(f"desk.{key}", lang) else f"{value:,}"


def fact_id(fact: str, lang: str) -> str:
    """``F33.2025-05`` as people see it: ``事-33.2025-05`` or ``F-33.2025-05``."""
    return ("事-" if lang == "ja" else "F-") + fact.removeprefix("F")


def document_id(number: int, lang: str) -> str:
    """``資-07`` or ``E-07``: a document's number."""
    return f"{'資' if lang == 'ja' else 'E'}-{number:02d}"


def statement_id(number: int, lang: str) -> str:
    """``意-01`` or ``C-01``: a statement's number among the applicant's statements."""
    return f"{'意' if lang == 'ja' else 'C'}-{number:02d}"


def statements(file: CaseFile) -> tuple[Evidence, ...]:
    """The applicant's statements of a case, in the order that gives them their numbers."""
    return tuple(e for e in file.evidence if e.kind is EvidenceKind.STATEMENT)


def evidence_id(piece: Evidence, file: CaseFile, lang: str) -> str:
    """What a piece of evidence is called on screen: its statement or document number."""
    if piece.kind is EvidenceKind.STATEMENT:
        return statement_id(statements(file).index(piece) + 1, lang)
    return document_id(piece.document or piece.number, lang)


def coded(room: str, value: str, lang: str) -> str:
    """A code's name (``desk.<room>.<value>``), or the code itself where it has none."""
    key = f"desk.{room}.{value}"
    return messages.text(key, lang) if messages.has(key, lang) else value.replace("_", " ")


class Names:
    """People's names by login; a login without one stands for itself."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self._known = dict(known or {})

    def of(self, login: str, lang: str) -> str:
        """佐藤 花子; 事務所 for the console."""
        return say("who.console", lang) if login == "console" else self._known.get(login, login)


def fact_value(fact: Fact, lang: str) -> str:
    """A fact's value in words."""
    if isinstance(fact.value, str) and fact.key in ("status.current", "application.current_status"):
        return coded("status", fact.value, lang)
    if isinstance(fact.value, str) and fact.key in ("employment.kind", "application.route"):
        return coded("work" if fact.key == "employment.kind" else "route", fact.value, lang)
    if isinstance(fact.value, int) and fact.key == "income.dependants":
        return say("unit.people", lang, n=fact.value)
    return quantity(fact.value, fact.unit, lang)


def version(text: str, lang: str) -> str:
    """A framework's version, which is a day, in words: ``2026年2月24日版`` / ``24 Feb 2026``."""
    try:
        return say("version", lang, day=day(date.fromisoformat(text), lang))
    except ValueError:
        return text


def country(code: str, lang: str) -> str:
    """A country's name, or its code where no name is kept."""
    known = country_names().get(code.upper()) if lang == "ja" else None
    return (
        coded("country", code.upper(), lang) if known is None or messages.has(f"desk.country.{code.upper()}") else known
    )
