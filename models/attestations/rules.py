"""What an attestation must be before it is kept, and when it counts for nothing. Pure."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from models.attestations.values import Asked, Attestation, Attester, Form, NewAttestation
from models.dates.parse import parse_date
from models.errors import BadInput, Problem, problem
from models.evidence import my_number
from models.evidence.characters import unwritable
from models.evidence.values import End
from models.localized import Localized
from resources import messages, root

_LONGEST = {"name": 200, "purpose": 500, "consent_how": 500, "text": 2000}
_NEEDED = ("name", "purpose", "consent_how")
_LONGEST_FIELD = 200
_MOST_DIGITS = 13
YES, NO = "yes", "no"


@cache
def attesters() -> tuple[Attester, ...]:
    """Who may attest what, as the program carries it."""
    held = tomllib.loads((root() / "tables" / "attestations.toml").read_text(encoding="utf-8"))
    return tuple(Attester(key, _title(said), tuple(_asked(said["fields"]))) for key, said in held.items())


def attester(key: str) -> Attester | None:
    """One by its key."""
    return next((each for each in attesters() if each.key == key), None)


def problems(new: NewAttestation, criteria: Iterable[str], today: date) -> tuple[Problem, ...]:
    """Everything that stands against keeping it; the place is the field's name (``said.annual_pay``)."""
    return (*_words(new), *_days(new, today), *_purpose(new, frozenset(criteria)), *_said(new))


def normal(kind: str, said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The fields in the order of the form, dates in ISO form, amounts as digits; empty ones left out. Raises ``BadInput`` for a
    value that its field cannot hold."""
    made = attester(kind)
    pairs = ((each.key, _value(each, said.get(each.key, ""))) for each in made.fields) if made else ()
    return tuple((key, value) for key, value in pairs if value)


def sentence(kind: str, said: Iterable[tuple[str, str]], text: str, lang: str) -> str:
    """What is stated, in one line: ``雇用の始まり：2019年4月1日　…``."""
    made = attester(kind)
    titles = {each.key: each for each in made.fields} if made else {}
    colon, gap = ("：", "　") if lang == "ja" else (": ", "; ")
    parts = [
        f"{titles[key].title.in_(lang)}{colon}{shown(titles[key], value, lang)}" for key, value in said if key in titles
    ]
    return gap.join((*parts, *([" ".join(text.split())] if text.strip() else [])))


def shown(asked: Asked, value: str, lang: str) -> str:
    """A value in the reader's language."""
    if asked.form is Form.DATE:
        return messages.shown(date.fromisoformat(value), lang)
    if asked.form is Form.YEN:
        return f"{int(value):,}円" if lang == "ja" else f"¥{int(value):,}"
    return messages.text(f"attestations.{value}", lang, {}) if asked.form is Form.YES_NO else value


def end(withdrawn_on: date | None, until: date | None, on: bool, seen_on: date) -> End | None:
    """Why an attestation counts for nothing: its consent was withdrawn (whenever the case is looked at), the office takes none,
    or its last day is over on the day it is seen from."""
    if withdrawn_on is not None:
        return End.WITHDRAWN
    if not on:
        return End.OFF
    return End.EXPIRED if until is not None and until < seen_on else None


def named(kind: str, lang: str) -> str:
    """``勤務先`` / ``Employer``."""
    made = attester(kind)
    return made.title.in_(lang) if made else kind


def title(each: Attestation, lang: str) -> str:
    """Who states it, and as what: ``株式会社みどり（勤務先）``."""
    return (
        f"{each.name}（{named(each.kind, lang)}）"
        if lang == "ja"
        else f"{each.name} ({named(each.kind, lang).lower()})"
    )


def _words(new: NewAttestation) -> Iterator[Problem]:
    for name, longest in _LONGEST.items():
        text = getattr(new, name)
        if name in _NEEDED and not text.strip():
            yield problem(f"attestations.no_{name}", name)
        yield from _text(text, name, longest)
    for key, value in new.said.items():
        yield from _text(value, f"said.{key}", _LONGEST_FIELD)


def _text(text: str, place: str, longest: int) -> Iterator[Problem]:
    if len(text) > longest:
        yield problem("turns.too_long", place, longest=longest)
    if my_number.find(text):
        yield problem("turns.my_number", place)
    if character := unwritable(text):
        yield problem("turns.unwritable", place, character=character)


def _days(new: NewAttestation, today: date) -> Iterator[Problem]:
    if new.stated_on > today:
        yield problem("attestations.not_yet", "stated_on", day=new.stated_on)
    if new.consent_on > today:
        yield problem("attestations.not_yet", "consent_on", day=new.consent_on)
    if new.until is not None and new.until < max(new.stated_on, today):
        yield problem("attestations.over", "until", day=new.until)


def _purpose(new: NewAttestation, criteria: frozenset[str]) -> Iterator[Problem]:
    if not new.criteria:
        yield problem("attestations.no_criteria", "criteria")
    for each in new.criteria:
        if each not in criteria:
            yield problem("attestations.unknown_criterion", "criteria", criterion=my_number.mask(each))


def _said(new: NewAttestation) -> Iterator[Problem]:
    made = attester(new.kind)
    if made is None:
        known = ", ".join(each.key for each in attesters())
        yield problem("attestations.unknown_kind", "kind", kind=my_number.mask(new.kind), known=known)
        return
    fields = {each.key: each for each in made.fields}
    for key, value in new.said.items():
        if key not in fields:
            yield problem("attestations.unknown_field", "said", field=my_number.mask(key), known=", ".join(fields))
            continue
        try:
            _value(fields[key], value)
        except BadInput as error:
            yield Problem(error.message, f"said.{key}")
    if not new.text.strip() and not any(value.strip() for value in new.said.values()):
        yield problem("attestations.nothing_said", "text")


def _value(asked: Asked, text: str) -> str:
    text = text.strip()
    if not text or asked.form is Form.TEXT:
        return text
    if asked.form is Form.DATE:
        return parse_date(text).isoformat()
    if asked.form is Form.YES_NO:
        for key in (YES, NO):
            if text.lower() in {key, *(messages.text(f"attestations.{key}", lang, {}) for lang in messages.LANGUAGES)}:
                return key
        raise BadInput("attestations.yes_or_no", field=asked.title)
    digits = text.replace(",", "").replace("，", "")
    if digits.isdecimal() and len(digits) <= _MOST_DIGITS:
        return str(int(digits))
    raise BadInput("attestations.no_figure", field=asked.title)


def _title(said: Mapping[str, object]) -> Localized:
    return Localized((("ja", str(said["ja"])), ("en", str(said["en"]))))


def _asked(fields: Iterable[Mapping[str, object]]) -> Iterator[Asked]:
    for each in fields:
        yield Asked(str(each["key"]), Form(str(each["form"])), _title(each))
