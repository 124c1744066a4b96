"""The options that every command understands; they may stand anywhere on the line."""

import argparse
import locale
import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.cli.phrases import Parser

LANGUAGES = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for in general: which office, who acts, how to answer."""

    office: str | None
    login: str | None
    as_json: bool
    lang: str


def add_common(parser: argparse.ArgumentParser, words: dict[str, str]) -> None:
    """Give a parser the common options."""
    parser.add_argument("--office", metavar="WHERE", default=None, help=words["office"])
    parser.add_argument("--as", dest="login", metavar="LOGIN", default=None, help=words["as"])
    parser.add_argument("--json", dest="as_json", action="store_true", help=words["json"])
    parser.add_argument("--lang", choices=LANGUAGES, default=None, help=words["lang"])


def case_number(text: str) -> str:
    """The number of a case as imports write it: full-width letters and digits made plain, no outer blanks."""
    return unicodedata.normalize("NFKC", text).strip()


def split(argv: Sequence[str]) -> tuple[Options, list[str]]:
    """The common options, wherever they stand, and the rest of the line. Raises ``BadInput`` for a wrong value."""
    parser = Parser(lang=own_language(), prog="akashi", add_help=False, allow_abbrev=False)
    add_common(parser, {"office": "", "as": "", "json": "", "lang": ""})
    known, rest = parser.parse_known_args(list(argv))
    lang = known.lang or own_language()
    return Options(known.office, known.login, known.as_json, lang), rest


def own_language() -> str:
    """The language of this computer: Japanese, or else English."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    said = said or locale.getlocale()[0] or ""
    return "ja" if said.lower().startswith(("ja", "japanese")) else "en"
