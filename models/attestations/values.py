"""Attestations: what a third party states of the applicant, by whose consent and for what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from models.evidence.values import End
from models.localized import Localized


class Form(StrEnum):
    """What may stand in a field."""

    DATE = "date"
    YEN = "yen"
    COUNT = "count"
    YES_NO = "yes_no"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that an attester may fill."""

    key: str
    form: Form
    title: Localized


@dataclass(frozen=True, slots=True)
class Attester:
    """Who may attest (an employer, an insurer, a landlord, a bank), and the fields that they may fill. Nothing else is kept."""

    key: str
    title: Localized
    fields: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class NewAttestation:
    """An attestation on its way in.

    ``kind``: the key of an ``Attester``; ``name``: who states it; ``until``: its last day. ``criteria``: for which of the case's
    criteria the applicant consented to its use, ``purpose`` the same in their words. ``consent_how``: how the consent was given.
    ``said``: what the fields say, ``text`` what no field has room for.
    """

    case: str
    kind: str
    name: str
    stated_on: date
    until: date | None
    purpose: str
    criteria: tuple[str, ...]
    consent_on: date
    consent_how: str
    said: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Attestation:
    """An attestation as kept, and the piece of evidence that it is; ``withdrawn_on``: since when without consent. ``end``: why it
    counts for nothing on the day it is seen (``None``: it counts). ``superseded_by``: the piece that took its place."""

    case: str
    evidence: str
    kind: str
    name: str
    stated_on: date
    until: date | None
    purpose: str
    criteria: tuple[str, ...]
    consent_on: date
    consent_how: str
    said: tuple[tuple[str, str], ...]
    text: str
    by: str
    at: datetime
    withdrawn_on: date | None = None
    withdrawn_by: str | None = None
    end: End | None = None
    superseded_by: str | None = None

    @property
    def counts(self) -> bool:
        """Whether a finding may still be made on it."""
        return self.end is None and self.superseded_by is None


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether the office takes attestations; ``by`` and ``why`` of the last turn."""

    on: bool = False
    by: str = ""
    why: str = ""
