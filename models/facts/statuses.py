"""What each status of residence counts as for the guideline's "five years in a work or residence status".

Source: 永住許可に関するガイドライン 1(3)ア (technical intern training and specified skilled worker (i) are left
out); groups as in 入管法別表第一・第二. Designated activities may be work or not: the row does not say, so it is
not counted and shown.
"""

from enum import StrEnum


class StatusGroup(StrEnum):
    """How a status counts."""

    WORK = "work"
    RESIDENCE = "residence"
    DEPENDS = "depends"
    OTHER = "other"


_WORK = """diplomat official professor artist religious_activities journalist highly_skilled_1 highly_skilled_2
business_manager legal_accounting medical_services researcher instructor engineer_humanities
intra_company_transferee nursing_care entertainer skilled_labour specified_skilled_2""".split()
_RESIDENCE = (
    "spouse_of_japanese",
    "spouse_of_permanent_resident",
    "long_term_resident",
    "permanent_resident",
    "special_permanent_resident",
)
GIVEN = (
    *"""professor artist religious_activities journalist highly_skilled_1 highly_skilled_2 business_manager
    legal_accounting medical_services researcher instructor engineer_humanities intra_company_transferee nursing_care
    entertainer skilled_labour specified_skilled_1 specified_skilled_2 technical_intern cultural_activities
    temporary_visitor student trainee dependent designated_activities spouse_of_japanese
    spouse_of_permanent_resident long_term_resident""".split(),
)
"""What a change of status can lead to, in the order of 入管法別表第一・第二; 永住者 has a procedure of its own (22条)."""

_GROUPS = (
    dict.fromkeys(_WORK, StatusGroup.WORK)
    | dict.fromkeys(_RESIDENCE, StatusGroup.RESIDENCE)
    | {"designated_activities": StatusGroup.DEPENDS}
)


def group_of(status: str) -> StatusGroup:
    """The group of a status by its name in snake case; ``OTHER`` (study, training, dependants…) for all the rest."""
    return _GROUPS.get(status, StatusGroup.OTHER)


def counts(status: str) -> bool:
    """Whether time in this status counts as work or residence status."""
    return group_of(status) in (StatusGroup.WORK, StatusGroup.RESIDENCE)


_SAME = {"highly_skilled_2": "highly_skilled_1"}


def same(first: str, second: str) -> bool:
    """Whether two names are one status for counting the time held: highly skilled professional (i) and (ii) are."""
    return _SAME.get(first, first) == _SAME.get(second, second)
