"""What can be enclosed with a letter: the Japanese text and another language side by side, sentence by sentence."""

from dataclasses import dataclass

from desktop.operations import letters
from models.letters.wording import AUTHORITATIVE, Wording, allowed, languages, written_in
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office
from resources.letters import readings


@dataclass(frozen=True, slots=True)
class Beside:
    """A language that can stand beside the Japanese text. ``own``: the applicant's letter is written in it."""

    language: str
    name: str
    own: bool


def enclosable(office: Office, actor: Actor, case: str) -> tuple[Beside, ...]:
    """The languages whose side-by-side version can be enclosed when the letter is issued, the applicant's first.

    Raises ``NotPermitted``, ``NotFound``.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file, context = letters.matter(session, case, office.clock.today())
    own = written_in(file.case.applicant.language, file.framework, context.drafted)
    known = (each for each in languages(file.framework) if allowed(each, context.drafted))
    return tuple(
        Beside(each, readings.plain(Wording(each)["frame.name"]), each in own)
        for each in dict.fromkeys((*own, *known))
        if each != AUTHORITATIVE
    )
