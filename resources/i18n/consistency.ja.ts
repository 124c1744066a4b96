<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>ChartPane</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>図</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart</source>
        <translation>図</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比べる</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>公表の手続へ…</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>すべての決定</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>比べない</translation>
    </message>
</context>
<context>
    <name>ConsistencyView</name>
    <message>
        <source>Look up whose code…</source>
        <translation>だれの記号か調べる…</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Chart or table</source>
        <translation>図と表を切り替える</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一貫性</translation>
    </message>
    <message>
        <source>Next chart</source>
        <translation>次の図</translation>
    </message>
    <message>
        <source>Read points</source>
        <translation>点を読む</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>止めました。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>もう一度読む</translation>
    </message>
    <message>
        <source>Too few decisions for this chart.</source>
        <translation>決定が少ないため、この図は出しません。</translation>
    </message>
    <message>
        <source>Agreement by criterion</source>
        <translation>項目ごとの一致（二重の読み）</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>項目ごとの「満たさない」</translation>
    </message>
    <message>
        <source>Change over the months</source>
        <translation>月ごとの動き</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由コード</translation>
    </message>
    <message>
        <source>Spread of readings</source>
        <translation>読みのばらつき</translation>
    </message>
    <message>
        <source>Export the working paper to</source>
        <translation>作業用の報告の書き出し先</translation>
    </message>
    <message>
        <source>Write the release to</source>
        <translation>公表用の報告の書き出し先</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>{0} に書き出しました</translation>
    </message>
    <message>
        <source>Yearly account…</source>
        <translation>年次報告…</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>LookPane</name>
    <message>
        <source>Look up whose code…</source>
        <translation>だれの記号か調べる…</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>見るところ</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
</context>
<context>
    <name>LookUpDialog</name>
    <message>
        <source>Look up a code</source>
        <translation>記号を調べる</translation>
    </message>
    <message>
        <source>Number of the report</source>
        <translation>報告の番号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>記号</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>At the top right of every page; its first 8 characters are enough</source>
        <translation>各ページの右上にあります。初めの8文字で足ります</translation>
    </message>
    <message>
        <source>The purpose, the code and your name are kept in the record. For consistency, not for appraising a person.</source>
        <translation>目的・記号・あなたの名前が記録に残ります。一貫性のためであり、個人の評価には使いません。</translation>
    </message>
    <message>
        <source>Whose code is it?</source>
        <translation>だれの記号か</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Look up and record</source>
        <translation>調べて記録する</translation>
    </message>
    <message>
        <source>Fill in the report, the code and what it is for</source>
        <translation>報告の番号、記号、目的を書いてください</translation>
    </message>
    <message>
        <source>{0} is {1}. This look-up is on record.</source>
        <translation>{0}は{1}です。調べたことは記録されました。</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>It is published, and enters the ledger of what was ever released.</source>
        <translation>外部に公表され、これまでの公表の台帳に載ります。</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>公表する</translation>
    </message>
    <message>
        <source>Release the report that {who} proposed</source>
        <translation>{who}さんが起案した報告の公表</translation>
    </message>
    <message>
        <source>Read and release…</source>
        <translation>読んで公表する…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り下げる</translation>
    </message>
    <message>
        <source>all decisions</source>
        <translation>すべての決定</translation>
    </message>
    <message>
        <source>A release waits for its second person: {0}. Proposed by {1}.</source>
        <translation>公表の案が、もう一人の決定を待っています：{0}（提案 {1}）</translation>
    </message>
    <message>
        <source>A second person releases it, not the one who proposed it.</source>
        <translation>提案した人ではなく、もう一人が公表します。</translation>
    </message>
    <message>
        <source>The yearly account waits for its second person: {0}. Proposed by {1}.</source>
        <translation>年次報告が2人目を待っています：{0}。提案：{1}。</translation>
    </message>
</context>
<context>
    <name>YearlyDialog</name>
    <message>
        <source>Yearly account</source>
        <translation>年次報告</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべての種別</translation>
    </message>
    <message>
        <source>For everybody to read, in Japanese and English, as PDF and HTML: outcomes, reasons, how long it took, how far two readers agree. Protected and checked against everything released before; a second person releases it.</source>
        <translation>だれでも読める報告を、日本語と英語のPDFとHTMLで作ります。結果、理由、かかった日数、2人の読みの一致を載せます。少ない件数を伏せ、これまでに公表したすべてと突き合わせ、もう一人が公表します。</translation>
    </message>
    <message>
        <source>Yearly account for the public</source>
        <translation>公表する年次報告</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Put before a second person</source>
        <translation>2人目に回す</translation>
    </message>
    <message>
        <source>There is no decision yet to tell of.</source>
        <translation>載せる決定がまだありません。</translation>
    </message>
</context>
</TS>
