<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>RecordModel</name>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰が</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>行為</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>RecordsView</name>
    <message>
        <source>Retention and disposal…</source>
        <translation>保存と廃棄…</translation>
    </message>
    <message>
        <source>Record verified {0}, but its anchor outside could not be written: {1}. Tell the administrator.</source>
        <translation>{0} に記録を検証しましたが、外の錨を書けませんでした：{1}。管理者に知らせてください。</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>事案番号</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>Not verified in this session</source>
        <translation>この起動では未検証</translation>
    </message>
    <message>
        <source>Progress of the verification</source>
        <translation>検証の進み具合</translation>
    </message>
    <message>
        <source>Verify the record</source>
        <translation>記録を検証する</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>書かれた内容</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>事案を開く</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>事案を開く</translation>
    </message>
    <message>
        <source>find</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Record verified {0}</source>
        <translation>記録を検証済み {0}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>No. {0}</source>
        <translation>第{0}号</translation>
    </message>
    <message>
        <source>Link {0}</source>
        <translation>前の記録とつなぐ値 {0}</translation>
    </message>
    <message>
        <source>Verification stopped</source>
        <translation>検証を中止しました</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Verifying the record…</source>
        <translation>記録を検証中…</translation>
    </message>
    <message>
        <source>Record verified {0}　{1} events　nothing amiss</source>
        <translation>記録を検証済み {0}　{1}件　異常なし</translation>
    </message>
    <message>
        <source>The record is broken, first at event {0}: {1} {2}</source>
        <translation>記録が壊れています。最初は第{0}号：{1} {2}</translation>
    </message>
</context>
<context>
    <name>SeenLine</name>
    <message>
        <source>and {0} more</source>
        <translation>ほか{0}人</translation>
    </message>
    <message>
        <source>Seen by: {0}</source>
        <translation>見た人：{0}</translation>
    </message>
    <message>
        <source>{0} on {1} days, last {2}</source>
        <translation>{0}（{1}日、最後は{2}）</translation>
    </message>
    <message>
        <source>{0} on {2}</source>
        <translation>{0}（{2}）</translation>
    </message>
</context>
</TS>
