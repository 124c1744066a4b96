"""From a letter to the bytes that are sealed: the PDF signed with the office's certificate, the HTML with a signature beside it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.errors import Message, NotFound
from models.letters import service
from models.letters.certificates.values import SealKey
from models.letters.values import IssuedLetter, Letter, Making, Sealing
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office
from reports import letter_detached, letter_html, letter_json, letter_signature, letter_source, letter_twin
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


def of_letter(letter: Letter, key: SealKey, at: datetime) -> tuple[Sealing, ...]:
    """Every format of one language."""
    return (
        _signed(letter_source.of_letters([letter]), letter, key, at),
        *_beside(letter_html.render([letter]), key, at),
        Sealing("json", letter_json.render([letter])),
    )


def of_twin(original: Letter, other: Letter, key: SealKey, at: datetime) -> tuple[Sealing, ...]:
    """Two languages side by side, as an enclosure of the letter."""
    name = twin_name(other.language)
    return (
        _signed(letter_source.of_twin(original, other), original, key, at, name),
        *_beside(letter_twin.render_html(original, other), key, at, name),
    )


def of_front(front: Letter, enclosed: Letter, key: SealKey, at: datetime) -> tuple[Sealing, ...]:
    """A correction with the corrected letter behind it, in one file."""
    both = (front, enclosed)
    return (
        _signed(letter_source.of_letters(both), front, key, at),
        *_beside(letter_html.render(both), key, at),
        Sealing("json", letter_json.render(both)),
    )


def _beside(html: bytes, key: SealKey, at: datetime, language: str = "") -> tuple[Sealing, ...]:
    """The HTML twin, and the signature over it in a file of its own."""
    signature = letter_detached.sign(html, key, at)
    return Sealing("html", html, language=language), Sealing(DETACHED, signature, language=language)


def _signed(source: Source, letter: Letter, key: SealKey, at: datetime, language: str = "") -> Sealing:
    plain = letter_source.make(source)
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
