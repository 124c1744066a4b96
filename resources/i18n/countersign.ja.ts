<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>CountersignTab</name>
    <message>
        <source>Decision sheet</source>
        <translation>決裁書</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>認定</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>Letter, sentence by sentence</source>
        <translation>通知書（文ごと）</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>指摘あり</translation>
    </message>
    <message>
        <source>Proposal: {outcome}</source>
        <translation>提案　{outcome}</translation>
    </message>
    <message>
        <source>Weighing: {text}</source>
        <translation>総合して考えたこと：{text}</translation>
    </message>
    <message>
        <source>Sentence stands on: {what}</source>
        <translation>選んだ文：{what}</translation>
    </message>
    <message>
        <source>Read blind first</source>
        <translation>先に伏せて読む</translation>
    </message>
    <message>
        <source>Show the findings</source>
        <translation>認定を表示する</translation>
    </message>
    <message>
        <source>The findings are hidden until you have read the letter.</source>
        <translation>通知書を読み終えるまで、認定を伏せています。</translation>
    </message>
    <message>
        <source>edited by {who}, {at}</source>
        <translation>{at} {who}が修正</translation>
    </message>
    <message>
        <source>Before the edit: {text}</source>
        <translation>修正前：{text}</translation>
    </message>
</context>
<context>
    <name>DecisionFooter</name>
    <message>
        <source>Decision sheet…</source>
        <translation>決裁書…</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>差し戻す…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>決裁する…</translation>
    </message>
    <message>
        <source>Issue the letter</source>
        <translation>通知書を発行する</translation>
    </message>
    <message>
        <source>The letter must be in view first</source>
        <translation>先に通知書を表示してください</translation>
    </message>
    <message>
        <source>Proposer and countersigner are different people</source>
        <translation>提案者と決裁者は別の人です</translation>
    </message>
    <message>
        <source>{n} of {all} sentences bound</source>
        <translation>文 {all}のうち {n}が事実と結びついています</translation>
    </message>
    <message>
        <source>Edit and sign…</source>
        <translation>直して決裁…</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>Comment on this criterion</source>
        <translation>この項目への指摘</translation>
    </message>
    <message>
        <source>Facts and evidence it rests on</source>
        <translation>根拠とする事実と資料</translation>
    </message>
    <message>
        <source>Distinction</source>
        <translation>相違の説明</translation>
    </message>
    <message>
        <source>None was written.</source>
        <translation>書かれていません。</translation>
    </message>
</context>
<context>
    <name>Enclosures</name>
    <message>
        <source>Enclose side by side in another language</source>
        <translation>ほかの言語の対訳を同封</translation>
    </message>
    <message>
        <source>Enclose the side-by-side version in {name}</source>
        <translation>対訳（{name}）を同封する</translation>
    </message>
    <message>
        <source>none</source>
        <translation>しない</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Document {digest}</source>
        <translation>決裁された文書　照合値 {digest}</translation>
    </message>
    <message>
        <source>Issue the letter</source>
        <translation>通知書を発行する</translation>
    </message>
    <message>
        <source>{case}, {name}: issue the letter</source>
        <translation>{case}　{name}　通知書の発行</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Return</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>What is to be answered</source>
        <translation>答えてほしいこと</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Return to the examiner</source>
        <translation>審査官に差し戻す</translation>
    </message>
    <message>
        <source>Everything the examiner wrote stays as it is.</source>
        <translation>審査官が書いたものは、すべてそのまま残ります。</translation>
    </message>
    <message>
        <source>Return the proposal</source>
        <translation>提案を差し戻す</translation>
    </message>
    <message>
        <source>Write what is to be answered</source>
        <translation>答えてほしいことを書いてください</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Why you sign in their place</source>
        <translation>代決する理由</translation>
    </message>
    <message>
        <source>A deputy says why</source>
        <translation>代決する理由を書いてください</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>決裁する</translation>
    </message>
    <message>
        <source>{case}, {name}: {outcome}</source>
        <translation>{case}　{name}：{outcome}</translation>
    </message>
    <message>
        <source>Document {digest}</source>
        <translation>決裁する文書　照合値 {digest}</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>You sign the letter as it stands now. A later change needs a new signature.</source>
        <translation>今の通知書に決裁します。その後に変われば、もう一度決裁が要ります。</translation>
    </message>
    <message>
        <source>Comments you wrote have not been returned; nobody reads them once you sign.</source>
        <translation>書いた指摘は差し戻されていません。決裁すると、だれにも届きません。</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Edit and sign</source>
        <translation>直して決裁</translation>
    </message>
    <message>
        <source>How the whole was weighed (stands in the letter)</source>
        <translation>総合して考えたこと（通知書に載ります）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Record the edit and read the letter</source>
        <translation>直しを記録して通知書を読む</translation>
    </message>
    <message>
        <source>What the examiner wrote is kept beside it, with your name and the time of the edit.</source>
        <translation>審査官が書いた文は、直した人の名前と時刻とともに残ります。</translation>
    </message>
    <message>
        <source>Edit the weighing before signing</source>
        <translation>決裁の前に、総合して考えたことを直す</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>何も変えていません</translation>
    </message>
</context>
</TS>
