"""What a command is: its words on the line, its arguments, and what it does."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from desktop.cli.call import Call
from desktop.cli.output import Answer

Arguments = Callable[[argparse.ArgumentParser], None]


def no_arguments(_parser: argparse.ArgumentParser) -> None:
    """For a command that takes none."""


@dataclass(frozen=True, slots=True)
class Command:
    """``name`` is one word or two (``case show``)."""

    name: str
    run: Callable[[Call], Answer]
    arguments: Arguments = no_arguments

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.name.split())

    @property
    def help_code(self) -> str:
        """Where its one line of help stands."""
        return "help_" + self.name.replace(" ", "_").replace("-", "_")
