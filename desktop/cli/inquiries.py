"""``akashi inquiry …``: interviews, surveys on site, inquiries to other bodies, consultation, forwarding."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import WorldFault

if TYPE_CHECKING:
    from models.inquiries.values import Inquiry, NewPicture

_KINDS = ("interview", "survey", "inquiry", "consultation", "forwarding")
_COLUMNS = ("number", "kind", "state", "planned_on", "whom")


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _numbered(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("number", type=int, metavar="NUMBER")


def _plan_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--kind", choices=_KINDS, required=True)
    parser.add_argument("--subject", required=True, metavar="TEXT")
    parser.add_argument("--whom", required=True, metavar="TEXT")
    for name in ("place", "time", "interpreter", "ground", "opinion"):
        parser.add_argument(f"--{name}", default="", metavar="TEXT")
    parser.add_argument("--on", default=None, metavar="DATE")
    parser.add_argument("--criteria", default="", metavar="KEY,…")
    parser.add_argument("--wait", action="store_true")


def _plan(call: Call) -> Answer:
    from desktop.operations import inquiries
    from models.inquiries.values import InquiryKind, NewInquiry

    args = call.args
    new = NewInquiry(
        args.case, InquiryKind(args.kind), args.subject, args.whom, args.place, _day(args.on), args.time,
        args.interpreter, args.ground, args.opinion, tuple(each for each in args.criteria.split(",") if each), args.wait,
    )  # fmt: skip
    with call.office() as office:
        made = inquiries.plan(office, call.person(office), new)
    return Answer(as_data(made), (call.say("inquiry_planned", case=made.case, number=made.number),))


def _done_arguments(parser: argparse.ArgumentParser) -> None:
    _numbered(parser)
    parser.add_argument("--report", required=True, metavar="TEXT")
    parser.add_argument("--present", default="", metavar="TEXT")
    parser.add_argument("--read-back", choices=("yes", "no"), default=None)
    parser.add_argument("--on", default=None, metavar="DATE")
    parser.add_argument("--picture", type=Path, action="append", default=None, metavar="FILE")


def _done(call: Call) -> Answer:
    from desktop.operations import inquiries
    from models.inquiries.values import Outcome

    args = call.args
    read_back = None if args.read_back is None else args.read_back == "yes"
    pictures = tuple(_picture(each) for each in args.picture or ())
    with call.office() as office:
        outcome = Outcome(_day(args.on) or office.clock.today(), args.report, args.present, read_back, pictures)
        made = inquiries.finish(office, call.person(office), args.case, args.number, outcome)
    said = call.say("inquiry_done", case=made.case, number=made.number, evidence=", ".join(made.evidence) or "-")
    return Answer(as_data(made), (said,))


def _picture(path: Path) -> "NewPicture":
    from models.inquiries.values import NewPicture

    try:
        return NewPicture(path.name, path.read_bytes())
    except OSError as error:
        raise WorldFault("cli.world", why=error.strerror or "", file=path) from error


def _cancel_arguments(parser: argparse.ArgumentParser) -> None:
    _numbered(parser)
    parser.add_argument("--why", required=True, metavar="TEXT")


def _cancel(call: Call) -> Answer:
    from desktop.operations import inquiries

    args = call.args
    with call.office() as office:
        made = inquiries.cancel(office, call.person(office), args.case, args.number, args.why)
    return Answer(as_data(made), (call.say("inquiry_cancelled", case=made.case, number=made.number),))


def _list(call: Call) -> Answer:
    from desktop.operations import inquiries

    with call.office() as office:
        found = inquiries.listing(office, call.person(office), call.args.case)
    rows = [(i.number, i.kind.value, i.state.value, str(i.planned_on or "-"), i.whom) for i in found]
    return Answer({"case": call.args.case, "inquiries": [as_data(each) for each in found]}, table(_COLUMNS, rows))


def _day(text: str | None) -> date | None:
    from models.dates.parse import parse_date

    return parse_date(text) if text else None


def as_data(inquiry: "Inquiry") -> dict[str, object]:
    """One of them as JSON."""
    return {
        "case": inquiry.case, "number": inquiry.number, "kind": inquiry.kind.value, "state": inquiry.state.value,
        "subject": inquiry.subject, "whom": inquiry.whom, "place": inquiry.place,
        "planned_on": inquiry.planned_on.isoformat() if inquiry.planned_on else None, "time": inquiry.time,
        "interpreter": inquiry.interpreter, "ground": inquiry.ground, "opinion": inquiry.opinion,
        "criteria": list(inquiry.criteria), "waits": inquiry.waits,
        "done_on": inquiry.done_on.isoformat() if inquiry.done_on else None, "report": inquiry.report,
        "present": inquiry.present, "read_back": inquiry.read_back, "evidence": list(inquiry.evidence),
        "pictures": [{"name": each.name, "sha256": each.sha256} for each in inquiry.pictures], "why": inquiry.why,
    }  # fmt: skip


COMMANDS = (
    Command("inquiry plan", _plan, _plan_arguments),
    Command("inquiry done", _done, _done_arguments),
    Command("inquiry cancel", _cancel, _cancel_arguments),
    Command("inquiry list", _list, _case),
)
