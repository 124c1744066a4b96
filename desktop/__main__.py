"""``python -m desktop``, and the program's own entry."""

import sys
from multiprocessing import freeze_support


def main() -> int:
    """Run the command line; without a command, the desk. The exit status."""
    from desktop.cli import main as run

    return run()


if __name__ == "__main__":
    freeze_support()  # the frozen program starts itself again to read spreadsheets apart
    sys.exit(main())
