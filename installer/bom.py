"""The bill of materials: every library and font that is shipped, with version, hashes and licence (CycloneDX 1.5), and the tools."""

import json
import platform
import re
import uuid
from importlib import metadata
from pathlib import Path

from installer import parts

TOOLS = (
    (
        "PyInstaller",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "freezes; its start program is shipped in the programs",
    ),
    ("NSIS", "Zlib", "makes the installer; its start program is shipped in the installer"),
)
"""What builds, and is not a part of the program. PyInstaller's exception allows programs of any licence."""
_PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==([^\s;]+)((?:[^\n]|\n )*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def libraries(lock: str) -> list[dict[str, object]]:
    """The locked libraries. Where two versions are locked for two Pythons, both are named."""
    found: list[dict[str, object]] = []
    for name, version, rest in _PIN.findall(lock):
        found.append(
            {
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name}@{version}",
                "licenses": [{"license": {"name": licence(name)}}],
                "hashes": [{"alg": "SHA-256", "content": each} for each in _HASH.findall(rest)],
            }
        )
    return found


def licence(name: str) -> str:
    """What a library says of its licence, where it is installed."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "not installed where the package was made; see the library"
    said = {name: told.get_all(name) or [""] for name in ("License-Expression", "License", "Classifier")}
    classified = [line.rsplit("::", 1)[1].strip() for line in said["Classifier"] if "License ::" in line]
    first = said["License-Expression"][0] or " / ".join(classified) or said["License"][0].partition("\n")[0]
    return first or "see the library"


def fonts() -> list[dict[str, object]]:
    """The fonts, whose licences lie beside them."""
    ipa = "IPA Font License Agreement v1.0"
    return [
        {
            "type": "data",
            "name": file.name,
            "licenses": [{"license": {"name": ipa if file.name.startswith("ipa") else "OFL-1.1"}}],
        }
        for file in sorted((parts.ROOT / "resources" / "fonts").glob("*.ttf"))
    ]


def interpreter() -> dict[str, object]:
    """Python, whose interpreter and standard library are shipped: of the version that freezes (in the rehearsal: that packages)."""
    version = platform.python_version()
    return {
        "type": "library",
        "name": "Python",
        "version": version,
        "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def document(version: str) -> dict[str, object]:
    """The whole bill."""
    tools = [
        {"type": "application", "name": n, "licenses": [{"license": {"name": w}}], "description": d}
        for n, w, d in TOOLS
    ]
    lock = (parts.ROOT / "requirements.lock").read_text("utf-8")
    program = {
        "type": "application",
        "name": parts.NAME,
        "version": version,
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, f"akashi {version} {lock}").urn,
        "version": 1,
        "metadata": {"component": program, "tools": {"components": tools}},
        "components": [interpreter(), *libraries(lock), *fonts()],
    }


def write(where: Path, version: str) -> Path:
    """Write the bill."""
    where.write_text(json.dumps(document(version), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return where
