"""``akashi handbook``: the published criteria as a booklet. Needs no office."""

import argparse
from pathlib import Path

from desktop.cli import files
from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.frameworks import named_office
from desktop.cli.output import Answer
from resources import messages


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("framework", metavar="FRAMEWORK")
    parser.add_argument("--language", default="ja", metavar="L")
    parser.add_argument("--format", default="pdf", metavar="pdf|html")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _run(call: Call) -> Answer:
    from desktop.operations import handbook

    args = call.args
    with named_office(call) as office:
        framework, content = handbook.make(args.framework, args.language, args.format, office)
    files.write(args.out, content)
    name = f"{framework.id} {framework.version}"
    said = messages.text("handbook.written", call.options.lang, {"file": str(args.out), "framework": name})
    data = {
        "framework": framework.id,
        "version": framework.version,
        "language": args.language,
        "format": args.format,
        "file": str(args.out),
        "bytes": len(content),
    }
    return Answer(data, (said,))


COMMANDS = (Command("handbook", _run, _arguments),)
