"""Between reasons and their JSON. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.facts.shown import canonical
from models.facts.values import Fact
from models.findings.values import CitedFact, Finding, FindingDraft, FindingState, Reason, SavedDraft


def reasons_out(reasons: Sequence[Reason]) -> list[dict[str, object]]:
    """As JSON-able values."""
    return [{"code": r.code, "facts": list(r.facts), "evidence": list(r.evidence), "text": r.text} for r in reasons]


def reasons_in(kept: Sequence[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """Back from JSON values."""
    return tuple(Reason(r["code"], tuple(r["facts"]), tuple(r["evidence"]), r["text"]) for r in kept)


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
        FindingState(row.finding),
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
