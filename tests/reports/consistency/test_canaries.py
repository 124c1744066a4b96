"""Names go in, and in no byte of what comes out does one stand: not in pages, cells, metadata or file names."""

from pathlib import Path

import numpy as np
import pytest

from desktop.operations import consistency
from desktop.operations.consistency import Asked
from models.consistency.values import Product
from tests.desktop.cli.registers import write_assessments, write_decisions
from tests.reports.consistency import papers, registers

NUMBER = 1000
FAMILY = "阿加多世羅名和真理恵比寿宇留奈"


def canaries(number: int) -> list[str]:
    """Names that occur nowhere else, Japanese and Latin."""
    random = np.random.default_rng(11)
    made = []
    for n in range(number):
        kanji = "".join(random.choice(list(FAMILY), 5))
        made.append(f"{kanji}{n:04}" if n % 2 else f"Zyqqa{n:04}vox")
    return made


@pytest.mark.parametrize("product", [Product.WORKING_PAPER, Product.RELEASE])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_canary_comes_out(tmp_path: Path, product: Product, lang: str) -> None:
    names = canaries(NUMBER)
    found = registers.decisions(number=2000, examiners=30)
    register = write_decisions(tmp_path / "r.csv", found)
    text = register.read_text(encoding="utf-8").splitlines()
    head = [text[0] + ",mix:household,reason:2"]
    for n, line in enumerate(text[1:]):
        cells = line.split(",")
        name = names[n % len(names)]
        cells[0] = f"{name}-{n}"
        cells[2] = f"{name.upper()}担当{cells[2]}" if n % 50 == 0 else f"担当{names[int(cells[2][1:]) % len(names)]}"
        cells[3] = name if n % 200 == 0 else cells[3]
        head.append(",".join([*cells, name if n % 3 == 0 else "", name if n % 5 == 0 else ""]))
    register.write_text("\n".join(head) + "\n", encoding="utf-8")
    readings = write_assessments(tmp_path / "a.csv", registers.readings(), prefix=names[1])
    asked = Asked(release=product is Product.RELEASE, bootstraps=20)
    report = consistency.of_register(asked, register, readings)
    assert report.population.decisions
    content = {name: papers.plain(each) for name, each in consistency.files(report, lang).items()}
    for name, each in content.items():
        assert not [canary for canary in names if canary.encode() in each or canary in name], name
        assert not [canary for canary in names if canary.encode("utf-16-be") in each], name
        assert not [canary for canary in names if canary.encode("cp932") in each], name
    ledger = tmp_path / "r.csv.akashi-ledger.json"
    if ledger.exists():
        assert not [canary for canary in names if canary in ledger.read_text(encoding="utf-8")]
