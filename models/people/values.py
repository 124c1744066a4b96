"""The people of an office, and what each may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from models.records.signatures import Signer


class Role(StrEnum):
    """A person's job; one role a person."""

    EXAMINER = "examiner"
    SUPERVISOR = "supervisor"
    RULE_KEEPER = "rule_keeper"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """Acts that the permission matrix answers for (``people.rules.may``)."""

    SEE_CASES = "see_cases"
    TAKE = "take"
    ASSESS = "assess"
    PROPOSE = "propose"
    RETURN = "return"
    COUNTERSIGN = "countersign"
    ISSUE = "issue"
    IMPORT = "import"
    KEEP_RULES = "keep_rules"
    APPROVE_RULES = "approve_rules"
    VERIFY = "verify"
    SEE_RECORD = "see_record"
    KEEP_PEOPLE = "keep_people"
    REPORT = "report"
    RELEASE = "release"
    ASSIGN = "assign"
    KEEP_AUTHORITY = "keep_authority"
    PROVIDE_DATA = "provide_data"
    KEEP_RETENTION = "keep_retention"
    PROPOSE_DISPOSAL = "propose_disposal"
    APPROVE_DISPOSAL = "approve_disposal"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """For what a person typed their password again: an act (``countersign``, ``issue``, ``release``), and the documents that
    they saw named: what each is of (a case), and its digest."""

    act: str
    documents: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a signed-in person, or the console.

    ``signer`` is the person's own key: open for one act behind a password, or for the session, then good for less.
    ``confirmed``: what the password was typed for; ``None``: nothing was named.
    """

    login: str
    name: str
    role: Role
    unit: str | None
    signer: Signer | None = field(default=None, compare=False, repr=False)
    confirmed: Confirmation | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the office keeps them; the password only as an argon2id hash, in its own table.

    ``account``: the account of the operating system under which they work, as it names it; empty: not told.
    """

    login: str
    name: str
    role: Role
    unit: str | None
    active: bool = True
    account: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to change of a person; ``None`` leaves it as it is. An empty unit or account takes it away."""

    name: str | None = None
    role: Role | None = None
    unit: str | None = None
    active: bool | None = None
    account: str | None = None

    def of(self, person: Person) -> Person:
        """The person as they will be."""
        unit = person.unit if self.unit is None else self.unit.strip() or None
        return replace(
            person,
            name=person.name if self.name is None else self.name,
            role=person.role if self.role is None else self.role,
            unit=unit,
            active=person.active if self.active is None else self.active,
            account=person.account if self.account is None else self.account.strip(),
        )


CONSOLE = Actor("console", "console", Role.ADMINISTRATOR, None)
"""Who is recorded for acts of the command line without ``--as`` (imports, backups)."""
