"""``akashi office languages``: the languages of letters, who stands behind them, and which are issued."""

import argparse
from dataclasses import asdict

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--allow", action="append", default=[], metavar="L")
    parser.add_argument("--forbid", action="append", default=[], metavar="L")


def _languages(call: Call) -> Answer:
    from desktop.operations import tongues

    args = call.args
    with call.office() as office:
        who = call.actor(office)
        asked = args.allow or args.forbid
        found = tongues.allow(office, who, args.allow, args.forbid) if asked else tongues.listing(office)
    rows = [
        (each.language, each.name, each.status, str(len(each.stale)), call.say("language_issued" if each.issued else "language_not_issued"),
         ", ".join(each.frameworks))
        for each in found
    ]  # fmt: skip
    lines = table(("language", "name", "status", "stale", "issued", "frameworks"), [list(each) for each in rows])
    return Answer({"languages": [asdict(each) for each in found]}, lines)


COMMANDS = (Command("office languages", _languages, _arguments),)
