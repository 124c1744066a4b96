"""The papers of one application, as other institutions send them: one pension month paid late, all else in order."""

from datetime import date
from pathlib import Path

from models.dates.deadlines import national_pension_due, resident_tax_special_due
from models.dates.periods import add_months

CASE = "PR-2026-90001"
RECEIVED = date(2026, 9, 15)
LATE = "2025-11"

_HEAD = (
    "case,kind,route,received_on,unit,name,name_reading,born_on,nationality,current_status,stay_until,language,sex,"
    "address,municipality\n"
)
_CASES = _HEAD + (
    f"{CASE},永住許可,一般,R8.9.15,永住審査第一部門,NGUYEN THI MAI,グエン・ティ・マイ,1990/4/12,VN,技術・人文知識・国際業務,"
    "2029-03-31,ja,女性,東京都江東区青葉町1-2-3,東京都江東区\n"
)

_FILES = {
    "stays": f"case,entered_on,departed_on\n{CASE},2012-04-01,2019-08-01\n{CASE},2019-08-20,\n",
    "statuses": f"case,status,from,until\n{CASE},留学,2012-04-01,2016-03-31\n{CASE},技術・人文知識・国際業務,2016-04-01,2024-03-31\n"
    f"{CASE},技術・人文知識・国際業務,2024-04-01,2029-03-31\n",
    "employment": f'case,employer,kind,from,until,income,source\n{CASE},みどり電子株式会社,正社員,2016-04-01,,"4,800,000",在職証明書\n',
    "income": "case,year,income,dependants,source\n"
    + "".join(f"{CASE},{year},{4_000_000 + year},0,課税証明書\n" for year in range(2021, 2026)),
    "language": f"case,test,level,score,taken_on\n{CASE},日本語能力試験,N2,118,2018-12-02\n",
    "ties": f"case,kind,since,until,description,source\n{CASE},住居,2020-05-01,,賃貸住宅,賃貸借契約書\n",
    "conduct": f"case,kind,on,outcome,source\n{CASE},該当なし,2026-09-20,記録なし,照会回答\n"
    f"{CASE},届出,2016-04-08,所属機関に関する届出,届出の記録\n",
    "qualifications": f"case,kind,name,level,on,source\n{CASE},学位,架空大学 工学部,学士,2016-03-20,卒業証明書\n",
    "statements": f'case,kind,given_on,text\n{CASE},理由書,2026-09-15,"日本で働き続けたいと思います。\n家族も日本にいます。"\n',
}


def write(folder: Path) -> dict[str, Path]:
    """Every file by its kind: cases in CP932, the rest in UTF-8 with its mark."""
    made = {"cases": folder / "cases.csv", "obligations": folder / "obligations.csv"}
    made["cases"].write_bytes(_CASES.encode("cp932"))
    made["obligations"].write_bytes(_obligations().encode("utf-16"))
    for what, content in _FILES.items():
        made[what] = folder / f"{what}.csv"
        made[what].write_bytes(content.encode("utf-8-sig"))
    return made


def _obligations() -> str:
    lines = ["case,duty,period,due_on,paid_on,amount,status,source,as_of,receipt"]
    for back in range(26, 1, -1):
        month = add_months(RECEIVED.replace(day=1), -back)
        due = national_pension_due(month.year, month.month)
        paid = add_months(due, 2) if f"{month:%Y-%m}" == LATE else due
        lines.append(f"{CASE},国民年金,{month:%Y-%m},{due},{paid},17510,納付,日本年金機構,2026-09-20,N-1")
        lines.append(f"{CASE},健康保険,{month:%Y-%m},{due},,9000,天引き,資格確認書,2026-09-20,K-1")
    for back in range(62, 1, -1):
        month = add_months(RECEIVED.replace(day=1), -back)
        due = resident_tax_special_due(month.year, month.month)
        lines.append(f"{CASE},住民税,{month:%Y-%m},{due},,12000,特別徴収,納税証明書,2026-09-20,T-1")
    return "\n".join(lines) + "\n"
