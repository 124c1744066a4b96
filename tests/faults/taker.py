"""A process that takes every next case and names them: ``python -m tests.faults.taker OFFICE LOGIN``."""

import sys
from pathlib import Path

from desktop.operations import cases, offices
from tests import builders


def main(where: Path, login: str) -> None:
    """Take until there is none."""
    actor = next(each for each in builders.EVERYONE if each.login == login)
    with offices.open_(where, builders.PASSPHRASE) as office:
        print("ready", flush=True)
        sys.stdin.readline()
        while case := cases.take_next(office, actor):
            print(case, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
