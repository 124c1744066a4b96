"""What stands against unlike outcomes within a family, and against taking a finding over. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from models.decisions.values import Outcome
from models.errors import Message, Problem, problem
from models.evidence.values import Evidence, EvidenceKind, Obligation
from models.facts.values import Fact
from models.findings.values import Reason
from models.households.values import Family

SHORTEST = 10
"""A distinction of fewer characters says nothing."""
_PERSONAL = frozenset(
    {
        EvidenceKind.APPLICATION,
        EvidenceKind.STATUS,
        EvidenceKind.STAY,
        EvidenceKind.LANGUAGE,
        EvidenceKind.ATTESTATION,
    }
)
"""What is of one person by its nature: their form, status, journeys and language tests are never shared, nor what was attested with
one person's consent."""


def shareable(pieces: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The pieces in force that may hold for a whole family."""
    return tuple(each for each in pieces if each.superseded_by is None and each.kind not in _PERSONAL)


def identity(piece: Evidence) -> tuple[object, ...]:
    """What a shared piece speaks of, the same for every piece that says the same: sharing twice changes nothing."""
    record = piece.record
    return (record.duty.value, record.period) if isinstance(record, Obligation) else (repr(record),)


def differing(family: Family, outcome: Outcome | None) -> Iterator[Problem]:
    """An outcome unlike another's of the family needs a written distinction first."""
    said = {(each.other_case, each.outcome, each.other_outcome) for each in family.distinctions}
    for each in family.others:
        if outcome is None or each.outcome in (None, outcome) or (each.case.id, outcome, each.outcome) in said:
            continue
        theirs = Message(f"households.outcome_{each.outcome.value}")
        yield problem("households.differs", "outcome", other=each.case.id, theirs=theirs)


def carried(
    reason: Reason, ours: Mapping[str, Fact], theirs: Mapping[str, Fact], pieces: Mapping[str, str]
) -> tuple[Reason, tuple[str, ...]]:
    """A reason as it stands in another case of the family, and what it cites that does not hold there: a fact that is not the
    same, a piece of evidence that is not there. ``pieces``: the ids there of the pieces that say the same."""
    facts = [
        each for each in reason.facts if each in ours and each in theirs and ours[each].value == theirs[each].value
    ]
    missing = [each for each in reason.facts if each not in facts]
    missing += [each for each in reason.evidence if each not in pieces]
    kept = tuple(dict.fromkeys(pieces[each] for each in reason.evidence if each in pieces))
    # Places stay behind: a paper is attached to one case, and its pages are looked at there.
    return Reason(reason.code, tuple(facts), kept, reason.text), tuple(missing)
