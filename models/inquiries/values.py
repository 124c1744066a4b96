"""Asking and looking: what the office does to find out more, or to hear others, before it decides."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class InquiryKind(StrEnum):
    """An interview of a person (面接), a survey on site (実態調査), an inquiry to another body (照会), a consultation with a
    specialist or the head office (協議), or forwarding to the office that decides, with an opinion (進達)."""

    INTERVIEW = "interview"
    SURVEY = "survey"
    INQUIRY = "inquiry"
    CONSULTATION = "consultation"
    FORWARDING = "forwarding"

    @property
    def is_evidence(self) -> bool:
        """Whether what comes of it is evidence that a finding can cite; advice among offices is none."""
        return self in (InquiryKind.INTERVIEW, InquiryKind.SURVEY, InquiryKind.INQUIRY)


class InquiryState(StrEnum):
    """Where it stands."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class NewInquiry:
    """What is to be done. ``subject``: what is to be found out; ``whom``: the person or body; ``ground``: the law that allows
    it; ``opinion``: with a forwarding; ``on`` and ``time`` (``14:00``) when, as far as it is known; ``waits``: the clock stands
    still until it is done; ``criteria``: the criteria that it bears on."""

    case: str
    kind: InquiryKind
    subject: str
    whom: str = ""
    place: str = ""
    on: date | None = None
    time: str = ""
    interpreter: str = ""
    ground: str = ""
    opinion: str = ""
    criteria: tuple[str, ...] = ()
    waits: bool = False


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture taken on a survey."""

    name: str
    content: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. ``report`` in words; ``present``: who was there; ``read_back``: whether the notes of an interview were
    read back and confirmed; ``pictures`` of a survey."""

    on: date
    report: str
    present: str = ""
    read_back: bool | None = None
    pictures: tuple[NewPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as kept; its bytes never change."""

    number: int
    name: str
    caption: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One act of asking or looking, planned and done."""

    case: str
    number: int
    kind: InquiryKind
    state: InquiryState
    subject: str
    whom: str
    place: str
    planned_on: date | None
    time: str
    interpreter: str
    ground: str
    opinion: str
    criteria: tuple[str, ...]
    waits: bool
    by: str
    asked_on: date
    done_on: date | None = None
    report: str = ""
    present: str = ""
    read_back: bool | None = None
    evidence: tuple[str, ...] = ()
    why: str = ""
    pictures: tuple[Picture, ...] = ()
