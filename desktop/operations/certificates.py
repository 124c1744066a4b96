"""The office's certificate: look at it, make a new one, import one, hand it out."""

from models.letters.certificates import making, service
from models.letters.certificates.values import Certificate
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office


def listing(office: Office, actor: Actor) -> tuple[Certificate, ...]:
    """Every certificate of the office, the one that signs now first: they are public. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        return service.listing(session)


def make(office: Office, actor: Actor) -> Certificate:
    """Make a new certificate; letters from now on are signed with it. Raises ``NotPermitted``."""
    with office.begin() as session:
        return service.make(session, actor)


def take(office: Office, actor: Actor, content: bytes, passphrase: str) -> Certificate:
    """Import a PKCS#12 file; letters from now on are signed with it. Raises ``NotPermitted``, ``BadInput``."""
    people.require(actor, Permission.KEEP_PEOPLE)
    key = making.read_pkcs12(content, passphrase, office.clock.now())
    with office.begin() as session:
        return service.take(session, actor, key)


def pem(certificate: Certificate) -> bytes:
    """A certificate as PEM text, for those who check signatures with their own tools."""
    return making.pem(certificate.der)
