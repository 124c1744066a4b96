"""The restore drill of an office of a hundred thousand decided cases: at most ten minutes; and the walk of its whole record."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from desktop.operations import drills, records
from tests.bench import grown
from tests.bench.measure import Ratio, Wanted

CASES, QUICK = 100_000, 500
LIMIT = 600.0
"""Seconds (the issue's figure: back at work within ten minutes)."""
RATE = 60 / 1_000_000
"""Seconds an event: a million within a minute, whatever rows they wrote besides."""


def run(wanted: Wanted) -> Iterator[Ratio]:
    """By the clock. Growing the office takes minutes; with a folder it is kept."""
    cases = QUICK if wanted.quick else CASES
    with ExitStack() as stack:
        folder = wanted.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="akashi-bench-")))
        folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        office = stack.enter_context(grown.office(folder / f"grown-{cases}.akashi", cases))
        counts, size = office.counts(), office.location.file.stat().st_size
        print(f"grown in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        began, used = time.monotonic(), time.process_time()
        done = drills.run(office, grown.PASSPHRASE)
        took, used = time.monotonic() - began, time.process_time() - used
        said = (
            f"{counts['case']:,} cases, {sum(counts.values()):,} rows, {size / 1e9:.1f} GB; {used:.0f} s of processor"
        )
        ways = f"backup {done.backup_seconds:.0f} s, restore and proof {done.restore_seconds:.0f} s"
        yield Ratio("restore drill / ten minutes", took, LIMIT, "s", 1.0, f"{said}; {ways}")
        began = time.monotonic()
        found = records.proven(office)
        assert found.ok, found
        took = time.monotonic() - began
        note = f"{found.events:,} events with every row they wrote; told"
        yield Ratio("whole verification / a minute a million", took, RATE * found.events, "s", None, note)
