"""Signatures of a person, and of the office, that anybody checks without a secret: Ed25519 (RFC 8032). Pure."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class Signer:
    """An unlocked key: it signs and never shows itself. ``public`` is 64 hex digits.

    ``confirmed``: its password was typed for the act that is due. A key that stays open for a whole session is not: it signs
    checkpoints, and no countersignature, letter or release.
    """

    public: str
    _private: "Ed25519PrivateKey" = field(repr=False)
    confirmed: bool = True

    def for_the_session(self) -> "Signer":
        """The same key, good for what needs no password of its own."""
        return replace(self, confirmed=False)

    def sign(self, said: bytes) -> str:
        """The signature over ``said``, as 128 hex digits."""
        return self._private.sign(said).hex()


@dataclass(frozen=True, slots=True)
class KeyHeld:
    """A public key of ``who``, theirs from event ``since`` on until they get the next one; 0: from the beginning."""

    who: str
    key: str
    since: int = 0


def held(keys: Collection[KeyHeld], who: str, key: str, seq: int) -> bool:
    """Whether ``key`` was the key of ``who`` at event ``seq``: one that came later, or was replaced by then, was not."""
    theirs = [each for each in keys if each.who == who and each.since <= seq]
    last = max((each.since for each in theirs), default=0)
    return any(each.key == key and each.since == last for each in theirs)


def signer(seed: bytes) -> Signer:
    """The signer of a seed of 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(seed)
    return Signer(private.public_key().public_bytes_raw().hex(), private)


def holds(public: str, signature: str, said: bytes) -> bool:
    """Whether ``signature`` is that of the key ``public`` over ``said``. What is no key or no signature does not hold."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key, value = bytes.fromhex(public), bytes.fromhex(signature)
        Ed25519PublicKey.from_public_bytes(key).verify(value, said)
    except (InvalidSignature, ValueError):
        return False
    # Written in one way only, so that no other text passes for the same signature.
    return (key.hex(), value.hex()) == (public, signature)
