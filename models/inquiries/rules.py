"""What stands against asking or looking, and what is to be done next about it. Pure; screen, command line and service ask it."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from models.cases.values import WaitingFor
from models.errors import Message, Problem, problem
from models.inquiries.values import Inquiry, InquiryKind, InquiryState, NewInquiry, Outcome
from models.requests.rules import text_problems

K = InquiryKind

WAITING = {
    K.INTERVIEW: WaitingFor.SURVEY,
    K.SURVEY: WaitingFor.SURVEY,
    K.INQUIRY: WaitingFor.SURVEY,
    K.CONSULTATION: WaitingFor.CONSULTATION,
    K.FORWARDING: WaitingFor.CONSULTATION,
}
"""What a case waits for meanwhile. Interviews, surveys and inquiries are all investigation of facts (事実の調査, 入管法59条の2)."""
GROUND = "出入国管理及び難民認定法第59条の2"
"""Investigation of facts: persons may be asked to appear, public offices and bodies to report (verify: from memory)."""
LARGEST_PICTURE = 5_000_000
MOST_PICTURES = 20
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_PLACED = (K.INTERVIEW, K.SURVEY)
_ASKED = {K.INQUIRY: ("subject", "whom", "ground"), K.FORWARDING: ("subject", "whom", "opinion")}
"""What cannot be left empty."""


def problems(new: NewInquiry, today: date, criteria: Collection[str]) -> Iterator[Problem]:
    """What stands against planning it. The place is the field's name."""
    for name in _ASKED.get(new.kind, ("subject", "whom")):
        if not getattr(new, name).strip():
            yield problem(f"inquiries.no_{name}", name)
    if new.kind in _PLACED and new.on is None:
        yield problem("inquiries.no_day", "on")
    if new.on is not None and new.on < today:
        yield problem("inquiries.past", "on", day=new.on)
    if new.time and not _TIME.fullmatch(new.time):
        yield problem("inquiries.bad_time", "time", time=new.time)
    for key in new.criteria:
        if key not in criteria:
            yield problem("requests.no_criterion", "criteria", criterion=key)
    for name in ("subject", "whom", "place", "interpreter", "ground", "opinion"):
        yield from text_problems(getattr(new, name), name)


def outcome_problems(inquiry: Inquiry, outcome: Outcome, today: date) -> Iterator[Problem]:
    """What stands against recording what came of it."""
    if not outcome.report.strip():
        yield problem("inquiries.no_report", "report")
    if outcome.on > today or outcome.on < inquiry.asked_on:
        yield problem("inquiries.bad_day", "on", day=outcome.on, asked=inquiry.asked_on)
    if inquiry.kind is K.INTERVIEW and outcome.read_back is None:
        yield problem("inquiries.read_back", "read_back")
    if inquiry.kind is K.INTERVIEW and not outcome.present.strip():
        yield problem("inquiries.no_present", "present")
    if outcome.pictures and inquiry.kind is not K.SURVEY:
        yield problem("inquiries.no_pictures_here", "pictures")
    if len(outcome.pictures) > MOST_PICTURES:
        yield problem("inquiries.many_pictures", "pictures", most=MOST_PICTURES)
    for picture in outcome.pictures:
        if len(picture.content) > LARGEST_PICTURE or not picture.content.startswith(_PICTURES):
            yield problem("inquiries.bad_picture", "pictures", name=picture.name, largest=LARGEST_PICTURE // 1_000_000)
        yield from text_problems(picture.name, "pictures")
        yield from text_problems(picture.caption, "pictures")
    for name in ("report", "present"):
        yield from text_problems(getattr(outcome, name), name)


def next_step(inquiry: Inquiry, today: date) -> Message:
    """What is to be done about it, in words."""
    if inquiry.state is not InquiryState.PLANNED:
        return Message(f"inquiries.next_{inquiry.state.value}_{'evidence' if inquiry.evidence else 'plain'}")
    if inquiry.planned_on is None:
        return Message(f"inquiries.next_await_{inquiry.kind.value}")
    late = today > inquiry.planned_on
    return Message("inquiries.next_overdue" if late else "inquiries.next_hold", {"day": inquiry.planned_on})
