"""The acts of the tab: which button leads to which fields, and what it does."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.casefile import words
from desktop.context import Context
from desktop.operations import households, representatives, turns
from desktop.turns import form
from desktop.turns.actdialog import ActDialog, Ask, Values
from models.cases.turns import rules
from models.cases.turns.values import Ground, NewTurn, TurnKind
from models.dates.parse import parse_date
from models.decisions.values import Outcome
from models.errors import BadInput, Message, Problem
from models.households.rules import SHORTEST
from models.representatives.values import NewRepresentative, Role

if TYPE_CHECKING:
    from desktop.context import Office
    from desktop.turns.panel import TurnsTab
    from models.people.values import Actor

Button = tuple[str, str, str, Callable[[], object]]
K = TurnKind


class Acts(QObject):
    """Beside one tab."""

    def __init__(self, context: Context, tab: "TurnsTab") -> None:
        super().__init__(tab)
        self._context, self._tab = context, tab

    def of(self, section: str) -> list[Button]:
        """The acts of a section that this person may do now: name, words, icon, what it does."""
        file, actor = self._tab.file, self._context.actor
        if file is None:
            return []
        if section == "deadlines":
            return [("calendar", self.tr("Calendar file…"), "calendar", self._tab.save_calendar)]
        if section == "course":
            said = {
                K.TRANSFERRED: (self.tr("Transfer…"), "arrow_right"), K.HANDED_OVER: (self.tr("Hand over…"), "people"),
                K.WITHDRAWN: (self.tr("Withdrawn…"), "arrow_undo"), K.LAPSED: (self.tr("Lapsed…"), "dismiss_circle"),
                K.REOPENED: (self.tr("Open again…"), "arrow_redo"),
            }  # fmt: skip
            allowed = form.allowed(file.case, actor)
            return [(each.value, *said[each], partial(self.ask_turn, each)) for each in allowed]
        if not form.may_write(file.case, actor):
            return []
        return {"family": self._family, "earlier": self._earlier, "people": self._people}[section]()

    def _family(self) -> list[Button]:
        course = self._tab.course
        found: list[Button] = [("household", self.tr("Household…"), "home", self.ask_household)]
        if course is not None and course.family.others:
            found.append(("share", self.tr("Share evidence…"), "document_add", self.ask_share))
            found.append(("copy", self.tr("Take the finding over…"), "copy", self.ask_copy))
            found.append(("distinguish", self.tr("Write the distinction…"), "edit", self.ask_distinction))
        return found

    def _earlier(self) -> list[Button]:
        return [
            ("link", self.tr("Link an earlier case…"), "link", self.ask_link),
            ("unlink", self.tr("Undo the link…"), "dismiss", self.ask_unlink),
        ]

    def _people(self) -> list[Button]:
        return [
            ("represent", self.tr("Add…"), "person_add", self.ask_representative),
            ("end", self.tr("Ended…"), "dismiss", self.ask_end),
        ]

    # ---- turns
    def ask_turn(self, kind: TurnKind) -> ActDialog | None:
        """Ask what a turn needs."""
        file, course = self._tab.file, self._tab.course
        if file is None or course is None:
            return None
        case, today = file.case, self._context.office.clock.today()
        new = form.begun(case, kind)

        def made(values: Values) -> NewTurn:
            ground = Ground(values.get("ground", new.ground.value))
            day = parse_date(values["on"]) if values.get("on") else None
            said = [values.get(name, "") for name in ("note", "to", "court", "court_case")]
            return NewTurn(case.id, kind, values["why"], day, ground, *said)

        def problems(values: Values) -> Sequence[Problem]:
            try:
                return tuple(rules.problems(made(values), case, today, course.units, course.examiners))
            except BadInput as error:
                return (Problem(error.message, "on"),)

        office, actor = self._context.office, self._context.actor
        title = Message(f"turns.kind_{kind.value}").text(self._context.lang)
        return self._ask(title, self._asks(kind), problems, lambda values: turns.make(office, actor, made(values)))

    def _asks(self, kind: TurnKind) -> list[Ask]:
        course, lang = self._tab.course, self._context.lang
        assert course is not None
        file = self._tab.file
        assert file is not None
        asks = []
        if kind is K.TRANSFERRED:
            units = tuple((each, each) for each in course.units if each != file.case.unit)
            asks.append(Ask("to", self.tr("Unit"), choices=units or (("—", ""),)))
        if kind is K.HANDED_OVER:
            people = tuple(
                (course.names.get(each, each), each) for each in course.examiners if each != file.case.assigned_to
            )
            asks.append(Ask("to", self.tr("Examiner"), choices=people or (("—", ""),)))
        if found := form.grounds(kind):
            choices = tuple((Message(f"turns.ground_{each.value}").text(lang), each.value) for each in found)
            asks.append(Ask("ground", self.tr("Ground"), found[0].value, choices))
        if kind is K.REOPENED:
            asks += [Ask("court", self.tr("Court")), Ask("court_case", self.tr("Number of the court's case"))]
            keep = ((self.tr("As before"), ""), *((course.names.get(each, each), each) for each in course.examiners))
            asks.append(Ask("to", self.tr("Examiner"), choices=keep))
        if kind is not K.HANDED_OVER:
            asks.append(Ask("on", self.tr("Day"), self._context.office.clock.today().isoformat()))
        asks.append(Ask("why", self.tr("Why (stands in the record)"), long=True))
        asks.append(Ask("note", self.tr("Words to whoever goes on"), long=True))
        return asks

    # ---- family
    def ask_household(self) -> ActDialog | None:
        """Put the case into a household."""
        office, actor, case = self._here()
        course = self._tab.course
        before = course.family.household or "" if course else ""
        asks = [Ask("household", self.tr("Household"), before, hint=self.tr("empty: none"))]
        return self._ask(
            self.tr("Household"), asks, _nothing, lambda v: households.join(office, actor, case, v["household"])
        )

    def ask_share(self) -> ActDialog | None:
        """Enter a piece of evidence once for the others."""
        office, actor, case = self._here()
        course, file = self._tab.course, self._tab.file
        assert course is not None
        assert file is not None
        lang = self._context.lang
        choices = tuple(
            (f"{words.evidence_id(p, file, lang)}　{p.source}　{p.about}", p.id) for p in course.family.shareable
        )
        boxes = [
            Ask(each.case.id, f"{each.case.id}　{each.case.applicant.name}", ticked=True)
            for each in course.family.others
        ]

        def problems(values: Values) -> Sequence[Problem]:
            some = values["piece"] and any(values[each.name] for each in boxes)
            return () if some else (Problem(Message("households.choose"), "piece"),)

        def act(values: Values) -> object:
            return households.share(office, actor, case, [values["piece"]], [b.name for b in boxes if values[b.name]])

        asks = [Ask("piece", self.tr("Evidence"), choices=choices or (("—", ""),)), *boxes]
        return self._ask(self.tr("Share evidence"), asks, problems, act)

    def ask_copy(self) -> ActDialog | None:
        """Take another case's finding on the chosen criterion over."""
        office, actor, case = self._here()
        course, key = self._tab.course, self._tab.key()
        if course is None or not key:
            return None
        sources = form.copyable(course.family, key)
        lines = {
            each.case.id: " ".join(r.text for r in f.reasons if r.text) for each in sources if (f := each.finding(key))
        }
        choices = tuple((f"{each}　{text}", each) for each, text in lines.items())

        def problems(values: Values) -> Sequence[Problem]:
            return () if values["from"] else (Problem(Message("households.no_source"), "from"),)

        asks = [Ask("from", self.tr("From which case"), choices=choices or (("—", ""),))]
        return self._ask(
            self.tr("Take the finding over"), asks, problems,
            lambda v: households.copy_finding(office, actor, v["from"], key, case),
            self.tr("It is recorded as your own finding, and the record says from where it came."),
        )  # fmt: skip

    def ask_distinction(self) -> ActDialog | None:
        """Say why this case is to end otherwise than another."""
        office, actor, case = self._here()
        course, lang = self._tab.course, self._context.lang
        assert course is not None
        others = form.unlike(course.family)
        told = {o: Message(f"households.outcome_{o.value}").text(lang) for o in Outcome}
        cases = tuple((f"{each.case.id}　{told[each.outcome]}", each.case.id) for each in others if each.outcome)
        outcomes = tuple((text, each.value) for each, text in told.items())

        def problems(values: Values) -> Sequence[Problem]:
            if not values["other"]:
                return (Problem(Message("households.nothing_decided"), "other"),)
            short = len(values["text"].strip()) < SHORTEST
            return (Problem(Message("households.short_distinction", {"shortest": SHORTEST}), "text"),) if short else ()

        asks = [
            Ask("outcome", self.tr("Meant for this case"), Outcome.REFUSE.value, outcomes),
            Ask("other", self.tr("Unlike"), choices=cases or (("—", ""),)),
            Ask("text", self.tr("What makes the cases unlike"), long=True),
        ]
        return self._ask(
            self.tr("Distinction"), asks, problems,
            lambda v: households.distinguish(office, actor, case, Outcome(v["outcome"]), v["other"], v["text"]),
        )  # fmt: skip

    # ---- earlier cases
    def ask_link(self) -> ActDialog | None:
        """Link an earlier case: the program proposes, a person says."""
        office, actor, case = self._here()
        key = self._tab.key()
        asks = [
            Ask("earlier", self.tr("Earlier case"), key[1:] if key.startswith("?") else ""),
            Ask("why", self.tr("What shows that it is the same person"), long=True),
        ]
        return self._ask(
            self.tr("Link an earlier case"), asks, _required("earlier", "why"),
            lambda v: turns.link(office, actor, case, v["earlier"].strip(), v["why"]),
        )  # fmt: skip

    def ask_unlink(self) -> ActDialog | None:
        """Undo the link of the chosen line."""
        office, actor, case = self._here()
        key = self._tab.key()
        if not key or key.startswith(("?", ">")):
            return None
        asks = [Ask("why", self.tr("Why (stands in the record)"), long=True)]
        return self._ask(
            self.tr("Undo the link to {case}").format(case=key), asks, _required("why"),
            lambda v: turns.unlink(office, actor, case, key, v["why"]),
        )  # fmt: skip

    # ---- representatives
    def ask_representative(self) -> ActDialog | None:
        """Note a representative."""
        office, actor, case = self._here()
        lang = self._context.lang
        roles = tuple((Message(f"representatives.role_{each.value}").text(lang), each.value) for each in Role)
        labels = {
            "name": self.tr("Name"), "organisation": self.tr("Organisation"), "registration": self.tr("Registration"),
            "address": self.tr("Address (on the envelope only)"), "telephone": self.tr("Telephone"),
        }  # fmt: skip
        asks = [Ask("role", self.tr("What"), Role.AGENT.value, roles), *(Ask(n, label) for n, label in labels.items())]
        asks.append(Ask("receives", self.tr("Letters go here"), ticked=False))

        def made(values: Values) -> NewRepresentative:
            name, organisation, registration, address, telephone = (values[each] for each in labels)
            receives = bool(values["receives"])
            return NewRepresentative(
                case, Role(values["role"]), name, organisation, registration, address, telephone, receives
            )

        def problems(values: Values) -> Sequence[Problem]:
            return representatives.problems(office, made(values))

        return self._ask(
            self.tr("Representative"), asks, problems, lambda v: representatives.add(office, actor, made(v))
        )

    def ask_end(self) -> ActDialog | None:
        """The chosen one no longer represents."""
        office, actor, case = self._here()
        key = self._tab.key()
        if not key:
            return None
        asks = [Ask("why", self.tr("Why (stands in the record)"), long=True)]
        return self._ask(
            self.tr("No longer represents"), asks, _required("why"),
            lambda v: representatives.end(office, actor, case, int(key), v["why"]),
        )  # fmt: skip

    # ---- the rest
    def _here(self) -> tuple["Office", "Actor", str]:
        assert self._tab.file is not None
        return self._context.office, self._context.actor, self._tab.file.case.id

    def _ask(
        self,
        title: str,
        asks: Sequence[Ask],
        problems: Callable[[Values], Sequence[Problem]],
        act: Callable[[Values], object],
        lead: str = "",
    ) -> ActDialog:
        dialog = ActDialog(self._context, title, asks, self.tr("Record"), problems, act, self._tab, lead)
        dialog.acted.connect(lambda _made: self._tab.done())
        dialog.open()
        return dialog


def _nothing(_values: Values) -> Sequence[Problem]:
    return ()


def _required(*names: str) -> Callable[[Values], Sequence[Problem]]:
    def problems(values: Values) -> Sequence[Problem]:
        return tuple(Problem(Message("turns.needed"), name) for name in names if not values[name].strip())

    return problems
