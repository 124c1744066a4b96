"""Make or check the answers that two independent programs give on random rating matrices.

``python tests/golden/consistency/regenerate.py`` writes ``agreement.npz`` anew; with ``--check`` it compares instead and exits 1 on a
difference. Each oracle lives in an environment of its own under a temporary directory and is never shipped: ``krippendorff`` is GPL, and
``irrCAC`` pins old versions of everything. Only numbers come back.
"""

import argparse
import importlib
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "agreement.npz"
ORACLES = {"krippendorff": ["krippendorff==0.9.0", "numpy"], "irrCAC": ["irrCAC==0.4.4"]}
METRICS = ("nominal", "ordinal", "interval", "ratio")
COEFFICIENTS = ("gwet", "fleiss", "conger", "bp")
MATRICES, FOR_IRRCAC, SEED = 1000, 250, 20260401
Array = npt.NDArray[Any]


def matrices(seed: int = SEED, number: int = MATRICES) -> list[Array]:
    """Random raters x units matrices of 1 to 6, 0 a gap: raters who agree by more than chance, with up to 45 % gaps."""
    rng = np.random.default_rng(seed)
    made: list[Array] = []
    while len(made) < number:
        raters, units, levels = int(rng.integers(2, 7)), int(rng.integers(5, 26)), int(rng.integers(2, 7))
        truth = rng.integers(1, levels + 1, units)
        blind = rng.integers(1, levels + 1, (raters, units))
        ratings = np.where(rng.random((raters, units)) < rng.random(), truth, blind)
        ratings[rng.random((raters, units)) < rng.random() * 0.45] = 0
        if _usable(ratings):
            made.append(ratings.astype(np.int8))
    return made


def _usable(ratings: Array) -> bool:
    """Two units rated twice, two values among them, every rater has rated: what all oracles accept."""
    pairable = ratings[:, (ratings > 0).sum(axis=0) >= 2]
    return (
        pairable.shape[1] >= 2 and len(np.unique(pairable[pairable > 0])) >= 2 and bool((ratings > 0).any(axis=1).all())
    )


def packed(every: list[Array]) -> dict[str, Array]:
    """All matrices in one vector, with their shapes."""
    shapes = np.array([each.shape for each in every], dtype=np.int16)
    return {"ratings": np.concatenate([each.ravel() for each in every]), "shapes": shapes}


def unpacked(stored: Any) -> list[Array]:
    """The matrices of ``packed``, as floats with NaN for gaps."""
    ends = np.cumsum([rows * columns for rows, columns in stored["shapes"]])
    flat = np.split(stored["ratings"].astype(float), ends[:-1])
    made = [part.reshape(shape) for part, shape in zip(flat, stored["shapes"], strict=True)]
    return [np.where(each > 0, each, np.nan) for each in made]


def ask_krippendorff(every: list[Array]) -> Array:
    """Alpha of each matrix under each metric."""
    oracle = importlib.import_module("krippendorff")
    return np.array([[oracle.alpha(each, level_of_measurement=metric) for metric in METRICS] for each in every])


def ask_irrcac(every: list[Array]) -> Array:
    """Coefficients of the first matrices, and the standard error of AC1."""
    frame, raw = importlib.import_module("pandas").DataFrame, importlib.import_module("irrCAC.raw")
    answers = []
    for each in every[:FOR_IRRCAC]:
        table = raw.CAC(frame(each.T), digits=12)
        found = {name: getattr(table, name)()["est"] for name in COEFFICIENTS}
        values = [float(found[name]["coefficient_value"]) for name in COEFFICIENTS]
        answers.append([*values, float(found["gwet"]["se"])])
    return np.array(answers)


ASK: dict[str, Callable[[list[Array]], Array]] = {"krippendorff": ask_krippendorff, "irrCAC": ask_irrcac}


def answer(oracle: str, folder: Path) -> Array:
    """An oracle's answers, from an environment made for it in ``folder``."""
    place = folder / oracle
    venv.create(place, with_pip=True)
    python = next(path for path in (place / "bin/python", place / "Scripts/python.exe") if path.exists())
    subprocess.run([python, "-m", "pip", "install", "--quiet", *ORACLES[oracle]], check=True)
    asked, out = folder / "asked.npz", folder / f"{oracle}.npy"
    np.savez(asked, **packed(matrices()))  # type: ignore[arg-type]  # numpy types the names of arrays as a flag
    subprocess.run([python, __file__, "--oracle", oracle, "--asked", str(asked), "--out", str(out)], check=True)
    found: Array = np.load(out)
    return found


def fresh() -> dict[str, Array]:
    """Everything made anew."""
    with tempfile.TemporaryDirectory() as folder:
        answers = {oracle: answer(oracle, Path(folder)) for oracle in ORACLES}
    return {**packed(matrices()), **answers}


def differences() -> list[str]:
    """What of the stored answers is no longer what the oracles say."""
    made, stored = fresh(), np.load(GOLDEN)
    return [
        name
        for name, values in made.items()
        if not np.allclose(stored[name], values, rtol=0, atol=1e-12, equal_nan=True)
    ]


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--oracle", choices=list(ORACLES))
    parser.add_argument("--asked", type=Path)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    if chosen.oracle:
        np.save(chosen.out, ASK[chosen.oracle](unpacked(np.load(chosen.asked))))
        return 0
    if chosen.check:
        changed = differences()
        print("\n".join(changed) or "all answers as stored", file=sys.stderr)
        return 1 if changed else 0
    np.savez_compressed(GOLDEN, **fresh())  # type: ignore[arg-type]  # numpy types the names of arrays as a flag
    return 0


if __name__ == "__main__":
    sys.exit(main())
