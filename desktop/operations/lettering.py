"""Wording letters: read a letter with its problems, keep a draft, put a wording in, put the standard wording back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.operations import letters, refusals
from models.casefile.values import CaseFile
from models.decisions.values import Outcome, Paper, Proposal
from models.errors import BadInput, Message, NotFound, Problem, Severity
from models.findings.values import FindingState
from models.letters import compose as composing
from models.letters import plain
from models.letters import rules as letter_rules
from models.letters.rewording import given, rules, service
from models.letters.rewording.rules import Fault
from models.letters.rewording.values import SavedWording, WordingDraft
from models.letters.values import Letter, LetterContext, Rewording, Sentence
from models.letters.wording import AUTHORITATIVE
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records.service import once
from models.store.office import Office, Session
from resources.letters import EASY, readings

_OTHER = re.compile(r"[^\u3400-\u9fff\uf900-\ufaff々〆]")
"""What is no kanji."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter in one language, to be worded: as it stands, as the standard wording has it, what was written and not put in,
    and what stands against it. ``file`` is the case as the letter sees it (its outcome included)."""

    file: CaseFile
    outcome: Outcome
    letter: Letter
    standard: Letter
    rewordings: tuple[Rewording, ...]
    drafts: tuple[SavedWording, ...]
    problems: tuple[Problem, ...]
    revisions: Mapping[str, int]

    def sentence(self, sid: str) -> Sentence | None:
        """A sentence as it stands."""
        return next((each for each in self.letter.sentences() if each.id == sid), None)

    def original(self, sid: str) -> Sentence | None:
        """A sentence in its standard wording."""
        return next((each for each in self.standard.sentences() if each.id == sid), None)

    def may_reword(self, sid: str) -> bool:
        """Whether a person may word it."""
        found = self.original(sid)
        return found is not None and rules.may_reword(self.standard, found)

    def draft(self, sid: str, by: str) -> str | None:
        """What this person wrote for a sentence and has not put in."""
        found = (each.draft.text for each in self.drafts if each.draft.sentence == sid and each.by == by)
        return next(found, None)

    def faults(self, sid: str, text: str) -> tuple[Fault, ...]:
        """What blocks a text as the wording of a sentence."""
        original = self.original(sid)
        return faults(text, original, self.file, self.letter.language) if original else ()


def read(
    office: Office, actor: Actor, case: str, language: str, outcome: Outcome | None = None, weighing: str = ""
) -> Sheet:
    """The letter of a case to be worded, under an outcome that is not proposed yet or as it was proposed.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` for a language without wording.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file, context = _matter(session, office, actor, case, outcome, weighing)
        drafts = tuple(each for each in service.drafts(session, case) if each.draft.language == language)
        recorded = tuple(each for each in context.rewordings if each.language == language)
        revisions = service.revisions(session, case, language)
    letter, standard = _both(file, context, language)
    found = (*letter_rules.problems(letter, file, context.rewordings), *_hints(letter), *_left(drafts))
    return Sheet(file, _proposal(file).outcome, letter, standard, recorded, drafts, found, revisions)


def faults(text: str, original: Sentence, file: CaseFile, language: str) -> tuple[Fault, ...]:
    """What blocks a text, as typed, as the wording of a sentence; in easy Japanese readings are typed ``永住《えいじゅう》``, and
    every kanji needs one."""
    found = rules.faults(carried(text, language), original, file, language)
    if language != EASY:
        return found
    told = tuple(replace(each, span=None) for each in found)
    known = "" if original.free else readings.unread(original.text)
    return (*told, *(Fault(*each) for each in given.faults(text, original.id, known)))


def typed(text: str, language: str) -> str:
    """A sentence as a person edits it: readings stand in 《》, with ｜ before a word that is not kanji alone."""
    if language != EASY:
        return text
    found = ""
    for word, reading in readings.parts(text):
        alone = not _OTHER.search(word) and not (found and not _OTHER.search(found[-1]))
        found += f"{'' if alone else '｜'}{word}《{reading}》" if reading else word
    return found


def carried(text: str, language: str) -> str:
    """A typed text as the letter carries it."""
    return readings.annotated(given.written(text)) if language == EASY else text


def seen(text: str) -> str:
    """What the reader sees of a text typed in easy Japanese: the words without their readings."""
    return given.seen(text.strip())


@refusals.recorded
def save_draft(office: Office, actor: Actor, draft: WordingDraft) -> SavedWording | None:
    """Keep what was written for a sentence. Raises ``NotPermitted``."""
    with office.begin() as session:
        return service.save_draft(session, actor, draft)


@refusals.recorded
def reword(
    office: Office,
    actor: Actor,
    draft: WordingDraft,
    base: int | None = None,
    outcome: Outcome | None = None,
    weighing: str = "",
    key: str | None = None,
) -> Rewording:
    """Put a wording into the letter, or with the standard text (or none) the standard wording back.

    ``base``: the revision it was begun from; left out, the one in force. Raises ``NotPermitted``, ``NotFound`` (no such
    sentence), ``BadInput`` (one that nobody may word), ``CheckFailed`` with each broken binding, ``Stale``.
    """
    with office.begin(key) as session:

        def do() -> Rewording:
            file, context = _matter(session, office, actor, draft.case, outcome, weighing)
            made, standard, found = _checked(file, context, draft)
            begun = service.revision(session, draft.case, draft.language, draft.sentence) if base is None else base
            return service.reword(session, actor, made, standard, found, begun)

        case, language, sentence = draft.case, draft.language, draft.sentence

        def again(n: int) -> Rewording:
            return service.history(session, case, language, sentence)[n - 1]

        return once(session, "sentence_reworded", do, lambda made: made.revision, again)


def check(
    office: Office, actor: Actor, case: str, outcome: Outcome | None = None, weighing: str = ""
) -> tuple[Problem, ...]:
    """What stands against the wording of a case's letters in every language that somebody worded, and in Japanese."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file, context = _matter(session, office, actor, case, outcome, weighing)
        drafts = service.drafts(session, case)
    languages = dict.fromkeys((AUTHORITATIVE, *(each.language for each in context.rewordings)))
    found: list[Problem] = []
    for language in languages:
        letter = composing.compose(file, _proposal(file), context, language)
        found += [*letter_rules.problems(letter, file, context.rewordings), *_hints(letter)]
    return (*found, *_left(drafts))


def gate_problems(
    session: Session, office: Office, actor: Actor, case: str, outcome: Outcome | None, weighing: str
) -> tuple[Problem, ...]:
    """What the wording of the letters adds to the gate: broken bindings block, a wording that was begun and not put in warns."""
    recorded = service.of_case(session, case)
    drafts = _left(service.drafts(session, case))
    if not recorded or outcome is None:
        return drafts
    file, context = letters.matter_under(session, office, actor, case, outcome, weighing)
    found: list[Problem] = []
    for language in dict.fromkeys(each.language for each in recorded):
        letter = composing.compose(file, _proposal(file), context, language)
        found += rules.problems(letter, file, recorded)
    return (*(replace(each, place=place_of(each.place, file)) for each in found), *drafts)


def place_of(sentence: str, file: CaseFile) -> str:
    """The criterion to open for a sentence, or the letter."""
    head = sentence.removeprefix("why.").removeprefix("criteria.").partition(".")[0]
    return head if any(each.key == head for each in file.criteria) else "letter"


def _matter(
    session: Session, office: Office, actor: Actor, case: str, outcome: Outcome | None, weighing: str
) -> tuple[CaseFile, LetterContext]:
    """As proposed; before that under the outcome given, the one that is being prepared, or the one the findings point to."""
    file, context = letters.matter_under(session, office, actor, case, outcome, weighing)
    if outcome is not None or (file.proposal is not None and file.rounds[-1].returned is None):
        return file, context
    kept = file.paper(Paper.PROPOSAL, actor.login, file.case.round + 1)
    begun = kept.draft.outcome if kept else file.proposal.outcome if file.proposal else None
    text = weighing or (kept.draft.text if kept else file.proposal.weighing if file.proposal else "")
    return letters.matter_under(session, office, actor, case, begun or pointed_to(file), text)


def pointed_to(file: CaseFile) -> Outcome:
    """Refusal where anything is recorded as not met; it only says which letter is shown."""
    unmet = any(each.finding is FindingState.NOT_MET for each in file.findings)
    return Outcome.REFUSE if unmet else Outcome.GRANT


def _proposal(file: CaseFile) -> Proposal:
    assert file.proposal is not None
    return file.proposal


def _both(file: CaseFile, context: LetterContext, language: str) -> tuple[Letter, Letter]:
    """The letter as it stands, and in its standard wording."""
    letter = composing.compose(file, _proposal(file), context, language)
    if not context.rewordings:
        return letter, letter
    return letter, composing.compose(file, _proposal(file), replace(context, rewordings=()), language)


def _checked(
    file: CaseFile, context: LetterContext, draft: WordingDraft
) -> tuple[WordingDraft, str, tuple[Problem, ...]]:
    """The draft with its pattern, the wording it stands in for, and what blocks it."""
    _, standard = _both(file, context, draft.language)
    original = next((each for each in standard.sentences() if each.id == draft.sentence), None)
    if original is None:
        raise NotFound("letters.no_sentence", case=draft.case, sentence=draft.sentence)
    if not rules.may_reword(standard, original):
        raise BadInput("letters.may_not_word", sentence=draft.sentence, text=original.text)
    typed_, text = draft.text.strip(), carried(draft.text.strip(), draft.language)
    before = original.text if original.free else original.pattern
    if not text or text == original.text:
        return replace(draft, text=""), before, ()
    found = faults(typed_, original, file, draft.language)
    return replace(draft, text=rules.pattern_of(text, original)), before, tuple(each.problem for each in found)


def _hints(letter: Letter) -> tuple[Problem, ...]:
    """What plain language would have otherwise, in the sentences that people wrote."""
    return plain.of_letter(letter)


def _left(drafts: Sequence[SavedWording]) -> tuple[Problem, ...]:
    """A wording that was begun and is not in the letter."""
    return tuple(
        Problem(
            Message("letters.wording_left", {"sentence": each.draft.sentence, "by": each.by}),
            each.draft.sentence,
            Severity.WARN,
        )
        for each in drafts
    )
