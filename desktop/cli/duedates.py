"""``akashi due-dates list`` and ``import``: when instalments are due that municipalities set."""

import argparse
from pathlib import Path

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table

_COLUMNS = ("municipality", "duty", "fiscal_year", "instalment", "due_on", "source", "as_of", "verify")


def _list(call: Call) -> Answer:
    from desktop.operations import duedates

    with call.office() as office:
        found = duedates.listing(office, call.actor(office))
    rows = [
        {
            "municipality": each.municipality, "duty": each.duty.value, "fiscal_year": each.fiscal_year,
            "instalment": each.instalment, "due_on": each.due_on.isoformat(), "source": each.source,
            "as_of": each.as_of.isoformat() if each.as_of else None, "verify": each.verify,
        }
        for each in found
    ]  # fmt: skip
    return Answer({"due_dates": rows}, table(_COLUMNS, [list(row.values()) for row in rows]))


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _import(call: Call) -> Answer:
    from desktop.operations import duedates

    with call.office() as office:
        kept = duedates.import_file(office, call.actor(office), call.args.file)
    data = {"new": kept.new, "changed": kept.changed, "same": kept.same}
    return Answer(data, (call.say("due_dates_kept", new=kept.new, changed=kept.changed, same=kept.same),))


COMMANDS = (Command("due-dates list", _list), Command("due-dates import", _import, _import_arguments))
