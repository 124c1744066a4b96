"""A disk that loses what was not synced, or says no: built from the log of ``shim.c``."""

import atexit
import random
import struct
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import forks, worker

SECTOR = 512
_HEAD = struct.Struct("<cIQQ")


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that a process did to a file: ``W`` write, ``T`` truncate, ``S`` sync, ``U`` remove, ``N`` how many there were."""

    what: str
    name: str
    offset: int
    data: bytes


@cache
def shim() -> Path:
    """The library, compiled once a run."""
    folder = TemporaryDirectory(prefix="akashi-shim-")
    atexit.register(folder.cleanup)
    made = Path(folder.name) / "shim.so"
    source = str(Path(__file__).with_name("shim.c"))
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", str(made), source, "-ldl", "-lpthread"], check=True)
    return made


@dataclass(frozen=True, slots=True)
class Done:
    """How a run of the worker ended."""

    stdout: str
    stderr: str
    returncode: int | None


def run(office: Path, number: int, log: Path, **more: str) -> Done:
    """Let the worker save ``number`` findings behind the shim."""
    env = {"AKASHI_DISK_FOLDER": str(office.parent), "AKASHI_DISK_LOG": str(log), **more}
    fork = forks.start(partial(worker.main, office, number), log.with_suffix(".wrong"), str(shim()), **env)
    said = fork.rest()
    return Done(said, fork.wrong, fork.process.exitcode)


def calls(log: Path) -> list[Call]:
    """What the process did, in its order."""
    data, at, found = log.read_bytes(), 0, list[Call]()
    while at < len(data):
        what, length, offset, size = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        name = Path(data[at : at + length].decode()).name
        at += length
        kept = what in (b"W", b"R")
        found.append(Call(what.decode(), name, offset, data[at : at + size] if kept else b""))
        at += size if kept else 0
    return found


@dataclass(slots=True)
class _File:
    """Bytes that the disk keeps whatever happens, and the calls since the last sync, each of which it may have kept or not."""

    kept: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        for each in self.pending:
            apply(self.kept, each)
        self.pending.clear()


def apply(content: bytearray, call: Call, sectors: Sequence[int] | None = None) -> None:
    """Do a call to some bytes; of a torn write only these sectors."""
    if call.what == "T":
        content[call.offset :] = bytes(max(call.offset - len(content), 0))
        return
    end = call.offset + len(call.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if sectors is None:
        content[call.offset : end] = call.data
        return
    for n in sectors:
        part = call.data[n * SECTOR : (n + 1) * SECTOR]
        content[call.offset + n * SECTOR : call.offset + n * SECTOR + len(part)] = part


def crashes(
    start: Mapping[str, bytes], done: Sequence[Call], number: int, seed: int
) -> Iterator[tuple[dict[str, bytes], list[str]]]:
    """``number`` disks as a power cut may leave them, each with what was acknowledged by then."""
    chance = random.Random(seed)
    points = sorted(chance.choices(range(1, len(done) + 1), k=number))
    files = {name: _File(bytearray(content)) for name, content in start.items()}
    acks, at = bytearray(), 0
    for point in points:
        for call in done[at:point]:
            _take(files, acks, call)
        at = point
        yield {name: _left(file, chance) for name, file in files.items()}, acks.decode().split("\n")[:-1]


def _take(files: dict[str, _File], acks: bytearray, call: Call) -> None:
    if call.name == "acks":
        acks += call.data
    elif call.what in "WT" and not call.name.endswith("-shm"):
        files.setdefault(call.name, _File()).pending.append(call)
    elif call.what == "S" and call.name in files:
        files[call.name].sync()
    elif call.what == "U":
        files.pop(call.name, None)


def _left(file: _File, chance: random.Random) -> bytes:
    """Some of what was not synced, in any choice; every third write that stayed is torn."""
    content = bytearray(file.kept)
    share = chance.choice((0.0, 0.5, 0.9, 1.0))
    for call in file.pending:
        if chance.random() >= share:
            continue
        torn = call.what == "W" and chance.random() < 1 / 3
        count = -(-len(call.data) // SECTOR)
        apply(content, call, [n for n in range(count) if chance.random() < 1 / 2] if torn else None)
    return bytes(content)
