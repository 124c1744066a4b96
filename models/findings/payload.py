"""The file that ``assess`` takes, read strictly: every refusal names its place (``cases[0].findings[2]``). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.errors import BadInput
from models.evidence.values import Evidence
from models.facts.values import Fact
from models.findings.values import FindingDraft, FindingState, Place, Reason

_RECORDABLE = tuple(
    state for state in FindingState if state not in (FindingState.NOT_STARTED, FindingState.IN_PROGRESS)
)


@dataclass(frozen=True, slots=True)
class Given:
    """A finding as the file gives it; facts may be named by id or by key. ``unasked``: why the linked data that it rests on
    are not put to the applicant."""

    place: str
    criterion: str
    finding: FindingState
    reasons: tuple[Reason, ...]
    unasked: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The findings that the file gives for one case."""

    case: str
    findings: tuple[Given, ...]


def read(payload: Mapping[str, object]) -> tuple[Assessment, ...]:
    """Read the whole file. Raises ``BadInput``."""
    _only(payload, "", {"cases"})
    return tuple(_case(each, f"cases[{at}]") for at, each in enumerate(_list(payload, "cases", "")))


def resolve(case: str, given: Given, facts: Sequence[Fact], evidence: Sequence[Evidence]) -> FindingDraft:
    """The draft, its facts by id. Raises ``BadInput`` for a fact or a piece of evidence that the case does not have."""
    ids = {each.key: each.id for each in facts} | {each.id: each.id for each in facts}
    pieces = {each.id for each in evidence}
    reasons = []
    for at, reason in enumerate(given.reasons):
        place = f"{given.place}.reasons[{at}]"
        for n, fact in enumerate(reason.facts):
            if fact not in ids:
                raise BadInput("findings.assess_fact", place=f"{place}.facts[{n}]", fact=fact, case=case)
        for n, piece in enumerate(reason.evidence):
            if piece not in pieces:
                raise BadInput("findings.assess_evidence", place=f"{place}.evidence[{n}]", evidence=piece, case=case)
        cited = tuple(dict.fromkeys((*reason.evidence, *(each.evidence for each in reason.places))))
        facts_cited = tuple(ids[fact] for fact in reason.facts)
        reasons.append(Reason(reason.code, facts_cited, cited, reason.text, reason.places))
    return FindingDraft(case, given.criterion, given.finding, tuple(reasons))


def _case(value: object, place: str) -> Assessment:
    said = _object(value, place)
    _only(said, place, {"case", "findings"})
    findings = _list(said, "findings", place)
    return Assessment(
        _text(said, "case", place), tuple(_finding(each, f"{place}.findings[{at}]") for at, each in enumerate(findings))
    )


def _finding(value: object, place: str) -> Given:
    said = _object(value, place)
    _only(said, place, {"criterion", "finding", "reasons", "unasked"})
    state = _text(said, "finding", place)
    if state not in [each.value for each in _RECORDABLE]:
        words = ", ".join(each.value for each in _RECORDABLE)
        raise BadInput("findings.assess_state", place=f"{place}.finding", value=state, words=words)
    reasons = _list(said, "reasons", place) if "reasons" in said else []
    return Given(
        place,
        _text(said, "criterion", place),
        FindingState(state),
        tuple(_reason(each, f"{place}.reasons[{at}]") for at, each in enumerate(reasons)),
        _text(said, "unasked", place) if said.get("unasked") is not None else "",
    )


def _reason(value: object, place: str) -> Reason:
    said = _object(value, place)
    _only(said, place, {"code", "facts", "evidence", "text", "places"})
    code = said.get("code")
    return Reason(
        None if code in (None, "") else _text(said, "code", place),
        _texts(said, "facts", place),
        _texts(said, "evidence", place),
        _text(said, "text", place) if said.get("text") is not None else "",
        _places(said, place),
    )


def _places(said: Mapping[str, Any], place: str) -> tuple[Place, ...]:
    """Places in attached papers; the evidence that one names is cited by it."""
    listed = _list(said, "places", place) if said.get("places") is not None else []
    return tuple(_place(each, f"{_at(place, 'places')}[{at}]") for at, each in enumerate(listed))


def _place(value: object, place: str) -> Place:
    said = _object(value, place)
    _only(said, place, {"evidence", "page", "region"})
    page, region = said.get("page"), said.get("region")
    if not _whole(page):
        raise BadInput("findings.assess_number", place=_at(place, "page"))
    if region is not None and not (isinstance(region, list) and len(region) == 4 and all(map(_whole, region))):
        raise BadInput("findings.assess_region", place=_at(place, "region"))
    return Place(_text(said, "evidence", place), int(str(page)), tuple(region) if region else None)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _object(value: object, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise BadInput("findings.assess_object", place=place)
    return value


def _list(said: Mapping[str, Any], name: str, place: str) -> Sequence[object]:
    value = said.get(name)
    if not isinstance(value, list):
        raise BadInput("findings.assess_list", place=_at(place, name))
    return value


def _text(said: Mapping[str, Any], name: str, place: str) -> str:
    value = said.get(name)
    if not isinstance(value, str):
        raise BadInput("findings.assess_text", place=_at(place, name))
    return value


def _texts(said: Mapping[str, Any], name: str, place: str) -> tuple[str, ...]:
    if said.get(name) is None:
        return ()
    values = _list(said, name, place)
    for at, value in enumerate(values):
        if not isinstance(value, str):
            raise BadInput("findings.assess_text", place=f"{_at(place, name)}[{at}]")
    return tuple(str(value) for value in values)


def _only(said: object, place: str, names: set[str]) -> None:
    unknown = sorted(set(_object(said, place or "file")) - names)
    if unknown:
        raise BadInput("findings.assess_unknown", place=_at(place, unknown[0]), names=", ".join(sorted(names)))


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
