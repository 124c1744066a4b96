"""The supervisor's choices as values: what stands in which order, what may be done, and why not. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.casefile.labels import code_words
from desktop.casefile.words import evidence_id, fact_id, say, title
from models.authority import rules as authority
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions.values import DecisionDraft, Paper
from models.findings.values import Finding, FindingState
from models.letters.values import Letter, Paragraph, Sentence, Table
from models.likecases import rules as likecases
from models.likecases.values import Comparison
from models.people.rules import may
from models.people.values import Actor, Permission

ORDER = (
    FindingState.NOT_MET,
    FindingState.NEEDS_DOCUMENTS,
    FindingState.IN_PROGRESS,
    FindingState.NOT_STARTED,
    FindingState.MET,
    FindingState.NOT_APPLICABLE,
)
"""What needs a look comes first."""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One finding in the supervisor's list; ``comparison``: what its examiner was shown of like cases; ``note``: that the finding
    differs from most of them."""

    key: str
    title: str
    state: FindingState
    code: str
    finding: Finding | None
    comparison: Comparison | None = None
    note: str = ""


class CountersignForm:
    """What this person may do with the proposal, and the comments written so far."""

    def __init__(self, file: CaseFile, actor: Actor, lang: str) -> None:
        self.file, self.actor, self.lang = file, actor, lang
        self.letter: Letter | None = None
        self._begin()

    def _begin(self) -> None:
        """What this person kept for the round, or nothing."""
        back, edit = (
            self.file.paper(paper, self.actor.login, self.file.case.round) for paper in (Paper.RETURN, Paper.EDIT)
        )
        self.comments: dict[str, str] = dict(back.draft.criteria) if back else {}
        self.comment = back.draft.text if back else ""
        self.weighing: str | None = edit.draft.text if edit else None
        self.kept = back

    def follow(self, file: CaseFile) -> None:
        """The case was read anew; what was written stays, unless another round began."""
        before, self.file = self.file, file
        if file.case.round != before.case.round:
            self._begin()

    def draft_return(self) -> DecisionDraft:
        """The comments, to be kept until the proposal is returned."""
        case = self.file.case
        return DecisionDraft(case.id, Paper.RETURN, case.round, self.comment, None, tuple(self.comments.items()))

    def draft_edit(self) -> DecisionDraft:
        """The edited weighing, to be kept until it is recorded."""
        case = self.file.case
        return DecisionDraft(case.id, Paper.EDIT, case.round, self.weighing or "")

    @property
    def may_edit(self) -> bool:
        """Whether the weighing can be edited before signing."""
        return not self.not_mine

    def groups(self) -> tuple[tuple[FindingState, tuple[FindingEntry, ...]], ...]:
        """The findings by state, not met first, in the framework's order."""
        found = []
        for state in ORDER:
            entries = tuple(
                self._entry(each.key) for each in self.file.criteria if self.file.state_of(each.key) is state
            )
            if entries:
                found.append((state, entries))
        return tuple(found)

    def _entry(self, key: str) -> FindingEntry:
        criterion, found = self.file.framework.criterion(key), self.file.finding(key)
        code = found.reasons[0].code if found and found.reasons else None
        name = title(criterion.title, self.lang)
        seen = likecases.in_force(self.file.comparisons, found) if found else None
        note = say("like.unlike", self.lang) if seen and seen.differs else ""
        words = code_words(criterion, code, self.lang)
        return FindingEntry(key, name, self.file.state_of(key), words, found, seen, note)

    def note(self, key: str) -> str:
        """What the list says of a finding beside its name."""
        return self._entry(key).note

    def first(self) -> str:
        """The criterion to begin with."""
        groups = self.groups()
        return groups[0][1][0].key if groups else ""

    @property
    def own(self) -> bool:
        """Whether the proposal is this person's own."""
        return self.file.proposal is not None and self.file.proposal.by == self.actor.login

    @property
    def why_not(self) -> str:
        """Why neither signing nor returning is possible; empty when both are."""
        if self.file.case.state is not State.PROPOSED:
            return say(f"decision.{self.file.case.state.value}", self.lang)
        if self.own:
            return say("decision.own", self.lang)
        if not may(self.actor.role, Permission.COUNTERSIGN):
            return say("decision.role", self.lang)
        return ""

    @property
    def due(self) -> str:
        """Whose signature is due, where there is more than one or it is for somebody; empty otherwise."""
        pending = self.file.pending
        if pending is None or (len(pending.line.steps) == 1 and not pending.due.people):
            return ""
        return authority.waits_for(pending).text(self.lang)

    @property
    def not_mine(self) -> str:
        """Why the signature that is due is not this person's; empty when it is."""
        pending = self.file.pending
        if self.why_not or pending is None:
            return self.why_not
        if not authority.may_sign(pending.due, self.actor.login) or self.actor.login in {s.by for s in pending.done}:
            return self.due
        return ""

    @property
    def deputy(self) -> bool:
        """Whether this person would sign in somebody's place, and so must say why."""
        return self.file.pending is not None and authority.as_deputy(self.file.pending.due, self.actor.login)

    @property
    def may_sign(self) -> bool:
        """Whether signing is possible: only with the letter in view."""
        return not self.not_mine and self.letter is not None

    @property
    def may_return(self) -> bool:
        """Whether returning is possible."""
        return not self.why_not and may(self.actor.role, Permission.RETURN)

    @property
    def may_send_back(self) -> bool:
        """Whether the case can be returned: also between the signature and the issue, when something changed since."""
        waits = self.file.case.state is State.COUNTERSIGNED
        return self.may_return or (waits and may(self.actor.role, Permission.RETURN))

    @property
    def may_issue(self) -> bool:
        """Whether the letter can be issued now."""
        return self.file.case.state is State.COUNTERSIGNED and may(self.actor.role, Permission.ISSUE)

    def set_comment(self, key: str, text: str) -> None:
        """A comment on a criterion; an empty one is none."""
        if text.strip():
            self.comments[key] = text
        else:
            self.comments.pop(key, None)

    def criteria_comments(self) -> tuple[tuple[str, str], ...]:
        """The comments in the framework's order."""
        return tuple((each.key, self.comments[each.key]) for each in self.file.criteria if each.key in self.comments)

    def bound(self) -> tuple[int, int]:
        """How many sentences of the letter are bound to the wording, or are a person's recorded text, of how many."""
        found = list(sentences(self.letter)) if self.letter else []
        return sum(bool(s.pattern or s.free) for s in found), len(found)

    def sentence_ids(self, criterion: str) -> frozenset[str]:
        """The sentences that stand on a criterion."""
        return (
            frozenset(s.id for s in sentences(self.letter) if s.criterion == criterion) if self.letter else frozenset()
        )

    def criterion_of(self, sentence: str) -> str:
        """The criterion that a sentence stands on, or nothing."""
        for each in sentences(self.letter) if self.letter else ():
            if each.id == sentence:
                return each.criterion or ""
        return ""

    def stands_on(self, sentence: str) -> tuple[str, ...]:
        """The facts and evidence of a sentence."""
        for each in sentences(self.letter) if self.letter else ():
            if each.id == sentence:
                return (*each.facts, *each.evidence)
        return ()

    def names_of(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Facts, documents and statements as people see them, each once."""
        named = []
        for each in ids:
            piece = self.file.piece(each)
            named.append(evidence_id(piece, self.file, self.lang) if piece else fact_id(each, self.lang))
        return tuple(dict.fromkeys(named))


def sentences(letter: Letter) -> Iterator[Sentence]:
    """Every sentence of a letter in reading order."""
    first = letter.first
    if first is not None:
        yield first.outcome
        yield from first.lead
        yield from first.unchanged
        for unmet in first.unmet:
            yield from unmet.deciding
        if first.met_line:
            yield first.met_line
        yield first.basis
        for box in first.boxes:
            yield from box.sentences
    for block in letter.blocks:
        if isinstance(block, Paragraph):
            yield from block.sentences
        elif isinstance(block, Table):
            yield from (cell.sentence for row in block.rows for cell in row)
