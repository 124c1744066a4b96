"""``akashi agreement``: how far the raters of a file agree."""

import argparse
from pathlib import Path

from desktop.cli.call import Call
from desktop.cli.command import Command
from desktop.cli.output import Answer, table
from desktop.cli.report import ticking
from models.consistency.values import Metric
from models.errors import BadInput
from resources import messages

_SHOWN = ("percent", "alpha", "ac1", "kappa")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--metric", choices=[each.value for each in Metric], required=True)
    parser.add_argument("--bootstrap", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")


def _run(call: Call) -> Answer:
    from desktop.operations.consistency import agreement_of
    from reports.charts.words import figure
    from reports.consistency_json import agreement_record

    args, lang = call.args, call.options.lang
    for option in ("bootstrap", "seed"):
        if getattr(args, option) < 0:
            raise BadInput("report.bad_number", option=f"--{option}", least=0)
    with ticking(lang, "reading_register") as ticker:
        row = agreement_of(args.file, Metric(args.metric), args.bootstrap, args.seed, ticker)
    data = agreement_record(row)
    heads = tuple(messages.text(f"report.agreement_head_{name}", lang) for name in _SHOWN)
    cells = [
        (head, figure(data[name], 4), f"{figure(data.get(f'{name}_low'), 4)} – {figure(data.get(f'{name}_high'), 4)}")
        for head, name in zip(heads, _SHOWN, strict=True)
    ]
    why = (messages.text(f"report.{row.why}", lang),) if row.why else ()
    counts = [
        (messages.text(f"report.agreement_head_{name}", lang), str(data[name]), "") for name in ("units", "raters")
    ]
    return Answer(data, (*table(("", "", "95%"), [*counts, *cells]), *why))


COMMANDS = (Command("agreement", _run, _arguments),)
