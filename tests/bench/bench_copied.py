"""Copied reasoning among a hundred thousand reasons: the fingerprints taken, one case looked up, against reading every text."""

import random
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop.operations import copying, offices
from models.records import service as records
from models.records.values import Act
from models.store.office import Office
from models.wording.copied import service
from models.wording.copied.compare import overlap, own_part
from models.wording.copied.prints import folded
from models.wording.copied.service import Said
from tests.bench.measure import Ratio, Wanted, of_each, seconds

PASSPHRASE = "bench-passphrase"
_WHO = "申請人 会社 市役所 年金事務所 家族 勤め先".split()
_WHAT = "納付書 届出 証明書 給与の記録 口座の記録 離職票 転入の届 分割の相談".split()
_DID = "を期限の後に出しています|を確かめました|が残っていません|と説明が合いません|は9月のものです|を窓口で受け取りました".split(
    "|"
)
_WHY = "そのため|一方で|ただし|記録によれば|説明では|面談では".split("|")


def run(wanted: Wanted) -> Iterator[Ratio]:
    """Indexing, then one reason looked up in all of them."""
    count = 3_000 if wanted.quick else 100_000
    draw = random.Random(1)
    texts = [_reason(draw) for _ in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        office = offices.create(Path(folder) / "o.akashi", PASSPHRASE, name="速さの事務所")
        try:
            before = _size(office)
            _record(office, texts)
            between = _size(office)
            taken = seconds(lambda: copying.keep_up(office))
            added = (_size(office) - between) / 1e6
            yield Ratio(
                "fingerprints of all reasons / 60 seconds",
                taken,
                60.0,
                "s",
                1.0,
                f"{count:,} reasons, {added:.0f} MB beside {(between - before) / 1e6:.0f}",
            )
            mine = texts[count // 2]
            found, read = of_each([lambda: _looked_up(office, mine), lambda: _read_all(texts, mine)])
            yield Ratio("one reason looked up / reading all", found, read, "s", 0.2, f"{found * 1_000:.1f} ms")
        finally:
            office.close()


def _reason(draw: random.Random) -> str:
    parts = (f"{draw.choice(_WHY)}、{draw.choice(_WHO)}の{draw.choice(_WHAT)}{draw.choice(_DID)}。" for _ in range(4))
    return f"{date(2025, 1 + draw.randrange(12), 1):%Y年%m月}分は、{draw.randrange(90)}日遅れています。" + "".join(
        parts
    )


def _record(office: Office, texts: list[str]) -> None:
    for start in range(0, len(texts), 5_000):
        with office.begin() as session:
            acts = [
                (Act("examiner1", "finding_recorded", _content(text), f"C-{start + at:06}"), ())
                for at, text in enumerate(texts[start : start + 5_000])
            ]
            records.append_many(session, acts)


def _content(text: str) -> dict[str, object]:
    return {"criterion": "pension", "finding": "not_met", "reasons": [{"code": "P-01", "text": text}]}


def _looked_up(office: Office, mine: str) -> None:
    with office.read() as session:
        assert service.copied(session, "mine", "examiner1", [Said("pension", mine)], frozenset())


def _read_all(texts: list[str], mine: str) -> None:
    text = folded(mine)
    own = own_part(text, frozenset())
    assert [each for each in texts if overlap(mine, text, own, folded(each)).counts]


def _size(office: Office) -> int:
    where = Path(str(office.location))
    return sum(each.stat().st_size for each in where.parent.glob(where.name + "*"))
