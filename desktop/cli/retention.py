"""``akashi retention``: how long cases are kept, holds, disposal by two people, and which backups still hold what is gone."""

import argparse
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.options import case_number
from desktop.cli.output import Answer, table
from models.errors import BadInput

if TYPE_CHECKING:
    from models.retention.values import Batch, Hold, Kept, Tombstone

_EVERY = 1_000_000
_SHOWN = ("case", "class", "ended_on", "started_on", "earliest_on", "held", "batch")


def _case_and_why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", type=case_number)
    parser.add_argument("--why", required=True, metavar="TEXT")


def _number(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("batch", metavar="NUMBER", type=int)


# ---- reading
def _classes(call: Call) -> Answer:
    from desktop.operations import retention

    with call.office() as office:
        call.actor(office)
        found = retention.classes(office)
    rows = [
        {
            "class": each.key, "title": each.title.in_(call.options.lang), "years": each.years, "starts": each.starts.value,
            "from": "next_fiscal_year" if each.next_fiscal_year else "same_day", "number": each.number,
            "source": each.source, "verify": each.verify,
        }
        for each in found
    ]  # fmt: skip
    return Answer({"classes": rows}, table(tuple(rows[0]), [list(row.values()) for row in rows]))


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--show", choices=("due", "held", "unknown", "proposed", "all"), default="all")
    parser.add_argument("--class", dest="retention", default="", metavar="CLASS")


def _list(call: Call) -> Answer:
    from desktop.operations import retention
    from models.retention.values import Show

    with call.office() as office:
        who = call.actor(office)
        found = retention.listing(office, who, Show(call.args.show), call.args.retention, size=_EVERY)
    rows = [_kept(each) for each in found]
    return Answer({"cases": rows}, table(_SHOWN, [[row[name] or "-" for name in _SHOWN] for row in rows]))


def _kept(each: "Kept") -> dict[str, object]:
    return {
        "case": each.case, "kind": each.kind, "unit": each.unit, "ended_as": each.ends.value,
        "ended_on": each.ended_on.isoformat(), "class": each.retention.key,
        "started_on": each.started_on.isoformat() if each.started_on else None,
        "earliest_on": each.earliest_on.isoformat() if each.earliest_on else None,
        "held": each.hold.why if each.hold else None, "cited_by": list(each.cited_by), "batch": each.batch or None,
    }  # fmt: skip


def _tombstones(call: Call) -> Answer:
    from desktop.operations import retention

    with call.office() as office:
        found = retention.tombstones(office, call.actor(office), size=_EVERY)
    rows = [_stone(each) for each in found]
    head = ("name", "kind", "outcome", "ended_on", "disposed_on", "proposed_by", "approved_by", "seq")
    return Answer({"tombstones": rows}, table(head, [[row[name] for name in head] for row in rows]))


def _stone(each: "Tombstone") -> dict[str, object]:
    days = ("received_on", "ended_on", "started_on", "earliest_on", "disposed_on")
    return {
        "name": each.name, "seq": each.seq, "kind": each.kind, "unit": each.unit, "outcome": each.outcome,
        "class": each.retention, "proposed_by": each.proposed_by, "approved_by": each.approved_by,
        "replayed": each.replayed, **{day: getattr(each, day).isoformat() for day in days},
    }  # fmt: skip


def _backups(call: Call) -> Answer:
    from desktop.at_home import policy
    from desktop.operations import retention
    from models.store.clock import JAPAN

    with call.office() as office:
        who = call.actor(office)
        found = retention.holding(office, who, policy.of_this_computer().backups)
        touched = retention.touched(office, who)
    rows = [
        {
            "file": str(each.path),
            "made_at": each.made_at.isoformat() if each.made_at else None,
            "gone_on": each.gone_on.astimezone(JAPAN).date().isoformat() if each.gone_on else None,
        }
        for each in found
    ]
    said = [call.say("retention_backup", file=row["file"], day=row["gone_on"]) if row["gone_on"]
            else call.say("retention_backup_by_hand", file=row["file"]) for row in rows]  # fmt: skip
    data = {"backups": rows, "list_changed": str(touched) if touched else None}
    warned = (call.say("retention_list_changed", file=touched),) if touched else ()
    return Answer(data, (*(said or [call.say("retention_backups_none")]), call.say("retention_backups")), notes=warned)


def _clean(call: Call) -> Answer:
    from desktop.at_home import policy
    from desktop.operations import shredding

    with call.office() as office:
        done = shredding.clean(office, call.person(office), policy.of_this_computer().backups)
    said = call.say("retention_cleaned", number=len(done))
    return Answer({"cleaned": [str(each) for each in done]}, (said,))


# ---- what holds back, what starts
def _hold(call: Call) -> Answer:
    from desktop.operations import retention

    with call.office() as office:
        made = retention.hold(office, call.person(office), call.args.case, call.args.why)
    return Answer(_held(made), (call.say("retention_held", case=made.case),))


def _lift(call: Call) -> Answer:
    from desktop.operations import retention

    with call.office() as office:
        made = retention.lift(office, call.person(office), call.args.case, call.args.why)
    return Answer(_held(made), (call.say("retention_lifted", case=made.case),))


def _held(each: "Hold") -> dict[str, object]:
    return {
        "case": each.case, "number": each.number, "why": each.why, "by": each.by, "at": each.at.isoformat(),
        "lifted_by": each.lifted_by, "lifted_at": each.lifted_at.isoformat() if each.lifted_at else None,
        "lifted_why": each.lifted_why,
    }  # fmt: skip


def _note_arguments(parser: argparse.ArgumentParser) -> None:
    _case_and_why(parser)
    parser.add_argument("--on", default="", metavar="DATE")
    parser.add_argument("--suit", action="store_true")


def _note(call: Call) -> Answer:
    from desktop.operations import retention
    from models.dates.parse import parse_date

    args = call.args
    on = parse_date(args.on) if args.on else None
    with call.office() as office:
        made = retention.note(office, call.person(office), args.case, on, args.suit, args.why)
    day = made.earliest_on.isoformat() if made.earliest_on else "-"
    return Answer(_kept(made), (call.say("retention_noted", case=made.case, day=day),))


# ---- two people
def _propose_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", nargs="*", metavar="CASE", type=case_number)
    parser.add_argument("--due", action="store_true")
    parser.add_argument("--why", default="", metavar="TEXT")


def _propose(call: Call) -> Answer:
    from desktop.operations import retention
    from models.retention import rules
    from models.retention.values import Show

    args = call.args
    with call.office() as office:
        who = call.person(office)
        due = retention.listing(office, who, Show.DUE, size=rules.MOST) if args.due else ()
        due = rules.may_go(due, office.clock.today())
        made = retention.propose(office, who, [*args.cases, *(each.case for each in due)], args.why)
    return Answer(
        _batch(made), (call.say("retention_proposed", number=made.number, cases=len(made.items)), *_items(made))
    )


def _batch(each: "Batch") -> dict[str, object]:
    return {
        "batch": each.number, "why": each.why, "proposed_by": each.proposed_by,
        "proposed_at": each.proposed_at.isoformat(), "approved_by": each.approved_by, "declined_by": each.declined_by,
        "declined_why": each.declined_why, "digest": each.digest,
        "cases": [
            {"case": i.subject, "class": i.retention, "started_on": i.started_on.isoformat(),
             "earliest_on": i.earliest_on.isoformat()}
            for i in each.items
        ],
    }  # fmt: skip


def _items(each: "Batch") -> tuple[str, ...]:
    return table(
        ("case", "class", "started_on", "earliest_on"),
        [(i.subject, i.retention, i.started_on, i.earliest_on) for i in each.items],
    )


def _batches(call: Call) -> Answer:
    from desktop.operations import retention

    with call.office() as office:
        found = retention.batches(office, call.actor(office))
    rows = [(b.number, len(b.items), b.proposed_by, b.approved_by or "-", b.declined_by or "-") for b in found]
    lines = table(("batch", "cases", "proposed_by", "approved_by", "declined_by"), rows)
    return Answer({"batches": [_batch(each) for each in found]}, lines)


def _show(call: Call) -> Answer:
    from desktop.operations import retention

    with call.office() as office:
        found = retention.batch(office, call.actor(office), call.args.batch)
    said = call.say("retention_digest", number=found.number, digest=found.digest)
    return Answer(_batch(found), (*_items(found), said))


def _approve_arguments(parser: argparse.ArgumentParser) -> None:
    _number(parser)
    parser.add_argument("--digest", required=True, metavar="HEX")


def _approve(call: Call) -> Answer:
    from desktop.operations import people, retention

    args = call.args
    with call.office() as office, call.ticker("retention_walking") as ticker:
        who = call.person(office)
        whole = retention.batch(office, who, args.batch).digest
        if len(args.digest) < _LEAST:
            raise BadInput("cli.retention_digest_short", least=_LEAST)
        seen = whole if whole.startswith(args.digest.lower()) else args.digest
        who = people.bind(office, who, retention.DISPOSE, {retention.named(args.batch): seen})
        made = retention.approve(office, who, args.batch, seen, ticker)
    data = {"batch": args.batch, "tombstones": [_stone(each) for each in made.tombstones], "cleaned": made.cleaned}
    later = () if made.cleaned else (call.say("retention_clean_later"),)
    unlisted = (call.say("retention_unlisted", why=made.unlisted),) if made.unlisted else ()
    return Answer(data, (call.say("retention_disposed", cases=len(made.tombstones)),), notes=(*later, *unlisted))


_LEAST = 12
"""So many digits of a list's digest are typed at least."""


def _decline_arguments(parser: argparse.ArgumentParser) -> None:
    _number(parser)
    parser.add_argument("--why", required=True, metavar="TEXT")


def _decline(call: Call) -> Answer:
    from desktop.operations import retention

    with call.office() as office:
        made = retention.decline(office, call.person(office), call.args.batch, call.args.why)
    return Answer(_batch(made), (call.say("retention_declined", number=made.number),))


COMMANDS = (
    Command("retention classes", _classes),
    Command("retention list", _list, _list_arguments),
    Command("retention hold", _hold, _case_and_why),
    Command("retention lift", _lift, _case_and_why),
    Command("retention note", _note, _note_arguments),
    Command("retention propose", _propose, _propose_arguments),
    Command("retention batches", _batches),
    Command("retention show", _show, _number),
    Command("retention approve", _approve, _approve_arguments),
    Command("retention decline", _decline, _decline_arguments),
    Command("retention tombstones", _tombstones),
    Command("retention backups", _backups),
    Command("retention clean-backups", _clean),
)
