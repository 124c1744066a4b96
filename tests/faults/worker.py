"""A process that saves findings in an office, some with an error of the disk under way, and says what was acknowledged.

``python -m tests.faults.worker OFFICE NUMBER``: each saved finding is a line in ``acks`` beside the office, written once the
save returned. A failure that has words goes to standard output by its code, and the work goes on; one without words ends it.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from desktop.operations import findings
from models.errors import AkashiError
from models.store.office import Office
from tests import builders

AGAIN = 10


def save(office: Office, number: int, acks: int) -> None:
    """Save findings one after another; each again while the disk says no, as a person would."""
    file = builders.case_file(office)
    base = {each.criterion: each.revision for each in file.findings}
    for n in range(number):
        criterion = file.criteria[n % len(file.criteria)]
        for _ in range(AGAIN):
            draft = builders.draft(file, criterion, text=f"{n}：提出された資料から、必要な事実が確認できる。")
            try:
                made = findings.record(office, builders.EXAMINER, replace(draft, base=base.get(criterion.key, 0)))
            except AkashiError as error:
                print(error.message.code, error.text("ja"), flush=True)
                continue
            base[criterion.key] = made.revision
            os.write(acks, f"{made.criterion} {made.revision}\n".encode())
            break


def main(where: Path, number: int) -> None:
    """Open, save, close."""
    acks = os.open(where.with_name("acks"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for _ in range(AGAIN):
        try:
            office = builders.opened(where)
        except AkashiError as error:
            print(error.message.code, error.text("ja"), flush=True)
            continue
        with office:
            try:
                save(office, number, acks)
            except AkashiError as error:
                print(error.message.code, error.text("ja"), flush=True)
                continue
        break
    print("end", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
