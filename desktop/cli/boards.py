"""``akashi board …``, ``akashi case deadlines``, ``akashi case calendar`` and ``akashi office closing``."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.files import write
from desktop.cli.options import case_number
from desktop.cli.output import Answer, table

if TYPE_CHECKING:
    from models.board.values import Load


def _unit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", default=None, metavar="UNIT")


def _show(call: Call) -> Answer:
    from desktop.operations import board

    with call.office() as office:
        found = board.board(office, call.person(office), call.args.unit)
    head = ("login", "unit", "open", "waiting", "late", "due_soon", "away")
    rows = [(p.login, p.unit or "-", p.open, p.waiting, p.late, p.soon, "*" if p.away else "") for p in found.people]
    data = {
        "people": [_as_load(each) for each in found.people],
        "free": [
            {"case": each.case, "kind": each.kind.value, "due_on": each.due_on.isoformat()} for each in found.free
        ],
        "late": [each.case for each in found.lines if each.late],
        "ages": dict(found.ages),
        "more": found.more,
    }
    return Answer(data, (*table(head, rows), call.say("board_free", cases=len(found.free))))


def _as_load(each: "Load") -> dict[str, object]:
    return {
        "login": each.login, "unit": each.unit, "open": each.open, "waiting": each.waiting, "late": each.late,
        "due_soon": each.soon, "by_kind": {kind.value: number for kind, number in each.by_kind}, "away": each.away,
    }  # fmt: skip


def _assign_arguments(parser: argparse.ArgumentParser) -> None:
    _unit(parser)
    parser.add_argument("--dry-run", action="store_true")


def _assign(call: Call) -> Answer:
    """By the rule."""
    from desktop.operations import board

    with call.office() as office:
        who = call.person(office)
        if call.args.dry_run:
            plan = [(each.case, each.to or "-") for each in board.shares(office, who, call.args.unit)]
        else:
            plan = [(each.case, each.to_person) for each in board.go_round(office, who, call.args.unit)]
    return Answer({"assigned": dict(plan), "dry_run": call.args.dry_run}, table(("case", "to"), plan))


def _give_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN")
    parser.add_argument("cases", nargs="+", metavar="CASE", type=case_number)
    parser.add_argument("--why", required=True, metavar="TEXT")


def _give(call: Call) -> Answer:
    """By hand."""
    from desktop.operations import board

    args = call.args
    with call.office() as office:
        made = board.give(office, call.person(office), dict.fromkeys(args.cases, args.login), args.why)
    lines = tuple(call.say("turn_handed_over", case=each.case, to=each.to_person) for each in made)
    return Answer({"assigned": {each.case: each.to_person for each in made}}, lines)


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _deadlines(call: Call) -> Answer:
    from desktop.operations import deadlines
    from models.errors import Message

    with call.office() as office:
        found = deadlines.of_case(office, call.person(office), call.args.case)
    lang = call.options.lang
    rows = [(d.on, Message(f"deadlines.kind_{d.kind.value}").text(lang), d.urgency.value, d.about) for d in found]
    data = [
        {"kind": d.kind.value, "on": d.on.isoformat(), "last_working_day": d.last_working_day.isoformat(),
         "urgency": d.urgency.value, "about": d.about or None}
        for d in found
    ]  # fmt: skip
    return Answer({"case": call.args.case, "deadlines": data}, table(("on", "what", "urgency", "about"), rows))


def _calendar_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", nargs="?", default="", metavar="CASE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _calendar(call: Call) -> Answer:
    from desktop.operations import deadlines

    args = call.args
    with call.office() as office:
        made = deadlines.calendar(office, call.person(office), call.options.lang, args.case or None)
    write(args.out, made)
    events = made.count(b"BEGIN:VEVENT")
    return Answer(
        {"file": str(args.out), "events": events}, (call.say("calendar_written", file=args.out, events=events),)
    )


def _closing_arguments(parser: argparse.ArgumentParser) -> None:
    both = parser.add_mutually_exclusive_group()
    both.add_argument("--add", default="", metavar="DATE")
    both.add_argument("--remove", default="", metavar="DATE")
    parser.add_argument("--name", default="", metavar="TEXT")


def _closing(call: Call) -> Answer:
    from desktop.operations import deadlines
    from models.dates.parse import parse_date

    args = call.args
    with call.office() as office:
        who = call.person(office)
        if args.add:
            deadlines.add_closing(office, who, parse_date(args.add), args.name)
        if args.remove:
            deadlines.remove_closing(office, who, parse_date(args.remove))
        found = deadlines.closing_days(office, who)
        falls = deadlines.falling_on(office, who, parse_date(args.add)) if args.add else ()
    rows = [(each.on, each.name) for each in found]
    said = {"closing_days": [{"on": d.isoformat(), "name": n} for d, n in rows]}
    due = [call.say("closing_falls", case=case, about=about) for case, about in falls]
    told = {"due_then": [{"case": case, "about": about} for case, about in falls]} if args.add else {}
    return Answer(said | told, (*table(("on", "name"), rows), *due))


COMMANDS = (
    Command("board show", _show, _unit),
    Command("board assign", _assign, _assign_arguments),
    Command("board give", _give, _give_arguments),
    Command("case deadlines", _deadlines, _case),
    Command("case calendar", _calendar, _calendar_arguments),
    Command("office closing", _closing, _closing_arguments),
)
