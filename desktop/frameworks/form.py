"""A framework as it is read on the screen: its entries, and the text of each. Plain Python."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from models.errors import Problem
from models.frameworks.unverified import unverified
from models.frameworks.values import Citation, Criterion, Framework
from resources import messages

OVERVIEW = ""
"""The key of the framework itself among its criteria; no criterion has it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list; a heading has no key."""

    text: str
    key: str | None = None
    indicator: bool = False


def name(framework: Framework, lang: str) -> str:
    """The framework and its version in words."""
    return f"{framework.title.in_(lang)}　{framework.version}"


def figure(key: str, lang: str) -> str:
    """A dated figure's name in words; one that only a framework of the office's own has stands by its key."""
    code = f"desk.figure.{key}"
    return messages.text(code, lang) if messages.has(code, lang) else key


def entries(framework: Framework, lang: str) -> tuple[Entry, ...]:
    """The framework itself, then its criteria under their sections."""
    found = [Entry(framework.title.in_(lang), OVERVIEW)]
    for section in framework.sections:
        found.append(Entry(section.title.in_(lang)))
        found += [
            Entry(each.title.in_(lang), each.key, each.indicator)
            for each in framework.criteria
            if each.section == section.key
        ]
    return tuple(found)


def overview(framework: Framework, lang: str, labels: Mapping[str, str]) -> str:
    """The framework: law, time in force, routes, dated figures, transitional rules, as HTML."""
    facts = (
        (labels["law"], _cited(framework.law, lang, labels)),
        (labels["guideline"], _cited(framework.guideline, lang, labels)),
        (labels["in_force"], _span(framework, lang)),
    )
    routes = ((each.title.in_(lang), _cited(each.reference, lang, labels)) for each in framework.routes)
    figures = []
    for each in framework.parameters:
        figures.append((figure(each.key, lang), f"{each.value:,}", "", _cited(each.source, lang, labels)))
        figures += [
            ("", f"{each.by_route[route.key]:,}", route.title.in_(lang), "")
            for route in framework.routes
            if route.key in each.by_route
        ]
    rules = ((each.text.in_(lang), _cited(each.reference, lang, labels)) for each in framework.transitions)
    return "".join(
        (
            f"<h2>{escape(framework.title.in_(lang))}</h2>",
            _pairs(facts),
            _section(labels["routes"], _table(routes)),
            _section(labels["figures"], _table(figures)),
            _section(labels["transitions"], _table(rules)),
            _section(labels["unverified"], _table(_unverified(framework, lang, labels))),
        )
    )


def _span(framework: Framework, lang: str) -> str:
    """From when on, and until when, as people write days."""
    since = messages.text("told.from", lang, {"n": framework.in_force_from})
    if framework.in_force_until is None:
        return since
    until = messages.text("told.until", lang, {"n": framework.in_force_until})
    return f"{since}{'' if lang == 'ja' else ' '}{until}"


def _unverified(framework: Framework, lang: str, labels: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """What is marked ``verify: true``: where, what it says, and its source."""
    titles = {each.key: each.title.in_(lang) for each in framework.criteria}
    for each in unverified(framework):
        place = titles.get(each.criterion or "") or _place(each.path, lang, labels)
        yield place, each.says.in_(lang), each.source.in_(lang)


def _place(path: tuple[str, ...], lang: str, labels: Mapping[str, str]) -> str:
    part = {"parameters": "figures", "guideline": "guideline", "routes": "routes", "transitions": "transitions"}
    head = labels.get(part.get(path[0], path[0]), path[0])
    return f"{head}：{figure('.'.join(path[1:]), lang)}" if path[0] == "parameters" else head


def guidance(framework: Framework, criterion: Criterion, lang: str, labels: Mapping[str, str]) -> str:
    """A criterion as the examiner reads it, as HTML."""
    routes = [each.title.in_(lang) for each in framework.routes if criterion.applies_to(each.key)]
    every = len(routes) == len(framework.routes)
    weight = "indicator" if criterion.indicator else "mandatory" if criterion.mandatory else "weighed"
    facts = (
        (labels["source"], _cited(criterion.reference, lang, labels)),
        (labels["routes"], labels["every"] if every else ", ".join(routes)),
        (labels["weight"], labels[weight]),
    )
    lines = "".join(f"<p>{escape(line)}</p>" for line in criterion.guidance.in_(lang).splitlines() if line.strip())
    evidence = "".join(f"<li>{escape(each.title.in_(lang))}</li>" for each in criterion.evidence)
    grounds = ((each.code, each.title.in_(lang)) for each in criterion.grounds)
    reasons = ((each.code, each.title.in_(lang)) for each in criterion.reasons)
    return "".join(
        (
            f"<h2>{escape(criterion.title.in_(lang))}</h2><p><b>{escape(criterion.question.in_(lang))}</b></p>",
            _pairs(facts),
            _section(labels["guidance"], lines),
            _section(labels["evidence"], f"<ul>{evidence}</ul>" if evidence else ""),
            _section(labels["grounds"], _table(grounds)),
            _section(labels["reasons"], _table(reasons)),
        )
    )


def letter(criterion: Criterion, lang: str, labels: Mapping[str, str]) -> str:
    """The sentences that a criterion gives the letter, as HTML. What stands in braces is filled from the case."""
    words = criterion.letter
    facts = (
        (labels["name"], words.name.in_(lang)),
        (labels["standard"], words.standard.in_(lang)),
        (labels["facts_intro"], words.facts_intro.in_(lang)),
        (labels["met"], words.met.in_(lang)),
        (labels["not_applicable"], words.not_applicable.in_(lang)),
    )
    reasons = "".join(
        f"<p><b>{escape(each.code)}</b> {escape(each.conclusion.in_(lang))}<br/>→ {escape(each.change.in_(lang))}</p>"
        for each in criterion.reasons
    )
    head = f"<h2>{escape(words.name.in_(lang))}</h2>"
    return head + _pairs((each for each in facts if each[1]), stacked=True) + _section(labels["unmet"], reasons)


def problems(found: Iterable[Problem], lang: str) -> str:
    """The problems of a file, each with its place, as HTML."""
    return "".join(f"<p><b>{escape(each.place)}</b><br/>{escape(each.text(lang))}</p>" for each in found)


def _cited(citation: Citation, lang: str, labels: Mapping[str, str]) -> str:
    return citation.text.in_(lang) + (f" [{labels['verify']}]" if citation.verify else "")


def _section(title: str, inner: str) -> str:
    return f"<h3>{escape(title)}</h3>{inner}" if inner else ""


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    return f'<table cellspacing="0" cellpadding="4">{body}</table>' if body else ""


def _cells(row: Iterable[str]) -> Iterator[str]:
    return (f'<td valign="top">{escape(each)}</td>' for each in row)


def _pairs(pairs: Iterable[tuple[str, str]], stacked: bool = False) -> str:
    if stacked:
        return "".join(f"<p><b>{escape(label)}</b><br/>{escape(value)}</p>" for label, value in pairs)
    return _table(pairs)
