"""A headless Chromium driven through its own pipe (the DevTools protocol on file descriptors 3 and 4): nothing but Python."""

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update",
    "--hide-scrollbars", "--force-color-profile=srgb",
)  # fmt: skip


def program() -> str | None:
    """Where Chromium is; None when it is not installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One page of a browser. Every call waits for its answer."""

    def __init__(self, ours: int, theirs: int) -> None:
        self._out, self._in = os.fdopen(ours, "wb", 0), os.fdopen(theirs, "rb")
        self._sent = 0
        self._session = ""
        self._buffer = b""

    def close(self) -> None:
        """Leave the pipe."""
        self._out.close()
        self._in.close()

    def attach(self) -> None:
        """Open an empty page."""
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self._session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self("Page.enable")
        self("Page.setBypassCSP", enabled=True)

    def __call__(self, method: str, **params: object) -> dict[str, Any]:
        """One command of the protocol. Raises ``RuntimeError`` with the browser's own words."""
        self._sent += 1
        told: dict[str, object] = {"id": self._sent, "method": method, "params": params}
        if self._session:
            told["sessionId"] = self._session
        self._out.write(json.dumps(told).encode() + b"\0")
        while (answer := self._read()).get("id") != self._sent:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        found: dict[str, Any] = answer["result"]
        return found

    def show(self, content: bytes, wide: int = 1280, high: int = 900, *, dark: bool = False) -> None:
        """Lay a page out in a window of this size (CSS pixels)."""
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self("Emulation.setEmulatedMedia", features=scheme)
        self("Emulation.setDeviceMetricsOverride", width=wide, height=high, deviceScaleFactor=1, mobile=False)
        frame = self("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self("Page.setDocumentContent", frameId=frame, html=content.decode())

    def value(self, script: str) -> Any:
        """What a script gives, awaited."""
        answer = self("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """One key, down and up."""
        for kind in ("rawKeyDown", "keyUp"):
            self("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            more = os.read(self._in.fileno(), 1 << 16)
            if not more:
                raise RuntimeError("Chromium has ended")
            self._buffer += more
        one, _, self._buffer = self._buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(one)
        return found


@contextlib.contextmanager
def opened() -> Iterator[Browser]:
    """A browser with an empty page; it ends with the block."""
    found = program()
    assert found is not None
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [found, *OPTIONS, f"--user-data-dir={Path(folder) / 'profile'}", "about:blank"]
        # The shell gives the pipe's two ends the numbers that Chromium expects.
        numbered = ["/bin/sh", "-c", f'exec "$@" 3</dev/fd/{to_read} 4>/dev/fd/{from_write}', "sh", *command]
        process = subprocess.Popen(
            numbered, pass_fds=(to_read, from_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(to_read)
        os.close(from_write)
        browser = Browser(to_write, from_read)
        try:
            browser.attach()
            yield browser
            browser._session = ""
            browser("Browser.close")
        finally:
            browser.close()
            process.wait(timeout=30)
