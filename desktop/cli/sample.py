"""``akashi sample``: a synthetic office."""

import argparse

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer
from models.dates.parse import parse_date
from models.errors import BadInput


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cases", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--examiners", type=int, default=4, metavar="K")
    parser.add_argument("--letters", type=int, default=None, metavar="N")
    parser.add_argument("--today", default=None, metavar="DATE")


def _run(call: Call) -> Answer:
    from desktop.operations import sample

    args = call.args
    if args.cases < 0 or args.examiners < 1 or (args.letters or 0) < 0:
        raise BadInput("cli.sample_numbers")
    today = parse_date(args.today) if args.today else None
    with call.ticker("making") as ticker:
        office = sample.make(
            call.where(), call.passphrase(), args.cases, args.seed, args.examiners, args.letters, ticker, today=today
        )
    with office:
        states = sample.summary(office)
    people = [*(f"examiner{n}" for n in range(1, args.examiners + 1)), *sample.OTHERS]
    number = sum(states.values())
    data = {"office": call.where(), "seed": args.seed, "cases": number, "states": dict(states), "people": people}
    said = call.say("made", cases=number, where=call.where(), people=", ".join(people))
    return Answer(data, (said, *(f"  {state}: {count}" for state, count in states.items())))


COMMANDS = (Command("sample", _run, _arguments),)
