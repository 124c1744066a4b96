"""What is typed of an attestation or an order of data, as frozen values with what stands in the way. Plain Python; no Qt."""

from collections.abc import Mapping
from datetime import date, timedelta

from models.attestations import rules as attestations
from models.attestations.values import Attestation, NewAttestation
from models.casefile.values import CaseFile
from models.dates.parse import parse_date
from models.errors import BadInput, Message, Problem
from models.people.rules import may
from models.people.values import Actor, Permission
from models.provisions import rules as provisions
from models.provisions.values import Order

SAID = "said."
"""Before the name of a field of the attester's own form."""
_DAYS = ("stated_on", "until", "consent_on")


def attested(
    case: str, kind: str, typed: Mapping[str, str], criteria: tuple[str, ...]
) -> tuple[NewAttestation | None, tuple[Problem, ...]]:
    """The attestation as typed, or which days cannot be read."""
    days, wrong = dict[str, date | None](), []
    for name in _DAYS:
        try:
            days[name] = parse_date(typed[name]) if typed[name].strip() else None
        except BadInput as error:
            wrong.append(Problem(error.message, name))
    wrong += [
        Problem(Message("attestations.no_day"), name) for name in ("stated_on", "consent_on") if not typed[name].strip()
    ]
    stated, consent = days.get("stated_on"), days.get("consent_on")
    if wrong or stated is None or consent is None:
        return None, tuple(wrong)
    said = {name.removeprefix(SAID): text for name, text in typed.items() if name.startswith(SAID) and text.strip()}
    new = NewAttestation(
        case, kind, typed["name"], stated, days["until"], typed["purpose"], criteria, consent, typed["consent_how"], said,
        typed["text"],
    )  # fmt: skip
    return new, ()


def problems(new: NewAttestation, file: CaseFile, today: date) -> tuple[Problem, ...]:
    """What stands against keeping it."""
    return attestations.problems(new, [each.key for each in file.criteria], today)


def may_attest(actor: Actor, file: CaseFile) -> bool:
    """Whether this person may take an attestation in now."""
    return file.takes_attestations and may(actor.role, Permission.IMPORT)


def may_withdraw(actor: Actor, chosen: Attestation | None) -> bool:
    """Whether this person may note that a consent was withdrawn."""
    return chosen is not None and chosen.withdrawn_on is None and may(actor.role, Permission.IMPORT)


def state(each: Attestation, lang: str) -> str:
    """``counts``, ``consent withdrawn 1 July 2026``, ``replaced by E13`` …"""
    if each.end is None and each.superseded_by is not None:
        return Message("attestations.state_superseded", {"evidence": each.superseded_by}).text(lang)
    if each.end is None:
        return Message("attestations.state_ok").text(lang)
    return Message(f"attestations.state_{each.end.value}", {"day": each.withdrawn_on or each.until or "—"}).text(lang)


def resting_on(file: CaseFile, evidence: str) -> tuple[str, ...]:
    """The criteria whose findings cite a piece."""
    return tuple(
        each.criterion for each in file.findings if any(evidence in reason.evidence for reason in each.reasons)
    )


def order(typed: Mapping[str, str], again: bool, today: date) -> tuple[Order | None, tuple[Problem, ...]]:
    """The order as typed, with what stands against it."""
    try:
        made = Order(
            typed["institution"], typed["recipient"], parse_date(typed["from"]), parse_date(typed["to"]), again
        )
    except BadInput as error:
        return None, (Problem(error.message, "from"),)
    return made, tuple(provisions.problems(made, today))


def last_month(today: date) -> tuple[date, date]:
    """The first and last day of the month before: what is usually sent."""
    end = today.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end
