"""A process that saves findings and drafts as fast as it can, and says each one only once it is saved.

``python -m tests.faults.saver OFFICE SEED`` prints ``finding <criterion> <revision>`` or ``draft <criterion> <saving>``.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

from desktop.operations import findings, offices
from tests import builders


def main(where: Path | str, seed: int) -> None:
    """Save until killed."""
    chance = random.Random(seed)
    with offices.open_(where, builders.PASSPHRASE) as office:
        file = builders.case_file(office)
        *recorded, drafted = file.criteria
        base = {each.criterion: each.revision for each in file.findings}
        while True:
            criterion = chance.choice(recorded)
            text = f"{chance.getrandbits(36):x}：提出された資料から、必要な事実が確認できる。"
            draft = replace(builders.draft(file, criterion, text=text), base=base.get(criterion.key, 0))
            made = findings.record(office, builders.EXAMINER, draft)
            base[criterion.key] = made.revision
            print("finding", made.criterion, made.revision, made.reasons[0].text, flush=True)
            saved = findings.save_draft(office, builders.EXAMINER, replace(draft, criterion=drafted.key, base=0))
            print("draft", drafted.key, saved.saving, text, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
