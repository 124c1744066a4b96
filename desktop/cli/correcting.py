"""``akashi letters correct`` and what follows: a correction proposed, countersigned, issued, or dropped."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.files import ready, write
from desktop.cli.output import Answer
from desktop.operations.files import file_name
from models.errors import BadInput

if TYPE_CHECKING:
    from models.letters.corrections.values import Correction, Item


_SAID = {
    "proposed": "correction_proposed",
    "dropped": "correction_dropped",
    "countersigned": "correction_countersigned",
    "issued": "correction_sent",
}


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")


def _propose_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--item", action="append", required=True, metavar="PARAGRAPH|WORDS|INSTEAD[|WHY]", dest="items")
    parser.add_argument("--reason", required=True, metavar="TEXT")


def _propose(call: Call) -> Answer:
    from desktop.operations import corrections

    items = [_item(each) for each in call.args.items]
    with call.office() as office:
        made = corrections.propose(office, call.person(office), call.args.case, items, call.args.reason)
    return _answer(call, made)


def _item(text: str) -> "Item":
    from models.letters.corrections.values import Item

    parts = [each.strip() for each in text.split("|")]
    if len(parts) not in (3, 4) or not parts[0].isdecimal():
        raise BadInput("correction.bad_item", value=text)
    return Item(int(parts[0]), *parts[1:])


def _countersign(call: Call) -> Answer:
    from desktop.operations import corrections

    with call.office() as office:
        return _answer(call, corrections.countersign(office, call.person(office), call.args.case))


def _drop_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--comment", default="", metavar="TEXT")


def _drop(call: Call) -> Answer:
    from desktop.operations import corrections

    with call.office() as office:
        return _answer(call, corrections.drop(office, call.person(office), call.args.case, call.args.comment))


def _issue_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")


def _issue(call: Call) -> Answer:
    from desktop.operations import corrections

    folder: Path = call.args.out
    with ready(folder), call.office() as office:
        made = corrections.issue(office, call.person(office), call.args.case)
    files = []
    for each in made:
        path = folder / f"{file_name(each.case)}.correction.{each.language}.{each.format}"
        write(path, each.content)
        files.append(
            {
                "language": each.language,
                "format": each.format,
                "number": each.number,
                "sha256": each.sha256,
                "file": str(path),
            }
        )
    lines = (
        call.say("correction_issued", case=call.args.case, number=made[0].number),
        *(str(each["file"]) for each in files),
    )
    return Answer({"case": call.args.case, "state": "issued", "letters": files}, lines)


def _list(call: Call) -> Answer:
    from desktop.operations import corrections

    with call.office() as office:
        found = corrections.listing(office, call.actor(office), call.args.case)
    lines = [_line(call, each) for each in found] or [call.say("corrections_none")]
    return Answer({"case": call.args.case, "corrections": [_data(each) for each in found]}, tuple(lines))


def _answer(call: Call, made: "Correction") -> Answer:
    return Answer(_data(made), (_line(call, made),))


def _line(call: Call, one: "Correction") -> str:
    state = call.say(_SAID[one.standing.value])
    return call.say(
        "correction_line", case=one.case, round=one.round, state=state, number=one.number or one.number_before
    )


def _data(one: "Correction") -> dict[str, object]:
    return {
        "case": one.case, "round": one.round, "state": one.standing.value, "corrects": one.number_before,
        "corrects_sha256": one.sha256_before, "corrects_dispatched_on": one.dispatched_before, "reason": one.reason,
        "items": [{"paragraph": e.paragraph, "before": e.before, "after": e.after, "why": e.why} for e in one.items],
        "proposed_by": one.proposed_by, "countersigned_by": one.countersigned_by, "content_digest": one.content_digest,
        "number": one.number,
    }  # fmt: skip


COMMANDS = (
    Command("letters correct", _propose, _propose_arguments),
    Command("letters countersign-correction", _countersign, _case),
    Command("letters issue-correction", _issue, _issue_arguments),
    Command("letters drop-correction", _drop, _drop_arguments),
    Command("letters corrections", _list, _case),
)
