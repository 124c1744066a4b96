"""Where a finding and what it rests on do not fit together: for a person to look at, nothing is stopped. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import Message, Problem, Severity, problem
from models.facts import conduct, obligations
from models.facts.values import Fact
from models.findings.values import Finding, FindingState, Reason
from models.frameworks.values import Criterion


def doubts(criterion: Criterion, finding: Finding, facts: Sequence[Fact]) -> Iterator[Problem]:
    """A ground for refusal whose facts show nothing of the kind; "met" on facts of which nothing is known."""
    known = {each.id: each for each in facts}
    if finding.finding is FindingState.NOT_MET:
        for reason in finding.reasons:
            yield from _against(criterion, reason, known)
    elif finding.finding is FindingState.MET:
        yield from _empty(criterion, finding, known)


def counts_against(key: str) -> bool:
    """Whether a fact counts what speaks against the applicant (penalties, late or unpaid months …): 0 then speaks for them."""
    group, _, rest = key.partition(".")
    last = rest.rpartition(".")[2]
    return (group == "conduct" and last in conduct.ADVERSE) or (group == "obligations" and last in obligations.ADVERSE)


def _against(criterion: Criterion, reason: Reason, known: Mapping[str, Fact]) -> Iterator[Problem]:
    cited = [known[each] for each in reason.facts if each in known]
    nothing = [each for each in cited if counts_against(each.key) and not each.value]
    # Another fact or a piece of evidence may be what the reason is about.
    if nothing and len(nothing) == len(cited) and not reason.evidence:
        titles = {each.code: each.title for each in criterion.reasons}
        said = {
            "criterion": criterion.title,
            "code": titles.get(reason.code or "", reason.code or "—"),
            "facts": _named(nothing),
        }
        yield Problem(Message("gate.code_against_facts", said), criterion.key, Severity.WARN)


def _empty(criterion: Criterion, finding: Finding, known: Mapping[str, Fact]) -> Iterator[Problem]:
    cited = [known[each] for reason in finding.reasons for each in reason.facts if each in known]
    if cited and all(each.value is None for each in cited) and not any(each.evidence for each in finding.reasons):
        yield problem(
            "gate.met_on_nothing_known", criterion.key, Severity.WARN, criterion=criterion.title, facts=_named(cited)
        )


def _named(facts: Sequence[Fact]) -> str:
    return ", ".join(f"{each.id}: {'—' if each.value is None else each.value}" for each in facts[:6])
