"""A process that opens an office of an older schema, and with that upgrades it; at the given statement it kills itself.

``python -m tests.faults.upgrader OFFICE N``: the ``N``-th statement that the migration runs is never answered; with 0 none.
It says ``done`` and how many statements there were.
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import Engine, event

from tests import builders


def main(where: Path, last: int) -> None:
    """Open it, or die on the way."""
    number = 0

    def counted(*_: object) -> None:
        nonlocal number
        number += 1
        if number == last:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", counted)
    event.listen(Engine, "commit", counted)
    with builders.opened(where):
        print("done", number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
