"""``akashi office create`` and ``akashi office add-person``."""

import argparse
import os

from desktop.cli.call import PASSWORD, Call, secret
from desktop.cli.command import Command
from desktop.cli.output import Answer

NEW_PASSWORD = "AKASHI_NEW_PASSWORD"
ROLES = ("examiner", "supervisor", "rule_keeper", "auditor", "administrator")


def _create_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", default="Akashi", metavar="NAME")


def _create(call: Call) -> Answer:
    from desktop.operations import offices

    where = call.where()
    offices.create(where, call.passphrase(), call.args.name).close()
    return Answer({"office": where, "name": call.args.name}, (call.say("created", where=where),))


def _person_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("person", metavar="LOGIN")
    parser.add_argument("--role", choices=ROLES, required=True)
    parser.add_argument("--unit", default=None, metavar="U")
    parser.add_argument("--name", default=None, metavar="NAME")


def _add_person(call: Call) -> Answer:
    from desktop.operations import people
    from models.people.values import Person, Role

    args = call.args
    person = Person(args.person, args.name or args.person, Role(args.role), args.unit)
    with call.office() as office:
        people.add_person(office, call.actor(office), person, _new_password(call, person.login))
    data = {"login": person.login, "name": person.name, "role": person.role.value, "unit": person.unit}
    return Answer(data, (call.say("person_added", login=person.login, role=person.role.value),))


def _new_password(call: Call, login: str) -> str:
    """The new person's password. ``AKASHI_PASSWORD`` is theirs only where nobody signs in with it."""
    ours = PASSWORD if call.options.login is None and NEW_PASSWORD not in os.environ else NEW_PASSWORD
    return secret(ours, call.say("ask_new_password", login=login), "cli.no_new_password")


COMMANDS = (
    Command("office create", _create, _create_arguments),
    Command("office add-person", _add_person, _person_arguments),
)
