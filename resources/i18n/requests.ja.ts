<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AskDialog</name>
    <message>
        <source>Records put to the applicant</source>
        <translation>申請人に知らせる記録</translation>
    </message>
    <message>
        <source>Ask for a comment</source>
        <translation>意見を求める</translation>
    </message>
    <message>
        <source>What is put to the applicant, one a line</source>
        <translation>申請人に示すこと（1行に1つ）</translation>
    </message>
    <message>
        <source>Ask for documents</source>
        <translation>資料を求める</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>求める資料</translation>
    </message>
    <message>
        <source>A word on the chosen document (Japanese)</source>
        <translation>選んだ資料についての一言</translation>
    </message>
    <message>
        <source>Other documents, one a line</source>
        <translation>そのほかの資料（1行に1つ）</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Where to hand them in</source>
        <translation>出すところ</translation>
    </message>
    <message>
        <source>Words to the applicant (Japanese)</source>
        <translation>申請人への言葉</translation>
    </message>
    <message>
        <source>The clock stands still until the reply</source>
        <translation>回答があるまで期間を止める</translation>
    </message>
    <message>
        <source>Space ticks</source>
        <translation>スペースで選ぶ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>See it first…</source>
        <translation>先に見る…</translation>
    </message>
    <message>
        <source>Ask {name}</source>
        <translation>{name} に求める</translation>
    </message>
    <message>
        <source>The request as it will be sent</source>
        <translation>送る通知</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>What was asked and what came</source>
        <translation>求めた内容と届いたもの</translation>
    </message>
    <message>
        <source>Reply {n}, {day}: {ids}</source>
        <translation>回答{n}　{day}：{ids}</translation>
    </message>
    <message>
        <source>Reason: {why}</source>
        <translation>理由：{why}</translation>
    </message>
    <message>
        <source>sent {day}</source>
        <translation>送付 {day}</translation>
    </message>
    <message>
        <source>delivered {day}</source>
        <translation>到達 {day}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>期限 {day}</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>When</source>
        <translation>いつ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>通訳</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>法的根拠</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>同席した人</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Notes read back and confirmed</source>
        <translation>記録を読み聞かせて確かめた</translation>
    </message>
    <message>
        <source>Notes not read back</source>
        <translation>記録の読み聞かせはしていない</translation>
    </message>
</context>
<context>
    <name>OutcomeDialog</name>
    <message>
        <source>Record what came of it</source>
        <translation>結果を記録する</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>同席した人</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Were the notes read back and confirmed?</source>
        <translation>記録を読み聞かせて確かめましたか</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>写真を加える…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>写真</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Ask or look</source>
        <translation>調べる・聞く</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What is to be found out</source>
        <translation>何を確かめるか</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意見</translation>
    </message>
    <message>
        <source>Criteria that it bears on</source>
        <translation>関係する項目</translation>
    </message>
    <message>
        <source>The clock stands still until it is done</source>
        <translation>終わるまで期間を止める</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>通訳</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>法的根拠</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record the plan</source>
        <translation>予定を記録する</translation>
    </message>
</context>
<context>
    <name>ReplyDialog</name>
    <message>
        <source>Record what came</source>
        <translation>届いたものを記録する</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>届いたもの</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>届いた日</translation>
    </message>
    <message>
        <source>What the applicant says</source>
        <translation>申請人の言葉</translation>
    </message>
    <message>
        <source>Space ticks</source>
        <translation>スペースで選ぶ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Reply to request {n}</source>
        <translation>通知{n}への回答</translation>
    </message>
    <message>
        <source>Each document becomes evidence, and the case goes on.</source>
        <translation>届いた資料は1つずつ資料になり、事案は審査に戻ります。</translation>
    </message>
</context>
<context>
    <name>RequestsTab</name>
    <message>
        <source>Ask for documents…</source>
        <translation>資料を求める…</translation>
    </message>
    <message>
        <source>Ask for a comment…</source>
        <translation>意見を求める…</translation>
    </message>
    <message>
        <source>Ask or look…</source>
        <translation>調べる・聞く…</translation>
    </message>
    <message>
        <source>Requests and inquiries</source>
        <translation>求めた資料と調査・照会</translation>
    </message>
    <message>
        <source>What</source>
        <translation>何を</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次にすること</translation>
    </message>
    <message>
        <source>Record what came…</source>
        <translation>届いたものを記録…</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>もう一度求める…</translation>
    </message>
    <message>
        <source>Delivered…</source>
        <translation>到達日…</translation>
    </message>
    <message>
        <source>Nothing came</source>
        <translation>回答なし</translation>
    </message>
    <message>
        <source>Record what came of it…</source>
        <translation>結果を記録…</translation>
    </message>
    <message>
        <source>See the paper…</source>
        <translation>通知を見る…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>取り下げる…</translation>
    </message>
    <message>
        <source>Nothing was asked for yet</source>
        <translation>まだ何も求めていません</translation>
    </message>
    <message>
        <source>Criteria at “needs documents” fill the request by themselves.</source>
        <translation>「要追加資料」の項目から、求める資料が入ります。</translation>
    </message>
    <message>
        <source>The clock stands still: due {before}, and {after} if the case goes on today.</source>
        <translation>期間は止まっています：期限は{before}、今日再開すると{after}になります。</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>到達</translation>
    </message>
    <message>
        <source>Day of delivery</source>
        <translation>届いた日</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Reason (stands in the record)</source>
        <translation>理由（記録に残ります）</translation>
    </message>
</context>
<context>
    <name>UnaskedDialog</name>
    <message>
        <source>Why no comment is asked</source>
        <translation>意見を聞かない理由</translation>
    </message>
    <message>
        <source>Records of other institutions weigh against the applicant. As a rule they are put to the applicant before they are used. If you do not ask, say why: the reason stands in the record.</source>
        <translation>ほかの機関の記録が、申請人に不利に働きます。使う前に申請人に知らせて意見を聞くのが原則です。聞かないときは、その理由を書いてください。理由は記録に残ります。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Reason (stands in the record)</source>
        <translation>理由（記録に残ります）</translation>
    </message>
</context>
</TS>
