"""From a letter to the bytes that are sealed: the PDF signed with the office's certificate, the HTML with a signature beside it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial

from desktop.operations.drawing import Hands
from models.errors import Message, NotFound
from models.letters import service
from models.letters.certificates.values import SealKey
from models.letters.values import IssuedLetter, Letter, Making, Sealing
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office
from reports import letter_detached, letter_pages, letter_signature, letter_source
from reports.letter_pages import Pages
from reports.letter_source import Source

DETACHED = "html.p7s"
"""The format of the signature that lies beside the HTML twin."""
OWN = "own"
"""In place of a language: the applicant's own."""


class Again(StrEnum):
    """What became of making a sealed letter again from the record."""

    SAME = "same"
    DIFFERENT = "different"
    ANOTHER_RENDERER = "another_renderer"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class Remade:
    """A sealed PDF that was made again from what is kept with it; ``renderer`` is the one that made it, ``ours`` this program's."""

    case: str
    language: str
    number: str
    answer: Again
    renderer: str
    ours: str = ""


def twin_name(language: str) -> str:
    """The name that an enclosure of two languages is kept under."""
    return f"ja+{language}"


def is_twin(language: str) -> bool:
    """Whether a letter is kept under the name of an enclosure of two languages."""
    return "+" in language


@dataclass(frozen=True, slots=True)
class Drawing:
    """A letter that is being drawn. ``words`` gives the signature its words; an enclosure is sealed under a name of its own."""

    letter: Letter
    words: Letter
    pages: Callable[[], Pages]
    name: str = ""

    def sealed(self, key: SealKey, at: datetime) -> tuple[Sealing, ...]:
        """Every format of it, signed. Raises ``BadInput``: it cannot be drawn."""
        return of_pages(self.pages(), self.words, key, at, self.name)


def begun(letters: Sequence[Letter], enclosed: Sequence[Letter], hands: Hands) -> tuple[Drawing, ...]:
    """The letters of a case, and what is enclosed beside the first of them, begun to be drawn."""
    own = [Drawing(each, each, hands.begin(partial(letter_pages.of_letter, each))) for each in letters]
    twins = [
        Drawing(
            each, letters[0], hands.begin(partial(letter_pages.of_twin, letters[0], each)), twin_name(each.language)
        )
        for each in enclosed
    ]
    return (*own, *twins)


def of_pages(pages: Pages, letter: Letter, key: SealKey, at: datetime, language: str = "") -> tuple[Sealing, ...]:
    """Every format of a letter that was drawn, signed; ``letter`` gives the signature its words. An enclosure of two languages is
    sealed under its name (``twin_name``)."""
    signed = _signed(pages, letter, key, at, language), *_beside(pages.html, key, at, language)
    return (*signed, Sealing("json", pages.json)) if pages.json else signed


def of_front(front: Letter, enclosed: Letter, key: SealKey, at: datetime) -> tuple[Sealing, ...]:
    """A correction with the corrected letter behind it, in one file."""
    return of_pages(letter_pages.of_letters((front, enclosed)), front, key, at)


def of_twin(original: Letter, other: Letter, key: SealKey, at: datetime) -> tuple[Sealing, ...]:
    """Two languages side by side, as an enclosure of a correction."""
    return of_pages(letter_pages.of_twin(original, other), original, key, at, twin_name(other.language))


def _beside(html: bytes, key: SealKey, at: datetime, language: str = "") -> tuple[Sealing, ...]:
    """The HTML twin, and the signature over it in a file of its own."""
    signature = letter_detached.sign(html, key, at)
    return Sealing("html", html, language=language), Sealing(DETACHED, signature, language=language)


def _signed(pages: Pages, letter: Letter, key: SealKey, at: datetime, language: str = "") -> Sealing:
    source, plain = pages.source, pages.pdf
    signed = letter_signature.sign(plain, key, at, _words(letter))
    digest, made_by = hashlib.sha256(plain).hexdigest(), letter_source.renderer(source.template)
    making = Making(made_by, source.packed(), digest, len(plain), key.fingerprint)
    return Sealing("pdf", signed, making, language)


def _words(letter: Letter) -> letter_signature.Words:
    """In Japanese for the Japanese letter, in English beside every other language."""
    language = "ja" if letter.language.startswith("ja") else "en"
    label = Message("issuing.signature_field", {"authority": letter.authority}).text(language)
    reason = Message("issuing.signature_reason", {"number": letter.number}).text(language)
    return letter_signature.Words(label, language, letter.authority, reason)


def remake(office: Office, actor: Actor, case: str) -> tuple[Remade, ...]:
    """Make every sealed PDF of a case again from the record, and compare it with what was signed.

    Only the renderer that made it can tell: with another one the answer says so. Raises ``NotPermitted``, ``NotFound``.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        kept = [(each, service.making_of(session, each.id)) for each in service.issued(session, case)]
    found = tuple(_remade(letter, making) for letter, making in kept if letter.format == "pdf")
    if not found:
        raise NotFound("issuing.nothing_issued", case=case)
    return found


def _remade(letter: IssuedLetter, making: Making | None) -> Remade:
    if making is None:
        return Remade(letter.case, letter.language, letter.number, Again.NOT_KEPT, "")
    source = letter_source.unpacked(making.source)
    ours = letter_source.renderer(source.template)
    answer = _answer(letter.content, making, source, ours)
    return Remade(letter.case, letter.language, letter.number, answer, making.renderer, ours)


def _answer(content: bytes, making: Making, source: Source, ours: str) -> Again:
    plain = content[: making.unsigned_size]
    if hashlib.sha256(plain).hexdigest() != making.unsigned_sha256:
        return Again.DIFFERENT
    if ours != making.renderer:
        return Again.ANOTHER_RENDERER
    return Again.SAME if letter_source.make(source) == plain else Again.DIFFERENT


def chosen_twins(wanted: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """The languages that stand beside the Japanese text, each once; ``OWN``: the applicant's."""
    named = [each for one in wanted for each in (theirs if one == OWN else (one,))]
    return tuple(each for each in dict.fromkeys(named) if each != "ja")
