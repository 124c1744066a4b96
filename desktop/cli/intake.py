"""``akashi import``: files into the office."""

import argparse
from dataclasses import asdict
from pathlib import Path

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="WHAT")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--map", dest="map_path", type=Path, default=None, metavar="MAP.toml")
    parser.add_argument("--dry-run", action="store_true")


def _run(call: Call) -> Answer:
    from desktop.operations.intake import import_file

    args = call.args
    with call.office() as office, call.ticker("reading") as ticker:
        actor = call.actor(office)
        done = import_file(office, actor, args.what, args.file, args.map_path, args.dry_run, ticker)
    counts = {name: getattr(done, name) for name in ("file", "rows", "new", "superseded", "skipped")}
    lines = [call.say("imported", **counts)]
    if done.dry_run:
        lines.append(call.say("imported_dry"))
    if done.units:
        lines.append(call.say("units_made", units=", ".join(done.units)))
    return Answer(asdict(done), tuple(lines))


COMMANDS = (Command("import", _run, _arguments),)
