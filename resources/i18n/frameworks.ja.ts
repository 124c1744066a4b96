<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Booklet</name>
    <message>
        <source>Language of the handbook</source>
        <translation>ハンドブックの言語</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>HTMLで保存…</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>ハンドブック</translation>
    </message>
    <message>
        <source>Save the handbook</source>
        <translation>ハンドブックを保存</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>保存しました：{path}</translation>
    </message>
</context>
<context>
    <name>FrameworksView</name>
    <message>
        <source>Due days of municipalities…</source>
        <translation>市区町村の納期限…</translation>
    </message>
    <message>
        <source>Languages of letters…</source>
        <translation>通知書の言語…</translation>
    </message>
    <message>
        <source>Framework and version</source>
        <translation>基準と版</translation>
    </message>
    <message>
        <source>Check a file…</source>
        <translation>ファイルを確かめる…</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>手引き</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>ハンドブック</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>通知書の文</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>表示するもの</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>基準の文書</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>使われる日</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Dated figures</source>
        <translation>日付のある数字</translation>
    </message>
    <message>
        <source>Transitional rules</source>
        <translation>経過措置</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>every route</source>
        <translation>すべての類型</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Indicator: no pass or fail</source>
        <translation>指標（合否の基準はない）</translation>
    </message>
    <message>
        <source>Must be met</source>
        <translation>必ず満たす</translation>
    </message>
    <message>
        <source>Weighed with the whole</source>
        <translation>全体の判断で考える</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Grounds for met</source>
        <translation>適合の根拠</translation>
    </message>
    <message>
        <source>Reasons for not met</source>
        <translation>不適合の理由</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Before the facts</source>
        <translation>事実の前</translation>
    </message>
    <message>
        <source>When met</source>
        <translation>満たすとき</translation>
    </message>
    <message>
        <source>When not applicable</source>
        <translation>該当しないとき</translation>
    </message>
    <message>
        <source>When not met, and what would change it</source>
        <translation>満たさないとき、何があれば変わるか</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Check a framework file</source>
        <translation>基準ファイルを確かめる</translation>
    </message>
    <message>
        <source>No problem was found. It is shown as it would be published; nothing is published by this.</source>
        <translation>問題は見つかりませんでした。公表したときの形で表示しています。これで公表されることはありません。</translation>
    </message>
    <message>
        <source>{file}: {number} problems</source>
        <translation>{file}：問題{number}件</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Draft a new version</source>
        <translation>新しい版の下書き</translation>
    </message>
    <message>
        <source>Draft {name} begun</source>
        <translation>下書き {name} を始めました</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Still to be checked with the source</source>
        <translation>出典をまだ確かめていないもの</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書く</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Both say the same here.</source>
        <translation>この項目に違いはありません。</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比べる版</translation>
    </message>
    <message>
        <source>Dated figure:</source>
        <translation>日付のある数値：</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>Route:</source>
        <translation>類型：</translation>
    </message>
    <message>
        <source>The framework itself</source>
        <translation>審査基準そのもの</translation>
    </message>
    <message>
        <source>There is no other version for this kind of case yet.</source>
        <translation>この種別には、まだほかの版がありません。</translation>
    </message>
    <message>
        <source>Transitional rule:</source>
        <translation>経過措置：</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>比べる版</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>{number} differences</source>
        <translation>違い {number}件</translation>
    </message>
