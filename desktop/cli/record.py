"""``akashi verify``: whether the record holds, or a sealed packet; ``akashi export``: packets and the keys that prove them."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer

if TYPE_CHECKING:
    from models.records.packet.values import Fault, PacketCheck
    from models.records.values import Verification


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("packet", type=Path, nargs="?", default=None, metavar="PACKET")
    parser.add_argument("--signers", type=Path, default=None, metavar="FILE")
    parser.add_argument("--anchor", action="append", default=[], metavar="N:LINK")
    parser.add_argument("--also", action="append", default=[], metavar="OFFICE")


def _run(call: Call) -> Answer:
    if call.args.packet is not None:
        return _packet(call)
    if call.args.also:
        return _records(call)
    found = _verified(call, call.args.anchor)
    return Answer(_told(found), _said(call, found), status=0 if found.ok else 1)


def _records(call: Call) -> Answer:
    """Several offices, one after another; the first breach anywhere is told at the top."""
    first, *others = call.several()
    # What was printed is one office's own, the one that is named first.
    found = [
        (first.where(), _verified(first, call.args.anchor)),
        *((each.where(), _verified(each, ())) for each in others),
    ]
    told = [{"office": where, **_told(each)} for where, each in found]
    data = {
        "ok": all(each.ok for _, each in found),
        "events": sum(each.events for _, each in found),
        "disposed": sum(each.disposed for _, each in found),
        "first_broken": next((each["first_broken"] for each in told if each["first_broken"]), None),
        "offices": told,
    }
    lines = tuple(f"{where}: {line}" for where, each in found for line in _said(call, each))
    return Answer(data, lines, status=0 if data["ok"] else 1)


def _verified(call: Call, printed: Sequence[str]) -> "Verification":
    from desktop.operations import records

    with call.ticker("verifying") as ticker:
        return records.verify_at(call.where(), call.passphrase(), ticker, printed)


def _told(found: "Verification") -> dict[str, object]:
    broken = found.first_broken
    return {
        "ok": found.ok,
        "events": found.events,
        "disposed": found.disposed,
        "first_broken": {"seq": broken.seq, "kind": broken.kind, "case": broken.case} if broken else None,
    }


def _said(call: Call, found: "Verification") -> tuple[str, ...]:
    broken = found.first_broken
    if broken is None:
        gone = (call.say("verified_disposed", cases=found.disposed),) if found.disposed else ()
        return (call.say("verified", events=found.events), *gone)
    how = call.say(f"broken_{broken.kind}")
    return (call.say("broken", seq=str(broken.seq), kind=how, case=broken.case or "-"),)


def _packet(call: Call) -> Answer:
    """Without any office: the packet proves itself, as far as its signers are known."""
    from desktop.operations import packets

    path: Path = call.args.packet
    known = packets.known_keys(call.args.signers) if call.args.signers is not None else None
    found = packets.check(path, known)
    first = min(found.faults, key=lambda each: each.seq, default=None)
    data = {
        "ok": found.ok,
        "events": found.events,
        "first_broken": {"seq": first.seq, "kind": first.kind, "case": found.case or None} if first else None,
        "broken": [{"kind": each.kind, "what": each.what, "seq": each.seq} for each in found.faults],
        "case": found.case or None,
        "office": found.office or None,
        "redacted": found.redacted,
        "seal": {"key": found.seal, "known": found.seal_known} if found.seal else None,
        "signed": [{"who": s.who, "kind": s.kind, "seq": s.seq, "key": s.key, "known": s.known} for s in found.signed],
        "unsigned": list(found.unsigned),
    }
    return Answer(data, tuple(_packet_lines(call, path, found)), status=0 if found.ok else 1)


def _packet_lines(call: Call, path: Path, found: "PacketCheck") -> list[str]:
    lines = [_fault_words(call, each) for each in found.faults]
    if found.ok:
        lines.append(call.say("packet_holds", file=path, case=found.case, events=found.events))
    if found.redacted:
        lines.append(call.say("packet_redacted"))
    lines += [call.say("packet_signed", who=each.who, kind=each.kind, key=each.key[:16]) for each in found.signed]
    lines += [call.say("packet_unsigned", what=each) for each in found.unsigned]
    if found.seal and found.seal_known is None:
        lines.append(call.say("packet_unknown_signer", key=found.seal, office=found.office))
    return lines


def _fault_words(call: Call, fault: "Fault") -> str:
    said = call.say(f"packet_fault_{fault.kind}", what=fault.what or "-", seq=str(fault.seq))
    return call.say("packet_broken", how=said)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--redacted", action="store_true")


def _export(call: Call) -> Answer:
    from desktop.cli.files import write
    from desktop.operations import packets

    path: Path = call.args.out
    with call.office() as office:
        made = packets.export(office, call.actor(office), call.args.case, redacted=call.args.redacted)
    write(path, made.content)
    data = {
        "case": made.case, "file": str(path), "sha256": made.sha256, "bytes": len(made.content),
        "redacted": call.args.redacted, "masked": list(made.masked),
    }  # fmt: skip
    lines = [call.say("packet_written", file=path, sha256=made.sha256)]
    if call.args.redacted:
        lines.append(call.say("packet_masked", number=len(made.masked)))
    return Answer(data, tuple(lines))


def _signers_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _signers(call: Call) -> Answer:
    from desktop.cli.files import write
    from desktop.operations import packets

    with call.office() as office:
        content = packets.signers(office)
    write(call.args.out, content)
    return Answer({"file": str(call.args.out)}, (call.say("signers_written", file=call.args.out),))


COMMANDS = (
    Command("verify", _run, _verify_arguments),
    Command("export packet", _export, _export_arguments),
    Command("export signers", _signers, _signers_arguments),
)
