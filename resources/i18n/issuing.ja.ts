<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>HelpDesks</name>
    <message>
        <source>Where applicants find help</source>
        <translation>申請人が相談できるところ</translation>
    </message>
    <message>
        <source>Each letter lists the desks of the applicant's municipality that speak its language. The table is kept in a spreadsheet: write it out, change it there, and take it in again.</source>
        <translation>通知書ごとに、申請人の市区町村と、通知書のことばに合う窓口を載せます。表は表計算ソフトで保ちます。書き出し、そこで直して、もう一度取り込みます。</translation>
    </message>
    <message>
        <source>Write the table out (CSV)…</source>
        <translation>表を書き出す（CSV）…</translation>
    </message>
    <message>
        <source>Take a table in (CSV)…</source>
        <translation>表を取り込む（CSV）…</translation>
    </message>
    <message>
        <source>The new table was looked up on</source>
        <translation>新しい表を確かめた日</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>{day}現在</translation>
    </message>
    <message>
        <source>No desk stands in the letters yet.</source>
        <translation>通知書に載せる窓口は、まだありません。</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>すべての人</translation>
    </message>
    <message>
        <source>every language, by interpreter</source>
        <translation>すべてのことば（通訳）</translation>
    </message>
    <message>
        <source>Write the table out</source>
        <translation>表を書き出す</translation>
    </message>
    <message>
        <source>Take a table in</source>
        <translation>表を取り込む</translation>
    </message>
    <message>
        <source>Write the day as 2026-11-01.</source>
        <translation>日付は 2026-11-01 の形で書いてください。</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Correction of {number}</source>
        <translation>{number} の訂正</translation>
    </message>
    <message>
        <source>Proposed by {who}: {reason}</source>
        <translation>{who}の提案：{reason}</translation>
    </message>
    <message>
        <source>Paragraph {n}: “{before}” → “{after}”</source>
        <translation>第{n}項：「{before}」→「{after}」</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>取り下げる</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提案する</translation>
    </message>
    <message>
        <source>Countersign and issue</source>
        <translation>決裁して発行する</translation>
    </message>
    <message>
        <source>A second person, who may countersign, signs a correction.</source>
        <translation>訂正は、決裁できる別の人が署名します。</translation>
    </message>
    <message>
        <source>Page 1: “{before}” → “{after}”</source>
        <translation>1ページ目：「{before}」→「{after}」</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>通知書の言語</translation>
    </message>
    <message>
        <source>Press “Propose” again to leave them.</source>
        <translation>そのままにするときは、もう一度「提案する」を押してください。</translation>
    </message>
    <message>
        <source>“{words}” still stands on page 1. If it is wrong there too, add that place.</source>
        <translation>「{words}」は1ページ目にも残っています。そこも誤りなら、箇所に加えてください。</translation>
    </message>
    <message>
        <source>“{words}” still stands in paragraph {n}. If it is wrong there too, add that place.</source>
        <translation>「{words}」は第{n}項にも残っています。そこも誤りなら、箇所に加えてください。</translation>
    </message>
</context>
<context>
    <name>PlacesForm</name>
    <message>
        <source>Page 1</source>
        <translation>1ページ目</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>項</translation>
    </message>
    <message>
        <source>Words in the letter</source>
        <translation>通知書の文言</translation>
    </message>
    <message>
        <source>Words instead</source>
        <translation>正しい文言</translation>
    </message>
    <message>
        <source>Why these words</source>
        <translation>この言葉を直す理由</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>別の箇所も</translation>
    </message>
    <message>
        <source>{name}: left empty, the corrected Japanese sentence stands in that letter, with a note.</source>
        <translation>{name}：書かなければ、訂正した日本語の文を、断りとともにその通知書に載せます。</translation>
    </message>
    <message>
        <source>Words in the letter ({name})</source>
        <translation>通知書の文言（{name}）</translation>
    </message>
    <message>
        <source>Words instead ({name})</source>
        <translation>正しい文言（{name}）</translation>
    </message>
    <message>
        <source>Reason ({name})</source>
        <translation>理由（{name}）</translation>
    </message>
    <message>
        <source>Page 1: “{before}” → “{after}”</source>
        <translation>1ページ目：「{before}」→「{after}」</translation>
    </message>
    <message>
        <source>Paragraph {n}: “{before}” → “{after}”</source>
        <translation>第{n}項：「{before}」→「{after}」</translation>
    </message>
