"""``akashi letters correct`` and what follows: a correction proposed, countersigned, issued, or dropped."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.files import ready, write
from desktop.cli.output import Answer
from desktop.operations.files import file_name
from models.errors import BadInput
from resources import messages

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
    parser.add_argument(
        "--item-in", action="append", default=[], metavar="LANGUAGE|PARAGRAPH|WORDS|INSTEAD[|WHY]", dest="items_in"
    )
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser.add_argument("--reason-in", action="append", default=[], metavar="LANGUAGE=TEXT", dest="reasons_in")


def _propose(call: Call) -> Answer:
    from desktop.operations import corrections

    args = call.args
    items, reasons = _spoken([_item(each) for each in args.items], args.items_in), [_reason(e) for e in args.reasons_in]
    with call.office() as office:
        who = call.person(office)
        left = corrections.elsewhere(office, who, args.case, items)
        made = corrections.propose(office, who, args.case, items, args.reason, reasons)
    notes = [_left(call, item.before, paragraph) for item, paragraph in left]
    return Answer(_data(made), (_line(call, made),), notes=tuple(notes))


def _left(call: Call, words: str, paragraph: int) -> str:
    code = "correction.still_there" if paragraph else "correction.still_there_first"
    return messages.text(code, call.options.lang, {"words": words, "paragraph": paragraph})


def _reason(text: str) -> tuple[str, str]:
    language, equals, words = text.partition("=")
    if not equals or not words.strip():
        raise BadInput("correction.bad_reason", value=text)
    return language.strip(), words.strip()


def _spoken(items: "list[Item]", texts: list[str]) -> "list[Item]":
    """The places with what is said of them in other languages: of several in one paragraph the first first."""
    from models.letters.corrections.values import Said

    for text in texts:
        language, *rest = (each.strip() for each in text.split("|"))
        if len(rest) not in (3, 4) or not rest[0].isdecimal():
            raise BadInput("correction.bad_said", value=text)
        waiting = (at for at, each in enumerate(items) if each.paragraph == int(rest[0]) and not each.in_(language))
        place = next(waiting, None)
        if place is None:
            raise BadInput("correction.bad_said", value=text)
        items[place] = replace(items[place], said=(*items[place].said, Said(language, *rest[1:])))
    return items


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument("--language", default="ja", metavar="L")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _show(call: Call) -> Answer:
    from desktop.operations import corrections

    args = call.args
    with call.office() as office:
        content = corrections.preview(office, call.actor(office), args.case, args.language)
    write(args.out, content)
    data = {"case": args.case, "language": args.language, "file": str(args.out)}
    return Answer(data, (call.say("correction_shown", file=str(args.out)),))


def _item(text: str) -> "Item":
    from models.letters.corrections.values import Item

    parts = [each.strip() for each in text.split("|")]
    if len(parts) not in (3, 4) or not parts[0].isdecimal():
        raise BadInput("correction.bad_item", value=text)
    number, before, after, *why = parts
    return Item(int(number), before, after, "".join(why))


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
        "items": [
            {"paragraph": e.paragraph, "before": e.before, "after": e.after, "why": e.why,
             "in": [{"language": s.language, "before": s.before, "after": s.after, "why": s.why} for s in e.said]}
            for e in one.items
        ],
        "reasons": dict(one.reasons),
        "proposed_by": one.proposed_by, "countersigned_by": one.countersigned_by, "content_digest": one.content_digest,
        "number": one.number,
    }  # fmt: skip


COMMANDS = (
    Command("letters correct", _propose, _propose_arguments),
    Command("letters show-correction", _show, _show_arguments),
    Command("letters countersign-correction", _countersign, _case),
    Command("letters issue-correction", _issue, _issue_arguments),
    Command("letters drop-correction", _drop, _drop_arguments),
    Command("letters corrections", _list, _case),
)
