"""The last resort: an error nobody foresaw becomes a local file without any content of a case, and a sentence."""

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

_HERE = Path(__file__).resolve().parents[2]


def write(error: BaseException, folder: Path) -> Path | None:
    """Write what went wrong where, without what it was about: no messages of errors, no values. ``None`` if it cannot be."""
    now = datetime.now(UTC)
    path = folder / "crashes" / f"{now:%Y%m%dT%H%M%S}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(scrubbed(error, now), encoding="utf-8")
    except OSError:
        return None
    return path


def scrubbed(error: BaseException, now: datetime) -> str:
    """Types of the errors, files, lines and functions; the texts of errors may hold names and are left out."""
    lines = [f"Akashi {now:%Y-%m-%dT%H:%M:%SZ}", f"Python {platform.python_version()} on {platform.system()}"]
    each: BaseException | None = error
    while each is not None:
        lines.append(type(each).__module__ + "." + type(each).__name__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(each.__traceback__)
        ]
        each = each.__cause__ or each.__context__
    return "\n".join(lines) + "\n"


def _short(filename: str) -> str:
    """A path without the folders of this computer, which may name its owner."""
    path = Path(filename)
    return str(path.relative_to(_HERE)) if path.is_relative_to(_HERE) else path.name
