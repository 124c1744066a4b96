"""``akashi verify``: whether the record holds."""

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer


def _run(call: Call) -> Answer:
    from desktop.operations import records

    with call.ticker("verifying") as ticker:
        found = records.verify_at(call.where(), call.passphrase(), ticker)
    broken = found.first_broken
    data = {
        "ok": found.ok,
        "events": found.events,
        "first_broken": {"seq": broken.seq, "kind": broken.kind, "case": broken.case} if broken else None,
    }
    if broken is None:
        return Answer(data, (call.say("verified", events=found.events),))
    said = call.say("broken", seq=str(broken.seq), kind=call.say(f"broken_{broken.kind}"), case=broken.case or "-")
    return Answer(data, (said,), status=1)


COMMANDS = (Command("verify", _run),)
