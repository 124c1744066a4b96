"""Masks a record for disclosure: the address and third parties go, wherever they are written. Pure."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

MASK = "■■■"
FIELDS = frozenset(
    {
        "address",
        "municipality",
        "household",
        "agent",
        "employer",
        "attester",
        "description",
        "receipt",
        "receipt_number",
    }
)
"""Fields that say where somebody lives, or name somebody else."""
OWN_STATEMENTS = frozenset({"reasons", "reply", "comment"})
"""Statements of the applicant; the words of others are masked whole."""
ROW_FIELDS: Mapping[str, frozenset[str]] = {
    "representative": frozenset({"name", "organisation", "registration", "address", "telephone"}),
    "inquiry": frozenset({"whom", "place", "interpreter", "present", "report"}),
    "inquiry_picture": frozenset({"name", "caption"}),
    "household_distinction": frozenset({"other_case", "text"}),
    "finding_copy": frozenset({"from_case"}),
    "letter_explanation": frozenset({"interpreter"}),
    "attestation": frozenset({"name", "said", "text"}),
    "attachment": frozenset({"name"}),
    "retention_hold": frozenset({"why", "lifted_why"}),
    "retention_note": frozenset({"why"}),
}
"""What rows of a table say of others than the applicant, by the table's name."""
_SPOKEN_OF = ("attestation", "attachment", "representative", "household_distinction", "finding_copy")
"""Rows whose masked words name somebody: they are covered wherever else they stand."""
WITHHELD = frozenset(
    {
        "representative_added", "representative_ended", "inquiry_planned", "inquiry_done", "inquiry_cancelled",
        "attestation_added", "paper_attached", "distinguished", "finding_copied", "evidence_shared", "household_set",
    }
)  # fmt: skip
"""Kinds of event that speak of others: their content is left out whole."""
_SHORTEST = 2


def words(rows: Mapping[str, Any]) -> frozenset[str]:
    """Everything that the masked fields of a case say: it is masked in free text too."""
    own = (each for each in _said(list(rows.values())))
    others = (each for name, values in rows.items() for each in _of_others(name, values))
    return frozenset(each for each in (*own, *others) if len(each) >= _SHORTEST)


def address(values: Mapping[str, Any]) -> frozenset[str]:
    """The address of a case's row when it is confidential: covered in every packet, disclosed or not."""
    said = values.get("address") if values.get("confidential") else None
    return frozenset({said}) if isinstance(said, str) and len(said) >= _SHORTEST else frozenset()


def row(name: str, values: Mapping[str, Any], hidden: Collection[str]) -> Mapping[str, Any]:
    """A row with what it says of others covered."""
    fields = ROW_FIELDS.get(_table(name), frozenset())
    covered = {key: MASK if key in fields and value else value for key, value in values.items()}
    made: Mapping[str, Any] = masked(covered, hidden)
    return made


def _table(name: str) -> str:
    return name.partition(":")[0]


def _of_others(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    if _table(name) in _SPOKEN_OF:
        fields = ROW_FIELDS[_table(name)] - {"text", "said"}
        yield from (str(values[each]) for each in fields if values.get(each))


def covered(value: Any, hidden: Collection[str]) -> Any:
    """A JSON value with these words covered wherever they stand."""
    return _written_over(value, sorted(hidden, key=lambda each: (-len(each), each)))


def masked(value: Any, hidden: Collection[str]) -> Any:
    """A JSON value with its masked fields, and the same words anywhere else, covered."""
    longest_first = sorted(hidden, key=lambda each: (-len(each), each))
    return _covered(value, longest_first)


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name in FIELDS and isinstance(inner, str) and inner:
                yield inner
            else:
                yield from _said(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner)


def _covered(value: Any, hidden: list[str]) -> Any:
    if isinstance(value, list):
        return [_covered(each, hidden) for each in value]
    if not isinstance(value, Mapping):
        return _written_over(value, hidden)
    foreign = "text" in value and "given_on" in value and value.get("kind") not in OWN_STATEMENTS
    return {
        name: MASK
        if inner is not None and (name in FIELDS or (foreign and name == "text"))
        else _covered(inner, hidden)
        for name, inner in value.items()
    }


def _written_over(value: Any, hidden: Sequence[str]) -> Any:
    if isinstance(value, str):
        for each in hidden:
            value = value.replace(each, MASK)
        return value
    if isinstance(value, list):
        return [_written_over(each, hidden) for each in value]
    if isinstance(value, Mapping):
        return {name: _written_over(inner, hidden) for name, inner in value.items()}
    return value


def content(kind: str, text: str, hidden: Collection[str]) -> str | None:
    """The content of an event, or nothing when something in it would have to be masked: half a content proves nothing."""
    said = json.loads(text)
    return text if kind not in WITHHELD and masked(said, hidden) == said else None
