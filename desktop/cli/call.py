"""One call of a command: its options, its arguments, and the office it works on."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.options import Options
from desktop.cli.output import Ticker
from models.errors import BadInput, Problem
from models.people.values import CONSOLE, Actor
from resources import messages

if TYPE_CHECKING:
    from models.store.office import Office

PASSPHRASE = "AKASHI_PASSPHRASE"
PASSWORD = "AKASHI_PASSWORD"


@dataclass(frozen=True, slots=True)
class Call:
    """A command as called."""

    options: Options
    args: argparse.Namespace

    def say(self, code: str, **params: object) -> str:
        """A sentence of the command line in the language asked for."""
        return messages.text(f"cli.{code}", self.options.lang, params)

    def tell(self, problems: "Sequence[Problem]") -> None:
        """What a person should know before the act, at once and beside the answer (standard error)."""
        for each in problems:
            print(each.text(self.options.lang), file=sys.stderr, flush=True)

    def where(self) -> str:
        """The office named, or the one in the person's own data folder."""
        return self.options.office or str(own_office())

    @contextmanager
    def office(self) -> "Iterator[Office]":
        """The office, open; closed at the end whatever happens."""
        from desktop.operations import offices

        office = offices.open_(self.where(), self.passphrase(), None, *self._own_login())
        try:
            yield office
        finally:
            office.close()

    def several(self) -> "list[Call]":
        """This call on the office named, and on each of ``--also``; they share passphrase, login and password."""
        others = (replace(self.options, office=where) for where in self.args.also)
        return [self, *(replace(self, options=each) for each in others)]

    def passphrase(self) -> str:
        """The passphrase of an embedded office; a server has none."""
        if self.where().startswith(("postgresql", "postgres:")):
            return ""
        return secret(PASSPHRASE, self.say("ask_passphrase"), "cli.no_passphrase")

    def _own_login(self) -> tuple[str, str]:
        """On a server whose address names nobody, the person's own login opens the office."""
        from models.store.location import names_nobody

        if self.options.login is None or not names_nobody(self.where()):
            return "", ""
        return self.options.login, self.password(self.options.login)

    def password(self, login: str) -> str:
        """The password of who acts."""
        return secret(PASSWORD, self.say("ask_password", login=login), "cli.no_password")

    def actor(self, office: "Office") -> Actor:
        """The person of ``--as``, signed in; the console without it."""
        if self.options.login is None:
            return CONSOLE
        return self.person(office)

    def person(self, office: "Office") -> Actor:
        """The person of ``--as``, signed in. Raises ``BadInput`` without one: acts of the examination are a person's."""
        from desktop.operations import people

        if self.options.login is None:
            raise BadInput("cli.needs_person")
        return people.sign_in(office, self.options.login, self.password(self.options.login))

    @contextmanager
    def ticker(self, code: str) -> Iterator[Ticker]:
        """Progress on the terminal while the block works."""
        ticker = Ticker(self.say(code))
        try:
            yield ticker
        finally:
            ticker.end()


def own_office() -> Path:
    """The office in the person's own data folder."""
    return own_folder() / "office.akashi"


def own_folder() -> Path:
    """The person's own data folder."""
    from platformdirs import user_data_path

    return user_data_path("akashi", appauthor=False)


def secret(variable: str, prompt: str, missing: str) -> str:
    """A secret from the environment, or asked for at the terminal. Raises ``BadInput`` where neither is possible."""
    kept = os.environ.get(variable)
    if kept:
        return kept
    if not sys.stdin or not sys.stdin.isatty():
        raise BadInput(missing, variable=variable)
    return getpass.getpass(prompt + " ")
