"""Invented people who are not alone: a family that applies together, and a person who applies a second time."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from desktop.operations.invented.course import Course
from desktop.operations.invented.people import Invented
from desktop.operations.invented.story import Story
from models.cases.values import Kind, NewCase

FAMILY = (25, 37, 31)
"""The numbers of the cases of one household, the first first."""
AGAIN = {36: 32}
"""Who applies again: the number of the case, and of the earlier one."""
WAY = (Kind.PERMANENT_RESIDENCE, "general")
_ENDED_BEFORE = timedelta(days=40)


@dataclass(slots=True)
class Kin:
    """What earlier numbers were drawn to be, as far as later ones hang on it."""

    base: date
    _people: dict[int, Invented] = field(default_factory=dict)
    _stories: dict[int, Story] = field(default_factory=dict)
    _cases: dict[int, NewCase] = field(default_factory=dict)

    def way(self, number: int, drawn: tuple[Kind, str], ways: Collection[tuple[Kind, str]]) -> tuple[Kind, str]:
        """All of them apply for the same, where that can be applied for."""
        return WAY if WAY in ways and number in (*FAMILY, *AGAIN, *AGAIN.values()) else drawn

    def course(self, course: Course) -> Course:
        """A couple hands in on one day; who applies again took the first application back before."""
        head = self._cases.get(FAMILY[0])
        if course.number == FAMILY[1] and head is not None:
            return replace(course, received_on=head.received_on)
        if course.number in AGAIN.values():
            return replace(course, until=max(course.received_on + timedelta(days=14), self.base - _ENDED_BEFORE))
        return course

    def head(self, number: int) -> Invented | None:
        """With whom this person lives."""
        return self._people.get(FAMILY[0]) if number in FAMILY else None

    def person(self, number: int, person: Invented) -> Invented:
        """The same person as before, or one who gets letters in the language of the house."""
        head = self.head(number)
        if number in AGAIN:
            person = self._people.get(AGAIN[number], person)
        elif head is not None:
            person = replace(person, language=head.language)
        self._people[number] = person
        return person

    def story(self, number: int, story: Story) -> Story:
        """The same person was born on the same day."""
        before = self._stories.get(AGAIN.get(number, -1))
        if before is not None:
            story = replace(story, born_on=before.born_on)
        self._stories[number] = story
        return story

    def case(self, number: int, new: NewCase) -> NewCase:
        """One household, one address."""
        head = self._cases.get(FAMILY[0] if number in FAMILY else AGAIN.get(number, -1))
        if number in FAMILY:
            new = replace(new, household=f"H-{self.base.year}-001")
        if head is not None:
            home = replace(new.applicant, address=head.applicant.address, municipality=head.applicant.municipality)
            new = replace(new, applicant=replace(home, confidential=head.applicant.confidential))
        self._cases[number] = new
        return new
