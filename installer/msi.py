"""Writes the source of the per-machine MSI: every file of the frozen folder, a Start-menu entry, the file type.

The notation is WiX 3's, which both WiX on Windows and wixl on Linux read. Texts stay in ASCII: wixl writes no code page.
"""

import uuid
from pathlib import Path
from xml.etree import ElementTree

from installer import about, parts

_SPACE = uuid.UUID("5b4f3c5e-6f8e-5d0c-9b1a-3f6c1f7f0a11")
UPGRADE_CODE = str(uuid.uuid5(_SPACE, "upgrade")).upper()
"""The same for every version: Windows knows by it that one replaces another."""
_WIX = "http://schemas.microsoft.com/wix/2006/wi"
_CLASSES = "Software\\Classes\\"


def source(folder: Path, version: str) -> str:
    """The WiX source of a package that installs ``folder`` for everybody on the computer.

    Files are named from the folder on: wixl reads no absolute path, so the packager runs in the folder.
    """
    root = ElementTree.Element("Wix", xmlns=_WIX)
    product = _add(
        root, "Product", Id="*", Name=parts.NAME, Language="1041", Codepage="1252", Manufacturer=parts.PUBLISHER,
        Version=".".join(map(str, about.four(version)[:3])), UpgradeCode=UPGRADE_CODE,
    )  # fmt: skip
    _add(
        product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine", Platform="x64",
        Description=f"{parts.NAME} {version}",
    )  # fmt: skip
    _add(product, "MajorUpgrade", DowngradeErrorMessage="A newer version of Akashi is installed already.")
    _add(product, "Media", Id="1", Cabinet="akashi.cab", EmbedCab="yes", CompressionLevel="high")
    target = _add(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = _add(target, "Directory", Id="ProgramFiles64Folder")
    home = _add(programs, "Directory", Id="INSTALLDIR", Name=parts.NAME)
    ids = _folder(home, folder, folder)
    menu = _add(target, "Directory", Id="ProgramMenuFolder")
    ids += [_shortcut(menu), _file_type(home)]
    feature = _add(product, "Feature", Id="Program", Level="1", Title=parts.NAME)
    for each in ids:
        _add(feature, "ComponentRef", Id=each)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n"


def _add(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)


def name_of(kind: str, path: str) -> str:
    """An identifier for a path: the same in every build, so that an upgrade sees the same component."""
    return f"{kind}_{uuid.uuid5(_SPACE, path).hex}"


def _folder(parent: ElementTree.Element, folder: Path, root: Path) -> list[str]:
    """One component a file, as the key path of each component is its file; their identifiers."""
    ids = []
    for each in sorted(folder.iterdir()):
        place = each.relative_to(root).as_posix()
        if each.is_dir():
            ids += _folder(_add(parent, "Directory", Id=name_of("d", place), Name=each.name), each, root)
            continue
        ids.append(name_of("c", place))
        component = _component(parent, ids[-1], place)
        _add(component, "File", Id=name_of("f", place), Name=each.name, Source=place, KeyPath="yes")
    return ids


def _component(parent: ElementTree.Element, name: str, place: str) -> ElementTree.Element:
    guid = str(uuid.uuid5(_SPACE, "component " + place)).upper()
    return _add(parent, "Component", Id=name, Guid=guid, Win64="yes")


def _shortcut(menu: ElementTree.Element) -> str:
    component = _component(menu, "c_shortcut", "shortcut")
    _add(
        component,
        "Shortcut",
        Id="StartMenu",
        Name=parts.NAME,
        Target="[INSTALLDIR]Akashi.exe",
        WorkingDirectory="INSTALLDIR",
    )
    _value(component, "Software\\Akashi\\Installed", "StartMenu", "1", key="yes")
    return "c_shortcut"


def _file_type(home: ElementTree.Element) -> str:
    component = _component(home, "c_type", "file type")
    _value(component, _CLASSES + ".akashi", "", "Akashi.Office", key="yes")
    _value(component, _CLASSES + "Akashi.Office", "", "Akashi office")
    _value(component, _CLASSES + "Akashi.Office\\DefaultIcon", "", "[INSTALLDIR]Akashi.exe,0")
    _value(component, _CLASSES + "Akashi.Office\\shell\\open\\command", "", '"[INSTALLDIR]Akashi.exe" --office "%1"')
    return "c_type"


def _value(component: ElementTree.Element, key_name: str, name: str, value: str, key: str = "") -> None:
    more = {"Name": name} if name else {}
    more |= {"KeyPath": key} if key else {}
    _add(component, "RegistryValue", Root="HKLM", Key=key_name, Type="string", Value=value, **more)
