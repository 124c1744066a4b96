"""Tests of rooms that have an office run on both backends: in a file, and on PostgreSQL (group ``postgres``)."""

import os
from collections.abc import Iterator

import pytest

from tests.postgres import backends

BOTH = frozenset(
    "casefile.test_decided records.test_chain cases.test_cases findings.test_service findings.test_move decisions.test_service "
    "decisions.test_drafts evidence.test_service people.test_signing people.test_keeping people.test_people "
    "requests.test_service intake.test_import attestations.test_service retention.test_disposal "
    "provisions.test_service reapplications.test_service inquiries.test_service households.test_families likecases.test_decided".split()
)
"""Modules whose offices may lie in either place."""
LONG = frozenset(
    "board.test_board deadlines.test_deadlines cases.test_turns representatives.test_confidential "
    "authority.test_authority requests.test_comments".split()
)
"""The same, in the long proof only: their rooms are asked of a server there, and of a file each time."""
if os.environ.get("AKASHI_TIER") in ("prove", "soak"):
    BOTH |= LONG

FILE_ONLY = frozenset(
    {"test_a_key_that_was_touched_opens_no_door", "test_acts_of_two_people_are_signed_and_others_are_not"}
    | {"test_the_canary_stands_on_the_envelope_alone", "test_a_court_sends_it_back_and_it_is_decided_again"}
    | {"test_rows_that_somebody_touched_are_found", "test_an_ended_case_that_is_taken_up_again_is_like_none"}
    | {
        "test_decisions_from_before_are_taken_in_and_another_list_bands_them_anew",
        "test_a_comparison_waits_for_the_decisions_from_before",
        "test_the_comparison_goes_with_the_case_and_its_packet",
    }
    | {"test_words_that_come_back_and_stubs_without_a_tombstone_are_found", "test_a_row_that_came_back_is_found"}
)
"""Tests that take the file apart or open it from the command line, or sign what a server would refuse: a countersignature of nothing."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Twice, where an office is made."""
    if metafunc.module.__name__.removeprefix("tests.models.") in BOTH and metafunc.function.__name__ not in FILE_ONLY:
        server = pytest.param(backends.SERVER, marks=pytest.mark.needs("postgres"))
        metafunc.parametrize("backend", [backends.EMBEDDED, server], indirect=True)


@pytest.fixture(autouse=True)
def backend(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where this test's offices lie."""
    where: str = getattr(request, "param", backends.EMBEDDED)
    with backends.using(where):
        yield where
