"""The decision sheet (決裁書): findings, weighing and the route of signatures on one page, as tagged PDF (PDF/UA-1)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from models.authority.values import Line, Signing
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions.values import Round
from models.findings import places
from models.findings.values import Finding, FindingState
from models.frameworks.values import Criterion
from models.inquiries.values import InquiryKind, InquiryState
from models.likecases.rules import in_force
from models.localized import Localized
from models.records.values import Standing
from models.requests.compose import day_text
from reports.letter_data import as_data, typeset
from reports.letter_pdf import compile_pdf
from reports.letter_runs import of_text
from resources import letters, messages, requests
from resources.letters import readings

JAPAN = timezone(timedelta(hours=9), "JST")
LANGUAGES = (*messages.LANGUAGES, *requests.sheet_languages())
"""The Japanese sheet is what is signed; the others are for information, and say so."""
_COLUMNS = ("number", "criterion", "finding", "reason", "rests_on")
_WORDS = ("translation", "title", "deputy", "outcome", "weighing", "before", "findings")
_SIGNED = ("proposed", "endorsed", "countersigned", "issued")
_MOST_CITED = 6
_LONGEST = 160
"""Longer reasons are cut on the sheet; the record holds them whole."""


@dataclass(frozen=True, slots=True)
class SheetContext:
    """What the sheet needs beside the case: people's names by login, the line that governs, who the office is."""

    names: Mapping[str, str]
    line: Line
    authority: str
    unit: str


def render(file: CaseFile, context: SheetContext, lang: str) -> bytes:
    """The sheet of the newest round as PDF; the same case gives the same bytes. Raises ``BadInput`` for a character that no
    font draws."""
    data = json.dumps(_Sheet(file, context, lang).data(), ensure_ascii=False, sort_keys=True)
    return compile_pdf(requests.sheet_template(), data, file.seen_on, file.case.id)


def _cited(ids: Sequence[str]) -> Iterator[list[Any]]:
    """Ids by commas, none of them parted at a line's end."""
    for place, each in enumerate(ids[:_MOST_CITED]):
        last = place == len(ids) - 1
        end = "" if last else "…" if place == _MOST_CITED - 1 else ","
        yield [f"{each}{end}", False, True, "", []]
        yield [" ", False, False, "", []]


def _rests(finding: Finding) -> list[str]:
    """The ids that a finding rests on, a paper's with the pages that are cited of it."""
    pages = places.pages(finding.reasons)
    ids = dict.fromkeys(each for reason in finding.reasons for each in (*reason.facts, *reason.evidence))
    return [f"{each} p. {', '.join(map(str, pages[each]))}" if each in pages else each for each in ids]