</context>
<context>
    <name>DraftFoot</name>
    <message>
        <source>A second person publishes it.</source>
        <translation>別の人が公開します。</translation>
    </message>
    <message>
        <source>A word on it</source>
        <translation>一言</translation>
    </message>
    <message>
        <source>Back from {who}: {comment}</source>
        <translation>{who}から戻りました：{comment}</translation>
    </message>
    <message>
        <source>Give the draft up</source>
        <translation>下書きを取りやめる</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>取りやめる</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>取りやめる…</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>取りやめました。</translation>
    </message>
    <message>
        <source>It can be read from then on, but no longer written in.</source>
        <translation>以後は読めますが、書き込めません。</translation>
    </message>
    <message>
        <source>Its writer reads your words beside the draft.</source>
        <translation>書いた人が、下書きの横でこの言葉を読みます。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Keep a revision</source>
        <translation>稿を残す</translation>
    </message>
    <message>
        <source>Keep a revision…</source>
        <translation>稿を残す…</translation>
    </message>
    <message>
        <source>Mend the problems first</source>
        <translation>先に不備を直してください</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>覚え書き</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提案する</translation>
    </message>
    <message>
        <source>Propose the version</source>
        <translation>版を提案する</translation>
    </message>
    <message>
        <source>Proposed by {who}: version {version}, to take effect on {day}. {comment}</source>
        <translation>{who}が提案：版 {version}、{day}施行。{comment}</translation>
    </message>
    <message>
        <source>Propose…</source>
        <translation>提案する…</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公開する</translation>
    </message>
    <message>
        <source>Publish the version</source>
        <translation>版を公開する</translation>
    </message>
    <message>
        <source>Published by {who} as version {version}. It never changes.</source>
        <translation>{who}が版 {version} として公開しました。変わることはありません。</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>公開する…</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>戻す</translation>
    </message>
    <message>
        <source>Return the proposal</source>
        <translation>提案を戻す</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>戻す…</translation>
    </message>
    <message>
        <source>Revisions kept: {number}</source>
        <translation>残した稿：{number}</translation>
    </message>
    <message>
        <source>The day is written into the text. A second person publishes or returns it; nobody writes in it until then.</source>
        <translation>施行日は本文に書き込まれます。別の人が公開するか戻すまで、誰も書き込めません。</translation>
    </message>
    <message>
        <source>The draft is written in again.</source>
        <translation>下書きに再び書き込めるようになります。</translation>
    </message>
    <message>
        <source>The text as it stands is kept with its check value, on the record.</source>
        <translation>いまの本文を、照合値とともに記録に残します。</translation>
    </message>
    <message>
        <source>Version {version} takes effect on {day} and never changes from now on. Open cases list what it touches once it is in force.</source>
        <translation>版 {version} は{day}に施行し、以後変わりません。施行後、審査中の事案に見直す項目が示されます。</translation>
    </message>
    <message>
        <source>What changes, and why</source>
        <translation>何を、なぜ変えるか</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>直すこと</translation>
    </message>
    <message>
        <source>Who wrote or proposed it does not publish it: a second person does</source>
        <translation>書いた人・提案した人は公開できません。別の人が公開します</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>取り下げる</translation>
    </message>
    <message>
        <source>Withdraw the proposal</source>
        <translation>提案を取り下げる</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>取り下げる…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分の文を残す</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>相手の文にする</translation>
    </message>