</context>
<context>
    <name>DeliveryBar</name>
    <message>
        <source>Delivery and explanations…</source>
        <translation>送達と説明の記録…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>訂正…</translation>
    </message>
    <message>
        <source>{number}: not sent yet</source>
        <translation>{number}：まだ発送していません</translation>
    </message>
    <message>
        <source>{number}: {step}, {day} (try {n})</source>
        <translation>{number}：{step}、{day}（{n}回目）</translation>
    </message>
    <message>
        <source>explained orally {n}×</source>
        <translation>口頭説明 {n} 回</translation>
    </message>
    <message>
        <source>a correction is under way</source>
        <translation>訂正の手続中</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Delivery of {number}</source>
        <translation>{number} の送達</translation>
    </message>
    <message>
        <source>Nothing has been written down yet.</source>
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送達</translation>
    </message>
    <message>
        <source>What to write down</source>
        <translation>記録するもの</translation>
    </message>
    <message>
        <source>Oral explanation</source>
        <translation>口頭の説明</translation>
    </message>
    <message>
        <source>Try {n}: {step}, {day}, {who} {tracking} {note}</source>
        <translation>{n}回目：{step}、{day}、{who} {tracking} {note}</translation>
    </message>
    <message>
        <source>Explained orally, {day}, {who} ({interpreter}): {asked}</source>
        <translation>口頭で説明、{day}、{who}（{interpreter}）：{asked}</translation>
    </message>
    <message>
        <source>no interpreter</source>
        <translation>通訳なし</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>どうなったか</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>聞かれたこと</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>答えたこと</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>2026-07-02</source>
        <translation>2026-07-02</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>担当した人</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>追跡番号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>覚え書き</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>通訳した人</translation>
    </message>
    <message>
        <source>empty: none was needed</source>
        <translation>空欄：通訳は不要だった</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Still to be filled: {0}</source>
        <translation>まだ入っていない欄：{0}</translation>
    </message>
</context>
<context>
    <name>IssuingView</name>
    <message>
        <source>Bound to what was countersigned: {cases}</source>
        <translation>決裁された内容のとおりに限る：{cases}</translation>
    </message>
    <message>
        <source>Issue {n} letters</source>
        <translation>{n}件の通知書を発行</translation>
    </message>
    <message>
        <source>Countersigned, not yet issued. A letter that cannot be issued stops no other; it is named here.</source>
        <translation>決裁が済み、まだ発行していない事案です。発行できないものがあっても他は止まらず、ここに理由が出ます。</translation>
    </message>
    <message>
        <source>Enclose the side-by-side version in the applicant's language</source>
        <translation>申請人の言語との対訳を同封する</translation>
    </message>
    <message>
        <source>Write the letters into a folder…</source>
        <translation>通知書をフォルダーにも書き出す…</translation>
    </message>
    <message>
        <source>Countersigned cases</source>
        <translation>決裁済みの事案</translation>
    </message>
    <message>
        <source>Letters issued</source>
        <translation>発行した通知書</translation>
    </message>
    <message>
        <source>Stop after this letter</source>
        <translation>この通知書で止める</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>発行する</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>issue</source>
        <translation>発行する</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>止める</translation>
    </message>
    <message>
        <source>Once a decision is countersigned, its letter waits here.</source>
        <translation>決裁が済むと、その通知書がここで発行を待ちます。</translation>
    </message>
    <message>
        <source>No letter waits to be issued</source>
        <translation>発行を待つ通知書はありません</translation>
    </message>
    <message>
        <source>Folder for the letters</source>
        <translation>通知書を書き出すフォルダー</translation>
    </message>
    <message>
        <source>being issued…</source>
        <translation>発行しています…</translation>
    </message>
    <message>
        <source>issued: {number}</source>
        <translation>発行しました：{number}</translation>
    </message>
    <message>
        <source>issued: {number}, but its files are not written. {why}</source>
        <translation>発行しました（{number}）。ただし、ファイルには書き出せていません。{why}</translation>
    </message>
    <message>
        <source>{done} issued, {failed} could not be issued, {left} not begun</source>
        <translation>発行 {done} 件、発行できなかったもの {failed} 件、始めていないもの {left} 件</translation>
    </message>
    <message>
        <source>Issued, but their files are not written: {cases}. Save them from each case’s letter tab.</source>
        <translation>発行しましたが、ファイルに書き出せていないもの：{cases}。事案のタブ「通知書」から保存してください。</translation>
    </message>
    <message>
        <source>Issue {n}</source>
        <translation>{n} 件を発行する</translation>
    </message>
