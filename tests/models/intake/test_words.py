"""What the frameworks know can be said in an import file: every kind, every route and its title."""

import pytest

from models.cases.values import Kind
from models.frameworks import library
from models.frameworks.values import Framework
from models.intake.words import fold, ours, words

APPLIED_FOR = [each for each in library.all_() if each.kind in set(Kind)]
"""The points of highly skilled professionals are counted within applications, and are none."""


@pytest.mark.parametrize("framework", APPLIED_FOR, ids=lambda each: f"{each.id} {each.version}")
def test_an_application_under_every_framework_can_be_imported(framework: Framework) -> None:
    assert framework.kind in ours("kinds")
    said = words("routes")
    assert {each.key: said.get(fold(each.key)) for each in framework.routes} == {e.key: e.key for e in framework.routes}
    titled = {each.title["ja"]: each.key for each in framework.routes}
    assert {title: said.get(fold(title)) for title in titled} == titled
