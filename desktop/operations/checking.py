"""Check a letter that somebody brings: are these the bytes that the office sealed, and does its signature hold?"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from desktop.operations.sealing import DETACHED
from models.letters import service
from models.letters.certificates import service as certificates
from models.letters.values import IssuedLetter
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office, Session
from reports import letter_detached, letter_signature_check
from reports.letter_signature_check import Signature


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a file. ``letter``: the sealed one with these very bytes; ``in_force``: no correction replaced it.
    ``signature_holds``: the signature is whole and made with one of the office's certificates (a PDF holds it, the HTML twin has it
    in a file beside it)."""

    sha256: str
    letter: IssuedLetter | None
    in_force: bool
    signature_holds: bool
    fingerprint: str
    signer: str
    signed_at: datetime | None

    @property
    def ok(self) -> bool:
        """Whether these are the office's bytes, and the signature holds where there is one."""
        return self.letter is not None and (
            self.signature_holds or not (self.fingerprint or self.letter.format == "pdf")
        )


def check(office: Office, actor: Actor, content: bytes) -> Checked:
    """Compare a file's bytes with everything that the office ever sealed, and check its signature. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    digest = hashlib.sha256(content).hexdigest()
    signature = letter_signature_check.check(content)
    with office.read() as session:
        letter = service.find(session, digest)
        # The row says so, and so do the bytes that lie in it.
        if letter is not None and hashlib.sha256(letter.content).hexdigest() != digest:
            letter = None
        if letter is not None and letter.format == "html":
            signature = _beside(session, letter)
        current = service.fetch(session, letter.case, letter.language, letter.format) if letter else None
        ours = {each.fingerprint for each in certificates.listing(session)}
    in_force = letter is not None and current is not None and current.number == letter.number
    return Checked(digest, letter, in_force, *_signed(signature, ours))


def _beside(session: Session, letter: IssuedLetter) -> Signature:
    """The signature that was sealed beside an HTML twin; letters older than it have none."""
    kept = service.numbered(session, letter.number)
    found = (each for each in kept if each.language == letter.language and each.format == DETACHED)
    signature = next(found, None)
    return letter_detached.check(letter.content, signature.content) if signature else letter_signature_check.NONE


def _signed(signature: Signature, ours: set[str]) -> tuple[bool, str, str, datetime | None]:
    holds = signature.holds and signature.fingerprint in ours
    return holds, signature.fingerprint, signature.signer, signature.signed_at
