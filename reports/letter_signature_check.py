"""Checks the signature in a letter's PDF: whether it holds, covers the whole file, and with which certificate it was made.

Whether that certificate is the office's is for the caller to say; nothing is fetched from anywhere.
"""

import io
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from reports.letter_signature import FIELD


@dataclass(frozen=True, slots=True)
class Signature:
    """What the signature in a file says. ``holds``: the bytes are those that were signed, the certificate's key signed them,
    the signature covers the whole file, and nothing was added. ``fingerprint`` is empty where there is no signature."""

    holds: bool
    fingerprint: str = ""
    signer: str = ""
    signed_at: datetime | None = None


NONE = Signature(holds=False)


def check(content: bytes) -> Signature:
    """The signature of a letter's PDF; a file that cannot be read, or has none, has a signature that does not hold."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.general import SigningError

    try:
        found = PdfFileReader(io.BytesIO(content)).embedded_signatures
        signatures = [each for each in found if each.field_name == FIELD]
        return _checked(signatures[0], content) if len(found) == len(signatures) == 1 else NONE
    except (
        PdfError,
        SigningError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ):
        # Whatever damage does to a file, its signature does not hold.
        return NONE


def _checked(found: Any, content: bytes) -> Signature:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    certificate = found.signer_cert
    at = found.self_reported_timestamp
    context = ValidationContext(trust_roots=[certificate], allow_fetching=False, moment=at)
    status = validate_pdf_signature(found, context)
    return Signature(
        bool(status.bottom_line) and _plain(found, content),
        sha256(certificate.dump()).hexdigest(),
        str(certificate.subject.human_friendly),
        at,
    )


def _plain(found: Any, content: bytes) -> bool:
    """Nothing stands behind the end, and where the signature lies there is only the signature: no second spelling of it.

    The library lets bytes behind the end of a file pass, and what fills the room that was kept for the signature.
    """
    from asn1crypto.core import Sequence

    _, first, second, length = (int(each) for each in found.byte_range)
    signature = Sequence.load(bytes(found.pkcs7_content)).dump().hex().upper().encode()
    kept = b"<" + signature.ljust(second - first - 2, b"0") + b">"
    return second + length == len(content) and content[first:second] == kept
