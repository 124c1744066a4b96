"""A letter that is being worded, as values: which sentence is chosen, what is written, what stands against it. No Qt."""

from dataclasses import dataclass

from desktop.casefile import hints, standing
from desktop.casefile.hints import Hints
from desktop.casefile.words import say, title
from desktop.operations import lettering
from desktop.operations.lettering import Sheet
from models.casefile.values import CaseFile
from models.cases.values import State
from models.errors import Problem, Severity
from models.findings.values import FindingState
from models.letters.rewording.rules import Fault
from models.letters.rewording.values import WordingDraft
from models.people.rules import may
from models.people.values import Actor, Permission
from resources.letters import EASY, readings


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding at the left: how many problems its sentences have, how many were worded."""

    key: str
    title: str
    state: FindingState
    blocks: int
    worded: int


@dataclass(frozen=True, slots=True)
class Undo:
    """A wording as it was before an act: empty is the standard wording."""

    sentence: str
    text: str


class LetteringForm:
    """The sheet and what the person does with it. Texts are as a person types them."""

    def __init__(self, sheet: Sheet, actor: Actor, lang: str) -> None:
        self.sheet, self.actor, self.lang = sheet, actor, lang
        self.chosen = ""
        self.text = ""
        self.undone: list[Undo] = []
        self._typed: dict[str, str] = {}

    def follow(self, sheet: Sheet) -> None:
        """The letter was read anew; the sentence that is worked on stays."""
        self.sheet = sheet

    @property
    def language(self) -> str:
        """The language of the letter."""
        return self.sheet.letter.language

    @property
    def why_not(self) -> str:
        """Why nothing can be worded now; empty when it can."""
        return why_not(self.sheet.file, self.actor, self.lang)

    # ---- the chosen sentence
    def choose(self, sid: str) -> bool:
        """Take a sentence to be worded; whether it may be."""
        if self.why_not or not self.sheet.may_reword(sid):
            return False
        self.chosen = sid
        kept = self._typed.get(sid, self.sheet.draft(sid, self.actor.login))
        self.text = kept if kept is not None else self.standing
        return True

    def write(self, text: str) -> None:
        """The chosen sentence as it is typed now; it stays here until the letter says it."""
        self.text = self._typed[self.chosen] = text

    def done(self, sid: str) -> None:
        """The letter says it now, or the standard wording is back."""
        self._typed.pop(sid, None)
        self.chosen = ""

    @property
    def standing(self) -> str:
        """The chosen sentence as the letter has it, as a person types it; nothing where it waits for its translation. In easy
        Japanese a person's own words stand there, to be given their readings."""
        found = self.sheet.sentence(self.chosen)
        if self.is_translation and not self.is_worded and not self.is_easy:
            return ""
        return lettering.typed(found.text, self.language) if found else ""

    @property
    def standard(self) -> str:
        """The chosen sentence in its standard wording, as a person types it."""
        found = self.sheet.original(self.chosen)
        return lettering.typed(found.text, self.language) if found else ""

    @property
    def is_translation(self) -> bool:
        """Whether the chosen sentence is a person's own text that is translated."""
        found = self.sheet.original(self.chosen)
        return found is not None and found.free

    @property
    def is_easy(self) -> bool:
        """Whether readings are typed behind the words."""
        return self.language == EASY

    @property
    def reader_sees(self) -> str:
        """In easy Japanese the line without the readings, where it is not the recorded text; otherwise nothing."""
        found = lettering.seen(self.text) if self.is_easy and self.is_translation else ""
        return found if found != self.standard else ""

    @property
    def is_worded(self) -> bool:
        """Whether the letter has other words than the standard ones for it."""
        found = self.sheet.sentence(self.chosen)
        return found is not None and bool(found.standard)

    def faults(self) -> tuple[Fault, ...]:
        """What blocks the text as it is typed; nothing while it is what stands there already."""
        return () if self.text == self.standing else self.sheet.faults(self.chosen, self.text)

    def hints(self) -> Hints:
        """What plain language would have otherwise."""
        return hints.of(readings.plain(lettering.carried(self.text, self.language)), self.lang, self.language)

    @property
    def may_use(self) -> bool:
        """Whether the text can go into the letter."""
        return bool(self.chosen) and self.text.strip() != self.standing and not self.faults()

    def draft(self) -> WordingDraft:
        """What is to be kept; what the letter already says is no draft."""
        text = "" if self.text == self.standing else self.text
        return WordingDraft(self.sheet.file.case.id, self.language, self.chosen, text)

    def revision(self) -> int:
        """The revision that the wording is begun from."""
        return self.sheet.revisions.get(self.chosen, 0)

    # ---- letter and findings
    def entries(self) -> tuple[Entry, ...]:
        """The findings in the framework's order, what is not met first."""
        found = [self._entry(each.key) for each in self.sheet.file.criteria]
        return tuple(sorted(found, key=lambda each: each.state is not FindingState.NOT_MET))

    def _entry(self, key: str) -> Entry:
        file, ids = self.sheet.file, self.sentence_ids(key)
        blocks = {each.place for each in self.blocking() if each.place in ids}
        worded = {each.id for each in self.sheet.letter.sentences() if each.id in ids and each.standard}
        name = title(file.framework.criterion(key).title, self.lang)
        return Entry(key, name, file.state_of(key), len(blocks), len(worded))

    def sentence_ids(self, criterion: str) -> frozenset[str]:
        """The sentences that stand on a criterion."""
        return frozenset(each.id for each in self.sheet.letter.sentences() if each.criterion == criterion)

    def criterion_of(self, sid: str) -> str:
        """The criterion that a sentence stands on, or nothing."""
        found = self.sheet.sentence(sid)
        return (found.criterion or "") if found else ""

    def stands_on(self, sid: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The facts and the evidence of a sentence: those it names in its figures, or else all it is bound to."""
        found = self.sheet.sentence(sid)
        if found is None:
            return (), ()
        named = {each.source.partition("#")[0] for each in found.figures if each.text}
        facts = tuple(each for each in found.facts if each in named) or found.facts
        return _known(self.sheet.file, (*facts, *sorted(named - set(facts)))), found.evidence

    def rests_on(self, criterion: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The facts and the evidence that a finding rests on."""
        found = self.sheet.file.finding(criterion)
        facts = dict.fromkeys(fact for each in (found.reasons if found else ()) for fact in each.facts)
        pieces = dict.fromkeys(piece for each in (found.reasons if found else ()) for piece in each.evidence)
        return tuple(facts), tuple(pieces)

    def blocking(self) -> tuple[Problem, ...]:
        """What stands against the letter's sentences."""
        return tuple(each for each in self.sheet.problems if each.severity is Severity.BLOCK)

    def said_of(self, sid: str, severity: Severity) -> str:
        """The problems of a sentence in words."""
        mine = (each for each in self.sheet.problems if each.place == sid and each.severity is severity)
        return "\n".join(dict.fromkeys(each.text(self.lang) for each in mine))

    def marked(self) -> dict[str, str]:
        """How each sentence is underlined in the letter: what blocks, what warns, what a person worded."""
        found = {each.id: "accent" for each in self.sheet.letter.sentences() if each.standard}
        found |= {each.place: "wait" for each in self.sheet.problems if each.severity is Severity.WARN}
        found |= {each.place: "block" for each in self.blocking()}
        return found

    def troubled(self) -> tuple[str, ...]:
        """The sentences with a problem, blocks first, in the order of the letter."""
        marks = self.marked()
        order = dict.fromkeys(each.id for each in self.sheet.letter.sentences())
        return tuple(each for tone in ("block", "wait") for each in order if marks.get(each) == tone)

    def open_sentences(self) -> frozenset[str]:
        """The sentences that may be worded."""
        ids = dict.fromkeys(each.id for each in self.sheet.standard.sentences())
        return frozenset(each for each in ids if self.sheet.may_reword(each))

    # ---- undo
    def before_act(self, sid: str) -> None:
        """Remember how a sentence reads before an act changes it."""
        found = self.sheet.sentence(sid)
        worded = bool(found and found.standard)
        self.undone.append(Undo(sid, lettering.typed(found.text, self.language) if found and worded else ""))


def why_not(file: CaseFile, actor: Actor, lang: str) -> str:
    """Why this person cannot word the letters of a case now; empty when they can."""
    if file.case.state is not State.PROPOSED:
        return standing.why_read_only(file, actor, lang)
    if not may(actor.role, Permission.COUNTERSIGN):
        return say("read_only.proposed", lang)
    own = file.proposal is not None and file.proposal.by == actor.login
    return say("decision.own", lang) if own else ""


def _known(file: CaseFile, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys(ids) if file.fact(each) is not None)
