"""What the tab of requests shows and what may be done there, and what stands in its dialogs. Plain Python; no Qt."""

from dataclasses import dataclass, field, replace
from datetime import date

from models.casefile.values import CaseFile
from models.cases.rules import LAST_OPEN, STANDING, due_if_resumed
from models.errors import BadInput, Message, Problem, Severity
from models.inquiries import rules as inquiry_rules
from models.inquiries.values import Inquiry, InquiryState
from models.people.rules import may
from models.people.values import Actor, Permission
from models.requests import rules
from models.requests.values import Item, NewReply, Request, RequestDraft, RequestState


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a request or an inquiry, and what is to be done about it."""

    key: str
    what: Request | Inquiry
    next_step: Message
    heavy: bool


def entries(file: CaseFile, today: date) -> tuple[Entry, ...]:
    """Everything asked for, what waits for somebody first, then by number."""
    found = [
        Entry(f"request:{each.number}", each, rules.next_step(each, today), each.state.is_open)
        for each in file.requests
    ]
    found += [
        Entry(f"inquiry:{each.number}", each, inquiry_rules.next_step(each, today), each.state is InquiryState.PLANNED)
        for each in file.inquiries
    ]
    return tuple(sorted(found, key=lambda each: not each.heavy))


def open_count(file: CaseFile) -> str:
    """How many still wait for somebody; nothing when none does."""
    waiting = sum(each.state.is_open for each in file.requests)
    waiting += sum(each.state is InquiryState.PLANNED for each in file.inquiries)
    return str(waiting) if waiting else ""


@dataclass(frozen=True, slots=True)
class May:
    """Which acts this person may do here now."""

    ask: bool
    answer: bool
    deliver: bool
    again: bool
    give_up: bool
    withdraw: bool
    finish: bool
    cancel: bool


def allowed(file: CaseFile, actor: Actor, entry: Entry | None, today: date) -> May:
    """The acts that the service would let through."""
    case = file.case
    mine = may(actor.role, Permission.ASSESS) and case.assigned_to in (None, actor.login)
    ask = mine and STANDING[case.state] <= LAST_OPEN
    request = entry.what if entry and isinstance(entry.what, Request) else None
    planned = entry is not None and isinstance(entry.what, Inquiry) and entry.what.state is InquiryState.PLANNED
    takes = may(actor.role, Permission.IMPORT)
    still = request is not None and request.state.is_open
    return May(
        ask=ask,
        answer=takes
        and request is not None
        and request.state is not RequestState.FOLLOWED
        and bool(request.missing or still),
        deliver=takes and still and request is not None and request.delivered_on is None,
        again=ask and request is not None and request.state in _FOLLOWABLE and bool(request.missing),
        give_up=mine and request is not None and request.late(today),
        withdraw=mine and still,
        finish=takes and planned,
        cancel=mine and planned,
    )


_FOLLOWABLE = (RequestState.SENT, RequestState.PART, RequestState.UNANSWERED)


def both_due(file: CaseFile) -> tuple[date, date] | None:
    """The day a waiting case was due when it began to wait, and the day it will be due if it goes on today."""
    case = file.case
    if case.waiting_since is None:
        return None
    return case.due_on, due_if_resumed(case.due_on, case.waiting_since, file.seen_on)


@dataclass(slots=True)
class AskForm:
    """The dialog that asks: every document that the criteria know, the chosen ones ticked, and words of one's own."""

    prepared: RequestDraft
    choices: tuple[Item, ...]
    criteria: frozenset[str]
    today: date
    chosen: dict[int, str] = field(default_factory=dict)
    own: str = ""
    own_criterion: str = ""
    due: str = ""
    send_to: str = ""
    note: str = ""
    closings: frozenset[date] = frozenset()
    waits: bool = True

    def __post_init__(self) -> None:
        self.due = self.due or self.prepared.due_on.isoformat()
        self.send_to = self.send_to or self.prepared.send_to
        wanted = {(each.criterion, each.key, each.title["ja"]): each for each in self.prepared.items}
        known = {(each.criterion, each.key, each.title["ja"]) for each in self.choices}
        self.choices = (*(each for name, each in wanted.items() if name not in known), *self.choices)
        for place, each in enumerate(self.choices):
            name = (each.criterion, each.key, each.title["ja"])
            if name in wanted and not self.chosen.get(place):
                self.chosen[place] = wanted[name].why

    def toggle(self, place: int, on: bool) -> None:
        """Tick or untick a document."""
        if on:
            self.chosen.setdefault(place, "")
        else:
            self.chosen.pop(place, None)

    def draft(self) -> RequestDraft:
        """The request as it stands here. Raises ``BadInput`` for a day that cannot be read."""
        from models.dates.parse import parse_date

        items = [replace(self.choices[place], why=why) for place, why in sorted(self.chosen.items())]
        items += [rules.own(self.own_criterion, line) for line in self.own.splitlines() if line.strip()]
        return replace(
            self.prepared,
            items=tuple(items),
            due_on=parse_date(self.due),
            send_to=self.send_to,
            note=self.note,
            waits=self.waits,
        )

    def problems(self) -> tuple[Problem, ...]:
        """What stands against sending it."""
        try:
            draft = self.draft()
        except BadInput as error:
            return (Problem(error.message, "due_on"),)
        return tuple(
            each
            for each in rules.problems(draft, self.today, self.criteria, self.closings)
            if each.severity is Severity.BLOCK
        )


def reply_problems(request: Request, reply: NewReply, today: date) -> tuple[Problem, ...]:
    """What stands against recording a reply."""
    return tuple(each for each in rules.reply_problems(request, reply, today) if each.severity is Severity.BLOCK)
