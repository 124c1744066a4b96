"""``akashi backup`` and ``akashi restore``."""

import argparse
import sys
from pathlib import Path

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _backup(call: Call) -> Answer:
    from desktop.operations import backups

    with call.office() as office, call.ticker("backing_up") as ticker:
        who = call.actor(office)
        made = backups.make(office, call.args.out, ticker)
        backups.note(office, made, who)
    data = {"file": str(made.path), "verified": True, "events": made.seq, "link": made.link, "bytes": made.size}
    return Answer(data, (call.say("backed_up", file=made.path, seq=made.seq),))


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    # Only on its own parser: an option that gives something up must be said to this command.
    parser.add_argument("--older", action="store_true")


def _restore(call: Call) -> Answer:
    from desktop.operations import restoring

    if call.where().startswith("postgres"):
        return _restore_dump(call)
    where, passphrase = call.where(), call.passphrase()
    with call.ticker("verifying") as ticker:
        try:
            done = restoring.restore(call.args.file, where, passphrase, older=call.args.older, progress=ticker)
        except restoring.NeedsYes as refused:
            if call.args.older or not _said_yes(call, refused.text(call.options.lang)):
                raise
            done = restoring.restore(call.args.file, where, passphrase, older=True, progress=ticker)
    kept = str(done.kept) if done.kept else None
    data = {"office": str(done.path), "events": done.seq, "kept": kept, "acts_lost": done.lost}
    lines = [call.say("restored", where=done.path, seq=done.seq)]
    return Answer(data, (*lines, *([call.say("restored_kept", file=kept)] if kept else [])))


def _restore_dump(call: Call) -> Answer:
    from desktop.operations import dumps

    events = dumps.restore(call.args.file, call.where())
    data = {"office": call.where(), "events": events, "kept": None, "acts_lost": 0}
    return Answer(data, (call.say("restored", where=call.where(), seq=events),))


def _said_yes(call: Call, why: str) -> bool:
    """Asked at a terminal only: a script says ``--older``."""
    if call.options.as_json or not sys.stdin or not sys.stdin.isatty():
        return False
    print(why, file=sys.stderr)
    print(call.say("ask_older"), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() == "yes"


def _drill(call: Call) -> Answer:
    from desktop.operations import drills

    with call.office() as office, call.ticker("backing_up") as ticker:
        done = drills.run(office, call.passphrase(), ticker)
    data = {
        "ok": True, "events": done.events, "rows": done.rows, "bytes": done.size,
        "backup_seconds": round(done.backup_seconds, 1), "restore_seconds": round(done.restore_seconds, 1),
    }  # fmt: skip
    seconds = f"{done.backup_seconds + done.restore_seconds:.1f}"
    return Answer(data, (call.say("drilled", events=done.events, rows=done.rows, seconds=seconds),))


def _folder_arguments(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--folder", type=Path, default=None, metavar="DIR")
    where.add_argument("--beside", action="store_true")


def _folder(call: Call) -> Answer:
    from desktop.operations import backups

    args = call.args
    with call.office() as office:
        if args.folder is not None or args.beside:
            backups.choose_folder(office, call.actor(office), None if args.beside else args.folder)
        where = backups.folder(office)
    return Answer({"folder": str(where)}, (call.say("backups_lie", folder=where),))


COMMANDS = (
    Command("backup", _backup, _backup_arguments),
    Command("restore", _restore, _restore_arguments),
    Command("drill", _drill),
    Command("office backups", _folder, _folder_arguments),
)
