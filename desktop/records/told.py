"""One line for each kind of act: which of its values are told, in which order, and each of them in words. No Qt widgets."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Any

from desktop import words
from desktop.casefile.words import day
from models.cases.values import ClosedAs, Kind, WaitingFor
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.people.values import Role
from resources import messages

PARTS: Mapping[str, str] = {
    "office_created": "name",
    "settings_changed": "name",
    "person_added": "name role",
    "person_changed": "login name:new_name role:new_role unit:new_unit active account",
    "password_reset": "login",
    "key_made": "login",
    "signed_in": "role",
    "sign_in_failed": "",
    "confirmed": "act",
    "checkpoint": "",
    "refused": "act role",
    "imported": "what file new superseded skipped",
    "received": "kind route unit",
    "evidence_added": "added superseded",
    "viewed": "",
    "taken": "to",
    "assigned": "to",
    "transferred": "from_unit to_unit why",
    "handed_over": "to why",
    "absence_noted": "login from until why",
    "absence_ended": "login until",
    "earlier_linked": "earlier why",
    "earlier_unlinked": "earlier why",
    "household_set": "household",
    "evidence_shared": "from_case pieces",
    "finding_copied": "criterion from_case",
    "distinguished": "other text",
    "like_cases_seen": "criterion finding",
    "distinction_written": "criterion text",
    "representative_added": "role:stands_as name organisation",
    "representative_ended": "name why",
    "closing_day_added": "day name",
    "closing_day_removed": "day name",
    "finding_recorded": "criterion finding",
    "draft_set_aside": "criterion finding",
    "sentence_reworded": "language pattern standard",
    "waiting": "for",
    "resumed": "waited_days",
    "closed": "as why",
    "reopened": "ground why",
    "framework_moved": "framework why",
    "proposed": "outcome round",
    "proposal_edited": "weighing",
    "returned": "comment",
    "endorsed": "step of",
    "countersigned": "outcome",
    "issued": "letters",
    "letter_delivery": "step:delivery on by_whom note",
    "letter_explained": "on given_by",
    "envelope_printed": "size",
    "correction_proposed": "number reason",
    "correction_dropped": "comment",
    "correction_countersigned": "number",
    "correction_issued": "letters",
    "letter_settings_changed": "",
    "certificate_kept": "self_made",
    "request_sent": "request request_kind until",
    "request_delivered": "request on",
    "request_answered": "request state received_on",
    "request_unanswered": "request why",
    "request_withdrawn": "request why",
    "comment_unasked": "criterion why",
    "paper_attached": "name pages",
    "attestations_turned": "on:turned why",
    "attestation_added": "name purpose",
    "attestation_withdrawn": "evidence on why",
    "inquiry_planned": "inquiry_kind whom planned_on",
    "inquiry_done": "inquiry_kind on report",
    "inquiry_cancelled": "inquiry_kind why",
    "data_provided": "recipient cases from to:up_to",
    "case_provided": "recipient",
    "due_dates_changed": "file new changed removed",
    "authority_drafted": "version from why",
    "authority_approved": "version from",
    "rules_drafted": "framework",
    "rules_kept": "framework revision",
    "rules_proposed": "framework version:rules_version in_force_from comment",
    "rules_withdrawn": "framework comment",
    "rules_returned": "framework comment",
    "rules_published": "framework version:rules_version in_force_from comment",
    "rules_given_up": "framework comment",
    "report.made": "from to:up_to kind unit",
    "report.looked_up": "code why",
    "report.release_proposed": "bulletin from to:up_to kind unit",
    "report.release_declined": "bulletin from to:up_to kind unit",
    "report.released": "bulletin from to:up_to kind unit",
    "calibration.drawn": "round:reading_round cases kind",
    "calibration.read": "round:reading_round place:reading_place",
    "backup_made": "file",
    "backup_folder_chosen": "folder",
    "restored": "file acts_lost",
    "office_moved": "from:moved_from to:moved_to",
    "packet_exported": "redacted",
    "hold_placed": "why",
    "hold_lifted": "why",
    "retention_noted": "on why",
    "disposal_proposed": "batch cases why",
    "disposal_declined": "batch why",
    "disposal_approved": "batch",
    "disposed": "name",
    "backups_cleaned": "files",
}
"""What a line tells of each kind of act: names in its content, ``name:part`` where the name means something of its own there."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PEOPLE = frozenset({"login", "to", "before"})
_NAMED = {
    "inquiry_kind": "inquiries.kind_",
    "delivery": "issuing.step_",
    "stands_as": "representatives.role_",
}
"""Where the names of kinds stand that other rooms show too."""


