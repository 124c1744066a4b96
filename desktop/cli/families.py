"""``akashi household …`` and ``akashi representative …``."""

import argparse
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.options import case_number
from desktop.cli.output import Answer, table

if TYPE_CHECKING:
    from models.households.values import Family
    from models.representatives.values import Representative


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _cases(text: str) -> list[str]:
    return [case_number(each) for each in text.split(",") if each.strip()]


def _show(call: Call) -> Answer:
    from desktop.operations import households

    with call.office() as office:
        found = households.family(office, call.person(office), call.args.case)
    keys = list(dict.fromkeys(one.criterion for member in found.members for one in member.findings))
    rows = [
        (key, *(each.finding.value if (each := member.finding(key)) else "-" for member in found.members))
        for key in keys
    ]
    rows.append((call.say("outcome"), *(m.outcome.value if m.outcome else "-" for m in found.members)))
    return Answer(_as_family(found), table(("", *(member.case.id for member in found.members)), rows))


def _as_family(found: "Family") -> dict[str, object]:
    members = [
        {
            "case": m.case.id, "state": m.case.state.value, "outcome": m.outcome.value if m.outcome else None,
            "findings": {one.criterion: one.finding.value for one in m.findings},
            "copied": [{"criterion": c.criterion, "from": c.from_case, "revision": c.revision} for c in m.copied],
        }
        for m in found.members
    ]  # fmt: skip
    said = [
        {
            "other": d.other_case,
            "outcome": d.outcome.value,
            "other_outcome": d.other_outcome.value,
            "text": d.text,
            "by": d.by,
        }
        for d in found.distinctions
    ]
    shareable = [each.id for each in found.shareable]
    return {"household": found.household, "members": members, "distinctions": said, "shareable": shareable}


def _join_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("household", metavar="HOUSEHOLD")


def _join(call: Call) -> Answer:
    from desktop.operations import households

    with call.office() as office:
        made = households.join(office, call.person(office), call.args.case, call.args.household)
    said = call.say("household_set", case=made.id, household=made.household or "-")
    return Answer({"case": made.id, "household": made.household}, (said,))


def _share_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("evidence", metavar="E1,…")
    parser.add_argument("--to", required=True, metavar="CASE,…")


def _share(call: Call) -> Answer:
    from desktop.operations import households

    pieces = [each.strip() for each in call.args.evidence.split(",") if each.strip()]
    with call.office() as office:
        made = households.share(office, call.person(office), call.args.case, pieces, _cases(call.args.to))
    lines = tuple(call.say("household_shared", case=case, evidence=", ".join(ids) or "-") for case, ids in made.items())
    return Answer({"case": call.args.case, "added": {case: list(ids) for case, ids in made.items()}}, lines)


def _copy_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("criterion", metavar="CRITERION")
    parser.add_argument("--to", required=True, metavar="CASE", type=case_number)


def _copy(call: Call) -> Answer:
    from desktop.operations import households

    args = call.args
    with call.office() as office:
        made = households.copy_finding(office, call.person(office), args.case, args.criterion, args.to)
    data = {"case": made.case, "criterion": made.criterion, "finding": made.finding.value, "from": args.case}
    return Answer(data, (call.say("household_copied", case=made.case, criterion=made.criterion, other=args.case),))


def _distinguish_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--from", dest="other", required=True, metavar="CASE", type=case_number)
    parser.add_argument("--outcome", choices=("grant", "refuse"), required=True)
    parser.add_argument("--text", required=True, metavar="TEXT")


def _distinguish(call: Call) -> Answer:
    from desktop.operations import households
    from models.decisions.values import Outcome

    args = call.args
    with call.office() as office:
        who = call.person(office)
        made = households.distinguish(office, who, args.case, Outcome(args.outcome), args.other, args.text)
    data = {"case": made.case, "other": made.other_case, "outcome": made.outcome.value, "text": made.text}
    return Answer(data, (call.say("household_distinguished", case=made.case, other=made.other_case),))


# ---- representatives
def _add_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--role", choices=("agent", "guardian", "guarantor", "scrivener", "lawyer"), required=True)
    parser.add_argument("--name", required=True, metavar="TEXT")
    for name in ("organisation", "registration", "address", "telephone"):
        parser.add_argument(f"--{name}", default="", metavar="TEXT")
    parser.add_argument("--receives", action="store_true")
    parser.add_argument("--since", default="", metavar="DATE")


def _add(call: Call) -> Answer:
    from desktop.operations import representatives
    from models.dates.parse import parse_date
    from models.representatives.values import NewRepresentative, Role

    args = call.args
    new = NewRepresentative(
        args.case, Role(args.role), args.name, args.organisation, args.registration, args.address, args.telephone,
        args.receives, parse_date(args.since) if args.since else None,
    )  # fmt: skip
    with call.office() as office:
        made = representatives.add(office, call.person(office), new)
    return Answer(as_data(made), (call.say("representative_added", case=made.case, name=made.name),))


def _end_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("number", type=int, metavar="NUMBER")
    parser.add_argument("--why", required=True, metavar="TEXT")


def _end(call: Call) -> Answer:
    from desktop.operations import representatives

    args = call.args
    with call.office() as office:
        made = representatives.end(office, call.person(office), args.case, args.number, args.why)
    return Answer(as_data(made), (call.say("representative_ended", case=made.case, name=made.name),))


def _list(call: Call) -> Answer:
    from desktop.operations import representatives

    with call.office() as office:
        found = representatives.listing(office, call.person(office), call.args.case)
    rows = [
        (r.number, r.role.value, r.name, r.organisation, "*" if r.receives else "", r.ended_on or "-") for r in found
    ]
    head = ("number", "role", "name", "organisation", "letters", "ended_on")
    return Answer({"case": call.args.case, "representatives": [as_data(each) for each in found]}, table(head, rows))


def as_data(each: "Representative") -> dict[str, object]:
    """A representative as JSON; the address stands on the envelope only."""
    return {
        "case": each.case, "number": each.number, "role": each.role.value, "name": each.name,
        "organisation": each.organisation, "registration": each.registration, "telephone": each.telephone,
        "receives": each.receives, "since": each.since.isoformat(),
        "ended_on": each.ended_on.isoformat() if each.ended_on else None,
    }  # fmt: skip


COMMANDS = (
    Command("household show", _show, _case),
    Command("household join", _join, _join_arguments),
    Command("household share", _share, _share_arguments),
    Command("household copy", _copy, _copy_arguments),
    Command("household distinguish", _distinguish, _distinguish_arguments),
    Command("representative add", _add, _add_arguments),
    Command("representative end", _end, _end_arguments),
    Command("representative list", _list, _case),
)
