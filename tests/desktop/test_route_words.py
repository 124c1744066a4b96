"""Every route that a framework has is said in words, in the queue and in its filter."""

from desktop import words
from models.cases.values import Kind
from models.frameworks import library


def test_no_route_shows_its_key() -> None:
    asked = [framework for framework in library.all_() if framework.kind in set(Kind)]
    keys = {route.key for framework in asked for route in framework.routes}
    assert len(asked) >= len(Kind)
    assert keys - set(words.routes()) == set()
