"""The line to a command and its arguments."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from desktop.cli import (
    agreement,
    assess,
    attachments,
    attestations,
    authority,
    backups,
    boards,
    bulletin,
    calibration,
    cases,
    checking,
    correcting,
    decisions,
    drafting,
    duedates,
    families,
    frameworks,
    handbook,
    inquiries,
    intake,
    issuing,
    letterheads,
    letters,
    likecases,
    lookup,
    offices,
    provisions,
    record,
    report,
    requests,
    retention,
    sample,
    seeing,
    selftest,
    tongues,
    turns,
    wording,
)
from desktop.cli.command import Command
from desktop.cli.options import add_common, case_number
from desktop.cli.phrases import Parser
from resources import messages

COMMANDS: tuple[Command, ...] = (
    *sample.COMMANDS,
    *intake.COMMANDS,
    *cases.COMMANDS,
    *duedates.COMMANDS,
    *attachments.COMMANDS,
    *attestations.COMMANDS,
    *turns.COMMANDS,
    *families.COMMANDS,
    *boards.COMMANDS,
    *checking.COMMANDS,
    *frameworks.COMMANDS,
    *drafting.COMMANDS,
    *handbook.COMMANDS,
    *assess.COMMANDS,
    *requests.COMMANDS,
    *inquiries.COMMANDS,
    *likecases.COMMANDS,
    *decisions.COMMANDS,
    *authority.COMMANDS,
    *letters.COMMANDS,
    *issuing.COMMANDS,
    *correcting.COMMANDS,
    *wording.COMMANDS,
    *report.COMMANDS,
    *bulletin.COMMANDS,
    *lookup.COMMANDS,
    *agreement.COMMANDS,
    *calibration.COMMANDS,
    *provisions.COMMANDS,
    *record.COMMANDS,
    *retention.COMMANDS,
    *seeing.COMMANDS,
    *backups.COMMANDS,
    *offices.COMMANDS,
    *letterheads.COMMANDS,
    *tongues.COMMANDS,
    *selftest.COMMANDS,
)


class _Parser(Parser):
    """Shows how a command is written beside what is wrong with the line."""

    def error(self, message: str) -> NoReturn:
        """Write the usage to standard error. Raises ``BadInput``."""
        self.print_usage(sys.stderr)
        super().error(message)


def parse(argv: Sequence[str], lang: str) -> tuple[Command | None, argparse.Namespace]:
    """The command and its arguments; no command opens the desk. Raises ``BadInput`` for wrong usage, ``SystemExit`` after ``--help``."""
    args = build(lang).parse_args(list(argv))
    name = " ".join(word for word in (args.command, getattr(args, "subcommand", None)) if word)
    return next((each for each in COMMANDS if each.name == name), None), args


def build(lang: str) -> argparse.ArgumentParser:
    """The whole parser, its help in ``lang``."""
    words = messages.catalogue("cli", lang)
    root = _Parser(lang=lang, prog="akashi", description=words["help"], allow_abbrev=False)
    _common(root, words)
    first = root.add_subparsers(dest="command", metavar="COMMAND")
    groups: dict[str, argparse._SubParsersAction[_Parser]] = {}
    for command in COMMANDS:
        word, *rest = command.words
        if rest and word not in groups:
            said = words[f"help_{word}"]
            group = first.add_parser(word, help=said, description=said, allow_abbrev=False, lang=lang)
            groups[word] = group.add_subparsers(dest="subcommand", metavar="WHAT", required=True)
        into = groups[word] if rest else first
        told = words[command.help_code]
        parser = into.add_parser(rest[0] if rest else word, help=told, description=told, allow_abbrev=False, lang=lang)
        command.arguments(parser)
        _finish(parser, command)
        _common(parser, words)
    return root


def _finish(parser: Parser, command: Command) -> None:
    """What is the same for an argument wherever it stands: its explanation, and how the number of a case is read."""
    told = messages.catalogue("arguments", parser.lang)
    for action in parser._actions:
        action.help = (
            action.help or told.get(f"{command.help_code.removeprefix('help_')}_{action.dest}") or told.get(action.dest)
        )
        if action.dest == "case" and action.type is None:
            action.type = case_number


def _common(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    add_common(parser, {name: words[f"option_{name}"] for name in ("office", "as", "json", "lang")})
