"""The certificate of the office, and its key while it is open."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that the office signed letters with, or signs them with now. ``fingerprint`` is SHA-256 of its DER
    bytes as 64 hex digits; ``self_made``: nobody outside vouches for it, so the fingerprint is what a reader compares."""

    fingerprint: str
    subject: str
    issuer: str
    valid_from: datetime
    valid_until: datetime
    self_made: bool
    made_at: datetime
    made_by: str
    der: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SealKey:
    """The open key with the chain of its certificates as DER bytes, its own first. ``private`` is PKCS#8 DER."""

    chain: tuple[bytes, ...]
    private: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the key's own certificate."""
        return sha256(self.chain[0]).hexdigest()
