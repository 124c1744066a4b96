"""Deadlines as a calendar file (RFC 5545). Pure.

A calendar lies on telephones and other people's servers, so nothing of an applicant stands in it but the number of the case.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from models.deadlines.rules import WARN_DAYS
from models.deadlines.values import Deadline
from models.errors import Message

_FOLD = 75
"""RFC 5545 3.1: no line of more octets, without its break."""


def calendar(deadlines: Iterable[Deadline], made: datetime, lang: str, office: str) -> bytes:
    """One event of a whole day a deadline, with an alarm as many days before as the desk warns."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Akashi//Deadlines//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for each in deadlines:
        lines += _event(each, made, lang, office)
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in _folded(line)).encode()


def _event(each: Deadline, made: datetime, lang: str, office: str) -> Iterator[str]:
    said = Message(f"deadlines.kind_{each.kind.value}").text(lang)
    last = Message("deadlines.last_open", {"day": each.last_working_day}).text(lang)
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped('-'.join(filter(None, (each.case, each.kind.value, each.about.replace(':', '-')))))}@akashi"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(each.on)}"
    yield f"DTEND;VALUE=DATE:{_day(each.on + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(f'{each.case} {said}')}"
    yield f"DESCRIPTION:{_escaped(f'{last} {office}'.strip())}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(f'{each.case} {said}')}")
    yield f"TRIGGER:-P{WARN_DAYS[each.kind]}D"
    yield from ("END:VALARM", "END:VEVENT")


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _escaped(text: str) -> str:
    """RFC 5545 3.3.11."""
    for plain, said in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, said)
    return text


def _folded(line: str) -> Iterator[str]:
    """Never inside a character."""
    held = ""
    for character in line:
        if len((held + character).encode()) > _FOLD:
            yield held
            held = " "
        held += character
    yield held
