"""The list of licences in the guide, made from the lock file and from what each installed library says of itself.

``python -m tests.house.licences`` writes it anew, after the libraries changed.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import resources
from installer.bom import libraries, licence

LOCK = Path(__file__).parents[2] / "requirements.lock"
SAID_ELSEWHERE = {
    "sqlcipher3": "Zlib; SQLCipher BSD-3-Clause; SQLite public domain",
    "tzdata": "Apache-2.0; data public domain",
    "pypdfium2": "BSD-3-Clause, Apache-2.0; PDFium BSD-3-Clause",
}
"""Whose metadata say nothing, or are read on Windows only: from their own licence files."""
DYNAMIC = frozenset({"psycopg", "psycopg-binary", "pyside6-essentials", "shiboken6"})
"""Under the LGPL: shipped unchanged as libraries of their own, which anybody may replace."""
EN = (
    "Akashi is free software under the Apache License 2.0. These libraries are shipped with it, unchanged. Those under the LGPL lie "
    "beside the program as files of their own and can be replaced. The fonts are under the SIL Open Font License and the IPA Font "
    "License; their texts lie beside them. Every release carries a bill of materials with the hash of each part."
)
JA = (
    "Akashi は Apache License 2.0 のフリーソフトウェアです。次のライブラリを変更せずに同梱しています。"
    "LGPL のものはプログラムとは別のファイルで、差し替えられます。"
    "フォントは SIL Open Font License と IPA フォントライセンスで、本文はフォントのそばにあります。"
    "配布物には、部品ごとのハッシュを載せた部品表が付きます。"
)
HEADS = {
    "en": ("Licences", EN, "Library", "Version", "Licence"),
    "ja": ("ライセンス", JA, "ライブラリ", "版", "ライセンス"),
}


def listed() -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of each shipped library; two versions for two Pythons stand in one line."""
    versions: dict[str, list[str]] = {}
    for each in libraries(LOCK.read_text("ascii")):
        versions.setdefault(str(each["name"]), []).append(str(each["version"]))
    for name, several in sorted(versions.items()):
        said = SAID_ELSEWHERE.get(name) or licence(name)
        yield name, ", ".join(dict.fromkeys(several)), re.sub(r"\s+", " ", said)


def page(lang: str) -> str:
    """The page of the guide."""
    title, words, *head = HEADS[lang]
    rows = [" | ".join(row) for row in listed()]
    table = [" | ".join(head), " | ".join("---" for _ in head), *rows]
    return f"# {title}\n\n{words}\n\n" + "".join(f"| {row} |\n" for row in table)


def main() -> None:
    """Write both."""
    for lang in HEADS:
        (resources.guide_dir() / lang / "licences.md").write_text(page(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
