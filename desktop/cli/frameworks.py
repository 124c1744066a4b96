"""``akashi framework list`` and ``akashi framework check``."""

import argparse
from pathlib import Path

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import NotFound


def _list(_call: Call) -> Answer:
    from models.frameworks import library

    rows = [
        {"id": f.id, "version": f.version, "kind": f.kind, "in_force_from": f.in_force_from.isoformat()}
        for f in library.all_()
    ]
    return Answer(
        {"frameworks": rows}, table(("id", "version", "kind", "in_force_from"), [list(r.values()) for r in rows])
    )


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _check(call: Call) -> Answer:
    from models.frameworks import library

    path: Path = call.args.file
    if not path.is_file():
        raise NotFound("cli.no_file", file=path.name)
    lang = call.options.lang
    problems = [
        {"place": p.place, "severity": p.severity.value, "code": p.message.code, "cause": p.text(lang)}
        for p in library.check(path)
    ]
    ok = not any(p["severity"] == "block" for p in problems)
    said = call.say("framework_sound" if ok else "framework_unsound", file=path.name, number=len(problems))
    lines = [said, *(f"{p['place']}: {p['cause']}" for p in problems)]
    return Answer({"file": path.name, "ok": ok, "problems": problems}, tuple(lines), status=0 if ok else 1)


COMMANDS = (Command("framework list", _list), Command("framework check", _check, _check_arguments))
