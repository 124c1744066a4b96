"""Requests: what the office asks of the applicant in writing, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from models.localized import Localized


class RequestKind(StrEnum):
    """What is asked: documents (追加資料提出通知), or a comment on adverse data before it is used (意見を述べる機会)."""

    DOCUMENTS = "documents"
    COMMENT = "comment"


class RequestState(StrEnum):
    """Where a request stands. ``FOLLOWED``: a further request asks for what is still out."""

    SENT = "sent"
    PART = "part"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    FOLLOWED = "followed"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether something is still to come, or to be done about it."""
        return self in (RequestState.SENT, RequestState.PART)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked for. ``key`` is the framework's document (empty: named in the office's own words); ``why`` the
    examiner's words to the applicant, Japanese; ``evidence`` and ``facts`` the ids of what is put to the applicant."""

    criterion: str
    title: Localized
    key: str = ""
    why: str = ""
    evidence: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """A request as it is about to be sent. ``follows``: the request whose missing items it asks for again; ``waits``: the
    clock stands still until the reply; ``languages`` beside Japanese, empty: the applicant's own."""

    case: str
    items: tuple[Item, ...]
    due_on: date
    kind: RequestKind = RequestKind.DOCUMENTS
    send_to: str = ""
    note: str = ""
    follows: int | None = None
    waits: bool = True
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unasked:
    """Why linked data that a finding rests on were not put to the applicant: ``about`` are the facts and pieces of evidence
    that the reason speaks of."""

    case: str
    criterion: str
    number: int
    about: tuple[str, ...]
    why: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewReply:
    """What came: ``items`` by their place in the request (1 is the first), ``text`` what the applicant says with it;
    ``notes`` what an item says as far as somebody read it out, by its place."""

    received_on: date
    items: tuple[int, ...] = ()
    text: str = ""
    notes: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as recorded, and the pieces of evidence that it became."""

    number: int
    received_on: date
    items: tuple[int, ...]
    text: str
    evidence: tuple[str, ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SentPaper:
    """A request as sent, in one language beside the Japanese: its bytes never change."""

    language: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Request:
    """A request and all that came of it. ``came`` are the places of the items that have come."""

    case: str
    number: int
    kind: RequestKind
    state: RequestState
    items: tuple[Item, ...]
    came: tuple[int, ...]
    due_on: date
    sent_on: date
    by: str
    document_number: str
    send_to: str = ""
    note: str = ""
    follows: int | None = None
    waits: bool = True
    delivered_on: date | None = None
    closed_on: date | None = None
    why: str = ""
    replies: tuple[Reply, ...] = ()
    papers: tuple[SentPaper, ...] = ()

    @property
    def missing(self) -> tuple[int, ...]:
        """The places of the items that have not come."""
        return tuple(place for place in range(1, len(self.items) + 1) if place not in self.came)

    def item(self, place: int) -> Item:
        """The item at a place, 1 is the first."""
        return self.items[place - 1]

    def late(self, today: date) -> bool:
        """Whether the day by which it was to be answered is past and something is still out."""
        return self.state.is_open and today > self.due_on
