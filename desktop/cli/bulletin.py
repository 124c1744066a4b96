"""``akashi report bulletin``: the yearly public account, from the office or from registers."""

import argparse
from pathlib import Path

from desktop.cli import files
from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer
from desktop.cli.report import ticking
from models.errors import BadInput
from resources import messages


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, required=True, metavar="YYYY")
    parser.add_argument("--kind", metavar="KIND")
    parser.add_argument("--decisions", type=Path, metavar="FILE")
    parser.add_argument("--assessments", type=Path, metavar="FILE")
    parser.add_argument("--map", dest="map_path", type=Path, metavar="MAP.toml")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--formats", default="pdf,html", metavar="pdf,html")
    parser.add_argument("--languages", default="", metavar="ja,en")


def _run(call: Call) -> Answer:
    from desktop.operations import bulletin

    args, lang = call.args, call.options.lang
    formats = tuple(each.strip() for each in args.formats.split(",") if each.strip())
    for each in formats:
        if each not in bulletin.FORMATS:
            raise BadInput("report.bad_bulletin_format", value=each)
    bulletin.asked_of(args.year, args.kind)
    languages = [each for each in args.languages.split(",") if each in messages.LANGUAGES] or [lang]
    if args.decisions is not None:
        with ticking(lang, "reading_register") as ticker:
            made = bulletin.of_register(args.year, args.kind, args.decisions, args.assessments, args.map_path, ticker)
    else:
        with call.office() as office, ticking(lang, "computing") as ticker:
            made = bulletin.of_office(office, call.actor(office), args.year, args.kind, ticker)
    written = {name: content for each in languages for name, content in bulletin.files(made, each, formats).items()}
    for name, content in written.items():
        files.write(args.out / name, content)
    paths = [str(args.out / name) for name in written]
    lines = tuple(messages.text("report.bulletin_written", lang, {"file": path}) for path in paths)
    published = made.report.population.decisions is not None
    return Answer({"year": made.year, "published": published, "files": paths}, lines)


COMMANDS = (Command("report bulletin", _run, _arguments),)
