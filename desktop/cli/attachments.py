"""``akashi attach``, ``attachments`` and ``attachment``: papers kept with a case."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table

if TYPE_CHECKING:
    from models.attachments.values import Attachment

_COLUMNS = ("evidence", "name", "media", "pages", "size", "sha256")


def _attach_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--source", required=True, metavar="TEXT")
    parser.add_argument("--as-of", default=None, metavar="DATE")
    parser.add_argument("--note", default="", metavar="TEXT")


def _attach(call: Call) -> Answer:
    from desktop.operations import attachments
    from models.dates.parse import parse_date

    args = call.args
    day = parse_date(args.as_of) if args.as_of else None
    with call.office() as office:
        new = attachments.read(args.case, args.file, args.source, day, args.note)
        made = attachments.attach(office, call.actor(office), new)
    return Answer(as_data(made), (call.say("attached", case=made.case, evidence=made.evidence, pages=made.pages),))


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _list(call: Call) -> Answer:
    from desktop.operations import attachments

    with call.office() as office:
        found = attachments.listing(office, call.actor(office), call.args.case)
    rows = [as_data(each) for each in found]
    return Answer(
        {"case": call.args.case, "attachments": rows}, table(_COLUMNS, [[r[c] for c in _COLUMNS] for r in rows])
    )


def _take_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("evidence", metavar="EVIDENCE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _take(call: Call) -> Answer:
    from desktop.cli.files import write
    from desktop.operations import attachments

    args = call.args
    with call.office() as office:
        paper, content = attachments.content(office, call.actor(office), args.case, args.evidence)
    write(args.out, content)
    return Answer({**as_data(paper), "file": str(args.out)}, (str(args.out),))


def as_data(paper: "Attachment") -> dict[str, object]:
    """A paper as JSON."""
    return {
        "case": paper.case, "evidence": paper.evidence, "name": paper.name, "media": paper.media.value,
        "pages": paper.pages, "size": paper.size, "sha256": paper.sha256,
    }  # fmt: skip


COMMANDS = (
    Command("attach", _attach, _attach_arguments),
    Command("attachment list", _list, _case),
    Command("attachment save", _take, _take_arguments),
)
