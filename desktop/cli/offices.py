"""``akashi office create``, ``add-person`` and ``set-person``."""

import argparse
import os
from pathlib import Path

from desktop.cli.call import PASSPHRASE, PASSWORD, Call, secret
from desktop.cli.command import Command
from desktop.cli.output import Answer

NEW_PASSWORD = "AKASHI_NEW_PASSWORD"
ROLES = ("examiner", "supervisor", "rule_keeper", "auditor", "administrator")


def _create_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", default="Akashi", metavar="NAME")
    parser.add_argument("--by-unit", action="store_true")


def _create(call: Call) -> Answer:
    from desktop.operations import offices

    where = call.where()
    offices.create(where, call.passphrase(), call.args.name, by_unit=call.args.by_unit).close()
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


def _set_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("person", metavar="LOGIN")
    parser.add_argument("--role", choices=ROLES, default=None)
    parser.add_argument("--unit", default=None, metavar="U")
    parser.add_argument("--name", default=None, metavar="NAME")
    parser.add_argument("--account", default=None, metavar="ACCOUNT")
    parser.add_argument("--active", choices=("yes", "no"), default=None)


def _set_person(call: Call) -> Answer:
    from desktop.operations import people
    from models.people.values import Changes, Role

    args = call.args
    changes = Changes(
        args.name,
        Role(args.role) if args.role else None,
        args.unit,
        None if args.active is None else args.active == "yes",
        args.account,
    )
    with call.office() as office:
        person = people.change_person(office, call.actor(office), args.person, changes)
    data = {
        "login": person.login, "name": person.name, "role": person.role.value, "unit": person.unit, "active": person.active,
        "account": person.account,
    }  # fmt: skip
    line = call.say("person_set", login=person.login, role=person.role.value, unit=person.unit or "—")
    off = () if person.active else (call.say("person_off", login=person.login),)
    return Answer(data, (line, *off))


def _move_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="FROM")
    parser.add_argument("target", metavar="TO")


def _move(call: Call) -> Answer:
    from desktop.operations import moving

    phrase = secret(PASSPHRASE, call.say("ask_passphrase"), "cli.no_passphrase")
    with call.ticker("office_moving") as ticker:
        moved = moving.move(call.args.source, call.args.target, phrase, progress=ticker)
    data = {"office": moved.where, "events": moved.events, "rows": moved.rows, "link": moved.link, "verified": True}
    return Answer(data, (call.say("office_moved", where=moved.where, events=moved.events, rows=moved.rows),))


def _refusals_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("log", type=Path, metavar="LOG")


def _refusals(call: Call) -> Answer:
    from desktop.operations import serverlog

    with call.office() as office:
        call.actor(office)
        taken = serverlog.take(office, call.args.log)
    return Answer(taken._asdict(), (call.say("refusals_taken", found=taken.found, new=taken.new),))


COMMANDS = (
    Command("office create", _create, _create_arguments),
    Command("office add-person", _add_person, _person_arguments),
    Command("office set-person", _set_person, _set_arguments),
    Command("office move", _move, _move_arguments),
    Command("office refusals", _refusals, _refusals_arguments),
)
