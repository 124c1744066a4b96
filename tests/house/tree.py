"""The files of the checkout, as the house tests read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("desktop", "models", "reports", "resources", "installer", "tests")
BINARY = {".ttf", ".png", ".ico", ".pdf", ".xlsx", ".akashi", ".qm", ".gz", ".zip"}
MADE = {".venv", ".dev", ".git", ".hypothesis", "build", "dist", "__pycache__"}


def made(part: str) -> bool:
    """True for a folder that a tool makes and git ignores."""
    return part in MADE or (part.startswith(".") and part.endswith("_cache"))


@cache
def files() -> tuple[Path, ...]:
    """Every file that is or would be committed; without git, every file but those that tools make."""
    listing = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(listing, capture_output=True, check=True, encoding="utf-8").stdout.split("\0")
        found = [ROOT / name for name in names if name]
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if not any(made(part) for part in path.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in set(found) if path.is_file()))


def name(path: Path) -> str:
    """The path as a person names it, from the checkout's root, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def texts() -> Iterator[tuple[str, str]]:
    """Every text file with its name and content."""
    for path in files():
        if path.suffix not in BINARY:
            yield name(path), path.read_text(encoding="utf-8-sig", errors="replace")


@cache
def sources() -> tuple[tuple[str, str, ast.Module], ...]:
    """Every Python file: its name, text and syntax tree."""
    found = []
    for path in files():
        if path.suffix == ".py":
            text = path.read_text(encoding="utf-8")
            found.append((name(path), text, ast.parse(text, filename=name(path))))
    return tuple(found)


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of the called name (``tr`` for ``self.tr(…)``)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")), node