@dataclass(frozen=True, slots=True)
class _Sheet:
    file: CaseFile
    context: SheetContext
    lang: str

    def data(self) -> dict[str, Any]:
        """What the template is given."""
        round_ = self.file.rounds[-1]
        words: dict[str, Any] = {each: self.say(each) for each in _WORDS}
        if self.lang == requests.AUTHORITATIVE:
            words["translation"] = ""
        words["columns"] = [self.say(f"column_{each}") for each in _COLUMNS]
        edit = round_.proposal.edited
        return {
            "typeset": typeset(self.lang),
            "words": words,
            "case": self.file.case.id,
            "draft": "" if round_.countersigned else self.say("draft"),
            "authority": self.context.authority,
            "unit": self.context.unit,
            "head": [[label, self.runs(value)] for label, value in self.head()],
            "seals": [self.seal(*each) for each in self.seals(round_)],
            "reasons": [self.runs(each) for each in self.deputies(round_)],
            "outcome": self.runs(self.decided(round_)),
            "weighing": [self.runs(each) for each in round_.proposal.weighing.splitlines() if each.strip()],
            "before": self.runs(edit.before) if edit else [],
            "findings": [self.row(at, each) for at, each in enumerate(self.file.criteria, 1)],
            "parts": [{"title": self.say(key), "lines": lines} for key, lines in self.parts() if lines],
            "footer": self.footer(round_),
        }

    def say(self, key: str, **params: object) -> str:
        """The sheet's words; in a language that the program itself does not speak, from the sheet's own file."""
        if self.lang in messages.LANGUAGES:
            return messages.text(f"sheet.{key}", self.lang, params)
        told = {name: self.day(value) if isinstance(value, date) else value for name, value in params.items()}
        return requests.sheet_wording(self.lang)[key].format(**told)

    def term(self, room: str, key: str) -> str:
        """A word of another room: the kind and the state of a request or an inquiry."""
        if self.lang in messages.LANGUAGES:
            return messages.text(f"{room}.{key}", self.lang)
        return requests.sheet_wording(self.lang)[f"{room}_{key}"]

    def own(self, text: Localized, path: str = "") -> str:
        """A text of the framework: in the language's own wording where somebody wrote one, else as it was decided, in Japanese."""
        if self.lang in messages.LANGUAGES:
            return text.in_(self.lang)
        framework = self.file.framework
        said = letters.framework_wording(self.lang, framework.id, framework.version)
        return readings.plain(said.get(path, "")) or text.in_(requests.AUTHORITATIVE)

    def runs(self, text: str) -> list[list[Any]]:
        return as_data(of_text(" ".join(text.split(" ")), self.lang))

    def name(self, login: str) -> str:
        return self.context.names.get(login, login)

    def day(self, value: date) -> str:
        return messages.shown(value, self.lang) if self.lang in messages.LANGUAGES else day_text(value, self.lang)

    def moment(self, at: datetime) -> str:
        local = at.astimezone(JAPAN)
        return f"{local:%Y-%m-%d %H:%M}"

    def head(self) -> Iterator[tuple[str, str]]:
        case, framework = self.file.case, self.file.framework
        route = next((self.own(each.title) for each in framework.routes if each.key == case.route), case.route)
        kind = self.kind()
        yield self.say("case"), case.id
        yield self.say("applicant"), case.applicant.name
        yield self.say("kind"), f"{kind}・{route}" if self.lang in ("ja", "zh-Hans") else f"{kind}, {route}"
        yield self.say("born"), self.day(case.applicant.born_on)
        yield self.say("received"), self.day(case.received_on)
        waited = self.say("waited", days=case.waited_days) if case.waited_days else ""
        yield self.say("due"), f"{self.day(case.due_on)}{waited}"
        yield self.say("framework"), f"{self.own(framework.title)} {framework.version}"
        yield self.say("line"), self.own(self.context.line.title)

    def kind(self) -> str:
        """What was applied for."""
        key = self.file.case.kind.value
        if self.lang in messages.LANGUAGES:
            return self.say(f"kind_{key}")
        return letters.wording(self.lang)[f"kind.{key}"]

    def seals(self, round_: Round) -> Iterator[tuple[str, str, datetime | None, bool]]:
        """Title, who, when, as a deputy: the drafter, then every step of the line, signed or not."""
        yield self.say("drafted"), round_.proposal.by, round_.proposal.at, False
        signed = {each.step: each for each in self.signings(round_)}
        for at, step in enumerate(self.context.line.steps, 1):
            mine = signed.get(at)
            last = at == len(self.context.line.steps)
            if mine is None and last and round_.countersigned:
                yield self.own(step.title), round_.countersigned.by, round_.countersigned.at, False
            else:
                yield (
                    self.own(step.title),
                    mine.by if mine else "",
                    mine.at if mine else None,
                    bool(mine and mine.deputy),
                )

    def signings(self, round_: Round) -> tuple[Signing, ...]:
        edited = round_.proposal.edited
        mine = [each for each in self.file.signings if each.round == round_.proposal.round]
        return tuple(each for each in mine if edited is None or each.at > edited.at)

    def seal(self, title: str, login: str, at: datetime | None, deputy: bool) -> dict[str, Any]:
        name = self.runs(self.name(login)) if login else []
        return {"title": title, "name": name, "at": self.moment(at) if at else "", "deputy": deputy}

    def deputies(self, round_: Round) -> Iterator[str]:
        for each in self.signings(round_):
            if each.deputy:
                yield self.say("deputy_why", step=each.title, name=self.name(each.by), why=each.reason)

    def decided(self, round_: Round) -> str:
        proposal = round_.proposal
        said = self.say(f"outcome_{proposal.outcome.value}")
        period = next(
            (self.own(e.title) for e in self.file.framework.periods if e.key == proposal.period), proposal.period
        )
        return "　".join(each for each in (said, period, self.status(proposal.status)) if each)

    def code(self, criterion: Criterion, code: str) -> str:
        """A reason's or a ground's code with its title: a signatory reads words."""
        titles = {each.code: self.own(each.title) for each in criterion.reasons}
        titles |= {each.code: self.own(each.title) for each in criterion.grounds}
        return " ".join(each for each in (code, titles.get(code, "")) if each)

    def status(self, key: str | None) -> str:
        """The new status of residence by name."""
        return letters.wording(self.lang).get(f"status.{key}", key) if key else ""

    def row(self, at: int, criterion: Criterion) -> dict[str, Any]:
        finding = self.file.finding(criterion.key)
        state = finding.finding if finding else FindingState.NOT_STARTED
        codes = [self.code(criterion, each.code) for each in finding.reasons if each.code] if finding else []
        texts = [each.text.strip() for each in finding.reasons if each.text.strip()] if finding else []
        rests = _rests(finding) if finding else []
        reason = "　".join((*codes, *texts))
        reason = reason if len(reason) <= _LONGEST else f"{reason[:_LONGEST]}…"
        name = self.own(criterion.letter.name, f"criteria.{criterion.key}.name") + (
            self.say("mandatory") if criterion.mandatory else ""
        )
        cells = (str(at), name, self.say(f"finding_{state.value}"), reason)
        return {
            "cells": [*(self.runs(each) for each in cells), list(_cited(rests))],
            "against": state is FindingState.NOT_MET,
            "unlike": self.runs(self.unlike(finding)) if finding else [],
        }

    def unlike(self, finding: Finding) -> str:
        """Where the finding differs from most like cases: how many share it, and what its examiner says to that."""
        seen = in_force(self.file.comparisons, finding)
        if seen is None or not seen.differs:
            return ""
        same = dict(seen.counts).get(finding.finding, 0)
        text = seen.distinction.text if seen.distinction else self.say("unlike_none")
        text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        return self.say("unlike", total=seen.total, same=same, text=text)

    def parts(self) -> Iterator[tuple[str, list[list[list[Any]]]]]:
        yield "requests", [self.runs(each) for each in self.requests()]
        yield "inquiries", [self.runs(each) for each in self.inquiries(forwarding=False)]
        yield "opinion", [self.runs(each) for each in self.inquiries(forwarding=True)]
        yield "returns", [self.runs(each) for each in self.returns()]

    def requests(self) -> Iterator[str]:
        for each in self.file.requests:
            state = self.term("requests", f"state_{each.state.value}")
            kind = self.term("requests", f"kind_{each.kind.value}")
            yield self.say(
                "request",
                kind=kind,
                sent=each.sent_on,
                due=each.due_on,
                state=state,
                came=len(each.came),
                of=len(each.items),
            )

    def inquiries(self, *, forwarding: bool) -> Iterator[str]:
        for each in self.file.inquiries:
            if (each.kind is InquiryKind.FORWARDING) is not forwarding or each.state is InquiryState.CANCELLED:
                continue
            kind = self.term("inquiries", f"kind_{each.kind.value}")
            told = each.report or self.term("inquiries", f"state_{each.state.value}")
            said = each.opinion if forwarding else each.subject
            day = self.day(each.done_on or each.planned_on or each.asked_on)
            yield self.say("inquiry", kind=kind, whom=each.whom, day=day, subject=said, report=told[:_LONGEST])

    def returns(self) -> Iterator[str]:
        for each in self.file.rounds:
            if each.returned:
                yield self.say(
                    "return", round=each.returned.round, name=self.name(each.returned.by), comment=each.returned.comment
                )

    def footer(self, round_: Round) -> str:
        signed = round_.countersigned
        acts = [event for event in self.file.events if event.kind in _SIGNED]
        # The last one with its link, as an anchor on paper.
        seqs = ", ".join(
            [*(str(each.seq) for each in acts[:-1]), *(Standing(e.seq, e.link).printed for e in acts[-1:])]
        )
        state = self.say("issued") if self.file.case.state is State.ISSUED else ""
        return (
            self.say(
                "footer",
                case=self.file.case.id,
                events=seqs or "-",
                digest=signed.content_digest[:32] if signed else "-",
            )
            + state
        )
