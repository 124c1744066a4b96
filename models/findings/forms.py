"""Between reasons and their JSON. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.facts.shown import canonical
from models.facts.values import Fact
from models.findings.values import CitedFact, Finding, FindingDraft, FindingState, Place, Reason, SavedDraft

_STATES = {each.value: each for each in FindingState}


def reasons_out(reasons: Sequence[Reason]) -> list[dict[str, object]]:
    """As JSON-able values."""
    return [
        {"code": r.code, "facts": list(r.facts), "evidence": list(r.evidence), "text": r.text}
        | ({"places": [place_out(each) for each in r.places]} if r.places else {})
        for r in reasons
    ]


def place_out(place: Place) -> dict[str, object]:
    """As JSON-able values."""
    region = list(place.region) if place.region else None
    return {"evidence": place.evidence, "page": place.page, "region": region, "sha256": place.sha256}


def place_in(kept: Mapping[str, Any]) -> Place:
    """Back from JSON values."""
    region = kept.get("region")
    return Place(kept["evidence"], kept["page"], tuple(region) if region else None, kept.get("sha256") or "")


def reasons_in(kept: Sequence[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """Back from JSON values."""
    return tuple(
        [
            Reason(
                r["code"], tuple(r["facts"]), tuple(r["evidence"]), r["text"], tuple(map(place_in, r.get("places", ())))
            )
            for r in kept
        ]
    )


def cited(reasons: Sequence[Reason], facts: Sequence[Fact]) -> tuple[CitedFact, ...]:
    """The facts that the reasons rest on, as they stand now."""
    wanted = {each for reason in reasons for each in reason.facts}
    return tuple(CitedFact(f.id, f.key, canonical(f.value)) for f in facts if f.id in wanted)


def cited_out(facts: Sequence[CitedFact]) -> list[list[str]]:
    """As JSON-able values."""
    return [[each.id, each.key, each.value] for each in facts]


def finding(row: Any) -> Finding:
    """A row as a value."""
    return Finding(
        row.case_id,
        row.criterion,
        _STATES.get(row.finding) or FindingState(row.finding),
        reasons_in(row.reasons),
        row.revision,
        row.by,
        row.at,
        row.seq,
        row.framework_version,
        tuple(CitedFact(*each) for each in row.cited),
    )


def saved_draft(row: Any) -> SavedDraft:
    """A row as a value."""
    draft = FindingDraft(row.case_id, row.criterion, FindingState(row.finding), reasons_in(row.reasons), row.base)
    return SavedDraft(draft, row.by, row.at, row.saving)
