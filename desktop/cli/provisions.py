"""``akashi provision …``: data that goes back to linked institutions, as the law provides."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli import files
from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table

if TYPE_CHECKING:
    from models.provisions.values import Order, Provision

_COLUMNS = ("number", "at", "by", "institution", "recipient", "cases", "format", "ground")


def _institutions(call: Call) -> Answer:
    from models.provisions import rules

    lang = call.options.lang
    rows = [
        {
            "institution": each.key, "title": each.title.in_(lang), "fields": list(each.fields), "kinds": list(each.kinds),
            "ground": each.ground.in_(lang), "as_of": each.as_of.isoformat(), "verify": each.verify,
            "one_a_municipality": each.each,
        }
        for each in rules.institutions()
    ]  # fmt: skip
    lines = [(r["institution"], r["title"], r["ground"], call.say("to_verify") if r["verify"] else "") for r in rows]
    return Answer({"institutions": rows}, table(("institution", "", "ground", ""), lines))


def _order_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("institution", metavar="INSTITUTION")
    parser.add_argument("--to", dest="recipient", default="", metavar="MUNICIPALITY")
    parser.add_argument("--from", dest="first", required=True, metavar="D")
    parser.add_argument("--until", dest="last", required=True, metavar="D")
    parser.add_argument("--again", action="store_true")


def _order(call: Call) -> "Order":
    from models.dates.parse import parse_date
    from models.provisions.values import Order

    args = call.args
    return Order(args.institution, args.recipient, parse_date(args.first), parse_date(args.last), args.again)


def _preview(call: Call) -> Answer:
    from desktop.operations import provisions

    with call.office() as office:
        parcel = provisions.preview(office, call.person(office), _order(call))
    to = parcel.institution
    rows = [
        {"case": each.case, "cells": dict(zip(to.fields, each.cells, strict=True)), "withheld": list(each.withheld),
         "provided_before": each.before}
        for each in parcel.lines
    ]  # fmt: skip
    data = {
        "institution": to.key, "recipient": parcel.recipient, "ground": to.ground.in_(call.options.lang),
        "verify": to.verify, "fields": list(to.fields), "digest": parcel.digest, "lines": rows,
    }  # fmt: skip
    lines = table(
        ("case", *provisions.heads(parcel, call.options.lang), ""),
        [
            (each.case, *each.cells, call.say("provided_before", number=each.before) if each.before else "")
            for each in parcel.lines
        ],
    )
    warned = (call.say("provision_to_verify", ground=to.ground.in_(call.options.lang)),) if to.verify else ()
    return Answer(data, (*lines, *warned))


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _order_arguments(parser)
    parser.add_argument("--why", required=True, metavar="TEXT")
    parser.add_argument("--format", choices=("csv", "xlsx"), default="xlsx")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _export(call: Call) -> Answer:
    from desktop.operations import provisions

    args = call.args
    with call.office() as office, files.ready(args.out.parent):
        who = call.person(office)
        parcel = provisions.preview(office, who, _order(call))
        made, content = provisions.provide(office, who, parcel, args.why, args.format)
        files.write(args.out, content)
    said = call.say("provided", number=made.number, cases=made.cases, recipient=made.recipient, file=str(args.out))
    return Answer({**as_data(made), "file": str(args.out)}, (said,))


def _log_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--case", default=None, metavar="CASE")


def _log(call: Call) -> Answer:
    from desktop.operations import provisions

    with call.office() as office:
        who = call.actor(office)
        found = provisions.log(office, who, call.args.case)
        rows = [
            {**as_data(each), "case_numbers": list(provisions.cases_of(office, who, each.number))} for each in found
        ]
    return Answer({"provisions": rows}, table(_COLUMNS, [[row[each] for each in _COLUMNS] for row in rows]))


def as_data(each: "Provision") -> dict[str, object]:
    """An entry of the log as JSON."""
    return {
        "number": each.number, "at": each.at.isoformat(), "by": each.by, "institution": each.institution,
        "recipient": each.recipient, "ground": each.ground, "fields": list(each.fields), "from": each.from_on.isoformat(),
        "until": each.to_on.isoformat(), "cases": each.cases, "format": each.format, "sha256": each.sha256, "why": each.why,
    }  # fmt: skip


COMMANDS = (
    Command("provision institutions", _institutions),
    Command("provision preview", _preview, _order_arguments),
    Command("provision export", _export, _export_arguments),
    Command("provision log", _log, _log_arguments),
)
