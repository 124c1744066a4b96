"""What a person sees of the installed program, on a screen that nobody looks at: sign-in, desk, a second start, the end of the session."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from installer import wine
from installer.places import PASSPHRASE, data, holds, home, windows_path

WATCH = r"""
import ctypes, json, sys
from ctypes import wintypes
user, found = ctypes.windll.user32, []
user.OpenDesktopW.restype, user.SetThreadDesktop.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
user.SetThreadDesktop(user.OpenDesktopW("akashi", 0, False, 0x1FF))
def each(window, _):
    title, kind = ctypes.create_unicode_buffer(300), ctypes.create_unicode_buffer(300)
    user.GetWindowTextW(window, title, 300)
    user.GetClassNameW(window, kind, 300)
    if user.IsWindowVisible(window) and kind.value.startswith("Qt"):
        found.append({"window": window, "title": title.value, "minimized": bool(user.IsIconic(window))})
    return True
user.EnumWindows(ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)(each), 0)
if sys.argv[1] == "minimize":
    user.ShowWindow(found[0]["window"], 6)
if sys.argv[1] == "log-off":
    answer = wintypes.DWORD()
    sent = user.SendMessageTimeoutW(found[0]["window"], 0x11, 0, 0x80000000, 2, 20000, ctypes.byref(answer))
    found[0]["may_end"] = bool(sent) and bool(answer.value)
    user.SendMessageTimeoutW(found[0]["window"], 0x16, 1, 0x80000000, 2, 20000, ctypes.byref(answer))
print(json.dumps(found))
"""
"""Run by Windows' Python beside the program: its windows, and what Windows says to them (WM_QUERYENDSESSION, WM_ENDSESSION at log-off)."""
LOGIN, PASSWORD = "examiner1", "sample"
LOGIN_FIELD = ("790", "420")
"""Where the login stands while the window is in the middle of the screen."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen and what runs on it."""

    name: str

    def environment(self) -> dict[str, str]:
        """Variables for a Windows program on this screen."""
        return wine.environment({"DISPLAY": self.name, **PASSPHRASE})

    def windows(self, act: str = "look") -> list[dict[str, object]]:
        """The program's windows, after an act."""
        more = {"DISPLAY": self.name, **PASSPHRASE}
        done = wine.run([wine.PYTHON / "python.exe", "-c", WATCH, act], 90, more)
        return list(json.loads(done.stdout)) if done.stdout.strip() else []

    def keys(self, *words: str) -> None:
        """Type, as a person at this screen."""
        env = dict(os.environ, DISPLAY=self.name)
        subprocess.run(["xdotool", *words], check=True, capture_output=True, env=env)

    def grab(self, where: Path) -> int:
        """A picture of the screen; how many colours it has: an empty one has a few."""
        grab = ["import", "-display", self.name, "-window", "root", str(where)]
        subprocess.run(grab, check=False, capture_output=True, env=dict(os.environ, DISPLAY=self.name))
        return colours_in(where)


@contextlib.contextmanager
def display() -> Iterator[Screen]:
    """A screen that nobody sees."""
    number = next(n for n in range(70, 99) if not Path(f"/tmp/.X{n}-lock").exists())
    server = subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        time.sleep(2)
        yield Screen(f":{number}")
    finally:
        server.terminate()
        server.wait()


def colours_in(picture: Path) -> int:
    """How many colours a picture has."""
    if not picture.is_file():
        return 0
    told = subprocess.run(["identify", "-format", "%k", str(picture)], check=False, capture_output=True, text=True)
    return int(re.sub(r"\D", "", told.stdout) or 0)


def wait_for(reached: Callable[[], bool], what: str, seconds: float = 120) -> None:
    """Look again and again. Raises ``OSError`` when it does not come."""
    until = time.monotonic() + seconds
    while not reached():
        holds(time.monotonic() < until, what)
        time.sleep(2)


def titled(screen: Screen, *words: str) -> bool:
    """Whether a window of the program has one of these words in its title."""
    return any(word in str(each["title"]) for each in screen.windows() for word in words)


@contextlib.contextmanager
def started(screen: Screen) -> Iterator[None]:
    """The installed program on its office; in a desktop of its own, as wine asks for a screen only once a desktop."""
    own = ["explorer", "/desktop=akashi,1600x1000"]
    program = subprocess.Popen(
        ["timeout", "600", "wine", *own, str(home() / "Akashi.exe"), *on_office()],
        env=screen.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield
    finally:
        program.terminate()
        program.wait()


def on_office() -> list[str]:
    """The words that name the office of the rehearsal."""
    return ["--office", windows_path(data() / "office.akashi"), "--lang", "ja"]


def desk(out: Path) -> str:
    """Sign in with the keyboard, look, start a second time, log off: by Windows' own platform plugin."""
    with display() as screen, started(screen):
        wait_for(lambda: titled(screen, "サインイン"), "no sign-in window came", 300)
        wait_for(lambda: screen.grab(out / "window-sign-in.png") > 200, "nothing was drawn")
        time.sleep(3)
        screen.keys("mousemove", *LOGIN_FIELD, "click", "1", "key", "ctrl+a")  # it may hold who signed in last
        time.sleep(1)
        screen.keys("type", "--delay", "120", LOGIN)
        screen.keys("key", "Tab")
        screen.keys("type", "--delay", "120", PASSWORD)
        screen.keys("key", "Return")
        wait_for(lambda: signed_in(screen, out), "signing in did not open the desk; see window.png", 300)
        time.sleep(6)
        colours = screen.grab(out / "window.png")
        holds(colours > 200, f"nothing was drawn ({colours} colours); see window.png")
        told = [f"window.png {colours} colours", second_start(screen), log_off(screen)]
    return "; ".join(told)


def signed_in(screen: Screen, out: Path) -> bool:
    """Whether the desk took the place of the sign-in window; what is seen meanwhile is kept."""
    screen.grab(out / "window.png")
    found = screen.windows()
    return bool(found) and not any("サインイン" in str(each["title"]) for each in found)


def second_start(screen: Screen) -> str:
    """A later start brings the window that stands to the front, and ends."""
    screen.windows("minimize")
    wait_for(lambda: any(each["minimized"] for each in screen.windows()), "the window could not be minimized", 20)
    more = {"DISPLAY": screen.name, **PASSPHRASE}
    ended = wine.run([home() / "Akashi.exe", *on_office()], 60, more).returncode
    holds(ended == 0, f"a second start did not end by itself: exit status {ended}")
    found = screen.windows()
    holds(len(found) == 1 and not found[0]["minimized"], f"the first window did not come to the front: {found}")
    return "a second start brings the first to the front"


def log_off(screen: Screen) -> str:
    """Windows asks whether the session may end."""
    found = screen.windows("log-off")
    holds(bool(found) and bool(found[0].get("may_end")), f"the desk does not let Windows end the session: {found}")
    return "log-off: everything saved, Windows may go on"
