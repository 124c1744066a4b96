"""Damages good import files at random and reads them, many in one process: ``python -m tests.faults.mutants NUMBER SEED``.

Prints one JSON object: how many were read and refused, what went wrong in any other way, and the peak memory in MB. The
spreadsheets are read by the code of the reading process, but in this one: a process for each would allow few.
"""

import io
import json
import random
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

from models.errors import AkashiError, BadInput
from models.intake import xlsx_in, xlsx_worker
from models.intake.gather import gather
from models.intake.schemas import SCHEMAS
from models.intake.xlsx_guard import Limits
from resources import messages
from tests.bench.measure import own_peak
from tests.models.intake.tables import CASES, OBLIGATIONS, book, case, month, text

TOKENS = (
    b'"', b",", b"\r\n", b"\n", b"\r", b"\t", b";", b"\x00", b"\xff", b"\x81", b"\xe3\x81", b"\xef\xbb\xbf", b"=1+1", b"-1",
    b"9" * 20, b"1e999", b"&lt;", b"<", b">", b"&x;", b"</row>", b"<c>", b"</c>", b't="s"', b'r="XFD1048576"', b'r="A0"',
    "令和".encode(), "２月３０日".encode("cp932"), "\u202e".encode(), "\U000e0100".encode(), b"PK\x03\x04", b"%PDF",
)  # fmt: skip
SHEETS = 5
"""One file in so many is a spreadsheet: each takes as long as ten of the others."""


class Heard:
    """Stands for the pipe of the reading process and keeps what was sent."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    def send_bytes(self, content: bytes) -> None:
        """Keep one message."""
        self.sent.append(json.loads(content))

    def close(self) -> None:
        """Nothing to close."""


def _here(path: Path, known: Any, limits: Limits, _beat: Any) -> Iterator[dict[str, Any]]:
    """As ``xlsx_in._talk``, in this process."""
    heard = Heard()
    xlsx_worker._tell(cast("Any", heard), str(path), frozenset(known), limits)
    for content in heard.sent:
        if "error" in content:
            raise BadInput(content["error"], file=path.name)
        yield content


@cache
def _good() -> dict[str, tuple[str, bytes]]:
    rows = [month(), month(period="2025-06"), month(period="2025/1", duty="住民税")]
    people = [case(), case(case="A-002", name="𠮷田 邊󠄀")]
    return {
        "obligations": (text(OBLIGATIONS, rows), book(OBLIGATIONS, rows)),
        "cases": (text(CASES, people), book(CASES, people)),
    }


def mutant(draw: random.Random) -> tuple[str, bytes]:
    """A kind of file and a damaged file of it; now and then of another kind, or of nothing at all."""
    what = draw.choice(sorted(_good()))
    plain, sheet = _good()[what]
    if draw.random() < 0.05:
        return draw.choice(sorted(SCHEMAS)), draw.randbytes(draw.randrange(400))
    if draw.randrange(SHEETS):
        return what, _cut(draw, plain.encode(draw.choice(("utf-8", "utf-8-sig", "cp932", "utf-16")), "replace"))
    return what, _cut(draw, sheet) if draw.random() < 0.3 else _inside(draw, sheet)


def _cut(draw: random.Random, data: bytes) -> bytes:
    for _ in range(draw.randrange(1, 7)):
        at = draw.randrange(len(data) + 1)
        token = draw.choice(TOKENS) if draw.random() < 0.7 else draw.randbytes(draw.randrange(7))
        data = data[:at] + token + data[at + draw.randrange(13) :]
    return data


def _inside(draw: random.Random, data: bytes) -> bytes:
    """One part of a spreadsheet damaged, the archive itself whole."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        hurt = draw.choice([name for name in names if name.endswith((".xml", ".rels"))])
        for name in names:
            new.writestr(name, _cut(draw, old.read(name)) if name == hurt else old.read(name))
    return made.getvalue()


def run(number: int, seed: int, folder: Path) -> dict[str, object]:
    """Read ``number`` mutants: every one ends with rows, or with words in both languages."""
    vars(xlsx_in)["_talk"] = _here  # this process is only for that
    ended: Counter[str] = Counter()
    wrong: list[str] = []
    for at in range(number):
        draw = random.Random(f"{seed}/{at}")
        what, data = mutant(draw)
        path = folder / "file.csv"
        path.write_bytes(data)
        try:
            gather(what, path)
            ended["read"] += 1
        except AkashiError as refused:
            ended["refused"] += 1
            if not all(
                refused.text(lang).strip() and "intake." not in refused.text(lang) for lang in messages.LANGUAGES
            ):
                wrong.append(f"{seed}/{at}: no words: {refused.message.code}")
        except BaseException:  # noqa: BLE001  a reader of Rust panics past Exception
            wrong.append(f"{seed}/{at}: {traceback.format_exc(limit=-4)}")
    return {"files": number, **ended, "wrong": wrong[:20], "wrongs": len(wrong), "peak_mb": own_peak()}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as where:
        print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), Path(where)), ensure_ascii=False, indent=1))
