"""Verbs of the office's certificate: make one, keep an imported one, open the key for a signature."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import BadInput, NotFound, NotPermitted
from models.letters.certificates import making
from models.letters.certificates.tables import CertificateRow
from models.letters.certificates.values import Certificate, SealKey
from models.people import rules as people
from models.people.values import CONSOLE, Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import keys
from models.store import settings as kept


def made_row(session: Session, actor: Actor, name: str) -> CertificateRow:
    """A self-made certificate's row, added; the caller's event tells it (the office's first, or the letter's)."""
    return _row(session, actor, making.self_made(name, records.now(session)), self_made=True)


def make(session: Session, actor: Actor) -> Certificate:
    """Make a new certificate for the office; letters from now on are signed with it. Raises ``NotPermitted``."""
    people.require(actor, Permission.KEEP_PEOPLE)
    row = made_row(session, actor, kept.office_settings(session).name)
    return _tell(session, actor, row)


def take(session: Session, actor: Actor, key: SealKey) -> Certificate:
    """Keep an imported certificate with its key; letters from now on are signed with it.

    Raises ``NotPermitted``; ``BadInput`` when the office has it already.
    """
    people.require(actor, Permission.KEEP_PEOPLE)
    if session.get(CertificateRow, key.fingerprint) is not None:
        raise BadInput("issuing.certificate_known", fingerprint=key.fingerprint[:16])
    return _tell(session, actor, _row(session, actor, key, self_made=False))


def listing(session: Session) -> tuple[Certificate, ...]:
    """Every certificate of the office, the one that signs now first."""
    asked = select(CertificateRow).order_by(CertificateRow.seq.desc(), CertificateRow.fingerprint)
    return tuple(_certificate(row) for row in session.scalars(asked))


def open_key(session: Session) -> SealKey:
    """The key that signs letters now. An office made before there were certificates gets one, and the record says so.

    Raises ``NotPermitted`` when the sealed key was touched, ``BadInput`` when the certificate is no longer valid.
    """
    row = session.scalars(select(CertificateRow).order_by(CertificateRow.seq.desc()).limit(1)).first()
    if row is None:
        row = made_row(session, CONSOLE, kept.office_settings(session).name)
        _tell(session, CONSOLE, row)
    known = _certificate(row)
    if not known.valid_from <= records.now(session) <= known.valid_until:
        first, last = known.valid_from.date(), known.valid_until.date()
        raise BadInput("issuing.certificate_not_valid", first=first, last=last)
    return SealKey(tuple(bytes.fromhex(each) for each in row.chain), _opened(session, row))


def _opened(session: Session, row: CertificateRow) -> bytes:
    """The key, sealed under the desk's, or (before offices could move to a server) under the chain's itself."""
    try:
        return keys.open_under(session.info["desk"], row.sealed_key, keys.CERTIFICATE)
    except NotPermitted:
        return keys.open_under(session.info["chain"], row.sealed_key, keys.CERTIFICATE)


def certificate(session: Session, fingerprint: str) -> Certificate:
    """One of the office's certificates. Raises ``NotFound``."""
    row = session.get(CertificateRow, fingerprint)
    if row is None:
        raise NotFound("issuing.certificate_unknown", fingerprint=fingerprint[:16])
    return _certificate(row)


def _row(session: Session, actor: Actor, key: SealKey, *, self_made: bool) -> CertificateRow:
    row = CertificateRow(
        fingerprint=key.fingerprint,
        chain=[each.hex() for each in key.chain],
        sealed_key=dict(keys.seal_under(session.info["desk"], key.private, keys.CERTIFICATE)),
        self_made=self_made,
        made_at=records.now(session),
        made_by=actor.login,
        seq=records.next_seq(session),
    )
    session.add(row)
    return row


def _tell(session: Session, actor: Actor, row: CertificateRow) -> Certificate:
    content = {"fingerprint": row.fingerprint, "self_made": row.self_made}
    records.append(session, Act(actor.login, "certificate_kept", content), [row])
    return _certificate(row)


def _certificate(row: CertificateRow) -> Certificate:
    der = bytes.fromhex(row.chain[0])
    subject, issuer, first, last = making.described(der)
    return Certificate(row.fingerprint, subject, issuer, first, last, row.self_made, row.made_at, row.made_by, der)
