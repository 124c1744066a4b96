"""``akashi office letters`` and ``office certificate``: what letters are headed and signed with."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call, secret
from desktop.cli.command import Command
from desktop.cli.output import Answer
from models.errors import BadInput, NotFound

if TYPE_CHECKING:
    from models.letters.certificates.values import Certificate

CERTIFICATE_PASSPHRASE = "AKASHI_CERTIFICATE_PASSPHRASE"
KINDS = ("permanent_residence", "extension", "change_of_status", "naturalization")


def _letters_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", choices=KINDS, default=None)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", dest="changes")


def _letters(call: Call) -> Answer:
    from desktop.operations import letters
    from models.letters import letterheads

    args = call.args
    with call.office() as office:
        who, kept = call.actor(office), letters.settings(office)
        if args.changes:
            kept = letterheads.changed(kept, args.kind, dict(map(_pair, args.changes)))
            letters.change_settings(office, who, kept)
    said = letterheads.described(kept, args.kind)
    lines = [f"{name} = {value}" for name, value in said.items()]
    return Answer({"kind": args.kind, "letterhead": said}, tuple(lines))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise BadInput("issuing.no_pair", value=text)
    return name.strip(), value.strip()


def _certificate_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--new", action="store_true")
    which.add_argument("--import", type=Path, default=None, metavar="FILE", dest="imported")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE")


def _certificate(call: Call) -> Answer:
    from desktop.cli.files import write
    from desktop.operations import certificates

    args = call.args
    with call.office() as office:
        who = call.actor(office)
        if args.imported is not None:
            if not args.imported.is_file():
                raise NotFound("issuing.no_file", file=args.imported)
            passphrase = secret(CERTIFICATE_PASSPHRASE, call.say("ask_certificate"), "cli.no_certificate_passphrase")
            certificates.take(office, who, args.imported.read_bytes(), passphrase)
        elif args.new:
            certificates.make(office, who)
        found = certificates.listing(office, who)
    if args.out is not None and found:
        write(args.out, certificates.pem(found[0]))
    lines = [_line(call, each) for each in found] or [call.say("certificate_none")]
    return Answer({"certificates": [_data(each) for each in found]}, tuple(lines))


def _data(one: "Certificate") -> dict[str, object]:
    return {
        "fingerprint": one.fingerprint, "subject": one.subject, "issuer": one.issuer, "valid_from": one.valid_from,
        "valid_until": one.valid_until, "self_made": one.self_made, "made_at": one.made_at, "made_by": one.made_by,
    }  # fmt: skip


def _line(call: Call, one: "Certificate") -> str:
    kind = call.say("certificate_self_made" if one.self_made else "certificate_imported")
    return f"{one.fingerprint}  {one.subject}  {one.valid_from.date()} – {one.valid_until.date()}  {kind}"


def _desks_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--file", type=Path, default=None, metavar="FILE")
    parser.add_argument("--as-of", type=date.fromisoformat, default=None, metavar="D")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE")


def _desks(call: Call) -> Answer:
    from desktop.operations import helpdesks, letters

    args, lang = call.args, call.options.lang
    with call.office() as office:
        who = call.actor(office)
        if args.file is not None:
            kept = helpdesks.take(office, who, args.file, args.as_of or office.clock.today())
        else:
            kept = letters.settings(office)
        if args.out is not None:
            helpdesks.hand_out(office, args.out)
    told = [
        {"telephone": each.telephone, "name": dict(each.name), "languages": list(each.languages),
         "municipalities": list(each.municipalities)}
        for each in kept.desks
    ]  # fmt: skip
    lines = [f"{each.telephone}  {each.name.in_(lang)}  {each.about.in_(lang)}" for each in kept.desks]
    said = call.say("desks_as_of", day=kept.desks_as_of) if kept.desks_as_of else call.say("desks_none")
    return Answer({"as_of": kept.desks_as_of, "desks": told}, (*lines, said))


COMMANDS = (
    Command("office desks", _desks, _desks_arguments),
    Command("office letters", _letters, _letters_arguments),
    Command("office certificate", _certificate, _certificate_arguments),
)
