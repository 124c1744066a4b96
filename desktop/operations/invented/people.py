"""Invented applicants: names with their readings, in passport letters and in kanji."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from resources import root

_KANJI_SHARE = 0.5
_JAPANESE_SHARE = 0.3
_JAPANESE_LETTERS_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Invented:
    """A person who does not exist."""

    name: str
    reading: str
    sex: str
    nationality: str
    language: str


@cache
def data(name: str) -> Mapping[str, Any]:
    """A data file of the sample (``names``, ``life``)."""
    return tomllib.loads((root() / "sample" / f"{name}.toml").read_text(encoding="utf-8"))


def nationalities() -> tuple[str, ...]:
    """Every nationality that applicants may have."""
    return tuple(code for code, each in data("names").items() if "weight" in each)


def invent(draw: Random, number: int, spouse: bool, head: Invented | None = None) -> Invented:
    """The applicant of the case with this number. The first cases go once through every nationality; who belongs to
    ``head`` shares theirs."""
    codes = nationalities()
    weights = [data("names")[code]["weight"] for code in codes]
    code = head.nationality if head else (codes[number] if number < len(codes) else draw.choices(codes, weights)[0])
    told = data("names")[code]
    sex = draw.choice(("female", "male"))
    if head is not None:
        sex = "male" if head.sex == "female" else "female"
    language = "ja" if draw.random() < _JAPANESE_LETTERS_SHARE else told["language"]
    if spouse and draw.random() < _JAPANESE_SHARE:
        name, reading = _japanese(draw, sex)
    elif not head and told.get("script") and draw.random() < _KANJI_SHARE:
        name, reading = draw.choice(told["script"]).split("|")
    else:
        name, reading = _latin(draw, told, sex)
    return Invented(name, reading, sex, code, language)


def _japanese(draw: Random, sex: str) -> tuple[str, str]:
    told = data("names")["japanese"]
    family, family_reading = draw.choice(told["family"]).split("|")
    given, given_reading = draw.choice(told[sex]).split("|")
    return f"{family} {given}", f"{family_reading} {given_reading}"


def _latin(draw: Random, told: Mapping[str, Any], sex: str) -> tuple[str, str]:
    family, family_reading = draw.choice(told["family"]).rsplit(" ", 1)
    given, given_reading = draw.choice(told[sex]).rsplit(" ", 1)
    # Passports and residence cards put the family name first, whatever the person's own order is.
    return f"{family} {given}", f"{family_reading}・{given_reading}"
