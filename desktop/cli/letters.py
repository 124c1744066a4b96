"""``akashi letter``: a letter as draft or as sealed."""

import argparse
import hashlib
from pathlib import Path

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.files import write
from desktop.cli.output import Answer
from models.errors import BadInput
from models.intake.words import ours

FORMATS = ("pdf", "html", "html.p7s", "json")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--language", required=True, metavar="L")
    parser.add_argument("--twin", action="store_true")
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _run(call: Call) -> Answer:
    from desktop.operations import letters

    args = call.args
    if args.language not in ours("languages"):
        raise BadInput("letters.unknown_language", value=args.language, known=", ".join(ours("languages")))
    with call.office() as office:
        who = call.actor(office)
        letter = letters.compose(office, who, args.case, args.language)
        make = letters.twin if args.twin else letters.render
        content = make(office, who, args.case, args.language, args.format)
    write(args.out, content)
    sha256 = hashlib.sha256(content).hexdigest()
    data = {
        "case": args.case, "language": letter.language, "format": args.format, "twin": args.twin, "draft": letter.draft,
        "file": str(args.out), "sha256": sha256, "notes": list(letter.notes),
    }  # fmt: skip
    said = call.say("letter_draft" if letter.draft else "letter_sealed", file=str(args.out))
    return Answer(data, (said,), notes=letter.notes)


COMMANDS = (Command("letter", _run, _arguments),)
