"""``akashi report look-up``: whose code it is in a working paper; for who may, with a purpose, on record."""

import argparse

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer
from resources import messages


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT")
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--why", required=True, metavar="TEXT")


def _run(call: Call) -> Answer:
    from desktop.operations import consistency

    args, lang = call.args, call.options.lang
    with call.office() as office:
        login = consistency.look_up(office, call.actor(office), args.report, args.code, args.why)
    said = messages.text("report.looked_up", lang, {"code": args.code, "login": login})
    return Answer({"report": args.report, "code": args.code, "login": login}, (said,))


COMMANDS = (Command("report look-up", _run, _arguments),)
