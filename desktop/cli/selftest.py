"""``akashi self-test``: the installed program proves itself."""

import argparse

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--first-paint", action="store_true")


def _run(call: Call) -> Answer:
    from desktop import selftest

    steps = selftest.run()
    ok = all(step.ok for step in steps)
    lang = call.options.lang
    data = {
        "ok": ok,
        "steps": [{"step": s.name, "ok": s.ok, "seconds": round(s.seconds, 2), "cause": s.cause(lang)} for s in steps],
    }
    rows = [
        (call.say(f"step_{s.name}"), call.say("ok" if s.ok else "failed"), f"{s.seconds:.1f} s", s.cause(lang))
        for s in steps
    ]
    return Answer(data, table((call.say("step"), "", "", ""), rows), status=0 if ok else 1)


COMMANDS = (Command("self-test", _run, _arguments),)
