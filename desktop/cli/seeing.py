"""``akashi case seen``: who saw a case between two days."""

import argparse
from datetime import date

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=None, metavar="D")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, default=None, metavar="D")


def _run(call: Call) -> Answer:
    from desktop.operations import seeing

    args = call.args
    with call.office() as office:
        found = seeing.seen(office, call.actor(office), args.case, args.first, args.last)
    data = [
        {"who": each.who, "first": each.first.isoformat(), "last": each.last.isoformat(), "days": each.days,
         "acts": dict(each.acts), "exported": each.took_out}
        for each in found
    ]  # fmt: skip
    rows = [
        (each.who, f"{each.first:%Y-%m-%d %H:%M}", f"{each.last:%Y-%m-%d %H:%M}", str(each.days), str(each.took_out))
        for each in found
    ]
    head = tuple(call.say(f"seen_{name}") for name in ("who", "first", "last", "days", "exported"))
    lines = table(head, rows) if rows else (call.say("seen_by_nobody", case=args.case),)
    return Answer({"case": args.case, "seen": data}, tuple(lines))


COMMANDS = (Command("case seen", _run, _arguments),)
