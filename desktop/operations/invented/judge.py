"""What an examiner of the synthetic office finds: believable, and always tied to the facts and evidence of the case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from desktop.operations.invented.people import data
from models.casefile.values import CaseFile
from models.decisions.values import Outcome
from models.evidence.values import EvidenceKind
from models.facts.values import Fact
from models.findings.values import FindingDraft, FindingState, Reason
from models.frameworks.values import Criterion

_MOST_CITED = 4
_LENIENT_SHARE = 0.3
_MET, _NOT_MET = FindingState.MET, FindingState.NOT_MET


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings on every criterion, and what follows from them."""

    drafts: tuple[FindingDraft, ...]
    outcome: Outcome
    weighing: str


def judge(draw: Random, file: CaseFile) -> Judged:
    """Find on every criterion that the case's route asks."""
    drafts = tuple(_find(draw, file, criterion) for criterion in file.criteria)
    unmet = {draft.criterion for draft in drafts if draft.finding is _NOT_MET}
    refused = any(criterion.mandatory for criterion in file.criteria if criterion.key in unmet) or len(unmet) > 1
    said = data("findings")["weighing"]
    if refused:
        return Judged(drafts, Outcome.REFUSE, said["refuse"])
    mixed = bool(unmet) or any(reason.text for draft in drafts for reason in draft.reasons)
    return Judged(drafts, Outcome.GRANT, said["grant_mixed" if mixed else "grant_clean"])


def _find(draw: Random, file: CaseFile, criterion: Criterion) -> FindingDraft:
    """One criterion: what speaks against it is weighed first, then what it rests on is cited."""
    facts = [fact for fact in file.facts_of(criterion) if fact.value is not None]
    lenient = draw.random() < _LENIENT_SHARE
    against = _against(facts, file)
    hard = [fact for fact in against if _is_severe(fact) and (fact.unit == "date" or not lenient)]
    if hard and criterion.reasons:
        reasons = tuple(_reason(file, criterion, fact, "not_met") for fact in hard)
        return _draft(file, criterion, _NOT_MET, _one_a_code(reasons))
    if against:
        return _draft(file, criterion, _MET, tuple(_reason(file, criterion, fact, "met") for fact in against[:2]))
    if _is_poor(facts) and not lenient and criterion.reasons:
        return _draft(file, criterion, _NOT_MET, (_poor(criterion, facts),))
    return _plain(file, criterion, facts)


def _draft(file: CaseFile, criterion: Criterion, state: FindingState, reasons: tuple[Reason, ...]) -> FindingDraft:
    found = file.finding(criterion.key)
    return FindingDraft(file.case.id, criterion.key, state, reasons, found.revision if found else 0)


def _against(facts: Sequence[Fact], file: CaseFile) -> list[Fact]:
    """Facts that speak against the applicant. Where the window's count is shown, the count beyond it is left aside."""
    found = [fact for fact in facts if fact.parent is None and _speaks_against(fact, file)]
    windowed = {fact.key.replace(".window.", ".") for fact in found if ".window." in fact.key}
    return [fact for fact in found if fact.key not in windowed]


def _speaks_against(fact: Fact, file: CaseFile) -> bool:
    if fact.key.endswith("missing_days"):
        return isinstance(fact.value, int) and fact.value > 0
    if fact.key == "marriage.required_on":
        return str(fact.value) > file.seen_on.isoformat()
    return fact.adverse and bool(fact.value)


def _told(fact: Fact) -> Mapping[str, Any]:
    told = data("findings")
    chosen: Mapping[str, Any] = told.get(fact.key.rpartition(".")[2], told["other"])
    return chosen


def _is_severe(fact: Fact) -> bool:
    return not isinstance(fact.value, int) or fact.value >= _told(fact)["severe_from"]


def _reason(file: CaseFile, criterion: Criterion, fact: Fact, which: str) -> Reason:
    parts = [each for each in file.facts if each.parent == _outside(fact, file)]
    cited = (fact.id, *(each.id for each in parts[: _MOST_CITED - 1]))
    replies = [piece.id for piece in file.evidence if piece.kind is EvidenceKind.STATEMENT and piece.about == "reply"]
    periods = "、".join(sorted(each.key.rpartition(".")[2] for each in parts)[:6]) or "この期間"
    explained = data("findings")["explained"]["reply" if replies else "none"]
    text = _told(fact)[which].format(period=periods, count=fact.value, explained=explained)
    code = _code(criterion, _told(fact)["codes"]) if which == "not_met" else _ground(criterion)
    evidence = tuple(dict.fromkeys((*fact.sources[:2], *replies[:1])))
    return Reason(code, cited, evidence, text)


def _outside(fact: Fact, file: CaseFile) -> str:
    """The fact whose parts tell the months: those of a window hang at the count beyond it."""
    key = fact.key.replace(".window.", ".")
    return next((each.id for each in file.facts if each.key == key), fact.id)


def _code(criterion: Criterion, words: Sequence[str]) -> str:
    """The reason code whose title fits best."""
    hits = [(sum(word in reason.title.in_("ja") for word in words), -n) for n, reason in enumerate(criterion.reasons)]
    return criterion.reasons[-max(hits)[1]].code


def _ground(criterion: Criterion) -> str | None:
    return criterion.grounds[0].code if criterion.grounds else None


def _one_a_code(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Reasons under the same code become one, with all that they cite."""
    merged: dict[str | None, Reason] = {}
    for reason in reasons:
        had = merged.get(reason.code)
        merged[reason.code] = reason if had is None else Reason(
            reason.code, (*had.facts, *reason.facts), tuple(dict.fromkeys((*had.evidence, *reason.evidence))),
            had.text + "\n" + reason.text,
        )  # fmt: skip
    return tuple(merged.values())


def _is_poor(facts: Sequence[Fact]) -> bool:
    low = data("findings")["income"]["low_below"]
    return any(fact.key == "income.latest" and isinstance(fact.value, int) and fact.value < low for fact in facts)


def _poor(criterion: Criterion, facts: Sequence[Fact]) -> Reason:
    told = data("findings")["income"]
    cited = [fact for fact in facts if fact.key == "income.latest"]
    return Reason(_code(criterion, told["codes"]), (cited[0].id,), cited[0].sources[:1], told["not_met"])


def _plain(file: CaseFile, criterion: Criterion, facts: Sequence[Fact]) -> FindingDraft:
    """Nothing speaks against it: met, on the facts shown or on a document asked for; without either it does not apply."""
    cited = tuple(fact.id for fact in facts if fact.parent is None)[:_MOST_CITED]
    kinds = {kind for ask in criterion.evidence for kind in ask.kinds}
    pieces = tuple(piece.id for piece in file.evidence if piece.kind.value in kinds and not piece.superseded_by)[:2]
    if cited or pieces:
        return _draft(file, criterion, _MET, (Reason(_ground(criterion), cited, pieces if not cited else ()),))
    if criterion.mandatory:
        return _draft(file, criterion, _MET, (Reason(_ground(criterion), (), ("E1",)),))
    return _draft(file, criterion, FindingState.NOT_APPLICABLE, ())
