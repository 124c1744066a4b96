"""Policies out of the Windows registry; elsewhere there are none."""

import os
import sys

KEY = r"Software\Policies\Akashi"

if sys.platform == "win32":
    import winreg

    def value(name: str) -> object:
        """A policy's value, the computer's before the person's; ``None`` where none is set."""
        for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(hive, KEY) as key:
                    found, kind = winreg.QueryValueEx(key, name)
            except OSError:  # not set here
                continue
            return os.path.expandvars(found) if kind == winreg.REG_EXPAND_SZ else found
        return None

else:

    def value(name: str) -> object:  # noqa: ARG001  the registry's one takes it
        """``None``: policies are read on Windows only."""
        return None
