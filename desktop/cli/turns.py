"""``akashi case transfer``, ``hand-over``, ``withdraw``, ``lapse``, ``reopen``, ``turns``, ``earlier``; ``akashi absence …``."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from resources import messages

if TYPE_CHECKING:
    from models.absences.values import Absence
    from models.cases.turns.values import NewTurn, Turn
    from models.reapplications.values import Earlier, Sign

Run = Callable[[Call], Answer]
Add = Callable[[argparse.ArgumentParser], None]


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _turn_arguments(*names: str, required: tuple[str, ...] = ()) -> Add:
    def add(parser: argparse.ArgumentParser) -> None:
        _case(parser)
        for name in names:
            parser.add_argument(f"--{name}", default="", metavar="TEXT", required=name in required)
        parser.add_argument("--why", required=True, metavar="TEXT")
        parser.add_argument("--on", default="", metavar="DATE")
        parser.add_argument("--note", default="", metavar="TEXT")

    return add


def _lapse_arguments(parser: argparse.ArgumentParser) -> None:
    _turn_arguments()(parser)
    parser.add_argument("--ground", choices=("death", "departure", "other"), required=True)


def _reopen_arguments(parser: argparse.ArgumentParser) -> None:
    _turn_arguments("court", "court-case", "to")(parser)
    parser.add_argument("--ground", choices=("court", "own_motion"), required=True)


def _turn(kind: str) -> Run:
    def run(call: Call) -> Answer:
        from desktop.operations import turns

        with call.office() as office:
            made = turns.make(office, call.person(office), _new(call, kind))
        said = call.say(f"turn_{kind}", case=made.case, to=made.to_unit or made.to_person or "-")
        return Answer(as_data(made), (said,))

    return run


def _new(call: Call, kind: str) -> "NewTurn":
    from models.cases.turns.values import Ground, NewTurn, TurnKind

    args = call.args
    return NewTurn(
        args.case, TurnKind(kind), args.why, _day(args.on), Ground(getattr(args, "ground", "")), args.note,
        getattr(args, "to", ""), getattr(args, "court", ""), getattr(args, "court_case", ""),
    )  # fmt: skip


def _turns(call: Call) -> Answer:
    from desktop.operations import turns

    with call.office() as office:
        found = turns.listing(office, call.person(office), call.args.case)
    rows = [(t.number, t.kind.value, t.on, t.to_unit or t.to_person or "-", t.by, t.why) for t in found]
    head = ("number", "kind", "on", "to", "by", "why")
    return Answer({"case": call.args.case, "turns": [as_data(each) for each in found]}, table(head, rows))


def as_data(turn: "Turn") -> dict[str, object]:
    """A turn as JSON."""
    return {
        "case": turn.case, "number": turn.number, "kind": turn.kind.value, "on": turn.on.isoformat(), "why": turn.why,
        "by": turn.by, "at": turn.at.isoformat(), "ground": turn.ground.value or None, "note": turn.note,
        "from_unit": turn.from_unit, "to_unit": turn.to_unit or None, "from_person": turn.from_person or None,
        "to_person": turn.to_person or None, "court": turn.court or None, "court_case": turn.court_case or None,
    }  # fmt: skip


# ---- earlier cases
def _earlier_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    both = parser.add_mutually_exclusive_group()
    both.add_argument("--link", default="", metavar="EARLIER")
    both.add_argument("--unlink", default="", metavar="EARLIER")
    parser.add_argument("--why", default="", metavar="TEXT")


def _earlier(call: Call) -> Answer:
    from desktop.operations import turns

    args = call.args
    with call.office() as office:
        who = call.person(office)
        if args.link:
            turns.link(office, who, args.case, args.link, args.why)
        if args.unlink:
            turns.unlink(office, who, args.case, args.unlink, args.why)
        found, maybe = turns.earlier(office, who, args.case), turns.candidates(office, who, args.case)
        later = turns.later(office, who, args.case)
    candidates = [
        {
            "case": c.case.id,
            "received_on": c.case.received_on.isoformat(),
            "same_name": c.same_name,
            "signs": list(c.signs),
        }
        for c in maybe
    ]
    data = {
        "case": args.case, "earlier": [_as_earlier(each) for each in found], "candidates": candidates,
        "later": [{"case": each.case, "why": each.why, "by": each.by} for each in later],
    }  # fmt: skip
    lines = [
        (each.case.id, each.outcome.value if each.outcome else "-", one.criterion, one.finding.finding.value)
        for each in found
        for one in each.findings
    ]
    told = [
        call.say("earlier_candidate", case=c.case.id, day=c.case.received_on) + _signs(call, c.signs) for c in maybe
    ]
    told += [call.say("later_case", case=each.case) for each in later]
    return Answer(data, (*table(("case", "outcome", "criterion", "finding"), lines), *told))


def _signs(call: Call, signs: "tuple[Sign, ...]") -> str:
    gap = "、" if call.options.lang == "ja" else ", "
    return gap.join(messages.text(f"reapplications.sign_{each}", call.options.lang, {}) for each in signs).join(
        ("（", "）")
    )


def _as_earlier(each: "Earlier") -> dict[str, object]:
    return {
        "case": each.case.id,
        "why": each.link.why,
        "outcome": each.outcome.value if each.outcome else None,
        "decided_on": each.decided_on.isoformat() if each.decided_on else None,
        "findings": [{"criterion": one.criterion, "finding": one.finding.finding.value} for one in each.findings],
    }


# ---- absences
def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN")
    parser.add_argument("--from", dest="from_on", required=True, metavar="DATE")
    parser.add_argument("--until", default="", metavar="DATE")
    parser.add_argument("--why", default="", metavar="TEXT")


def _add(call: Call) -> Answer:
    from desktop.operations import turns
    from models.dates.parse import parse_date

    args = call.args
    with call.office() as office:
        who = call.person(office)
        made = turns.note_absence(office, who, args.login, parse_date(args.from_on), _day(args.until), args.why)
        left = turns.left_behind(office, who, args.login)
    data = {**_absence(made), "cases": [{"case": each.case.id, "may_get": list(each.may_get)} for each in left]}
    return Answer(data, (call.say("absence_noted", login=made.login, cases=len(left)),))


def _end_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN")
    parser.add_argument("--on", default="", metavar="DATE")


def _end(call: Call) -> Answer:
    from desktop.operations import turns

    with call.office() as office:
        day = _day(call.args.on) or office.clock.today()
        made = turns.end_absence(office, call.person(office), call.args.login, day)
    return Answer(_absence(made), (call.say("absence_ended", login=made.login),))


def _away(call: Call) -> Answer:
    from desktop.operations import turns

    with call.office() as office:
        found = turns.away(office, call.person(office))
    rows = [(each.login, each.from_on, each.until_on or "-", each.why) for each in found]
    return Answer({"absences": [_absence(each) for each in found]}, table(("login", "from", "until", "why"), rows))


def _over_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN")
    parser.add_argument("--to", action="append", default=None, metavar="CASE=LOGIN")
    parser.add_argument("--note", action="append", default=None, metavar="CASE=TEXT")
    parser.add_argument("--why", required=True, metavar="TEXT")


def _over(call: Call) -> Answer:
    """Every open case of the person goes to whom ``--to`` names, or to the examiner of its unit who has least."""
    from desktop.operations import turns

    args = call.args
    named, notes = _pairs(args.to), _pairs(args.note)
    with call.office() as office:
        who = call.person(office)
        left = turns.left_behind(office, who, args.login)
        plan = {each.case.id: each.may_get[at % len(each.may_get)] for at, each in enumerate(left) if each.may_get}
        made = turns.hand_over_all(office, who, {**plan, **named}, args.why, notes)
    lines = tuple(call.say("turn_handed_over", case=each.case, to=each.to_person) for each in made)
    without = [each.case.id for each in left if each.case.id not in {**plan, **named}]
    data = {"login": args.login, "turns": [as_data(each) for each in made], "left": without}
    return Answer(data, lines, notes=tuple(call.say("absence_left", case=each) for each in without))


def _pairs(given: list[str] | None) -> dict[str, str]:
    from desktop.cli.options import case_number
    from models.errors import BadInput

    if any("=" not in each for each in given or ()):
        raise BadInput("cli.pair")
    return {case_number(each.partition("=")[0]): each.partition("=")[2] for each in given or ()}


def _absence(each: "Absence") -> dict[str, object]:
    until = each.until_on.isoformat() if each.until_on else None
    return {"login": each.login, "from": each.from_on.isoformat(), "until": until, "why": each.why}


def _day(text: str) -> date | None:
    from models.dates.parse import parse_date

    return parse_date(text) if text else None


COMMANDS = (
    Command("case transfer", _turn("transferred"), _turn_arguments("to", required=("to",))),
    Command("case hand-over", _turn("handed_over"), _turn_arguments("to", required=("to",))),
    Command("case withdraw", _turn("withdrawn"), _turn_arguments()),
    Command("case lapse", _turn("lapsed"), _lapse_arguments),
    Command("case reopen", _turn("reopened"), _reopen_arguments),
    Command("case turns", _turns, _case),
    Command("case earlier", _earlier, _earlier_arguments),
    Command("absence add", _add, _add_arguments),
    Command("absence end", _end, _end_arguments),
    Command("absence list", _away),
    Command("absence hand-over", _over, _over_arguments),
)
