"""What stands against recording a finding. Pure; the sheet asks as a person types, the service asks the same again.

The place of a problem is the field it belongs to: ``finding``, ``reasons[0].code``, ``reasons[0].facts``,
``reasons[0].text``.
"""

from collections.abc import Collection, Iterator, Sequence

from models.attachments.values import Attachment
from models.errors import Message, Problem, problem
from models.evidence import my_number
from models.evidence.characters import unwritable
from models.evidence.values import Evidence
from models.facts.catalogue import matches
from models.facts.values import Fact
from models.findings import places
from models.findings.values import FindingDraft, FindingState, Reason
from models.frameworks.values import Criterion


def problems(
    draft: FindingDraft,
    criterion: Criterion,
    facts: Sequence[Fact],
    evidence: Sequence[Evidence],
    papers: Sequence[Attachment] = (),
) -> tuple[Problem, ...]:
    """All that blocks the finding, in the order of the fields; empty when it can be recorded."""
    known = {each.id for each in facts} | {each.id for each in evidence if each.superseded_by is None}
    return (
        *_of_state(draft, criterion),
        *(each for index, reason in enumerate(draft.reasons) for each in _of_any(reason, index, known)),
        *(each for index, reason in enumerate(draft.reasons) for each in places.problems(reason, index, papers)),
        *beyond(draft.reasons, criterion, evidence),
        *_of_answer(draft, criterion, facts),
    )


def _of_answer(draft: FindingDraft, criterion: Criterion, facts: Sequence[Fact]) -> Iterator[Problem]:
    if draft.finding is FindingState.NOT_MET and criterion.reasons:
        yield from _not_met(draft, criterion)
    elif draft.finding is FindingState.MET:
        yield from _met(draft, criterion, facts)
    elif draft.finding is FindingState.NOT_APPLICABLE and not (_has_text(draft) or _cites(draft)):
        yield problem("gate.not_applicable_why", "reasons[0].text")
    elif draft.finding is FindingState.NEEDS_DOCUMENTS and not _has_text(draft):
        yield problem("gate.which_documents", "reasons[0].text")


def adverse(criterion: Criterion, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The data shown on a criterion that speak against the applicant as such: they ask for words, they decide
    nothing."""
    return tuple(
        each for each in facts if each.adverse and any(matches(each.key, pattern) for pattern in criterion.facts)
    )


def _of_state(draft: FindingDraft, criterion: Criterion) -> Iterator[Problem]:
    if draft.finding in (FindingState.NOT_STARTED, FindingState.IN_PROGRESS):
        yield problem("gate.choose_finding", "finding")
    if draft.finding is FindingState.NOT_MET and not criterion.reasons:
        yield problem("gate.no_pass_or_fail", "finding", criterion=criterion.title)


def _of_any(reason: Reason, index: int, known: Collection[str]) -> Iterator[Problem]:
    """What no reason may hold, whatever the finding: a citation of nothing, a My Number, a character that cannot be kept."""
    for cited in (*reason.facts, *reason.evidence):
        if cited not in known:
            yield problem("gate.unknown_citation", f"reasons[{index}].facts", id=my_number.mask(cited))
    if my_number.find(reason.text):
        yield problem("gate.my_number", f"reasons[{index}].text")
    if character := unwritable(reason.text):
        yield problem("gate.unwritable", f"reasons[{index}].text", character=character)


def beyond(reasons: Sequence[Reason], criterion: Criterion, evidence: Sequence[Evidence]) -> Iterator[Problem]:
    """Pieces that are cited beyond what the applicant consented to: for another purpose, or after the consent ended."""
    uses = {each.id: (each, each.use) for each in evidence if each.use is not None}
    for index, reason in enumerate(reasons):
        for piece, use in (uses[each] for each in reason.evidence if each in uses):
            place = f"reasons[{index}].evidence"
            said: dict[str, object] = {"id": piece.id, "source": piece.source}
            if use.end is not None:
                yield Problem(Message(f"gate.attestation_{use.end.value}", {**said, "day": use.on or "—"}), place)
            elif criterion.key not in use.criteria:
                said |= {"criterion": criterion.title, "purpose": use.purpose}
                yield Problem(Message("gate.attestation_purpose", said), place)


def _not_met(draft: FindingDraft, criterion: Criterion) -> Iterator[Problem]:
    """A code of the list, something it rests on, and how the standard applies: each reason."""
    codes = [each.code for each in criterion.reasons]
    for index, reason in enumerate(draft.reasons or (Reason(),)):
        if reason.code is None:
            yield problem("gate.code_missing", f"reasons[{index}].code")
        elif reason.code not in codes:
            yield problem("gate.code_unknown", f"reasons[{index}].code", name=reason.code, allowed=", ".join(codes))
        if not reason.cites:
            yield problem("gate.rests_on_nothing", f"reasons[{index}].facts")
        if not reason.text.strip():
            yield problem("gate.text_missing", f"reasons[{index}].text")


def _met(draft: FindingDraft, criterion: Criterion, facts: Sequence[Fact]) -> Iterator[Problem]:
    """Something it rests on; words only where data that speak against it are shown."""
    grounds = [each.code for each in criterion.grounds]
    for index, reason in enumerate(draft.reasons):
        if reason.code is not None and reason.code not in grounds:
            allowed = ", ".join(grounds)
            yield problem("gate.ground_unknown", f"reasons[{index}].code", name=reason.code, allowed=allowed)
    if not _cites(draft):
        yield problem("gate.met_rests_on_nothing", "reasons[0].facts")
    shown = adverse(criterion, facts)
    if shown and not _has_text(draft):
        yield problem("gate.adverse_needs_words", "reasons[0].text", facts=", ".join(each.id for each in shown[:5]))


def _has_text(draft: FindingDraft) -> bool:
    return any(reason.text.strip() for reason in draft.reasons)


def _cites(draft: FindingDraft) -> bool:
    return any(reason.cites for reason in draft.reasons)
