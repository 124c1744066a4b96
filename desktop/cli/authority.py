"""``akashi authority …``: who may decide what; ``akashi decision-sheet``: the decision on one page."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from models.errors import BadInput, NotFound

if TYPE_CHECKING:
    from models.authority.values import Rules


def _show(call: Call) -> Answer:
    from desktop.operations import authority

    with call.office() as office:
        who = call.person(office)
        found, made = authority.in_force(office, who), authority.versions(office, who)
    lang = call.options.lang
    rows = [
        (
            line.key,
            line.title.in_(lang),
            " → ".join(f"{s.title.in_(lang)} {','.join(s.people) or '*'}" for s in line.steps),
        )
        for line in found.lines
    ]
    versions = [_data(each, lines=False) for each in made]
    data = {**_data(found), "versions": versions}
    return Answer(data, (call.say("authority_in_force", number=found.number), *table(("key", "", ""), rows)))


def _draft_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.json")
    parser.add_argument("--from", dest="from_day", required=True, metavar="DATE")
    parser.add_argument("--why", required=True, metavar="TEXT")


def _draft(call: Call) -> Answer:
    from desktop.operations import authority
    from models.dates.parse import parse_date

    args = call.args
    lines = authority.read(_read(args.file))
    with call.office() as office:
        made = authority.draft(office, call.person(office), lines, parse_date(args.from_day), args.why)
    return Answer(_data(made), (call.say("authority_drafted", number=made.number),))


def _read(path: Path) -> object:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotFound("cli.no_file", file=path) from error
    except ValueError as error:
        raise BadInput("authority.unreadable", place=str(path)) from error
    return said.get("lines") if isinstance(said, dict) else said


def _approve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", type=int, metavar="NUMBER")


def _approve(call: Call) -> Answer:
    from desktop.operations import authority

    with call.office() as office:
        made = authority.approve(office, call.person(office), call.args.number)
    return Answer(_data(made), (call.say("authority_approved", number=made.number, day=made.from_on),))


def _sheet_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--language", metavar="L")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _sheet(call: Call) -> Answer:
    from desktop.cli.files import write
    from desktop.operations import sheets

    args = call.args
    with call.office() as office:
        language = args.language or call.options.lang
        content = sheets.decision_sheet_of(office, call.person(office), args.case, language)
    write(args.out, content)
    return Answer({"case": args.case, "file": str(args.out)}, (str(args.out),))


def _data(rules: "Rules", *, lines: bool = True) -> dict[str, object]:
    from desktop.operations import authority

    said: dict[str, object] = {
        "number": rules.number, "from": rules.from_on.isoformat() if rules.from_on else None, "why": rules.why,
        "drafted_by": rules.drafted_by or None, "approved_by": rules.approved_by,
    }  # fmt: skip
    return said | ({"lines": authority.written(rules.lines)} if lines else {})


COMMANDS = (
    Command("authority show", _show),
    Command("authority draft", _draft, _draft_arguments),
    Command("authority approve", _approve, _approve_arguments),
    Command("decision-sheet", _sheet, _sheet_arguments),
)
