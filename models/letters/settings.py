"""The office's letter settings as JSON, and the made-up ones of the sample office."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from models.errors import BadInput
from models.letters.values import ALLOWED, Desk, Letterhead, LetterSettings
from models.localized import Localized
from models.store.values import OfficeSettings
from resources import letters

_WORDS = ("authority", "unit", "hours", "signatory", "interpreting", "address")
_BESIDE = ("hours", "interpreting", "desks", "desks_as_of", "drafted", "kinds")
"""What the office does not say of itself, or not in every language."""
_PLAIN = ("telephone", "number_pattern", "collect_days", "window")


def read(said: Mapping[str, Any], office: OfficeSettings) -> LetterSettings:
    """Settings from JSON; what is missing comes from what the office says of itself, its name above all.

    The synthetic office has the made-up desks and interpreters too.
    """
    if office.synthetic:
        said = {**{key: value for key, value in _made_up().items() if key in _BESIDE}, **said}
    base: dict[str, Any] = {
        "authority": _given(office.authority, office.name),
        "unit": _given(office.unit, ""),
        "telephone": office.telephone,
        "hours": _given(office.hours, ""),
        "signatory": _given(office.signatory, ""),
    }
    as_of = said.get("desks_as_of")
    desks = tuple(_desk(each) for each in said.get("desks", ()))
    drafted = tuple(said.get("drafted", ALLOWED))
    day = date.fromisoformat(str(as_of)) if as_of else None
    head = Letterhead(**base | _given_in(said))
    kinds = tuple((kind, replace(head, **_given_in(each))) for kind, each in said.get("kinds", {}).items())
    return LetterSettings(head, desks, day, drafted, kinds)


def _given_in(said: Mapping[str, Any]) -> dict[str, Any]:
    words = {name: _localized(said[name]) for name in _WORDS if name in said}
    return words | {name: said[name] for name in _PLAIN if name in said}


def written(settings: LetterSettings) -> dict[str, Any]:
    """Settings as JSON."""
    as_of = settings.desks_as_of.isoformat() if settings.desks_as_of else None
    desks = [_written_desk(each) for each in settings.desks]
    kinds = {kind: _written_head(head) for kind, head in settings.by_kind}
    rest = {"desks": desks, "desks_as_of": as_of, "drafted": list(settings.drafted), "kinds": kinds}
    return {**_written_head(settings.letterhead), **rest}


def _written_head(head: Letterhead) -> dict[str, Any]:
    words: dict[str, Any] = {name: dict(getattr(head, name)) for name in _WORDS}
    return words | {name: getattr(head, name) for name in _PLAIN}


def check(settings: LetterSettings) -> None:
    """Raises ``BadInput`` when the number pattern cannot number letters."""
    for head in (settings.letterhead, *(each for _, each in settings.by_kind)):
        _check_pattern(head.number_pattern)


def _check_pattern(pattern: str) -> None:
    try:
        first, second = (pattern.format(year=2026, serial=each) for each in (1, 2))
    except (KeyError, IndexError, ValueError) as error:
        raise BadInput("letters.bad_pattern", pattern=pattern) from error
    if first == second:
        raise BadInput("letters.bad_pattern", pattern=pattern)


def sample() -> LetterSettings:
    """The made-up office of the sample: name, hours, desks."""
    return read(_made_up(), OfficeSettings(""))


def _made_up() -> dict[str, Any]:
    return tomllib.loads(letters.sample_office().read_text(encoding="utf-8"))


def _given(texts: Localized, otherwise: str) -> Localized:
    return texts if any(texts.values()) else Localized.of(ja=otherwise)


def _localized(said: Mapping[str, str]) -> Localized:
    """Japanese first, the others by code: equal settings are equal values."""
    return Localized(tuple(sorted(said.items(), key=lambda pair: (pair[0] != "ja", pair[0]))))


def _desk(said: Mapping[str, Any]) -> Desk:
    words = {name: _localized(said[name]) for name in ("name", "about", "hours")}
    return Desk(
        languages=tuple(said.get("languages", ())),
        telephone=said["telephone"],
        municipalities=tuple(said.get("municipalities", ())),
        **words,
    )


def _written_desk(desk: Desk) -> dict[str, Any]:
    return {
        "name": dict(desk.name),
        "about": dict(desk.about),
        "hours": dict(desk.hours),
        "languages": list(desk.languages),
        "telephone": desk.telephone,
        "municipalities": list(desk.municipalities),
    }