</context>
<context>
    <name>DraftPane</name>
    <message>
        <source>Fields</source>
        <translation>入力欄</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>様式</translation>
    </message>
    <message>
        <source>How to write</source>
        <translation>書き方</translation>
    </message>
    <message>
        <source>No problem. {changes} differences from version {version}; {verify} still to be checked.</source>
        <translation>不備はありません。版 {version} との違い {changes}件、出典を確かめるもの {verify}件</translation>
    </message>
    <message>
        <source>Problems, and what is still to be checked</source>
        <translation>不備と、確かめるもの</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Text of the version</source>
        <translation>版の本文</translation>
    </message>
    <message>
        <source>To be checked: {says} ({source})</source>
        <translation>要確認：{says}（{source}）</translation>
    </message>
    <message>
        <source>{number} problems</source>
        <translation>不備 {number}件</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>Criterion</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Fact shown</source>
        <translation>示す事実</translation>
    </message>
    <message>
        <source>Before the facts</source>
        <translation>事実の前置き</translation>
    </message>
    <message>
        <source>Conclusion in the letter</source>
        <translation>通知書の結論</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>認めた根拠</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>手引き</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>ガイドライン</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>ハンドブック</translation>
    </message>
    <message>
        <source>If late</source>
        <translation>遅れたとき</translation>
    </message>
    <message>
        <source>If you cannot pay</source>
        <translation>払えないとき</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>施行</translation>
    </message>
    <message>
        <source>Indicator, no pass or fail</source>
        <translation>指標・可否なし</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>Must be met</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>呼び名</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>公表されていないこと</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問い</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Self-check: question</source>
        <translation>自己点検の問い</translation>
    </message>
    <message>
        <source>Self-check: what no means</source>
        <translation>自己点検で「いいえ」のとき</translation>
    </message>
    <message>
        <source>Self-check: what to look at</source>
        <translation>自己点検で見るもの</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>短い名</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Standard period</source>
        <translation>標準処理期間</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Transitional rule</source>
        <translation>経過措置</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>数えるもの</translation>
    </message>
    <message>
        <source>What does not count</source>
        <translation>数えないもの</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>何があれば変わるか</translation>
    </message>
    <message>
        <source>When met</source>
        <translation>満たすとき</translation>
    </message>
    <message>
        <source>When not applicable</source>
        <translation>該当しないとき</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>文言</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>作成中</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>for cases received before</source>
        <translation>これより前に受理した事案</translation>
    </message>
    <message>
        <source>from</source>
        <translation>から</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>取りやめ</translation>
    </message>
    <message>
        <source>keeps version</source>
        <translation>残す版</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>on the route</source>
        <translation>類型ごと</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>提案中</translation>
    </message>
    <message>
        <source>published</source>
        <translation>公開済み</translation>
    </message>
    <message>
        <source>until</source>
        <translation>まで</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>Simulate</name>
    <message>
        <source>Because</source>
        <translation>なぜ</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>決定日</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>認定</translation>
    </message>
    <message>
        <source>Findings that this version touches</source>
        <translation>この版が関わる認定</translation>
    </message>
    <message>
        <source>Lay over the cases</source>
        <translation>事案に当てはめる</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSVで保存…</translation>
    </message>
    <message>
        <source>Save as XLSX…</source>
        <translation>XLSXで保存…</translation>
    </message>
    <message>
        <source>Save what was found</source>
        <translation>試算の結果を保存</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>保存しました：{path}</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>適用した版</translation>
    </message>
    <message>
        <source>Which findings of decided and open cases version {version} touches. Nothing is judged or changed.</source>
        <translation>版 {version} が、決定済みと審査中の事案のどの認定に関わるか。判断も変更もしません。</translation>
    </message>
    <message>
        <source>open</source>
        <translation>審査中</translation>
    </message>
    <message>
        <source>{looked} decided cases looked at, {same} decided under this version. Touched: {findings} findings of {cases} decided cases, {open} criteria of open ones.</source>
        <translation>決定済み {looked}件を見ました（この版で決定 {same}件）。関わるもの：決定済み {cases}件の認定 {findings}件、審査中の項目 {open}件</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>2027-04-01 or R9.4.1; today or later</source>
        <translation>2027-04-01 または R9.4.1。今日以後</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Say in words what is to be done</source>
        <translation>直すことを言葉で書いてください</translation>
    </message>
    <message>
        <source>Takes effect on</source>
        <translation>施行日</translation>
    </message>
</context>
<context>
    <name>TonguesDialog</name>
    <message>
        <source>Languages of letters</source>
        <translation>通知書の言語</translation>
    </message>
    <message>
        <source>A drafted text has been read by no native legal reader. It goes out only where it is ticked here, beside the Japanese letter, and says that the Japanese text prevails.</source>
        <translation>「下書き」は、その言語を母語とする法律の読み手がまだ確認していない文です。ここで選んだ言語だけを、日本語の通知書に添えて通知します。どの文にも、日本語が正本であると書いてあります。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>the text that prevails</source>
        <translation>正本</translation>
    </message>
    <message>
        <source>drafted</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>{n} sentences older than their source</source>
        <translation>もとの文が変わった後、訳し直していない文：{n}</translation>
    </message>
    <message>
        <source>every framework</source>
        <translation>すべての基準</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>文の状態</translation>
    </message>
    <message>
        <source>Whole for</source>
        <translation>使える基準</translation>
    </message>
    <message>
        <source>Issue {language}</source>
        <translation>{language}で通知する</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存しました</translation>
    </message>
</context>
<context>
    <name>DraftParts</name>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Entries of the list</source>
        <translation>一覧の項目</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後へ</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Code or key of the new entry</source>
        <translation>新しい項目のコード・キー</translation>
    </message>
    <message>
        <source>Fact to show</source>
        <translation>示す事実</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加える</translation>
    </message>
    <message>
        <source>Code or key of a new entry, which begins as a copy of the chosen one</source>
        <translation>新しい項目のコード・キー（選んだ項目の写しから始まります）</translation>
    </message>
</context>
<context>
    <name>DraftFields</name>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
</context>
</TS>
