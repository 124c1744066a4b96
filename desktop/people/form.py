"""What is typed about a person, and what stands against it. Plain Python."""

from dataclasses import dataclass

from models.people.rules import SHORTEST_PASSWORD
from models.people.values import Changes, Person, Role


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of the dialog. ``password`` only for a new person, or to give another one."""

    login: str = ""
    name: str = ""
    role: Role = Role.EXAMINER
    unit: str = ""
    active: bool = True
    password: str = ""
    again: str = ""
    account: str = ""

    @property
    def person(self) -> Person:
        """The person to add."""
        return Person(self.login.strip(), self.name.strip(), self.role, self.unit.strip() or None, self.active)

    @property
    def changes(self) -> Changes:
        """What is to be changed of a person who is there."""
        return Changes(self.name.strip(), self.role, self.unit.strip(), self.active, self.account.strip())


def of(person: Person) -> Draft:
    """What is known of a person."""
    return Draft(person.login, person.name, person.role, person.unit or "", person.active, account=person.account)


def missing(draft: Draft, new: bool) -> str:
    """The field that is still to be filled: ``login``, ``name`` or ``password``, ``again``; empty: none."""
    if new and not draft.login.strip():
        return "login"
    if not draft.name.strip():
        return "name"
    return missing_password(draft) if new else ""


def missing_password(draft: Draft) -> str:
    """Too short, or not the same twice."""
    if len(draft.password) < SHORTEST_PASSWORD:
        return "password"
    return "" if draft.password == draft.again else "again"
