"""``akashi report consistency``: from the office, or from registers without any office."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli import files
from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, Ticker
from models.errors import BadInput
from resources import messages

if TYPE_CHECKING:
    from desktop.operations.consistency import Asked
    from models.consistency.values import Report


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--decisions", type=Path, metavar="FILE")
    parser.add_argument("--assessments", type=Path, metavar="FILE")
    parser.add_argument("--map", dest="map_path", type=Path, metavar="MAP.toml")
    parser.add_argument("--from", dest="from_", metavar="DATE")
    parser.add_argument("--to", metavar="DATE")
    parser.add_argument("--kind", metavar="KIND")
    parser.add_argument("--unit", metavar="UNIT")
    parser.add_argument("--also", action="append", default=[], metavar="OFFICE")
    parser.add_argument("--release", action="store_true")
    parser.add_argument("--protection", choices=("on", "off"), default="on")
    parser.add_argument("--threshold", type=int, default=10, metavar="N")
    parser.add_argument("--bootstrap", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--formats", default="pdf,xlsx,json", metavar="pdf,xlsx,json")


def _run(call: Call) -> Answer:
    from desktop.operations import consistency

    args, lang = call.args, call.options.lang
    asked = _asked(call)
    asked.check()
    formats = _formats(args.formats)
    if args.decisions is not None or args.assessments is not None:
        with ticking(lang, "reading_register") as ticker:
            report = consistency.of_register(asked, args.decisions, args.assessments, args.map_path, ticker)
    else:
        report = _of_office(call, asked)
    made = consistency.files(report, lang, formats)
    for name, content in made.items():
        files.write(args.out / name, content)
    return _answer(report, [args.out / name for name in made], lang)


def _of_office(call: Call, asked: "Asked") -> "Report":
    from desktop.operations import consistency, several

    if not asked.protected:
        raise BadInput("report.off_in_office")
    if call.args.also:
        with ExitStack() as stack, ticking(call.options.lang, "computing") as ticker:
            opened = ((each, stack.enter_context(each.office())) for each in call.several())
            return several.working_paper([(office, each.actor(office)) for each, office in opened], asked, ticker)
    with call.office() as office, ticking(call.options.lang, "computing") as ticker:
        return consistency.of_office(office, call.actor(office), asked, ticker)


def _asked(call: Call) -> "Asked":
    from desktop.operations.consistency import Asked

    args = call.args
    for option in ("bootstrap", "seed"):
        if getattr(args, option) < 0:
            raise BadInput("report.bad_number", option=f"--{option}", least=0)
    return Asked(
        from_=_day("--from", args.from_),
        to=_day("--to", args.to),
        kind=args.kind,
        unit=args.unit,
        release=args.release,
        protected=args.protection == "on",
        k=args.threshold,
        bootstraps=args.bootstrap,
        seed=args.seed,
    )


def _day(option: str, text: str | None) -> date | None:
    from models.dates.parse import parse_optional

    try:
        return parse_optional(text) if text else None
    except BadInput as error:
        raise BadInput("report.bad_day", option=option, value=text) from error


def _formats(text: str) -> list[str]:
    from desktop.operations.consistency import FORMATS

    asked = [each.strip() for each in text.split(",") if each.strip()]
    for each in asked:
        if each not in FORMATS:
            raise BadInput("report.bad_format", value=each)
    return list(dict.fromkeys(asked)) or list(FORMATS)


@contextmanager
def ticking(lang: str, code: str) -> Iterator[Ticker]:
    """Progress on the terminal."""
    ticker = Ticker(messages.text(f"report.{code}", lang))
    try:
        yield ticker
    finally:
        ticker.end()


def _answer(report: "Report", paths: list[Path], lang: str) -> Answer:
    from reports import consistency_json

    found, hidden = report.population, report.protection
    lines = [
        messages.text(
            "report.one_line",
            lang,
            {
                "decisions": "–" if found.decisions is None else found.decisions,
                "examiners": "–" if found.examiners is None else found.examiners,
                "cells": hidden.suppressed_cells,
                "parts": len(hidden.withheld_because),
            },
        ),
        *(messages.text("report.written", lang, {"file": str(path)}) for path in paths),
    ]
    data = {**consistency_json.as_data(report, lang), "files": [str(path) for path in paths]}
    return Answer(data, tuple(lines))


COMMANDS = (Command("report consistency", _run, _arguments),)
