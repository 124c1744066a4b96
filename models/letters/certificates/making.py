"""Make a certificate for an office, and read one that an authority gave it (PKCS#12). Pure but for the random key.

A self-made certificate follows RFC 5280; its key is on P-256, which ordinary readers of PDF take (ETSI TS 119 312).
"""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from models.errors import BadInput
from models.letters.certificates.values import SealKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate, KeyUsage

YEARS = timedelta(days=3653)
"""A self-made certificate holds for ten years; the office makes or imports another at any time."""
_LONGEST = 64
"""RFC 5280, ub-common-name and ub-organization-name."""
_WEAKEST_RSA = 2048


def self_made(name: str, at: datetime) -> SealKey:
    """A new key with a certificate that the office signs itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    words = (name.strip() or "Akashi")[:_LONGEST]
    names = ((NameOID.COUNTRY_NAME, "JP"), (NameOID.ORGANIZATION_NAME, words), (NameOID.COMMON_NAME, words))
    who = x509.Name([x509.NameAttribute(oid, value) for oid, value in names])
    built = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + YEARS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_for_signing(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return _seal_key(key, (built,))


def read_pkcs12(content: bytes, passphrase: str, at: datetime) -> SealKey:
    """The key and certificates of a PKCS#12 file.

    Raises ``BadInput``: no such file or another passphrase, no key in it, a key that is too weak or of a kind that readers
    do not take, a certificate that is not valid at ``at`` or not meant for signing.
    """
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        key, own, others = pkcs12.load_key_and_certificates(content, passphrase.encode() or None)
    except ValueError as error:
        raise BadInput("issuing.certificate_unreadable") from error
    if key is None or own is None:
        raise BadInput("issuing.certificate_no_key")
    strong = _strong(key)
    _check_certificate(own, at)
    return _seal_key(strong, (own, *others))


def described(der: bytes) -> tuple[str, str, datetime, datetime]:
    """Subject and issuer of a certificate in words (RFC 4514), and from when until when it holds."""
    from cryptography import x509

    own = x509.load_der_x509_certificate(der)
    first, last = own.not_valid_before_utc, own.not_valid_after_utc
    return own.subject.rfc4514_string(), own.issuer.rfc4514_string(), first, last


def pem(der: bytes) -> bytes:
    """A certificate as PEM text (RFC 7468)."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)


def _for_signing() -> "KeyUsage":
    from cryptography import x509

    off = dict.fromkeys(("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False)
    return x509.KeyUsage(
        digital_signature=True, content_commitment=True, encipher_only=False, decipher_only=False, **off
    )


def _strong(key: object) -> "RSAPrivateKey | EllipticCurvePrivateKey":
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= _WEAKEST_RSA:
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key
    raise BadInput("issuing.certificate_weak")


def _check_certificate(own: "Certificate", at: datetime) -> None:
    from cryptography import x509

    first, last = own.not_valid_before_utc, own.not_valid_after_utc
    if not first <= at.astimezone(UTC) <= last:
        raise BadInput("issuing.certificate_not_valid", first=first.date(), last=last.date())
    try:
        usage = own.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise BadInput("issuing.certificate_not_for_signing")


def _seal_key(key: "RSAPrivateKey | EllipticCurvePrivateKey", chain: "tuple[Certificate, ...]") -> SealKey:
    from cryptography.hazmat.primitives import serialization as form

    private = key.private_bytes(form.Encoding.DER, form.PrivateFormat.PKCS8, form.NoEncryption())
    return SealKey(tuple(each.public_bytes(form.Encoding.DER) for each in chain), private)
