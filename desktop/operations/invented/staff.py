"""The people and the letterhead of the synthetic office."""

from desktop.operations.invented.people import data
from models.localized import Localized
from models.people.values import Person, Role
from models.store.keys import Hardness
from models.store.values import OfficeSettings

PASSWORD = "sample"
HARDNESS = Hardness(memory_kib=8_192, passes=1)
"""Softer than for people: the password is printed on the box."""

OTHERS = ("supervisor1", "supervisor2", "rules1", "auditor1", "admin1")


def staff(examiners: int) -> tuple[Person, ...]:
    """Everyone who works there. Examiners are divided among the units."""
    told, units = data("names")["staff"], data("life")["units"]
    names = told["examiners"]
    found = [
        Person(f"examiner{n + 1}", names[n % len(names)], Role.EXAMINER, units[n % len(units)])
        for n in range(examiners)
    ]
    heads = [
        Person(f"supervisor{n + 1}", name, Role.SUPERVISOR, units[n]) for n, name in enumerate(told["supervisors"])
    ]
    return (
        *found,
        *heads,
        Person("rules1", told["rules"], Role.RULE_KEEPER, None),
        Person("auditor1", told["auditor"], Role.AUDITOR, None),
        Person("admin1", told["administrator"], Role.ADMINISTRATOR, None),
    )


def settings() -> OfficeSettings:
    """A bureau that does not exist; its telephone number is one that is never given out."""
    return OfficeSettings(
        name="見本の事務所",
        authority=Localized.of(ja="青葉出入国在留管理局", en="Aoba Regional Immigration Services Bureau"),
        unit=Localized.of(ja="永住審査部門", en="Permanent Residence Section"),
        telephone="03-0000-0000",
        hours=Localized.of(ja="平日 9時から16時まで", en="Monday to Friday, 9:00 to 16:00"),
        signatory=Localized.of(
            ja="青葉出入国在留管理局長", en="Director-General, Aoba Regional Immigration Services Bureau"
        ),
        synthetic=True,
    )
