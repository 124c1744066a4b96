"""A process that takes a thousand canary values through the flows of an office, and looks at everything that is written.

``python -m tests.faults.canaries FOLDER NUMBER``: home, temporary and data folders lie under ``FOLDER``; what a person asked
to have outside goes to ``FOLDER/asked`` and may hold them. Says as JSON where a canary stood in the clear. A file is looked at
before it is removed, too.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.cli import main as command_line
from desktop.operations import anchoring, backups, drills, findings, packets, restoring
from desktop.operations import cases as case_ops
from desktop.operations import decisions as decision_ops
from models.cases import service as cases
from models.decisions.values import Outcome
from models.people.values import CONSOLE
from models.store.office import Office
from tests import builders

MARK = "KANARI7"
FORMS = (MARK.encode(), MARK.encode("utf-16-le"))


def canary(number: int) -> str:
    """A value that stands nowhere else."""
    return f"{MARK}X{number:05}"


class Watch:
    """Looks at files: each that is removed, and at the end each that is there."""

    def __init__(self, asked: Path) -> None:
        self.asked, self.found, self.looked = asked, list[str](), 0
        self.busy = False

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        """An audit hook: a file is about to be removed."""
        if event != "os.remove" or self.busy:
            return
        path, folder = args[0], args[1]
        if isinstance(path, str | os.PathLike):
            within = Path(f"/proc/self/fd/{folder}") if isinstance(folder, int) and folder >= 0 else Path()
            self.look(within / path)

    def look(self, path: Path) -> None:
        """Note a file that holds a canary in its bytes or in its name."""
        self.busy = True
        try:
            if path.is_file() and not path.is_relative_to(self.asked):
                content = path.read_bytes() + os.fsencode(path.name)
                self.looked += 1
                if any(form in content for form in FORMS):
                    self.found.append(str(path))
        finally:
            self.busy = False


def fill(office: Office, number: int) -> None:
    """As many canaries in names, readings, addresses, agents, texts of findings and drafts."""
    new = [
        builders.new_case(f"B-{n:05}", name=canary(n), name_reading=canary(n), address=canary(n), agent=canary(n))
        for n in range(number)
    ]
    with office.begin() as session:
        cases.insert_new(session, CONSOLE, new, {"what": "cases"})
    builders.ready_case(office, "A-001", name=canary(number), address=canary(number))
    builders.find_all(office)
    file = builders.case_file(office)
    text = f"{canary(number + 1)}：提出された資料から、この項目について必要な事実が確認できる。"
    draft = replace(builders.draft(file, file.criteria[0], text=text), base=file.findings[0].revision)
    findings.save_draft(office, builders.EXAMINER, draft)
    findings.record(office, builders.EXAMINER, replace(draft, base=1))


def _tried(act: Callable[[], object]) -> None:
    """A refusal is a flow too: what it leaves behind is looked at like the rest."""
    try:
        act()
    except Exception as error:  # noqa: BLE001  whatever it is, it must not leave a canary
        print(type(error).__name__, file=sys.stderr)


def flows(folder: Path, number: int) -> None:
    """Cases in, findings, refusals, backups, a restore, a drill, a packet, commands, and a crash."""
    (folder / "asked").mkdir()
    with builders.office(folder) as office:
        anchoring.keep(office)
        fill(office, number)
        case_ops.open_case(office, builders.SUPERVISOR, "A-001")
        _tried(lambda: decision_ops.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, canary(number + 2)))
        _tried(lambda: case_ops.take(office, builders.AUDITOR, "A-001"))
        made = backups.make(office, folder / "backup.akashi")
        backups.automatic(office)
        drills.run(office, builders.PASSPHRASE)
        packet = packets.export(office, builders.SUPERVISOR, "A-001", redacted=False) if _decided(office) else None
        if packet is not None:
            (folder / "asked" / "packet.zip").write_bytes(packet.content)
    restoring.restore(made.path, folder / "restored.akashi", builders.PASSPHRASE)
    where = ["--office", str(folder / "office.akashi")]
    for line in (["case", "show", "A-001"], ["case", "list"], ["verify"], ["case", "show", canary(1)]):
        command_line([*line, *where, "--json"])
    _crash(where)


def _decided(office: Office) -> bool:
    return builders.case_file(office).case.state.value == "countersigned"


def _crash(where: list[str]) -> None:
    """An error nobody foresaw, with a canary in its words."""
    from models.cases import service

    def fails(*_: object) -> object:
        raise RuntimeError(canary(2))

    vars(service)["listing"] = fails  # this process is only for that
    command_line(["case", "list", *where])


def main(folder: Path, number: int) -> None:
    """Do everything, then look at everything."""
    tempfile.tempdir = None
    watch = Watch(folder / "asked")
    sys.addaudithook(watch)
    with contextlib.redirect_stdout(io.StringIO()):  # what a person asked to see
        flows(folder, number)
    for path in folder.rglob("*"):
        watch.look(path)
    crashes = [str(each) for each in folder.rglob("crashes/*")]
    print(json.dumps({"found": watch.found, "looked": watch.looked, "crashes": len(crashes)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