</context>
<context>
    <name>LetterheadFields</name>
    <message>
        <source>Authority</source>
        <translation>庁</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>担当部署</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>所在地</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>受付時間</translation>
    </message>
    <message>
        <source>Signatory</source>
        <translation>署名者</translation>
    </message>
    <message>
        <source>Interpreting</source>
        <translation>通訳の案内</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Pattern of the letter number</source>
        <translation>文書番号の型</translation>
    </message>
    <message>
        <source>Days to collect a card</source>
        <translation>カードを受け取る日数</translation>
    </message>
    <message>
        <source>Window envelope (long3 or dl)</source>
        <translation>窓付き封筒（long3 か dl）</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Language beside the Japanese</source>
        <translation>日本語と並べることば</translation>
    </message>
    <message>
        <source>{name} ({n} of {of} filled)</source>
        <translation>{name}（{of} のうち {n} を記入）</translation>
    </message>
    <message>
        <source>{what} ({language})</source>
        <translation>{what}（{language}）</translation>
    </message>
    <message>
        <source>empty: as the letters translate the title</source>
        <translation>空欄：通知書の訳語を使います</translation>
    </message>
    <message>
        <source>empty: as in English</source>
        <translation>空欄：英語を使います</translation>
    </message>
    <message>
        <source>empty: as in Japanese</source>
        <translation>空欄：日本語を使います</translation>
    </message>
</context>
<context>
    <name>LetterheadView</name>
    <message>
        <source>What letters are headed and signed with</source>
        <translation>通知書の差出人と署名者</translation>
    </message>
    <message>
        <source>A kind that another authority sends has a letterhead of its own.</source>
        <translation>他の庁が出す種類には、その庁の差出人を設定します。</translation>
    </message>
    <message>
        <source>Letters of</source>
        <translation>どの通知書か</translation>
    </message>
    <message>
        <source>every kind</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>The certificate that signs letters</source>
        <translation>通知書に署名する証明書</translation>
    </message>
    <message>
        <source>As the office again</source>
        <translation>庁の設定に戻す</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Save the certificate…</source>
        <translation>証明書を書き出す…</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>新しく作る</translation>
    </message>
    <message>
        <source>Import (PKCS#12)…</source>
        <translation>取り込む（PKCS#12）…</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>None yet: it is made with the next letter.</source>
        <translation>まだありません。次の通知書を発行するときに作られます。</translation>
    </message>
    <message>
        <source>self-made</source>
        <translation>庁が作成</translation>
    </message>
    <message>
        <source>from {issuer}</source>
        <translation>発行者 {issuer}</translation>
    </message>
    <message>
        <source>signs now</source>
        <translation>今の署名用</translation>
    </message>
    <message>
        <source>proves older letters</source>
        <translation>以前の通知書の確認用</translation>
    </message>
    <message>
        <source>{signs}: {subject}, {made}, valid until {until}
SHA-256 {fingerprint}</source>
        <translation>{signs}：{subject}、{made}、{until}まで有効
SHA-256 {fingerprint}</translation>
    </message>
    <message>
        <source>Kept. The next letter has it.</source>
        <translation>保存しました。次の通知書から使われます。</translation>
    </message>
    <message>
        <source>Import a certificate</source>
        <translation>証明書を取り込む</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>ファイルの合言葉</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>証明書を書き出す</translation>
    </message>
</context>
<context>
    <name>ReadyModel</name>
    <message>
        <source>Case</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>担当部署</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
</TS>
