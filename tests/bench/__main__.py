"""``python -m tests.bench [--quick] [--json] [NAME…]``: prints ratios; exits 1 where one is over its limit."""

import argparse
import importlib
import json
import sys
from pathlib import Path

from tests.bench.measure import Ratio


def names() -> list[str]:
    """Every benchmark: the modules of this folder that begin with ``bench_``."""
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def main(argv: list[str] | None = None) -> int:
    """Run the named benchmarks, or all."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--quick", action="store_true", help="small sizes: shows that it runs, not how fast")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    unknown = set(args.names) - set(names())
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    found: list[Ratio] = []
    for name in args.names or names():
        for ratio in importlib.import_module(f"tests.bench.bench_{name}").run(args.quick):
            found.append(ratio)
            print(ratio.line(), file=sys.stderr if args.json else sys.stdout, flush=True)
    if args.json:
        shown = [
            {"name": r.name, "ours": r.ours, "theirs": r.theirs, "unit": r.unit, "ratio": r.ratio, "limit": r.limit}
            for r in found
        ]
        print(json.dumps({"quick": args.quick, "ratios": shown}, ensure_ascii=False, indent=1))
    return 0 if args.quick or all(each.holds for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
