"""The credential store of Windows keeps an office's passphrase for the person, if they want it: sealed by their Windows login.

Elsewhere there is no store, and the passphrase is asked for at every start. Only the desk asks here; the command line never does.
"""

import os
import sys
from typing import Protocol

LONGEST = 2560
"""Bytes that Windows keeps in one entry (CRED_MAX_CREDENTIAL_BLOB_SIZE)."""


class Vault(Protocol):
    """Keeps passphrases for the person who is logged in to this computer, one an office."""

    def kept(self, office: str) -> str:
        """The passphrase of an office; empty when none is kept or the store does not answer."""

    def keep(self, office: str, passphrase: str) -> bool:
        """Keep it from now on; false when the store refused."""

    def forget(self, office: str) -> None:
        """Keep it no longer."""


def entry(office: str) -> str:
    """What the store calls an office: its path as this computer writes it, so that two ways to it are one entry."""
    return "Akashi " + os.path.normcase(os.path.realpath(os.path.expanduser(office)))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _GENERIC, _LOCAL_MACHINE = (
        1,
        2,
    )  # CRED_TYPE_GENERIC; CRED_PERSIST_LOCAL_MACHINE: does not travel with a roaming profile

    class _Credential(ctypes.Structure):
        """CREDENTIALW of wincred.h."""

        _fields_ = (
            ("Flags", wintypes.DWORD), ("Type", wintypes.DWORD), ("TargetName", wintypes.LPWSTR),
            ("Comment", wintypes.LPWSTR), ("LastWritten", wintypes.FILETIME), ("CredentialBlobSize", wintypes.DWORD),
            ("CredentialBlob", ctypes.POINTER(ctypes.c_ubyte)), ("Persist", wintypes.DWORD),
            ("AttributeCount", wintypes.DWORD), ("Attributes", ctypes.c_void_p), ("TargetAlias", wintypes.LPWSTR),
            ("UserName", wintypes.LPWSTR),
        )  # fmt: skip

    class WindowsVault:
        """Windows' own store (Credential Manager, generic entries)."""

        def __init__(self) -> None:
            self._calls = ctypes.WinDLL("advapi32", use_last_error=True)
            self._calls.CredReadW.argtypes = (
                wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, ctypes.POINTER(ctypes.POINTER(_Credential)),
            )  # fmt: skip
            self._calls.CredWriteW.argtypes = (ctypes.POINTER(_Credential), wintypes.DWORD)
            self._calls.CredDeleteW.argtypes = (wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD)
            self._calls.CredFree.argtypes = (ctypes.c_void_p,)

        def kept(self, office: str) -> str:
            """The passphrase of an office; empty when none is kept."""
            found = ctypes.POINTER(_Credential)()
            if not self._calls.CredReadW(entry(office), _GENERIC, 0, ctypes.byref(found)):
                return ""
            try:
                told = ctypes.string_at(found.contents.CredentialBlob, found.contents.CredentialBlobSize)
                return told.decode("utf-8", "replace")
            finally:
                self._calls.CredFree(found)

        def keep(self, office: str, passphrase: str) -> bool:
            """Keep it from now on; false when Windows refused, or it is too long."""
            told = passphrase.encode("utf-8")
            if not told or len(told) > LONGEST:
                return False
            blob = (ctypes.c_ubyte * len(told)).from_buffer_copy(told)
            made = _Credential(
                Type=_GENERIC, TargetName=entry(office), CredentialBlobSize=len(told),
                CredentialBlob=ctypes.cast(blob, ctypes.POINTER(ctypes.c_ubyte)), Persist=_LOCAL_MACHINE, UserName="Akashi",
            )  # fmt: skip
            return bool(self._calls.CredWriteW(ctypes.byref(made), 0))

        def forget(self, office: str) -> None:
            """Keep it no longer."""
            self._calls.CredDeleteW(entry(office), _GENERIC, 0)

    def of_this_computer() -> Vault | None:
        """The store of the person who is logged in."""
        return WindowsVault()

else:

    def of_this_computer() -> Vault | None:
        """``None``: only Windows has the store that is used here."""
        return None
