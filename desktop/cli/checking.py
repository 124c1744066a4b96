"""``akashi case check``: the gate before a proposal, reasoning copied from other cases included."""

import argparse

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--outcome", choices=("grant", "refuse"), default=None)
    parser.add_argument("--weighing", default="", metavar="TEXT")


def _run(call: Call) -> Answer:
    from desktop.operations import copying, decisions
    from models.decisions.values import GateResult, Outcome

    args, lang = call.args, call.options.lang
    outcome = Outcome(args.outcome) if args.outcome else None
    with call.office() as office:
        who = call.actor(office)
        asked = decisions.gate(office, who, args.case, outcome, args.weighing)
        copying.keep_up(office)
        found = GateResult((*asked.problems, *copying.problems(office, who, args.case, outcome, args.weighing)))
    data = {
        "case": args.case,
        "ok": found.ok,
        "problems": [
            {"place": p.place, "severity": p.severity.value, "code": p.message.code, "cause": p.text(lang)}
            for p in found.problems
        ],
    }
    lines = [f"{call.say('check_' + p.severity.value)} {p.text(lang)}" for p in found.problems]
    return Answer(data, tuple(lines or [call.say("check_clear", case=args.case)]), status=0 if found.ok else 1)


COMMANDS = (Command("case check", _run, _arguments),)