def in_words(part: str, value: object, lang: str) -> str:
    """A single value in words: states and kinds by their names, days as people write them, the rest as it is."""
    text = str(value)
    code = f"{_NAMED.get(part, f'told.{part}.')}{text.lower()}"
    if messages.has(code):
        return messages.text(code, lang)
    known = _trade(part, text, lang)
    if known is not None:
        return known
    if isinstance(value, bool):
        return messages.text("told.yes" if value else "told.no", lang)
    return text if part in _VERSIONS else _day(text, lang)


def _day(text: str, lang: str) -> str:
    """A day as people write it; a comment may look like one that the calendar does not have, and stays as it is."""
    with suppress(ValueError):
        return day(date.fromisoformat(text), lang) if _DAY.fullmatch(text) else text
    return text


_VERSIONS = frozenset({"version", "rules_version", "framework_version", "framework", "before", "based_on"})
"""A version is named after a day, but is a name."""


def _trade(part: str, text: str, lang: str) -> str | None:
    """The trade's own words; ``None`` for a value that is none of them."""
    known: Mapping[str, tuple[type[StrEnum], Callable[[Any], str]]] = {
        "finding": (FindingState, words.finding),
        "outcome": (Outcome, words.outcome),
        "role": (Role, words.role),
        "new_role": (Role, words.role),
        "kind": (Kind, words.kind),
        "framework": (Kind, words.kind),
        "for": (WaitingFor, words.waiting_for),
        "as": (ClosedAs, lambda value: messages.text(f"desk.ended.{value.value}", lang)),
    }
    if part == "route":
        return words.route(text)
    if part == "act":
        return words.event(text)
    if part not in known:
        return None
    several, say = known[part]
    return say(several(text)) if text in {each.value for each in several} else None


def part(name: str, value: object, lang: str, names: Mapping[str, str]) -> str:
    """One part of a line; empty for what says nothing: no value, none of something, an act that lost nothing. What was
    taken from somebody is told where there are words for it."""
    if value == "" and messages.has(f"told.{name}_taken"):
        return messages.text(f"told.{name}_taken", lang)
    if value is None or (value in ("", 0) and not isinstance(value, bool)) or value in ([], {}):
        return ""
    if name in _PEOPLE and str(value) in names:
        return names[str(value)]
    if name == "letters" and isinstance(value, list):
        return "\u3000".join(dict.fromkeys(str(each["number"]) for each in value if _numbered(each)))
    if name == "framework" and isinstance(value, list):
        return "\u3000".join(in_words("framework", each, lang) for each in value)
    if isinstance(value, list | tuple | dict):
        shown: object = len(value)
    else:
        shown = value if isinstance(value, int) and not isinstance(value, bool) else in_words(name, value, lang)
    pattern = f"told.{name}"
    said = messages.text(pattern, lang, {"n": shown}) if messages.has(pattern) else str(shown)
    return " ".join(said.split())


def _numbered(letter: object) -> bool:
    return isinstance(letter, Mapping) and "number" in letter


def line(kind: str, content: Mapping[str, object], lang: str, names: Mapping[str, str]) -> str | None:
    """What an act came to in one line of words; ``None`` for a kind that the program does not know."""
    if kind not in PARTS:
        return None
    said = []
    for each in PARTS[kind].split():
        key, _, name = each.partition(":")
        said.append(part(name or key, content.get(key), lang, names))
    return "\u3000".join(text for text in said if text)
