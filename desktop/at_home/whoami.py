"""As whom the operating system knows the person at the desk. It is told, never trusted: the password is still asked for, because it
opens the key that signs. A single sign-on would stand behind the same interface.
"""

import getpass
import sys
from typing import Protocol


class Whoami(Protocol):
    """Tells the account of whoever is logged in to this computer."""

    def account(self) -> str:
        """As the system writes it (on Windows ``DOMAIN\\name``); empty when it does not tell."""


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _SAM_COMPATIBLE = 2
    """NameSamCompatible of EXTENDED_NAME_FORMAT (secext.h): ``DOMAIN\\name``."""
    _LONGEST = 256

    class Computer:
        """Windows' own answer (``GetUserNameExW``)."""

        def account(self) -> str:
            """``DOMAIN\\name``; on a computer of no domain its own name stands before the person's."""
            text, size = ctypes.create_unicode_buffer(_LONGEST), wintypes.ULONG(_LONGEST)
            told = ctypes.WinDLL("secur32").GetUserNameExW(_SAM_COMPATIBLE, text, ctypes.byref(size))
            return text.value if told else ""

else:

    class Computer:
        """The login of the process' owner."""

        def account(self) -> str:
            """The login name; empty for an owner without a name."""
            try:
                return getpass.getuser()
            except (KeyError, OSError):
                return ""
