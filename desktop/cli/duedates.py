"""``akashi due-dates``: when instalments are due that municipalities set: list, read in, put a year in place, see who did."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table

if TYPE_CHECKING:
    from models.duedates.values import Effect

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


def _year_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("municipality", metavar="MUNICIPALITY")
    parser.add_argument("duty", metavar="DUTY", choices=("national_health_insurance", "resident_tax"))
    parser.add_argument("fiscal_year", metavar="YEAR", type=int)


def _set_arguments(parser: argparse.ArgumentParser) -> None:
    _year_arguments(parser)
    parser.add_argument("--days", required=True, metavar="DATE,DATE,…")
    parser.add_argument("--source", required=True, metavar="TEXT")
    parser.add_argument("--as-of", default=None, metavar="DATE")
    parser.add_argument("--to-verify", action="store_true")
    parser.add_argument("--dry-run", action="store_true")


def _set(call: Call) -> Answer:
    from desktop.operations import duedates
    from models.dates.parse import parse_date
    from models.duedates.values import Year
    from models.evidence.values import Duty

    args = call.args
    days = tuple(enumerate((parse_date(each) for each in args.days.split(",") if each.strip()), 1))
    as_of = parse_date(args.as_of) if args.as_of else None
    year = Year(args.municipality, Duty(args.duty), args.fiscal_year, days, args.source, as_of, args.to_verify)
    with call.office() as office:
        actor = call.actor(office)
        touched = duedates.effects(office, actor, year)
        kept = None if args.dry_run else duedates.keep_year(office, actor, year)
    rows = [_effect(each) for each in touched]
    done = (
        None if kept is None else {"new": kept.new, "changed": kept.changed, "same": kept.same, "removed": kept.removed}
    )
    said = call.say("due_dates_touched", number=len(rows))
    head = said if kept is None else call.say("due_dates_kept", new=kept.new, changed=kept.changed, same=kept.same)
    return Answer({"kept": done, "touched": rows}, (head, *table(_TOUCHED, [list(row.values()) for row in rows])))


_TOUCHED = ("case", "evidence", "period", "due_on", "before", "after", "paid_on", "days_late", "days_late_then")


def _effect(each: "Effect") -> dict[str, object]:
    days = (each.due_on, each.before, each.after, each.paid_on)
    said = [day.isoformat() if day else None for day in days]
    return dict(zip(_TOUCHED, (each.case, each.evidence, each.period, *said, each.late, each.late_then), strict=True))


def _history(call: Call) -> Answer:
    from desktop.operations import duedates

    args = call.args
    with call.office() as office:
        found = duedates.history(office, call.actor(office), (args.municipality, args.duty, args.fiscal_year))
    rows = [
        {"seq": each.seq, "at": each.at.isoformat(), "who": each.who, "file": each.file, "days": list(each.days), "source": each.source}
        for each in found
    ]  # fmt: skip
    texts = [
        [each.seq, f"{each.at:%Y-%m-%d %H:%M}Z", each.who, each.file, " ".join(each.days), each.source]
        for each in found
    ]
    return Answer({"history": rows}, table(("seq", "at", "who", "file", "days", "source"), texts))


COMMANDS = (
    Command("due-dates list", _list),
    Command("due-dates import", _import, _import_arguments),
    Command("due-dates set", _set, _set_arguments),
    Command("due-dates history", _history, _year_arguments),
)
