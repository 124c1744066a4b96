"""A detached signature beside a file that can hold none of its own, as the HTML twin of a letter: CMS (RFC 5652) in DER, with the
office's certificate and CAdES attributes.

Anybody can check it without this program::

    openssl cms -verify -binary -inform DER -in LETTER.html.p7s -content LETTER.html -CAfile office.pem -purpose any -out LETTER.checked
"""

import asyncio
from datetime import datetime
from hashlib import sha256
from typing import Any

from models.letters.certificates.values import SealKey
from reports.letter_signature import signer_of
from reports.letter_signature_check import NONE, Signature

_DIGEST = "sha256"


def sign(content: bytes, key: SealKey, at: datetime) -> bytes:
    """The signature over ``content``, made at ``at``; ``content`` is not in it."""
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    about = PdfCMSSignedAttributes(signing_time=at)
    making = signer_of(key).async_sign_general_data(content, _DIGEST, use_cades=True, signed_attr_settings=about)
    made: bytes = asyncio.run(making).dump()
    return made


def check(content: bytes, signature: bytes) -> Signature:
    """Whether a signature is one over these very bytes; one that cannot be read does not hold."""
    from asn1crypto import cms
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.validation import async_validate_detached_cms
    from pyhanko.sign.validation.errors import SignatureValidationError

    try:
        found = cms.ContentInfo.load(signature, strict=True)
        signed, own = found["content"], _certificate(found["content"])
        at = _moment(signed)
        status = asyncio.run(async_validate_detached_cms(content, signed, signer_validation_context=_trusting(own, at)))
        whole = bool(status.bottom_line) and found.dump(force=True) == signature
        return Signature(whole, sha256(own.dump()).hexdigest(), str(own.subject.human_friendly), at)
    except (
        SigningError,
        SignatureValidationError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ):
        # Whatever damage does to a signature, it does not hold.
        return NONE


def _certificate(signed: Any) -> Any:
    """The certificate of the one who signed, among those that came along."""
    serial = signed["signer_infos"][0]["sid"].chosen["serial_number"].native
    found = [each.chosen for each in signed["certificates"] if each.chosen.serial_number == serial]
    return found[0]


def _moment(signed: Any) -> datetime:
    attributes = signed["signer_infos"][0]["signed_attrs"]
    told: list[datetime] = [each["values"][0].native for each in attributes if each["type"].native == "signing_time"]
    return told[0]


def _trusting(certificate: Any, at: datetime) -> Any:
    """Whether the certificate is the office's is for the caller to say; nothing is fetched from anywhere."""
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(trust_roots=[certificate], allow_fetching=False, moment=at)
