"""What an examiner of the synthetic office finds: believable, and always tied to the facts and evidence of the case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from desktop.operations.invented.people import data
from models.casefile.values import CaseFile
from models.cases.values import Kind
from models.decisions.values import Outcome
from models.evidence.values import EvidenceKind
from models.facts.values import Fact
from models.findings.values import FindingDraft, FindingState, Reason
from models.frameworks.values import Criterion

_MOST_CITED = 4
_MOST_NAMED = 3
_LENIENT_SHARE = 0.3
_LONG_GAP_DAYS = 20
_REACHED_ON = (
    "marriage.required_on",
    "residence.work_or_residence_on",
    "recognition.required_on",
    "residence.same_status_on",
    "person.adult_on",
)
_EITHER_WAY = ("points_70_years", "points_80_years")
"""Criteria with two ways: that the years in the present status are not reached closes neither."""
_SHORTEST_LONG_PERIOD = 3
"""Years; until 31 March 2027 three years count as the longest period of stay (ガイドライン1(3)ウ)."""
_NAMES = {"recognition.required_on": "recognition_on", "points.total": "points"}
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
    permanent = file.case.kind is Kind.PERMANENT_RESIDENCE
    said = data("findings")["weighing" if permanent else "weighing_other"]
    if unmet:
        return Judged(drafts, Outcome.REFUSE, said["refuse"])
    mixed = any(reason.text for draft in drafts for reason in draft.reasons)
    return Judged(drafts, Outcome.GRANT, said["grant_mixed" if mixed else "grant_clean"])


def granted(draw: Random, file: CaseFile, outcome: Outcome) -> tuple[str | None, str | None]:
    """The period of stay and the new status that are given, where the kind gives any."""
    if outcome is Outcome.REFUSE or not file.framework.periods:
        return None, None
    period = draw.choice([each.key for each in file.framework.periods][:4])
    return period, data("life")["new_status"][file.case.route] if file.framework.statuses else None


def _find(draw: Random, file: CaseFile, criterion: Criterion) -> FindingDraft:
    """One criterion: what speaks against it is weighed first, then what it rests on is cited."""
    facts = [fact for fact in file.facts_of(criterion) if fact.value is not None]
    lenient = draw.random() < _LENIENT_SHARE
    against = [fact for fact in _against(facts, file) if criterion.key not in _EITHER_WAY or _is_days(fact)]
    hard = [fact for fact in against if _is_severe(fact) and (not lenient or isinstance(fact.value, date))]
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


def _is_days(fact: Fact) -> bool:
    return fact.key.endswith("missing_days")


def _speaks_against(fact: Fact, file: CaseFile) -> bool:
    if fact.key.endswith("missing_days"):
        return isinstance(fact.value, int) and fact.value > 0
    if fact.key in _REACHED_ON:
        return isinstance(fact.value, date) and fact.value > file.seen_on
    if fact.key == "points.total":
        return isinstance(fact.value, int) and fact.value < file.framework.parameter("points_needed", file.case.route)
    if fact.key == "status.period_years" and file.case.kind is Kind.PERMANENT_RESIDENCE:
        return isinstance(fact.value, int) and fact.value < _SHORTEST_LONG_PERIOD
    return fact.adverse and bool(fact.value)


def _told(fact: Fact) -> Mapping[str, Any]:
    told = data("findings")
    chosen: Mapping[str, Any] = told.get(_NAMES.get(fact.key, fact.key.rpartition(".")[2]), told["other"])
    return chosen


def _is_severe(fact: Fact) -> bool:
    return not isinstance(fact.value, int) or fact.value >= _told(fact)["severe_from"]


def _reason(file: CaseFile, criterion: Criterion, fact: Fact, which: str) -> Reason:
    parts = [each for each in file.facts if each.parent == _outside(fact, file)]
    cited = (fact.id, *(each.id for each in parts[: _MOST_CITED - 1]))
    replies = [piece.id for piece in file.evidence if piece.kind is EvidenceKind.STATEMENT and piece.about == "reply"]
    explained = data("findings")["explained"]["reply" if replies else "none"]
    period, number = _in_words([each.key.rpartition(".")[2] for each in parts], fact.value)
    text = _told(fact)[which].format(period=period, number=number, count=fact.value, explained=explained)
    what = fact.key.rpartition(".")[2]
    code = _code(criterion, what) if which == "not_met" else _ground(criterion, "weighed")
    evidence = tuple(dict.fromkeys((*fact.sources[:2], *replies[:1])))
    return Reason(code, cited, evidence, text)


def _in_words(periods: Sequence[str], count: object) -> tuple[str, str]:
    """The months or instalments as an examiner writes them, and how many there are."""
    number = f"{count}期分" if periods and all("/" in each for each in periods) else f"{count}か月分"
    named = [_period(each) for each in sorted(periods)]
    if len(named) > _MOST_NAMED:
        return f"{named[0]}から{named[-1]}までの間", number
    return "、".join(named) or "対象の期間", number


def _period(period: str) -> str:
    year, slash, instalment = period.partition("/")
    if slash:
        return f"{year}年度第{instalment}期"
    year, _, month = period.partition("-")
    return f"{year}年{int(month)}月" if month.isdigit() else period


def _outside(fact: Fact, file: CaseFile) -> str:
    """The fact whose parts tell the months: those of a window hang at the count beyond it."""
    key = fact.key.replace(".window.", ".")
    return next((each.id for each in file.facts if each.key == key), fact.id)


def _codes(criterion: Criterion) -> Mapping[str, str]:
    """The codes that this criterion has for what can be said; criteria of several frameworks go by one name."""
    held = {each.code for each in criterion.grounds} | {each.code for each in criterion.reasons}
    told = [data("findings")[table].get(criterion.key, {}) for table in ("criteria", "criteria_more", "criteria_last")]
    return {what: code for each in told for what, code in each.items() if code in held}


def _code(criterion: Criterion, what: str) -> str:
    return _codes(criterion).get(what, criterion.reasons[0].code)


def _ground(criterion: Criterion, *what: str) -> str | None:
    """The first of these grounds that the criterion has."""
    codes = _codes(criterion)
    first = criterion.grounds[0].code if criterion.grounds else None
    return next((codes[each] for each in (*what, "clean") if each in codes), first)


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
    return Reason(_code(criterion, "low_income"), (cited[0].id,), cited[0].sources[:1], told["not_met"])


def _plain(file: CaseFile, criterion: Criterion, facts: Sequence[Fact]) -> FindingDraft:
    """Nothing speaks against it: met, on the facts shown or on a document asked for; without either it does not apply."""
    told = [fact for fact in facts if fact.parent is None and fact.value != 0] or list(facts)
    cited = tuple(fact.id for fact in told)[:_MOST_CITED]
    kinds = {kind for ask in criterion.evidence for kind in ask.kinds}
    pieces = tuple(piece.id for piece in file.evidence if piece.kind.value in kinds and not piece.superseded_by)[:2]
    if not cited and not pieces:
        why = Reason(text=data("findings")["weighing_other"]["not_applicable"])
        return _draft(file, criterion, FindingState.NOT_APPLICABLE, (why,))
    ground = _ground(criterion, *_shown(file, facts))
    return _draft(file, criterion, _MET, (Reason(ground, cited, () if cited else pieces),))


def _shown(file: CaseFile, facts: Sequence[Fact]) -> list[str]:
    """What the facts show, in the words of the table of grounds, the most particular first."""
    values = {fact.key: fact.value for fact in facts}
    found = [] if facts else ["without_facts"]
    if any(key.endswith(".exempt") and value for key, value in values.items()):
        found.append("exempt")
    if file.case.applicant.current_status.startswith("spouse_"):
        found.append("family")
    gap, years = values.get("employment.longest_gap"), values.get("status.period_years")
    if (isinstance(gap, int) and gap > _LONG_GAP_DAYS) or years == _SHORTEST_LONG_PERIOD:
        found.append("weighed")
    return found


def rests_on_late(file: CaseFile, criterion: str) -> bool:
    """Whether the finding on a criterion cites months that were paid late."""
    found = file.finding(criterion)
    cited = found.cited if found is not None else ()
    return any(".months_late" in each.key for each in cited)
