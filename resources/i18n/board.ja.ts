<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>BoardView</name>
    <message>
        <source>Closing days…</source>
        <translation>閉庁日…</translation>
    </message>
    <message>
        <source>With nobody</source>
        <translation>担当なし</translation>
    </message>
    <message>
        <source>Late or soon</source>
        <translation>超過・間近</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待ち</translation>
    </message>
    <message>
        <source>Over half a year</source>
        <translation>半年超</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>どの事案</translation>
    </message>
    <message>
        <source>In turn…</source>
        <translation>順に配分…</translation>
    </message>
    <message>
        <source>Absence…</source>
        <translation>不在…</translation>
    </message>
    <message>
        <source>Hand everything over…</source>
        <translation>すべて引き継ぐ…</translation>
    </message>
    <message>
        <source>Give…</source>
        <translation>割り当てる…</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Examiners</source>
        <translation>審査官</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>処理期限</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案番号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>With</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>審査官</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>担当中</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超過</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>間近</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>種類別</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>配分</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>割り当てる</translation>
    </message>
    <message>
        <source>Open, or show a person's cases</source>
        <translation>開く・その人の事案</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>{free} with nobody, {late} late or soon, {waiting} waiting, {all} open.</source>
        <translation>担当なし {free}、超過・間近 {late}、待ち {waiting}、未決 {all}。</translation>
    </message>
    <message>
        <source>By age:</source>
        <translation>受付からの日数：</translation>
    </message>
    <message>
        <source>{day} late</source>
        <translation>{day} 超過</translation>
    </message>
    <message>
        <source>{name} (away)</source>
        <translation>{name}（不在）</translation>
    </message>
    <message>
        <source>Choose cases and an examiner</source>
        <translation>事案と審査官を選んでください</translation>
    </message>
    <message>
        <source>Give {n} to {name}</source>
        <translation>{n} 件を {name} に割り当てる</translation>
    </message>
    <message>
        <source>Why (stands in the record)</source>
        <translation>理由（記録に残ります）</translation>
    </message>
    <message>
        <source>Give {n} cases out in turn</source>
        <translation>{n} 件を順に配分する</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name} が戻った</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>empty: not known</source>
        <translation>空欄：未定</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>no illness by name</source>
        <translation>病名は書かない</translation>
    </message>
    <message>
        <source>{name} is away</source>
        <translation>{name} の不在</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Give cases</source>
        <translation>事案の割当て</translation>
    </message>
    <message>
        <source>Hand cases over</source>
        <translation>担当事案の引継ぎ</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>不在のため</translation>
    </message>
    <message>
        <source>Note on {case}</source>
        <translation>{case} の申し送り</translation>
    </message>
    <message>
        <source>Hand over what {name} has</source>
        <translation>{name} の担当事案を引き継ぐ</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
</context>
<context>
    <name>ClosingsDialog</name>
    <message>
        <source>{case} ({about})</source>
        <translation>{case}（{about}）</translation>
    </message>
    <message>
        <source>Closing days of the office</source>
        <translation>この事務所の閉庁日</translation>
    </message>
    <message>
        <source>Holidays and the turn of the year are counted already. Days to answer in are counted past these days too; no period of law grows longer.</source>
        <translation>祝日と年末年始は、はじめから数えていません。回答の日数は、ここの日も除いて数えます。法定の期間は延びません。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Why the office is closed</source>
        <translation>閉庁の理由</translation>
    </message>
    <message>
        <source>2026-12-28 or R8.12.28</source>
        <translation>例：2026-12-28、R8.12.28</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Add the day</source>
        <translation>加える</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Closing days</source>
        <translation>閉庁日</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Noted by</source>
        <translation>登録した人</translation>
    </message>
    <message>
        <source>Due on {day}: {what}. Tell those concerned, or set another day.</source>
        <translation>{day}が期限・予定のもの：{what}。関係する人に知らせるか、日を改めてください。</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>予定</translation>
    </message>
</context>
</TS>
