"""Copied reasoning: what a case's reasons repeat of another case's, before they are proposed."""

from collections.abc import Iterator

from models.casefile import service as casefile
from models.casefile.values import CaseFile
from models.decisions.values import Outcome
from models.errors import Message, Problem
from models.findings.values import FindingState
from models.frameworks.values import Framework
from models.letters import translated
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office
from models.wording.copied import service
from models.wording.copied.compare import grams_of
from models.wording.copied.service import Said
from models.wording.copied.values import Copied
from resources import letters


def keep_up(office: Office) -> None:
    """Take the fingerprints of what was recorded since the last time."""
    while step(office):
        pass


def step(office: Office) -> bool:
    """Take the next fingerprints, few enough that nobody waits for it; whether more are waiting."""
    with office.read() as session:
        if not service.behind(session):
            return False
    with office.begin() as session:
        return service.keep_up(session)


def find(office: Office, actor: Actor, case: str, outcome: Outcome | None, weighing: str) -> tuple[Copied, ...]:
    """The reasons of a case, and its weighing, that repeat another case's words, as far as fingerprints are kept (see
    ``keep_up``). Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file = casefile.gather(session, case, office.clock.today())
        texts = tuple(_texts(file, outcome, weighing))
        return service.copied(session, case, actor.login, texts, _standard(file.framework))


def problems(office: Office, actor: Actor, case: str, outcome: Outcome | None, weighing: str) -> tuple[Problem, ...]:
    """The same as warnings of the gate."""
    found = find(office, actor, case, outcome, weighing)
    if not found:
        return ()
    with office.read() as session:
        titles = {each.key: each.title for each in casefile.gather(session, case, office.clock.today()).criteria}
    return tuple(each.problem(titles.get(each.place, Message("gate.the_weighing"))) for each in found)


def _texts(file: CaseFile, outcome: Outcome | None, weighing: str) -> Iterator[Said]:
    for finding in file.findings:
        if finding.finding is FindingState.NOT_MET:
            yield from (Said(finding.criterion, each.text) for each in finding.reasons)
    if outcome is not Outcome.GRANT:
        yield Said("weighing", weighing)


def _standard(framework: Framework) -> frozenset[str]:
    """What everybody may say: the framework's own wording and that of all letters, in Japanese and English."""
    shared = [text for language in ("ja", "en") for text in letters.wording(language).values()]
    own = [text for each in translated.texts(framework).values() for _, text in each.texts]
    asked = [
        text
        for criterion in framework.criteria
        for told in (criterion.title, criterion.question, criterion.guidance, criterion.reference.text)
        for _, text in told.texts
    ]
    return grams_of((*shared, *own, *asked))
