"""Keys: of the file, from the passphrase; of the chain, random and wrapped by the passphrase."""

import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from models.errors import NotPermitted

FILE_ROUNDS = 256_000
"""PBKDF2-HMAC-SHA512 rounds of SQLCipher 4: an office file opens in any SQLCipher tool with its passphrase."""
SALT_BYTES = 16
CHAIN, PERSON, CERTIFICATE = b"akashi chain key", b"akashi signing key", b"akashi certificate key"
"""What a wrapped key is for: one cannot be passed off as the other."""


@dataclass(frozen=True, slots=True)
class Hardness:
    """How hard argon2id makes guessing: memory in KiB and passes (OWASP: at least 46 MiB with one pass)."""

    memory_kib: int = 47_104
    passes: int = 1


HARD = Hardness()


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A key as it lies in the office: useless without the passphrase, or the password."""

    salt: str
    memory_kib: int
    passes: int
    nonce: str
    sealed: str

    def as_json(self) -> Mapping[str, object]:
        """For the settings table."""
        return asdict(self)


def file_key(passphrase: str, salt: bytes) -> str:
    """The raw key of the file with its salt, as ``PRAGMA key`` takes it (one derivation serves every connection)."""
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, FILE_ROUNDS, 32)
    return f"x'{key.hex()}{salt.hex()}'"


def new_chain_key() -> bytes:
    """32 random bytes."""
    return os.urandom(32)


def desk_key(chain: bytes) -> bytes:
    """The key of what a desk seals itself, made from the chain's: on a server the chain's own never leaves the database."""
    return hmac.digest(chain, b"desk", hashlib.sha256)


def wrap(key: bytes, passphrase: str, hardness: Hardness, what: bytes = CHAIN) -> WrappedKey:
    """Wrap a key with AES-256-GCM under an argon2id key of the passphrase (or password); ``what`` says which key it is."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_derive(passphrase, salt, hardness)).encrypt(nonce, key, what)
    return WrappedKey(salt.hex(), hardness.memory_kib, hardness.passes, nonce.hex(), sealed.hex())


def unwrap(wrapped: WrappedKey, passphrase: str, what: bytes = CHAIN) -> bytes:
    """The key. Raises ``NotPermitted`` when the passphrase is another one or the wrapped key was touched."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    kept = Hardness(wrapped.memory_kib, wrapped.passes)
    box = AESGCM(_derive(passphrase, bytes.fromhex(wrapped.salt), kept))
    try:
        return box.decrypt(bytes.fromhex(wrapped.nonce), bytes.fromhex(wrapped.sealed), what)
    except InvalidTag as error:
        raise NotPermitted("store.chain_key") from error


def seal_under(secret: bytes, key: bytes, what: bytes) -> Mapping[str, str]:
    """Seal a key with AES-256-GCM under another key (HKDF-SHA256 of it, RFC 5869), for those that the office itself opens."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return {"nonce": nonce.hex(), "sealed": AESGCM(_under(secret, what)).encrypt(nonce, key, what).hex()}


def open_under(secret: bytes, sealed: Mapping[str, str], what: bytes) -> bytes:
    """The key that ``seal_under`` sealed. Raises ``NotPermitted`` when it was touched, or sealed under another key."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        nonce, content = bytes.fromhex(sealed["nonce"]), bytes.fromhex(sealed["sealed"])
        return AESGCM(_under(secret, what)).decrypt(nonce, content, what)
    except (InvalidTag, KeyError, ValueError) as error:
        raise NotPermitted("store.sealed_key") from error


def _under(secret: bytes, what: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, None, what).derive(secret)


def _derive(passphrase: str, salt: bytes, hardness: Hardness) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=hardness.passes,
        memory_cost=hardness.memory_kib,
        parallelism=1,
        hash_len=32,
        type=Type.ID,
    )
