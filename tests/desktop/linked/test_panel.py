"""The place of linked institutions: what the fields say is what goes, and nothing goes that cannot be written."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.context import Context
from desktop.linked.panel import LinkedView
from desktop.operations import provisions
from models.people.values import Actor
from models.store.office import Office
from tests.builders import SUPERVISOR
from tests.models.provisions.test_service import TOWN, grant


@pytest.fixture
def view(office: Office, context_of: Callable[[Actor], Context]) -> Iterator[LinkedView]:
    grant(office, "P-001")
    context = context_of(SUPERVISOR)
    made = LinkedView(context)
    context.tasks.wait()
    yield made
    context.tasks.wait()
    made.close()


def test_nothing_is_recorded_as_gone_where_the_file_cannot_lie(
    view: LinkedView, office: Office, tmp_path: Path
) -> None:
    parcel = provisions.preview(office, SUPERVISOR, TOWN)
    (tmp_path / "no-folder").write_text("a file")
    view.write_to(tmp_path / "no-folder" / "out.csv", parcel, "定例", "csv")
    view._context.tasks.wait()
    assert "out" in view.problem.text or "no-folder" in view.problem.text
    assert provisions.log(office, SUPERVISOR) == ()
    view.write_to(tmp_path / "out.csv", parcel, "定例", "csv")
    view._context.tasks.wait()
    assert [each.cases for each in provisions.log(office, SUPERVISOR)] == [1]
    assert (tmp_path / "out.csv").stat().st_size


def test_an_answer_to_an_order_that_was_changed_meanwhile_is_passed_over(view: LinkedView, office: Office) -> None:
    late = provisions.preview(office, SUPERVISOR, replace(TOWN, again=True))
    view.first.setText("not a day")
    view._would_go(late)
    assert view.parcel is None
    assert not view.send.isEnabled()
