"""The criterion sheet as a form: what is chosen, cited and written, and what stands against recording it. No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from models.errors import Problem, Severity
from models.findings.values import Finding, FindingDraft, FindingState, Place, Reason, SavedDraft
from models.frameworks.values import Criterion, Ground, ReasonCode

CHOICES = (FindingState.MET, FindingState.NOT_MET, FindingState.NEEDS_DOCUMENTS, FindingState.NOT_APPLICABLE)
"""The findings a person can choose, in the order of Alt+1 to Alt+4."""

Rules = Callable[[FindingDraft], tuple[Problem, ...]]
"""Asks ``models.findings.rules``; the service asks the same rules again."""


@dataclass(frozen=True, slots=True)
class Cite:
    """What one cite box stands for: one fact, or the rows of a document that bear on the criterion."""

    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    place: Place | None = None
    """Where in the paper that ``evidence`` names, when it is one place in it."""


class SheetForm:
    """One criterion's sheet: begins empty, from a draft or from a recorded finding; never pre-filled by the program."""

    def __init__(
        self,
        case: str,
        criterion: Criterion,
        rules: Rules,
        found: Finding | None = None,
        saved: SavedDraft | None = None,
    ) -> None:
        self.case, self.criterion, self._rules = case, criterion, rules
        self.found = found
        self.finding = FindingState.NOT_STARTED
        self.reasons: tuple[Reason, ...] = (Reason(),)
        self.active = 0
        self.base = found.revision if found else 0
        self.folded = found is not None and saved is None
        self._codes: dict[tuple[FindingState, int], str | None] = {}
        if found is not None:
            self._take(found.finding, found.reasons)
        if saved is not None:
            self._take(saved.draft.finding, saved.draft.reasons)
            self.base = saved.draft.base

    def _take(self, finding: FindingState, reasons: tuple[Reason, ...]) -> None:
        self.finding, self.reasons, self.active = finding, reasons or (Reason(),), 0

    def reopen(self) -> None:
        """取り消して直す: the recorded finding becomes the text to work on; recording it again makes a new revision."""
        if self.found is not None:
            self._take(self.found.finding, self.found.reasons)
            self.base, self.folded = self.found.revision, False

    def choose(self, finding: FindingState) -> None:
        """Chooses a finding. Texts and citations stay; a code is remembered for the finding it belongs to."""
        if finding is self.finding:
            return
        for index, reason in enumerate(self.reasons):
            self._codes[self.finding, index] = reason.code
        self.reasons = tuple(
            replace(reason, code=self._codes.get((finding, index))) for index, reason in enumerate(self.reasons)
        )
        self.finding = finding

    def clear(self) -> None:
        """Alt+0: no finding chosen; what was written stays."""
        self.choose(FindingState.IN_PROGRESS if self.written else FindingState.NOT_STARTED)

    @property
    def chosen(self) -> bool:
        """Whether a person has chosen a finding."""
        return self.finding in CHOICES

    @property
    def written(self) -> bool:
        """Whether anything stands in the sheet besides the choice."""
        return any(reason.text or reason.code or reason.cites for reason in self.reasons)

    @property
    def codes(self) -> tuple[ReasonCode | Ground, ...]:
        """What the code field offers for the chosen finding: reason codes, or grounds of "met"."""
        if self.finding is FindingState.NOT_MET:
            return self.criterion.reasons
        return self.criterion.grounds if self.finding is FindingState.MET else ()

    @property
    def asks_text(self) -> bool:
        """Whether the sheet shows the text field at all."""
        return self.chosen

    def add_reason(self) -> None:
        """A further reason, which becomes the one that is worked on."""
        self.reasons = (*self.reasons, Reason())
        self.active = len(self.reasons) - 1

    def remove_reason(self, index: int) -> None:
        """Takes a reason away; one always stays."""
        rest = tuple(reason for at, reason in enumerate(self.reasons) if at != index)
        self.reasons = rest or (Reason(),)
        self.active = min(self.active, len(self.reasons) - 1)

    def set_code(self, index: int, code: str | None) -> None:
        """The reason code (or ground) of a reason."""
        self._change(index, replace(self.reasons[index], code=code or None))

    def set_text(self, index: int, text: str) -> None:
        """How the standard applies, in the examiner's words; kept exactly as typed."""
        self._change(index, replace(self.reasons[index], text=text))
        if self.finding is FindingState.NOT_STARTED and text:
            self.finding = FindingState.IN_PROGRESS

    def _change(self, index: int, reason: Reason) -> None:
        self.reasons = tuple(reason if at == index else each for at, each in enumerate(self.reasons))

    def cites(self, cite: Cite, index: int | None = None) -> bool:
        """Whether a reason (the active one) rests on all that the box stands for."""
        reason = self.reasons[self.active if index is None else index]
        return (
            bool(cite.facts or cite.evidence)
            and set(cite.facts) <= set(reason.facts)
            and set(cite.evidence) <= set(reason.evidence)
            and (cite.place is None or cite.place in reason.places)
        )

    def toggle(self, cite: Cite) -> bool:
        """Ticks or clears a cite box for the active reason; returns whether it is ticked now."""
        ticked = not self.cites(cite)
        self.set_cite(cite, ticked, self.active)
        return ticked

    def set_cite(self, cite: Cite, ticked: bool, index: int) -> None:
        """Ticks or clears what a box or chip stands for."""
        reason = self.reasons[index]
        change = _with if ticked else _without
        facts, evidence = change(reason.facts, cite.facts), change(reason.evidence, cite.evidence)
        places = _places(reason, cite, ticked)
        if cite.place is not None and any(each.evidence == cite.place.evidence for each in places):
            evidence = _with(reason.evidence, cite.evidence)  # other places of the paper are still cited
        self._change(index, replace(reason, facts=facts, evidence=evidence, places=places))
        if self.finding is FindingState.NOT_STARTED:
            self.finding = FindingState.IN_PROGRESS

    def draft(self) -> FindingDraft:
        """What stands in the sheet, as it would be saved or recorded."""
        reasons = self.reasons if self.written else ()
        return FindingDraft(self.case, self.criterion.key, self.finding, reasons, self.base)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to save."""
        return not self.chosen and not self.written

    def problems(self) -> tuple[Problem, ...]:
        """What stands against recording, in the order of the fields; empty in a folded sheet."""
        if self.folded:
            return ()
        found = tuple(p for p in self._rules(self.draft()) if p.severity is Severity.BLOCK)
        return tuple(sorted(found, key=lambda each: _order(each.place)))

    def warnings(self) -> tuple[Problem, ...]:
        """What the person should look at; nothing here stops recording."""
        if self.folded or not self.chosen:
            return ()
        return tuple(p for p in self._rules(self.draft()) if p.severity is Severity.WARN)

    @property
    def may_record(self) -> bool:
        """Whether the primary button is enabled."""
        return self.chosen and not self.folded and not self.problems()

    def recorded(self, found: Finding) -> None:
        """The finding has been recorded: the sheet folds."""
        self.found, self.base, self.folded = found, found.revision, True
        self._take(found.finding, found.reasons)


def _places(reason: Reason, cite: Cite, ticked: bool) -> tuple[Place, ...]:
    """The places after a tick: with one, without one, or without all of a paper that is no longer cited."""
    if cite.place is not None:
        rest = tuple(each for each in reason.places if each != cite.place)
        return (*rest, cite.place) if ticked else rest
    return reason.places if ticked else tuple(each for each in reason.places if each.evidence not in cite.evidence)


def field_of(place: str) -> tuple[int, str]:
    """The field a problem belongs to: the reason's index and ``code``, ``cites``, ``text`` or ``finding``."""
    head, _, field = place.partition(".")
    if not head.startswith("reasons["):
        return (0, "text" if head == "text" else "finding")
    index = int(head.removeprefix("reasons[").rstrip("]") or 0)
    return (index, {"facts": "cites", "evidence": "cites", "": "code"}.get(field, field))


def _order(place: str) -> tuple[int, int]:
    index, field = field_of(place)
    order = ("finding", "code", "cites", "text")
    return (-1 if field == "finding" else index, order.index(field) if field in order else len(order))


def _with(old: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *more)))


def _without(old: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    leave = set(gone)
    return tuple(each for each in old if each not in leave)
