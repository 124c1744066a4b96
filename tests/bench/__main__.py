"""``python -m tests.bench [--quick] [--peers] [--folder DIR] [--json] [NAME…]``: prints ratios; exits 1 where one is over its limit."""

import argparse
import importlib
import json
import os
import platform
import sys
from dataclasses import replace
from pathlib import Path

from tests.bench.measure import HEAD, ROUNDS, Ratio, Wanted


def names() -> list[str]:
    """Every benchmark: the modules of this folder that begin with ``bench_``."""
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def main(argv: list[str] | None = None) -> int:
    """Run the named benchmarks, or all."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--quick", action="store_true", help="small sizes: shows that it runs, not how fast")
    parser.add_argument(
        "--peers",
        action="store_true",
        help="measure pandas, statsmodels and krippendorff too (pip installs them apart)",
    )
    parser.add_argument(
        "--peer-rounds", type=int, default=ROUNDS, metavar="N", help="how often the peers run (a minute each); medians"
    )
    parser.add_argument("--folder", type=Path, help="keep the office there, and use it again")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    unknown = set(args.names) - set(names())
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    found: list[Ratio] = []
    wanted, out = (
        Wanted(args.quick, args.peers, args.folder, max(args.peer_rounds, 1)),
        sys.stderr if args.json else sys.stdout,
    )
    print(_machine(), HEAD, sep="\n", file=out, flush=True)
    for name in args.names or names():
        for measured in importlib.import_module(f"tests.bench.bench_{name}").run(wanted):
            # Limits are for the full size: what is constant weighs more on a small office.
            ratio = replace(measured, limit=None) if args.quick and measured.unit else measured
            found.append(ratio)
            print(ratio.line(), file=out, flush=True)
    if args.json:
        shown = [
            {"name": r.name, "ours": r.ours, "theirs": r.theirs, "unit": r.unit, "ratio": r.ratio, "limit": r.limit}
            for r in found
        ]
        print(json.dumps({"quick": args.quick, "ratios": shown}, ensure_ascii=False, indent=1))
    return 0 if args.quick or all(each.holds for each in found) else 1


def _machine() -> str:
    """What it ran on, and how busy that was: only ratios taken in one run count."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores{load}; medians of {ROUNDS}, in turns"


if __name__ == "__main__":
    sys.exit(main())
