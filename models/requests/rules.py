"""What is to be asked, by when, and what stands against a request. Pure; button, command line and service ask it."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from models.dates.calendar import is_closed, working_days_after
from models.errors import Message, Problem, Severity, problem
from models.evidence import my_number
from models.evidence.characters import unwritable
from models.evidence.values import Evidence
from models.findings.values import Finding, FindingState
from models.frameworks.values import Criterion, EvidenceAsk
from models.localized import Localized
from models.requests.values import Item, NewReply, Request, RequestDraft, RequestKind, RequestState
from resources import requests

LONGEST_TITLE = 200
LINKED = "linked_record"
"""What a framework calls a record that comes by data linkage."""
LONGEST_TEXT = 4_000


@dataclass(frozen=True, slots=True)
class Days:
    """Working days to answer in: a first request, a further one, and the fewest that may be set."""

    first: int
    again: int
    least: int


@cache
def days(kind: RequestKind) -> Days:
    """The rule for a kind, as the data says."""
    said = tomllib.loads(requests.rules().read_text(encoding="utf-8"))[kind.value]
    return Days(said["first"], said["again"], said["least"])


def due_on(kind: RequestKind, sent_on: date, again: bool = False, closings: Collection[date] = ()) -> date:
    """By when a request sent on a day is to be answered; ``closings``: the office's own closing days."""
    rule = days(kind)
    return working_days_after(sent_on, rule.again if again else rule.first, closings)


def wanted(
    criteria: Iterable[Criterion], findings: Iterable[Finding], evidence: Iterable[Evidence] = ()
) -> tuple[Item, ...]:
    """What to ask for: the documents of each criterion that stands at "needs documents", those of which nothing is there
    first named; the examiner strikes out and adds."""
    needing = {each.criterion: each for each in findings if each.finding is FindingState.NEEDS_DOCUMENTS}
    there = {each.kind.value for each in evidence if each.superseded_by is None}
    found: dict[tuple[str, str], Item] = {}
    for criterion in criteria:
        if criterion.key not in needing:
            continue
        why = " ".join(reason.text.strip() for reason in needing[criterion.key].reasons if reason.text.strip())
        lacking = [ask for ask in asks(criterion) if not there & set(ask.kinds)]
        for ask in lacking or asks(criterion):
            found.setdefault((criterion.key, ask.key), of_ask(criterion, ask, why))
    return tuple(found.values())


def asks(criterion: Criterion) -> tuple[EvidenceAsk, ...]:
    """The documents of a criterion that an applicant can hand in: linked records come from other institutions."""
    return tuple(ask for ask in criterion.evidence if ask.key != LINKED)


def of_ask(criterion: Criterion, ask: EvidenceAsk, why: str = "") -> Item:
    """A document of the framework as an item."""
    return Item(criterion.key, ask.title, ask.key, why)


def own(criterion: str, title: str, why: str = "") -> Item:
    """A document in the office's own words."""
    return Item(criterion, Localized.of(ja=title.strip()), "", why)


def missing_of(request: Request) -> tuple[Item, ...]:
    """What a further request asks for again."""
    return tuple(request.item(place) for place in request.missing)


def problems(
    draft: RequestDraft, sent_on: date, criteria: Collection[str], closings: Collection[date] = ()
) -> Iterator[Problem]:
    """What stands against sending a request; ``closings``: the office's own closing days. The place is ``items``, ``items[n]``,
    ``due_on``, ``send_to`` or ``note``."""
    if not draft.items:
        yield problem("requests.no_items", "items")
    for place, item in enumerate(draft.items, 1):
        yield from _item(item, f"items[{place}]", criteria)
    least = working_days_after(sent_on, days(draft.kind).least, closings)
    if draft.due_on < least:
        yield problem("requests.too_soon", "due_on", least=least, days=days(draft.kind).least)
    elif is_closed(draft.due_on) or draft.due_on in closings:
        yield problem("requests.closed_day", "due_on", day=draft.due_on)
    if not draft.send_to.strip():
        yield problem("requests.nowhere", "send_to")
    for name, text in (("send_to", draft.send_to), ("note", draft.note)):
        yield from text_problems(text, name)


def _item(item: Item, place: str, criteria: Collection[str]) -> Iterator[Problem]:
    title = item.title["ja"].strip()
    if not title or len(title) > LONGEST_TITLE:
        yield problem("requests.no_title", place, longest=LONGEST_TITLE)
    if item.criterion and item.criterion not in criteria:
        yield problem("requests.no_criterion", place, criterion=item.criterion)
    for text in (title, item.why):
        yield from text_problems(text, place)


def text_problems(text: str, place: str) -> Iterator[Problem]:
    """What stands against any text that is kept or sent."""
    if my_number.find(text):
        yield problem("requests.my_number", place)
    if character := unwritable(text):
        yield problem("gate.unwritable", place, character=character)
    if len(text) > LONGEST_TEXT:
        yield problem("requests.too_long", place, longest=LONGEST_TEXT)


def reply_problems(request: Request, reply: NewReply, today: date) -> Iterator[Problem]:
    """What stands against recording a reply."""
    if not reply.items and not reply.text.strip():
        yield problem("requests.empty_reply", "items")
    for place in sorted({*reply.items, *reply.notes}):
        if not 1 <= place <= len(request.items):
            yield problem("requests.no_item", "items", number=place, count=len(request.items))
        elif place in request.came:
            yield problem("requests.came_already", "items", Severity.WARN, item=request.item(place).title)
    if reply.received_on > today:
        yield problem("requests.not_yet", "received_on", day=reply.received_on)
    elif reply.received_on < request.sent_on:
        yield problem("requests.before_sent", "received_on", day=reply.received_on, sent=request.sent_on)
    for text in (reply.text, *reply.notes.values()):
        yield from text_problems(text, "text")


def state_after(request: Request, came: Collection[int]) -> RequestState:
    """Where a request stands once these items have come. One that was withdrawn stays so: the reply is kept all the same."""
    if request.state is RequestState.WITHDRAWN:
        return request.state
    if request.kind is RequestKind.COMMENT or len(came) == len(request.items):
        return RequestState.ANSWERED
    return RequestState.PART


def next_step(request: Request, today: date) -> Message:
    """What is to be done about a request, in words."""
    state = request.state
    if state is RequestState.SENT and today > request.due_on:
        return Message("requests.next_overdue", {"day": request.due_on})
    if state is RequestState.SENT:
        return Message(
            "requests.next_sent" if request.delivered_on else "requests.next_deliver", {"day": request.due_on}
        )
    if state is RequestState.PART:
        return Message("requests.next_part", {"missing": len(request.missing)})
    return Message(f"requests.next_{state.value}")


def arrived(requests_: Iterable[Request], findings: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    """What came for a criterion since its finding was recorded: the ids of the pieces, for the criterion to be marked."""
    found_at = {each.criterion: each.at for each in findings}
    marked: dict[str, list[str]] = {}
    for request in requests_:
        for reply in request.replies:
            touched = {request.item(place).criterion for place in reply.items} or {i.criterion for i in request.items}
            for criterion in touched - {""}:
                if criterion not in found_at or found_at[criterion] < reply.at:
                    marked.setdefault(criterion, []).extend(reply.evidence)
    return {criterion: tuple(dict.fromkeys(pieces)) for criterion, pieces in marked.items()}
