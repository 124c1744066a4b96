<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AuthorityView</name>
    <message>
        <source>Draft a version…</source>
        <translation>案を作る…</translation>
    </message>
    <message>
        <source>Approve the draft…</source>
        <translation>案を承認する…</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>決裁区分</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>For</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Signatures in their order</source>
        <translation>決裁の順</translation>
    </message>
    <message>
        <source>Letter names</source>
        <translation>通知書の名義</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Version {n} governs.</source>
        <translation>今は第{n}版です。</translation>
    </message>
    <message>
        <source>No rules of your own yet: any supervisor decides as the second person.</source>
        <translation>まだ定めていません：統括審査官のだれもが、2人目として決裁できます。</translation>
    </message>
    <message>
        <source>Version {n} was drafted by {who}, to begin on {day}: {why}. Another person approves it.</source>
        <translation>第{n}版の案（{who}、{day}から）：{why}。別の人が承認します。</translation>
    </message>
    <message>
        <source>any supervisor</source>
        <translation>どの統括審査官でも</translation>
    </message>
    <message>
        <source>[deputy: {who}]</source>
        <translation>〔代決：{who}〕</translation>
    </message>
    <message>
        <source>every case</source>
        <translation>すべての事案</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Draft a version</source>
        <translation>案を作る</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>決裁区分</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Kinds (empty: all)</source>
        <translation>種別（空欄：すべて）</translation>
    </message>
    <message>
        <source>Routes (empty: all)</source>
        <translation>類型（空欄：すべて）</translation>
    </message>
    <message>
        <source>Outcomes (empty: both)</source>
        <translation>結果（空欄：両方）</translation>
    </message>
    <message>
        <source>Units (empty: all)</source>
        <translation>部門（空欄：すべて）</translation>
    </message>
    <message>
        <source>The letter names</source>
        <translation>通知書の名義</translation>
    </message>
    <message>
        <source>Signatures, one a line</source>
        <translation>決裁の段階（1行に1つ）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>使い始める日</translation>
    </message>
    <message>
        <source>Why (stands in the record)</source>
        <translation>理由（記録に残ります）</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>区分を加える</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Title: login, login / deputy: login. Nobody named: any supervisor.</source>
        <translation>役職：ログイン名、…／代決：ログイン名。名前がなければ、どの統括審査官でも。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>案を保存する</translation>
    </message>
</context>
</TS>
