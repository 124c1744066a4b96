<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>DueDatesDialog</name>
    <message>
        <source>Due days of municipalities</source>
        <translation>市区町村の納期限</translation>
    </message>
    <message>
        <source>National health insurance and resident tax fall due as each municipality sets it. The office's own table goes before the shipped one; a row on record is never changed by it, only shown where it says otherwise.</source>
        <translation>国民健康保険と住民税の納期限は、市区町村が定めます。事務所の表は、同梱の表に優先します。記録の行を表が書き換えることはなく、食い違うところが示されるだけです。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Keep this year</source>
        <translation>この年度を保存</translation>
    </message>
    <message>
        <source>See what it touches</source>
        <translation>影響を見る</translation>
    </message>
    <message>
        <source>Town, year or source</source>
        <translation>市区町村・年度・出典</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>義務</translation>
    </message>
    <message>
        <source>Every duty</source>
        <translation>すべての義務</translation>
    </message>
    <message>
        <source>Only what is to be checked</source>
        <translation>要確認だけ</translation>
    </message>
    <message>
        <source>New year</source>
        <translation>新しい年度</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>表を取り込む…</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>期</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>印</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{all}件中 {n}件</translation>
    </message>
    <message>
        <source>own</source>
        <translation>事務所の表</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>同梱</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>See first what it touches</source>
        <translation>先に影響を見てください</translation>
    </message>
    <message>
        <source>Kept: {new} new, {changed} changed, {removed} taken away</source>
        <translation>保存しました：新しい{new}件、変わった{changed}件、なくした{removed}件</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>表を取り込む</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>表 (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Read in: {new} new, {changed} changed, {same} the same</source>
        <translation>取り込みました：新しい{new}件、変わった{changed}件、同じ{same}件</translation>
    </message>
    <message>
        <source>Line {n}: {why}</source>
        <translation>{n}行目：{why}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>ほか{n}件</translation>
    </message>
</context>
<context>
    <name>YearPane</name>
    <message>
        <source>Municipality</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>義務</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Due days, one a line</source>
        <translation>納期限（1行に1日）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>いつ時点</translation>
    </message>
    <message>
        <source>Not yet checked with the source</source>
        <translation>出典とまだ照らし合わせていない</translation>
    </message>
    <message>
        <source>2026-06-30 or R8.6.30, first instalment first</source>
        <translation>2026-06-30 か R8.6.30、第1期から</translation>
    </message>
    <message>
        <source>No row of an open case would be touched.</source>
        <translation>未処理の事案に影響する行はありません。</translation>
    </message>
    <message>
        <source>{rows} rows of {cases} open cases would have another due day than the table says, or no longer:</source>
        <translation>未処理の{cases}件の事案の{rows}行で、表との一致・不一致が変わります：</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>ほか{n}件</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>日なし</translation>
    </message>
    <message>
        <source>{case} {period}: row {due}, table {then}</source>
        <translation>{case} {period}：記録 {due}、表 {then}</translation>
    </message>
    <message>
        <source>; late by {n} days as recorded, {m} by the table</source>
        <translation>、遅れは記録で{n}日、表で{m}日</translation>
    </message>
    <message>
        <source>Changed before (record):</source>
        <translation>これまでの変更（記録）：</translation>
    </message>
    <message>
        <source>No change is on record: as shipped, or new.</source>
        <translation>変更の記録はありません（同梱のまま、または新規）。</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}期</translation>
    </message>
</context>
</TS>
