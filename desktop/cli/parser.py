"""The line to a command and its arguments."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from desktop.cli import (
    agreement,
    assess,
    backups,
    bulletin,
    cases,
    decisions,
    frameworks,
    handbook,
    intake,
    letters,
    lookup,
    offices,
    record,
    report,
    sample,
    selftest,
)
from desktop.cli.command import Command
from desktop.cli.options import add_common
from models.errors import BadInput
from resources import messages

COMMANDS: tuple[Command, ...] = (
    *sample.COMMANDS,
    *intake.COMMANDS,
    *cases.COMMANDS,
    *frameworks.COMMANDS,
    *handbook.COMMANDS,
    *assess.COMMANDS,
    *decisions.COMMANDS,
    *letters.COMMANDS,
    *report.COMMANDS,
    *bulletin.COMMANDS,
    *lookup.COMMANDS,
    *agreement.COMMANDS,
    *record.COMMANDS,
    *backups.COMMANDS,
    *offices.COMMANDS,
    *selftest.COMMANDS,
)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in the reader's language, and where the help is."""

    lang = "en"

    def error(self, message: str) -> NoReturn:
        """Write the usage to standard error. Raises ``BadInput``, so that wrong usage is told like any other error."""
        self.print_usage(sys.stderr)
        raise BadInput("cli.usage_error", what=message, command=self.prog)


def parse(argv: Sequence[str], lang: str) -> tuple[Command | None, argparse.Namespace]:
    """The command and its arguments; no command opens the desk. Raises ``BadInput`` for wrong usage, ``SystemExit`` after ``--help``."""
    args = build(lang).parse_args(list(argv))
    name = " ".join(word for word in (args.command, getattr(args, "subcommand", None)) if word)
    return next((each for each in COMMANDS if each.name == name), None), args


def build(lang: str) -> argparse.ArgumentParser:
    """The whole parser, its help in ``lang``."""
    words = messages.catalogue("cli", lang)
    _Parser.lang = lang
    root = _Parser(prog="akashi", description=words["help"], allow_abbrev=False)
    _common(root, words)
    first = root.add_subparsers(dest="command", metavar="COMMAND")
    groups: dict[str, argparse._SubParsersAction[_Parser]] = {}
    for command in COMMANDS:
        word, *rest = command.words
        if rest and word not in groups:
            group = first.add_parser(word, help=words[f"help_{word}"], allow_abbrev=False)
            groups[word] = group.add_subparsers(dest="subcommand", metavar="WHAT", required=True)
        into = groups[word] if rest else first
        told = words[command.help_code]
        parser = into.add_parser(rest[0] if rest else word, help=told, description=told, allow_abbrev=False)
        command.arguments(parser)
        _common(parser, words)
    return root


def _common(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    add_common(parser, {name: words[f"option_{name}"] for name in ("office", "as", "json", "lang")})
