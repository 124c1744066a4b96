"""The usual packages in an environment of their own, made on demand: one is under the GPL, so the project never depends on
it and never ships it."""

import json
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from models.store.office import Office

PACKAGES = ("pandas", "scipy", "statsmodels", "krippendorff", "sqlcipher3")
HOME = Path(__file__).parents[2] / ".dev" / "peers"
LETTER_PACKAGES = ("reportlab", "fpdf2", "weasyprint")
LETTER_HOME = HOME.with_name("letter-peers")
SCRIPT = Path(__file__).with_name("slow_peer.py")
DRAWN = 3


@dataclass(frozen=True, slots=True)
class Peer:
    """Seconds without bootstraps, seconds that one bootstrap of every item takes (0: none was drawn), MB, and phi, outliers
    and alphas."""

    seconds: float
    bootstrap: float
    megabytes: float
    results: list[float]


def run(office: Office, readings: Path, drawn: int) -> Peer:
    """One run of the peer over the office's own file, with so many bootstraps."""
    asked = {"path": str(office.location.file), "key": office._key, "readings": str(readings), "drawn": drawn}
    command = [str(_python()), str(SCRIPT)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, check=True, encoding="utf-8")
    told = json.loads(done.stdout)
    return Peer(told["seconds"], told["bootstrap"] / max(drawn, 1), told["megabytes"], told["results"])


def letter_python() -> Path:
    """The interpreter of the environment in which other libraries set letters."""
    return _made(LETTER_HOME, LETTER_PACKAGES)


def _python() -> Path:
    """The interpreter of the environment in which other libraries compute reports."""
    return _made(HOME, PACKAGES)


def _made(home: Path, packages: tuple[str, ...]) -> Path:
    """An environment's interpreter; made, and filled by pip, the first time."""
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = home / folder / ("python.exe" if sys.platform == "win32" else "python")
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *packages], check=True)
    return python
