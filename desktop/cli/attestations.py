"""``akashi attestation …``: what employers, insurers, landlords and banks attest, with the applicant's consent."""

import argparse
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import BadInput

if TYPE_CHECKING:
    from models.attestations.values import Attestation

_COLUMNS = ("evidence", "kind", "name", "stated_on", "until", "criteria", "state")


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--why", required=True, metavar="TEXT")


def _turn(on: bool, call: Call) -> Answer:
    from desktop.operations import attestations

    with call.office() as office:
        made = attestations.turn(office, call.person(office), on, call.args.why)
    return Answer({"on": made.on}, (call.say("attestations_on" if made.on else "attestations_off"),))


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("kind", choices=("employer", "insurer", "landlord", "bank"))
    parser.add_argument("--name", required=True, metavar="TEXT")
    parser.add_argument("--stated-on", required=True, metavar="DATE")
    parser.add_argument("--until", default="", metavar="DATE")
    parser.add_argument("--purpose", required=True, metavar="TEXT")
    parser.add_argument("--criterion", action="append", required=True, metavar="KEY")
    parser.add_argument("--consent-on", required=True, metavar="DATE")
    parser.add_argument("--consent-how", required=True, metavar="TEXT")
    parser.add_argument("--says", action="append", default=None, metavar="FIELD=VALUE")
    parser.add_argument("--text", default="", metavar="TEXT")


def _add(call: Call) -> Answer:
    from desktop.operations import attestations
    from models.attestations.values import NewAttestation
    from models.dates.parse import parse_date

    args = call.args
    new = NewAttestation(
        args.case, args.kind, args.name, parse_date(args.stated_on), parse_date(args.until) if args.until else None,
        args.purpose, tuple(args.criterion), parse_date(args.consent_on), args.consent_how, _said(args.says or ()), args.text,
    )  # fmt: skip
    with call.office() as office:
        made = attestations.add(office, call.actor(office), new)
    return Answer(as_data(made), (call.say("attested", case=made.case, evidence=made.evidence, name=made.name),))


def _said(pairs: "list[str] | tuple[str, ...]") -> dict[str, str]:
    found = {}
    for each in pairs:
        key, sign, value = each.partition("=")
        if not sign or key in found:
            raise BadInput("attestations.field_pair")
        found[key.strip()] = value
    return found


def _withdraw_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("evidence", metavar="EVIDENCE")
    _why(parser)
    parser.add_argument("--on", default="", metavar="DATE")


def _withdraw(call: Call) -> Answer:
    from desktop.operations import attestations
    from models.dates.parse import parse_date

    args = call.args
    day = parse_date(args.on) if args.on else None
    with call.office() as office:
        who = call.actor(office)
        made = attestations.withdraw(office, who, args.case, args.evidence, args.why, day)
        touched = attestations.resting_on(office, who, args.case, args.evidence)
    lines = [call.say("attestation_withdrawn", evidence=made.evidence, name=made.name)]
    if touched:
        lines.append(call.say("attestation_touched", criteria=", ".join(touched)))
    return Answer({**as_data(made), "findings": list(touched)}, tuple(lines))


def _list(call: Call) -> Answer:
    from desktop.operations import attestations

    with call.office() as office:
        who = call.actor(office)
        on = attestations.switch(office, who).on
        found = attestations.listing(office, who, call.args.case)
    rows = [as_data(each) for each in found]
    lines = table(_COLUMNS, [[_cell(row[name]) for name in _COLUMNS] for row in rows])
    said = () if on else (call.say("attestations_off"),)
    return Answer({"case": call.args.case, "on": on, "attestations": rows}, (*said, *lines))


def as_data(each: "Attestation") -> dict[str, object]:
    """An attestation as JSON; ``state``: ``ok``, ``withdrawn``, ``expired``, ``off`` or ``superseded``."""
    return {
        "case": each.case, "evidence": each.evidence, "kind": each.kind, "name": each.name,
        "stated_on": each.stated_on.isoformat(), "until": each.until.isoformat() if each.until else None,
        "purpose": each.purpose, "criteria": list(each.criteria), "consent_on": each.consent_on.isoformat(),
        "consent_how": each.consent_how, "said": dict(each.said), "text": each.text,
        "withdrawn_on": each.withdrawn_on.isoformat() if each.withdrawn_on else None,
        "state": each.end.value if each.end else "superseded" if each.superseded_by else "ok", "by": each.by,
    }  # fmt: skip


def _cell(value: object) -> object:
    return ", ".join(value) if isinstance(value, list) else value or "-"


def _on(call: Call) -> Answer:
    return _turn(True, call)


def _off(call: Call) -> Answer:
    return _turn(False, call)


COMMANDS = (
    Command("attestation on", _on, _why),
    Command("attestation off", _off, _why),
    Command("attestation add", _add, _add_arguments),
    Command("attestation withdraw", _withdraw, _withdraw_arguments),
    Command("attestation list", _list, _case),
)
