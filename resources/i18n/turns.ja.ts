<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>ActDialog</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Calendar file…</source>
        <translation>カレンダーのファイル…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>移送…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>引き継ぐ…</translation>
    </message>
    <message>
        <source>Withdrawn…</source>
        <translation>取下げ…</translation>
    </message>
    <message>
        <source>Lapsed…</source>
        <translation>終結…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>再開…</translation>
    </message>
    <message>
        <source>Household…</source>
        <translation>世帯…</translation>
    </message>
    <message>
        <source>Share evidence…</source>
        <translation>資料を共有…</translation>
    </message>
    <message>
        <source>Take the finding over…</source>
        <translation>認定を写す…</translation>
    </message>
    <message>
        <source>Write the distinction…</source>
        <translation>相違の説明を書く…</translation>
    </message>
    <message>
        <source>Link an earlier case…</source>
        <translation>以前の事案を結び付ける…</translation>
    </message>
    <message>
        <source>Undo the link…</source>
        <translation>結び付けを取り消す…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Ended…</source>
        <translation>終了…</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>審査官</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>裁判所</translation>
    </message>
    <message>
        <source>Number of the court's case</source>
        <translation>裁判所の事件番号</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>前と同じ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Why (stands in the record)</source>
        <translation>理由（記録に残ります）</translation>
    </message>
    <message>
        <source>Words to whoever goes on</source>
        <translation>続ける人への申し送り</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>世帯</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>空欄：なし</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Share evidence</source>
        <translation>資料を共有</translation>
    </message>
    <message>
        <source>From which case</source>
        <translation>どの事案から</translation>
    </message>
    <message>
        <source>Take the finding over</source>
        <translation>認定を写す</translation>
    </message>
    <message>
        <source>It is recorded as your own finding, and the record says from where it came.</source>
        <translation>あなたの認定として記録され、どこから写したかが記録に残ります。</translation>
    </message>
    <message>
        <source>Meant for this case</source>
        <translation>この事案で考えている結果</translation>
    </message>
    <message>
        <source>Unlike</source>
        <translation>異なる事案</translation>
    </message>
    <message>
        <source>What makes the cases unlike</source>
        <translation>何が違うのか</translation>
    </message>
    <message>
        <source>Distinction</source>
        <translation>相違の説明</translation>
    </message>
    <message>
        <source>Earlier case</source>
        <translation>以前の事案</translation>
    </message>
    <message>
        <source>What shows that it is the same person</source>
        <translation>同じ人とわかる理由</translation>
    </message>
    <message>
        <source>Link an earlier case</source>
        <translation>以前の事案を結び付ける</translation>
    </message>
    <message>
        <source>Undo the link to {case}</source>
        <translation>{case} との結び付けを取り消す</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>登録番号</translation>
    </message>
    <message>
        <source>Address (on the envelope only)</source>
        <translation>住所（封筒にだけ書く）</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Letters go here</source>
        <translation>通知書の送付先</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代理人等</translation>
    </message>
    <message>
        <source>No longer represents</source>
        <translation>代理などの終了</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
</context>
<context>
    <name>TurnsTab</name>
    <message>
        <source>Course and people</source>
        <translation>経過・関係</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Course of the case</source>
        <translation>事案の経過</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家族</translation>
    </message>
    <message>
        <source>Earlier cases</source>
        <translation>以前の事案</translation>
    </message>
    <message>
        <source>Representatives</source>
        <translation>代理人等</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Nothing happened to this case but its examination.</source>
        <translation>審査のほかに経過はありません。</translation>
    </message>
    <message>
        <source>No other case of this household is here.</source>
        <translation>同じ世帯の事案はほかにありません。</translation>
    </message>
    <message>
        <source>No earlier case is linked, and none looks like the same applicant.</source>
        <translation>結び付けた以前の事案はなく、同じ申請人と思われる事案もありません。</translation>
    </message>
    <message>
        <source>The case ended: nothing is due.</source>
        <translation>事案は終わりました。期限はありません。</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>カレンダーのファイル</translation>
    </message>
</context>
<context>
    <name>TurnsTables</name>
    <message>
        <source>Criterion</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>From</source>
        <translation>元</translation>
    </message>
    <message>
        <source>To</source>
        <translation>先</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案番号</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当時</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今回</translation>
    </message>
    <message>
        <source>Reason then</source>
        <translation>当時の理由</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>How near</source>
        <translation>近さ</translation>
    </message>
    <message>
        <source>Last working day</source>
        <translation>最後の開庁日</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>May be the same applicant: link it if it is</source>
        <translation>同じ申請人かもしれません。同じなら結び付けてください</translation>
    </message>
    <message>
        <source>A later case of the same applicant</source>
        <translation>同じ申請人の後の事案</translation>
    </message>
    <message>
        <source>Letters go here</source>
        <translation>通知書の送付先</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請人</translation>
    </message>
</context>
</TS>
