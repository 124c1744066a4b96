"""The table of desks that help, as a person keeps it in a spreadsheet: a dated CSV file, one row a desk.

``telephone``, ``languages`` (codes; empty: every language by interpreter), ``municipalities`` (empty: for everyone), and for
each language a column with the desk's name, what it is for, and its hours (``name.ja``, ``about.vi``). Pure.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.errors import BadInput
from models.letters.values import Desk, LetterSettings
from models.localized import Localized
from resources import letters

WORDS = ("name", "about", "hours")
PLAIN = ("telephone", "languages", "municipalities")
_BETWEEN = "; "


def written(desks: Iterable[Desk]) -> str:
    """The table as CSV, Japanese and English first."""
    rows = tuple(desks)
    said = {language for desk in rows for word in WORDS for language in getattr(desk, word)}
    languages = ("ja", "en", *sorted(said - {"ja", "en"}))
    head = [*PLAIN, *(f"{word}.{language}" for language in languages for word in WORDS)]
    out = io.StringIO()
    made = csv.DictWriter(out, head, lineterminator="\r\n")
    made.writeheader()
    made.writerows(_row(each, languages) for each in rows)
    return out.getvalue()


def read(content: bytes) -> tuple[Desk, ...]:
    """The desks of a table. Raises ``BadInput`` naming the row and the column: an unknown column, a language that letters are
    not written in, a desk without a telephone or without its Japanese words, a file that is no table."""
    try:
        return _read(csv.DictReader(io.StringIO(_text(content), newline=""), restkey=""))
    except csv.Error as error:
        raise BadInput("helpdesks.unreadable") from error


def _read(rows: "csv.DictReader[str]") -> tuple[Desk, ...]:
    head = tuple(rows.fieldnames or ())
    for column in head:
        _check_column(column)
        if head.count(column) > 1:
            raise BadInput("helpdesks.column_twice", column=column)
    for needed in ("telephone", *(f"{word}.ja" for word in WORDS)):
        if needed not in head:
            raise BadInput("helpdesks.no_column", column=needed)
    return tuple(_desk(number, row) for number, row in enumerate(rows, 2) if any(_filled(row)))


def changed(settings: LetterSettings, desks: Sequence[Desk], as_of: date) -> LetterSettings:
    """The settings with this table, as it stood on a day."""
    return replace(settings, desks=tuple(desks), desks_as_of=as_of)


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput("helpdesks.unreadable")


def _check_column(column: str) -> None:
    word, dot, language = column.partition(".")
    if column in PLAIN or (dot and word in WORDS and language in letters.known()):
        return
    raise BadInput("helpdesks.unknown_column", column=column, known=", ".join((*PLAIN, *(f"{w}.ja" for w in WORDS))))


def _filled(row: Mapping[str, str | None]) -> list[str]:
    return [value for value in row.values() if isinstance(value, str) and value.strip()]


def _desk(number: int, row: Mapping[str, str | None]) -> Desk:
    if "" in row:
        raise BadInput("helpdesks.too_long", row=number)
    said = {column: (value or "").strip() for column, value in row.items()}
    for needed in ("telephone", *(f"{word}.ja" for word in WORDS)):
        if not said[needed]:
            raise BadInput("helpdesks.empty", row=number, column=needed)
    languages = _several(said.get("languages", ""))
    if strange := [each for each in languages if each not in letters.known()]:
        raise BadInput("helpdesks.unknown_language", row=number, language=strange[0], known=", ".join(letters.known()))
    words = {word: _localized(said, word) for word in WORDS}
    return Desk(
        languages=languages,
        telephone=said["telephone"],
        municipalities=_several(said.get("municipalities", "")),
        **words,
    )


def _localized(said: Mapping[str, str], word: str) -> Localized:
    found = {column.partition(".")[2]: text for column, text in said.items() if column.startswith(f"{word}.") and text}
    return Localized(tuple(sorted(found.items(), key=lambda pair: (pair[0] != "ja", pair[0]))))


def _several(text: str) -> tuple[str, ...]:
    for mark in ("；", "、", ",", "，"):
        text = text.replace(mark, ";")
    return tuple(each.strip() for each in text.split(";") if each.strip())


def _row(desk: Desk, languages: Iterable[str]) -> dict[str, str]:
    words = {f"{word}.{language}": getattr(desk, word).get(language) or "" for language in languages for word in WORDS}
    return {
        "telephone": desk.telephone,
        "languages": _BETWEEN.join(desk.languages),
        "municipalities": _BETWEEN.join(desk.municipalities),
        **words,
    }
