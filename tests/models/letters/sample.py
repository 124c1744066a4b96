"""A made-up case with everything a letter can hold: enough years missing, three late months, a statement, good points."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from models.casefile.values import CaseFile
from models.cases.values import Applicant, Case, Kind, State
from models.dates.deadlines import national_pension_due
from models.dates.periods import add_months
from models.decisions.values import Outcome, Proposal, Round
from models.evidence.values import (
    Application,
    Conduct,
    Duty,
    Evidence,
    EvidenceKind,
    Income,
    LanguageTest,
    Obligation,
    PaymentStatus,
    Record,
    Statement,
    StatusPeriod,
    Stay,
)
from models.facts.compute import compute as compute_facts
from models.facts.values import Windows
from models.findings.values import Finding, FindingState, Reason
from models.frameworks.values import (
    Citation,
    Criterion,
    EvidenceAsk,
    Framework,
    LetterWording,
    Parameter,
    Period,
    ReasonCode,
    Route,
    Section,
    Transition,
)
from models.letters.compose import compose
from models.letters.values import Desk, Letter, LetterContext, Letterhead
from models.localized import Localized
from resources import letters

RECEIVED, DECIDED, SENT, GOT = date(2026, 3, 16), date(2026, 11, 19), date(2026, 11, 20), date(2026, 11, 24)
AT = datetime(2026, 11, 19, 3, 0, tzinfo=UTC)
NAME = "NGUYEN THI MINH ANH"
both = Localized.of


def _cite(ja: str, en: str) -> Citation:
    return Citation(both(ja=ja, en=en))


def _criterion(
    key: str, name: tuple[str, str], facts: Sequence[str], reasons: Sequence[ReasonCode] = (), **more: object
) -> Criterion:
    ja, en = name
    wording = LetterWording(
        name=both(ja=ja, en=en),
        standard=both(
            ja=f"ガイドラインは、「{ja}」を求めています。", en=f"The Guidelines ask for this: {en[0].lower()}{en[1:]}."
        ),
        met=both(ja=f"{ja}を満たす記録があります。", en="The record shows that it is met."),
        facts_intro=both(ja="記録から分かる事実は、次のとおりです。", en="The record shows the following."),
        not_applicable=both(ja="この申請には当てはまりません。", en="It does not apply to this application."),
    )
    made = Criterion(
        key=key,
        section="statutory",
        title=both(ja=ja, en=en),
        question=both(ja=ja + "か", en=en + "?"),
        reference=_cite("ガイドライン1(3)", "Guidelines 1(3)"),
        responsible="unit",
        mandatory=key == "residence",
        indicator=False,
        routes=(),
        facts=tuple(facts),
        evidence=(EvidenceAsk(key, both(ja=f"{ja}の証明", en=f"proof of {en[0].lower()}{en[1:]}"), ()),),
        grounds=(),
        reasons=tuple(reasons),
        guidance=both(ja="", en=""),
        letter=wording,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # the caller's fields are Criterion's


RESIDENCE = ReasonCode(
    "R-01",
    both(ja="10年に達しない", en="under ten years"),
    both(
        ja="在留が続いた期間が10年に達していないため、この項目を満たしていません。",
        en="Because the continuous stay has not reached ten years, this criterion is not met.",
    ),
    both(
        ja="日本を離れるときは、出国の前に再入国許可（みなし再入国許可を含む）を受けてください。",
        en="If you leave Japan, obtain a re-entry permit (special re-entry permit included) before you go.",
    ),
    "residence_years",
)
_ALL, _LATE = (f"{{fact:obligations.national_pension.window.{part}}}" for part in ("months", "months_late"))
PENSION = ReasonCode(
    "P-02",
    both(ja="期限後の納付", en="paid late"),
    both(
        ja=f"{_ALL}か月のうち{_LATE}か月分が当初の納付期限より後に納められたため、この項目を満たしていません。",
        en=f"Because {_LATE} of {_ALL} months were paid after their original due dates, this criterion is not met.",
    ),
    both(
        ja="納めるのが難しいときは、免除や猶予を申請してください。",
        en="If paying is difficult, apply for exemption or deferral.",
    ),
    "months_on_time",
)
CONDUCT = ReasonCode(
    "C-01",
    both(ja="処罰", en="penalty"),
    both(ja="処罰を受けたため、この項目を満たしていません。", en="Because of a penalty, this criterion is not met."),
    both(ja="時間がたつことと、その間の行いが必要です。", en="Time must pass without another penalty."),
)


def _criteria() -> tuple[Criterion, ...]:
    return (
        _criterion("conduct", ("素行が善良であること", "Good conduct"), ("conduct.*",), (CONDUCT,)),
        _criterion("livelihood", ("独立の生計を営めること", "Independent livelihood"), ("income.*",)),
        _criterion(
            "residence",
            ("引き続き10年以上日本に在留していること", "Ten years or more of continuous stay in Japan"),
            ("residence.*",),
            (RESIDENCE,),
        ),
        _criterion(
            "pension",
            ("年金保険料を期限までに納めていること", "Pension contributions paid by their due dates"),
            ("obligations.national_pension.*",),
            (PENSION,),
        ),
        _criterion("health", ("公衆衛生上の害のおそれがないこと", "No risk to public health"), ()),
        _criterion("guarantor", ("身元保証人がいること", "A guarantor"), ()),
        _criterion("language", ("日本語の力", "Japanese language"), ("language.*",), indicator=True),
    )


def framework() -> Framework:
    """A small framework of seven criteria."""
    return Framework(
        id="permanent_residence",
        version="2026-02-24",
        kind="permanent_residence",
        title=both(ja="永住許可", en="Permanent residence"),
        law=_cite(
            "出入国管理及び難民認定法第22条第2項",
            "Article 22(2) of the Immigration Control and Refugee Recognition Act",
        ),
        guideline=_cite(
            "「永住許可に関するガイドライン」（2026年2月24日改訂）",
            "Guidelines for Permission for Permanent Residence (revised 24 February 2026)",
        ),
        in_force_from=date(2026, 2, 24),
        in_force_until=None,
        standard_period=Period(4, 0),
        routes=(Route("general", both(ja="一般の類型", en="general route"), _cite("ガイドライン1", "Guidelines 1")),),
        sections=(Section("statutory", both(ja="法定の要件", en="Statutory requirements"), False),),
        criteria=_criteria(),
        parameters=(
            Parameter(
                "fee_yen",
                10000,
                {},
                _cite("出入国管理及び難民認定法関係手数料令", "the cabinet order on fees"),
                date(2025, 4, 1),
            ),
        ),
        transitions=(
            Transition(
                "longest",
                both(
                    ja="在留期間「3年」を最長とみなす扱いは2027年3月31日まで",
                    en="A period of three years counts as the longest until 31 March 2027",
                ),
                None,
                date(2027, 3, 31),
                _cite("ガイドライン1(3)ウ", "Guidelines 1(3)(c)"),
            ),
        ),
        digest="0" * 64,
    )


def _kind(record: Record) -> tuple[EvidenceKind, str]:
    kinds = {
        Application: "application",
        Obligation: "obligations",
        Stay: "stays",
        StatusPeriod: "statuses",
        Income: "income",
        LanguageTest: "language",
        Conduct: "conduct",
        Statement: "statements",
    }
    about = record.duty.value if isinstance(record, Obligation) else ""
    return EvidenceKind(kinds[type(record)]), about


def evidence(rows: Iterable[tuple[Record, int, str, str | None]], case: str = "PR-2026-000123") -> tuple[Evidence, ...]:
    """Numbered evidence from (record, document, source, receipt)."""
    found = []
    for number, (record, document, source, receipt) in enumerate(rows, 1):
        kind, about = _kind(record)
        found.append(
            Evidence(f"E{number}", number, case, kind, about, record, source, date(2026, 9, 1), receipt, document)
        )
    return tuple(found)


def _months(late: Sequence[str]) -> list[Obligation]:
    rows = []
    for n in range(24):
        month = add_months(date(2024, 3, 1), n)
        due = national_pension_due(month.year, month.month)
        period = f"{month:%Y-%m}"
        if period in late:
            rows.append(Obligation(Duty.NATIONAL_PENSION, period, due, date(2025, 12, 19), 17510, PaymentStatus.PAID))
        else:
            rows.append(Obligation(Duty.NATIONAL_PENSION, period, due, due, 17510, PaymentStatus.WITHHELD))
    return rows


def rows(
    late: Sequence[str] = ("2025-06", "2025-07", "2025-08"), entered: date = date(2017, 4, 3)
) -> list[tuple[Record, int, str, str | None]]:
    """The evidence of the case."""
    found: list[tuple[Record, int, str, str | None]] = [
        (
            Application("permanent_residence", "general", RECEIVED, "engineer_humanities", date(2029, 8, 20)),
            1,
            "申請人",
            None,
        ),
        (Stay(entered, None), 2, "出入国在留管理庁", "R-1"),
        (StatusPeriod("engineer_humanities", entered, None), 2, "出入国在留管理庁", "R-1"),
        (Income(2025, 4_200_000, 0), 3, "武野市", None),
        (LanguageTest("JLPT", "N2", 120, date(2023, 12, 3)), 4, "申請人", None),
        (Statement("reasons", RECEIVED, "2015年4月に初めて日本に来て、10年以上になります。"), 5, "申請人", None),
    ]
    found += [(each, 6, "日本年金機構", "R-2") for each in _months(late)]
    if late:
        found.append((Stay(date(2015, 4, 6), date(2016, 3, 25)), 2, "出入国在留管理庁", "R-1"))
    return found


def case(**more: object) -> Case:
    """The case."""
    applicant = Applicant(
        name=NAME,
        name_reading="グエン ティ ミン アン",
        born_on=date(1992, 5, 1),
        nationality="VNM",
        current_status="engineer_humanities",
        stay_until=date(2029, 8, 20),
        language="en",
        address="〒180-9999\n東京都武野市緑町三丁目8番5号\nコーポみどり203号室",
        municipality="武野市",
    )
    made = Case(
        "PR-2026-000123",
        Kind.PERMANENT_RESIDENCE,
        "general",
        State.COUNTERSIGNED,
        "unit1",
        RECEIVED,
        date(2026, 7, 16),
        applicant,
        framework().ref,
        7,
        receipt_number="永-26-004127",
        round=1,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # the caller's fields are Case's


def finding(criterion: str, state: FindingState, *reasons: Reason) -> Finding:
    """A recorded finding."""
    return Finding("PR-2026-000123", criterion, state, reasons, 1, "examiner1", AT, 10, "2026-02-24")


TEXT_RESIDENCE = "2015年からの在留は、2016年3月25日の出国で終わりました。そのため、2017年4月3日から数えます。"
TEXT_PENSION = "3か月分は、どれも当初の納付期限を過ぎて納められています。申請の前に全額が納められていますが、原則として消極的に評価します。"


def refused_findings() -> tuple[Finding, ...]:
    """Two criteria are not met."""
    met, no = FindingState.MET, FindingState.NOT_MET
    return (
        finding("conduct", met, Reason(evidence=("E1",))),
        finding("livelihood", met, Reason(facts=("F204",))),
        finding("residence", no, Reason("R-01", ("F3", "F2", "F4", "F5"), ("E2", "E6"), TEXT_RESIDENCE)),
        finding("pension", no, Reason("P-02", ("F133", "F33.2025-06", "F33.2025-07", "F33.2025-08"), (), TEXT_PENSION)),
        finding("health", met, Reason(evidence=("E1",))),
        finding("guarantor", FindingState.NOT_APPLICABLE),
        finding("language", met, Reason(facts=("F240",))),
    )


def granted_findings() -> tuple[Finding, ...]:
    """Everything is met."""
    return tuple(
        each
        if each.finding is not FindingState.NOT_MET
        else replace(
            each,
            finding=FindingState.MET,
            reasons=(Reason(facts=("F3",)) if each.criterion == "residence" else Reason(facts=("F133",)),),
        )
        for each in refused_findings()
    )


WEIGHING = "10年の在留は原則の条件で、特例に当たる事実はありません。足りない年数を有利な事情で補う扱いは、ガイドラインにありません。"


def proposal(outcome: Outcome = Outcome.REFUSE, weighing: str = WEIGHING) -> Proposal:
    """The proposal of round 1."""
    return Proposal("PR-2026-000123", 1, outcome, weighing, "examiner1", AT)


def casefile(
    outcome: Outcome = Outcome.REFUSE,
    findings: tuple[Finding, ...] | None = None,
    pieces: tuple[Evidence, ...] | None = None,
    **more: object,
) -> CaseFile:
    """The whole file, its facts computed."""
    granted = outcome is Outcome.GRANT
    pieces = pieces or evidence(rows(late=(), entered=date(2015, 4, 2)) if granted else rows())
    facts = compute_facts(pieces, Windows(RECEIVED, DECIDED, {Duty.NATIONAL_PENSION.value: 24}, 10))
    findings = findings if findings is not None else (granted_findings() if granted else refused_findings())
    rounds = (Round(proposal(outcome, "" if granted else WEIGHING)),)
    return CaseFile(case(**more), framework(), pieces, facts, findings, (), rounds, (), DECIDED)


@cache
def _said(key: str) -> Localized:
    """What the made-up office says of itself, in the languages it says it in."""
    return Localized.of(**tomllib.loads(letters.sample_office().read_text(encoding="utf-8"))[key])


def context(**more: object) -> LetterContext:
    """The office's settings on the day of dispatch."""
    head = Letterhead(
        authority=both(ja="武蔵野出入国在留管理局", en="Musashino Regional Immigration Bureau"),
        unit=both(ja="永住審査部門", en="Permanent Residence Section"),
        telephone="03-0000-4100",
        hours=_said("hours"),
        signatory=both(ja="法務大臣", en="Minister of Justice"),
        number_pattern="武永第{year}-{serial:06d}号",
        interpreting=_said("interpreting"),
    )
    desks = (
        Desk(
            both(ja="武野市 外国人総合相談", en="Takeno City foreign residents’ desk"),
            both(ja="年金、保険、税、くらし", en="Pension, insurance, tax, daily life"),
            ("en", "vi"),
            "03-0000-4210",
            both(ja="9～17時", en="9–17"),
            ("武野市",),
        ),
    )
    stood = "2713:657904ce65ff8461"
    made = LetterContext(head, "武永第2026-004127号", DECIDED, SENT, False, GOT, desks, date(2026, 11, 1), anchor=stood)
    return replace(made, **more)  # type: ignore[arg-type]  # the caller's fields are LetterContext's


def letter(language: str = "ja", outcome: Outcome = Outcome.REFUSE, **more: object) -> Letter:
    """A letter of the sample case."""
    file = casefile(outcome)
    assert file.proposal is not None
    return compose(file, file.proposal, context(**more), language)
