"""Looks up the words of import files: statuses, duties, kinds, countries, in Japanese or English, any width."""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from resources import root


@lru_cache(maxsize=4_096)
def fold(text: str) -> str:
    """A word as it is compared: width, letter case, blanks and the kind of hyphen do not count."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split()).replace("-", "_").replace("・", "·").replace("･", "·")


@cache
def words(name: str) -> Mapping[str, str]:
    """Every way to write a word of the list, folded, and our word for it."""
    listed = tomllib.loads((root() / "intake" / "words.toml").read_text(encoding="utf-8"))[name]
    return {fold(each): ours for ours, others in listed.items() for each in (ours, *others)}


@cache
def ours(name: str) -> tuple[str, ...]:
    """Our own words of the list."""
    return tuple(dict.fromkeys(words(name).values()))


@cache
def country_names() -> Mapping[str, str]:
    """The Japanese name of each country by its alpha-3 code."""
    lines = (root() / "intake" / "countries.csv").read_text(encoding="utf-8").splitlines()
    return {line.split(",")[1]: line.split(",")[2] for line in lines if not line.startswith("#")}


@cache
def countries() -> Mapping[str, str]:
    """Every way to name a country, folded, and its alpha-3 code."""
    found: dict[str, str] = {}
    for line in (root() / "intake" / "countries.csv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        two, three, name, others = line.split(",")
        found.update({fold(each): three for each in (two, three, name, *others.split(";")) if each})
    return found


@cache
def first_names(name: str) -> Mapping[str, str]:
    """Our words of the list, and how each is said in Japanese (the first other way to write it); our own where there is none."""
    listed = tomllib.loads((root() / "intake" / "words.toml").read_text(encoding="utf-8"))[name]
    return {ours: next(iter(others), ours) for ours, others in listed.items()}


def title(what: str, column: str, lang: str) -> str:
    """What people call a column of a file kind, in ``ja`` or ``en``."""
    return str(_column(what, column)[lang])


def titles(what: str, column: str) -> tuple[str, ...]:
    """Every name by which a column of a file kind is known here, folded."""
    called = _column(what, column)
    return tuple(fold(each) for each in (column, called["ja"], called["en"], *called["also"]))


def _column(what: str, column: str) -> Mapping[str, str]:
    called = _columns()
    return called[f"{what}.{column}"] if f"{what}.{column}" in called else called[column]


@cache
def _columns() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((root() / "intake" / "columns.toml").read_text(encoding="utf-8"))
