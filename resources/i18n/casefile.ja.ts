<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>CaseHeader</name>
    <message>
        <source>Check before proposing</source>
        <translation>提案前の確認</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>国籍</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>在留資格</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>基準</translation>
    </message>
</context>
<context>
    <name>CasePages</name>
    <message>
        <source>Criteria</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Payments and residence</source>
        <translation>納付と在留</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>History</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Findings and letter</source>
        <translation>認定と通知書</translation>
    </message>
    <message>
        <source>Requests and inquiries</source>
        <translation>求めた資料・照会</translation>
    </message>
    <message>
        <source>Course and people</source>
        <translation>経過・関係</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Views of the case</source>
        <translation>事案の表示</translation>
    </message>
    <message>
        <source>Finding {n}</source>
        <translation>認定 {n}</translation>
    </message>
    <message>
        <source>Clear the finding</source>
        <translation>認定の選択を消す</translation>
    </message>
    <message>
        <source>Previous criterion</source>
        <translation>前の項目</translation>
    </message>
    <message>
        <source>Next criterion</source>
        <translation>次の項目</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>次の不備</translation>
    </message>
    <message>
        <source>Facts or finding</source>
        <translation>事実と認定を行き来</translation>
    </message>
    <message>
        <source>Comment on this criterion</source>
        <translation>この項目への指摘</translation>
    </message>
    <message>
        <source>Check before proposing</source>
        <translation>提案前の確認</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>差し戻す</translation>
    </message>
    <message>
        <source>List of glyphs</source>
        <translation>一覧を記号だけにする</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Back to the criteria</source>
        <translation>審査に戻る</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>決裁に提案する</translation>
    </message>
    <message>
        <source>Criterion and sentence</source>
        <translation>項目と文</translation>
    </message>
    <message>
        <source>Findings ⇄ letter</source>
        <translation>認定 ⇄ 通知書</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>決裁する</translation>
    </message>
    <message>
        <source>Month and duty</source>
        <translation>月と義務</translation>
    </message>
    <message>
        <source>Next exception</source>
        <translation>次の例外</translation>
    </message>
    <message>
        <source>Source row</source>
        <translation>元の行</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年数</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>認定</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Other pane</source>
        <translation>事実 ⇄ 認定</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>手引き</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check before proposing</source>
        <translation>提案前の確認</translation>
    </message>
    <message>
        <source>Another person decides: you propose, a supervisor countersigns.</source>
        <translation>決裁するのは別の人です。あなたは提案し、統括審査官が決裁します。</translation>
    </message>
    <message>
        <source>Outcome proposed</source>
        <translation>提案する結果</translation>
    </message>
    <message>
        <source>Weighing</source>
        <translation>総合して考えたこと</translation>
    </message>
    <message>
        <source>How the whole was weighed (stands in the letter)</source>
        <translation>総合して考えたこと（通知書に載ります）</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>不備</translation>
    </message>
    <message>
        <source>must be mended first</source>
        <translation>直すまで提案できません</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>確かめるところ</translation>
    </message>
    <message>
        <source>Answers to the return</source>
        <translation>差戻しへの答え</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>認定</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>決裁に提案する</translation>
    </message>
    <message>
        <source>Proposal {n}</source>
        <translation>第{n}回の提案</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n}字</translation>
    </message>
    <message>
        <source>Findings, {n} criteria</source>
        <translation>認定　{n}項目</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Conflicting findings</source>
        <translation>認定の競合</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>自分の下書き</translation>
    </message>
    <message>
        <source>The recorded finding</source>
        <translation>記録されている認定</translation>
    </message>
    <message>
        <source>Record your text as a new finding</source>
        <translation>自分の文を新しい認定として記録</translation>
    </message>
    <message>
        <source>Keep the recorded finding</source>
        <translation>記録の認定を残す</translation>
    </message>
    <message>
        <source>not yet recorded</source>
        <translation>まだ記録されていません</translation>
    </message>
    <message>
        <source>Someone else recorded this criterion first</source>
        <translation>この項目は、先に別の人が記録しました</translation>
    </message>
    <message>
        <source>{criterion}. Neither text is lost: the one you do not choose stays in the history.</source>
        <translation>{criterion}。どちらの文も失われません。選ばなかった文は「経過」に残ります。</translation>
    </message>
    <message>
        <source>Differences are underlined</source>
        <translation>違うところに下線</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>あとで選ぶ</translation>
    </message>
    <message>
        <source>Rewrite with both in view</source>
        <translation>並べたまま書き直す</translation>
    </message>
</context>
<context>
    <name>CriteriaTab</name>
    <message>
        <source>Choose a finding first (Alt+1 to Alt+4)</source>
        <translation>先に認定を選んでください（Alt+1〜Alt+4）</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>認定</translation>
    </message>
    <message>
        <source>Facts or finding</source>
        <translation>事実と認定</translation>
    </message>
</context>
<context>
    <name>EvidenceTab</name>
    <message>
        <source>Evidence</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Evidence by document</source>
        <translation>文書ごとの資料</translation>
    </message>
    <message>
        <source>{docs} documents, {rows} rows</source>
        <translation>文書 {docs}件、{rows}行</translation>
    </message>
</context>
<context>
    <name>EvidenceTree</name>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>時点</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>受領番号</translation>
    </message>
    <message>
        <source>{kinds}, {n} rows</source>
        <translation>{kinds}　{n}行</translation>
    </message>
</context>
<context>
    <name>ExceptionTable</name>
    <message>
        <source>Months not on time</source>
        <translation>期限内でない月</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>納期限</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>納付日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Cited</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>{n} inside the window, {m} outside</source>
        <translation>対象期間の中 {n}件、期間の外 {m}件</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>済</translation>
    </message>
</context>
<context>
    <name>FactsPane</name>
    <message>
        <source>Facts</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>Facts, evidence and explanations</source>
        <translation>事実、資料、申請人の説明</translation>
    </message>
    <message>
        <source>There is no linked data for this yet</source>
        <translation>連携データがありません</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>取り込む…</translation>
    </message>
</context>
<context>
    <name>FindingSummary</name>
    <message>
        <source>Your finding</source>
        <translation>記録した認定</translation>
    </message>
    <message>
        <source>Undo and correct</source>
        <translation>取り消して直す</translation>
    </message>
    <message>
        <source>{at}, {who}, revision {n}</source>
        <translation>{at}　{who}　第{n}回</translation>
    </message>
    <message>
        <source>Facts and evidence it rests on</source>
        <translation>根拠とする事実と資料</translation>
    </message>
</context>
<context>
    <name>GrantedFields</name>
    <message>
        <source>New status of residence</source>
        <translation>新しい在留資格</translation>
    </message>
    <message>
        <source>Period of stay</source>
        <translation>在留期間</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選んでください</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>History</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>どこまで</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>{n} events in all</source>
        <translation>全{n}件</translation>
    </message>
</context>
<context>
    <name>IssueList</name>
    <message>
        <source>Record why no comment is asked…</source>
        <translation>意見を聞かない理由を記録…</translation>
    </message>
    <message>
        <source>Confirm as it stands</source>
        <translation>このまま確認する</translation>
    </message>
    <message>
        <source>{title}  {n}</source>
        <translation>{title}　{n}件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation>{title}を開く</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Weighing</source>
        <translation>総合して考えたこと</translation>
    </message>
    <message>
        <source>Comments for the return</source>
        <translation>差戻しの意見</translation>
    </message>
    <message>
        <source>Wording of the letter</source>
        <translation>通知書の言いかえ</translation>
    </message>
    <message>
        <source>Distinction</source>
        <translation>相違の説明</translation>
    </message>
</context>
<context>
    <name>LetterTab</name>
    <message>
        <source>Language of the letter</source>
        <translation>通知書の言語</translation>
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
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>There is no proposal yet</source>
        <translation>まだ提案がありません</translation>
    </message>
    <message>
        <source>Save the letter</source>
        <translation>通知書を保存</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>保存しました：{path}</translation>
    </message>
    <message>
        <source>As it would be under</source>
        <translation>この結果にした場合</translation>
    </message>
    <message>
        <source>Choose an outcome above to see the letter as it would be. Nothing is proposed thereby.</source>
        <translation>上で結果を選ぶと、そのときの通知書を見られます。提案にはなりません。</translation>
    </message>
    <message>
        <source>Word the letter…</source>
        <translation>文を直す…</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>紙面を見る</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>{name}, page {n} of {all}</source>
        <translation>{name}　{all}ページ中{n}ページ</translation>
    </message>
</context>
<context>
    <name>PaymentsTab</name>
    <message>
        <source>Years shown</source>
        <translation>表示する年数</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n}年</translation>
    </message>
    <message>
        <source>Payments by month</source>
        <translation>月ごとの納付</translation>
    </message>
    <message>
        <source>There is no record of payments</source>
        <translation>納付の記録がありません</translation>
    </message>
    <message>
        <source>The lighter ground and the bracket below: the window that is looked at. Dotted underline: the employer paid late, which never counts against the applicant. Empty: no duty.</source>
        <translation>明るい帯と下の括弧は対象期間。点線の下線は勤務先の納付の遅れで、申請人の遅れに数えない。空白は義務がない月。</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>納付の義務</translation>
    </message>
    <message>
        <source>deducted from salary</source>
        <translation>給与天引き</translation>
    </message>
    <message>
        <source>paid and deducted</source>
        <translation>本人が納付・給与天引き</translation>
    </message>
    <message>
        <source>paid by the applicant</source>
        <translation>本人が納付</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全期間</translation>
    </message>
    <message>
        <source>nothing in the years shown</source>
        <translation>表示の期間に記録なし</translation>
    </message>
</context>
<context>
    <name>QuestionHead</name>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>審査の手引き</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>← → month   ↑ ↓ duty   N next exception</source>
        <translation>← → 月　↑ ↓ 義務　N 次の例外</translation>
    </message>
    <message>
        <source>Open source row</source>
        <translation>元の行を開く</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Choose a month</source>
        <translation>月を選んでください</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>納期限</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>納付日</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
</context>
<context>
    <name>ReasonBox</name>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Choose a code</source>
        <translation>理由コードを選ぶ</translation>
    </message>
    <message>
        <source>Tick facts and evidence in the list (Space)</source>
        <translation>左の一覧で Space を押して選びます</translation>
    </message>
    <message>
        <source>How the standard applies</source>
        <translation>基準の当てはめ</translation>
    </message>
    <message>
        <source>Reason code</source>
        <translation>理由コード</translation>
    </message>
    <message>
        <source>Facts and evidence it rests on</source>
        <translation>根拠とする事実と資料</translation>
    </message>
    <message>
        <source>Space in the list</source>
        <translation>左の一覧で Space</translation>
    </message>
    <message>
        <source>{n} character</source>
        <translation>{n}字</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n}字</translation>
    </message>
    <message>
        <source>Reason {n}</source>
        <translation>理由 {n}</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Remove reason {n}</source>
        <translation>理由 {n} を取り除く</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>認めた根拠</translation>
    </message>
    <message>
        <source>Choose a ground</source>
        <translation>認めた根拠を選ぶ</translation>
    </message>
    <message>
        <source>What is missing, and who has it</source>
        <translation>足りない資料と、持っている人</translation>
    </message>
    <message>
        <source>Why the criterion does not apply</source>
        <translation>この項目が当てはまらない理由</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Finding</source>
        <translation>認定</translation>
    </message>
    <message>
        <source>Alt+number</source>
        <translation>Alt+数字</translation>
    </message>
    <message>
        <source>No pass or fail is published for an indicator: say what you found, and weigh it.</source>
        <translation>指標です。可否の基準はありません。分かったことを書き、総合して考えます。</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>理由を追加</translation>
    </message>
</context>
<context>
    <name>SheetFooter</name>
    <message>
        <source>{n} problem</source>
        <translation>不備 {n}点</translation>
    </message>
    <message>
        <source>{n} problems</source>
        <translation>不備 {n}点</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source rows</source>
        <translation>元の行</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n}行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved</source>
        <translation>保存されていません</translation>
    </message>
    <message>
        <source>What is not saved</source>
        <translation>保存されていない文</translation>
    </message>
    <message>
        <source>It is tried again by itself. Closed now, this text is gone: copy it first, to paste it elsewhere.</source>
        <translation>保存は自動で繰り返しています。いま閉じると、この文は失われます。残すには、先にコピーして別の場所に貼り付けてください。</translation>
    </message>
    <message>
        <source>What you wrote could not be saved yet</source>
        <translation>書いた内容をまだ保存できていません</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>保存せずに閉じる</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>文をコピー</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>閉じずに戻る</translation>
    </message>
</context>
<context>
    <name>VersionBanner</name>
    <message>
        <source>Move the case…</source>
        <translation>この事案を移す…</translation>
    </message>
    <message>
        <source>Version {version} of the criteria governs this case since {day}. It touches no finding.</source>
        <translation>{day}から、この事案には基準の版 {version} が適用されます。関わる認定はありません。</translation>
    </message>
    <message>
        <source>Version {version} of the criteria governs this case since {day}. To be looked at again: {criteria}</source>
        <translation>{day}から、この事案には基準の版 {version} が適用されます。見直す項目：{criteria}</translation>
    </message>
    <message>
        <source> and {number} more</source>
        <translation>、ほか{number}項目</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>From version {before} to version {after}. Findings stay as they are; each is confirmed again before a proposal.</source>
        <translation>版 {before} から版 {after} へ移します。認定はそのまま残り、提案の前に一つずつ確かめ直します。</translation>
    </message>
    <message>
        <source>Examine the case under version {version}</source>
        <translation>版 {version} で審査する</translation>
    </message>
    <message>
        <source>Move and record</source>
        <translation>移して記録する</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>AttachBar</name>
    <message>
        <source>Look at it…</source>
        <translation>見る…</translation>
    </message>
    <message>
        <source>Attach a paper…</source>
        <translation>資料を添付…</translation>
    </message>
    <message>
        <source>Attach a paper</source>
        <translation>資料を添付</translation>
    </message>
    <message>
        <source>Papers (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>資料 (*.pdf *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Who gave it</source>
        <translation>誰から得たか</translation>
    </message>
</context>
<context>
    <name>PaperPages</name>
    <message>
        <source>Pages before</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Pages after</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cite this place</source>
        <translation>この箇所を根拠にする</translation>
    </message>
    <message>
        <source>Open the finding that it belongs to first</source>
        <translation>先に、根拠にする項目の認定を開いてください</translation>
    </message>
    <message>
        <source>goes to: {criterion}</source>
        <translation>根拠にする項目：{criterion}</translation>
    </message>
    <message>
        <source>Draw with the pointer, or Tab to a page: R region, arrows move, Shift+arrows size, Delete takes away</source>
        <translation>ポインターで囲むか、Tabでページへ：R 範囲、矢印 移動、Shift+矢印 大きさ、Delete 消す</translation>
    </message>
    <message>
        <source>{name} ({id}), {n} pages</source>
        <translation>{name}（{id}）、{n}ページ</translation>
    </message>
</context>
<context>
    <name>TaskSide</name>
    <message>
        <source>Criteria</source>
        <translation>審査基準</translation>
    </message>
    <message>
        <source>Criteria with a finding</source>
        <translation>認定した項目</translation>
    </message>
    <message>
        <source>{found} of {all} found</source>
        <translation>{all}項目中 {found} 認定済み</translation>
    </message>
    <message>
        <source>returned with a comment</source>
        <translation>指摘あり</translation>
    </message>
    <message>
        <source>Comment: </source>
        <translation>指摘：</translation>
    </message>
</context>
<context>
    <name>FindingFooter</name>
    <message>
        <source>Commit finding</source>
        <translation>仮認定する</translation>
    </message>
    <message>
        <source>Next criterion</source>
        <translation>次の項目</translation>
    </message>
    <message>
        <source>Confirm finding</source>
        <translation>認定を確定する</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>仮認定</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確定</translation>
    </message>
</context>
<context>
    <name>LikeSection</name>
    <message>
        <source>Like cases</source>
        <translation>類似事案</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Anonymous; fewer than 5 are not broken down. What was shown is on record.</source>
        <translation>匿名。5件に満たないときは内訳を出しません。見たものは記録に残ります。</translation>
    </message>
</context>
<context>
    <name>LikeBar</name>
    <message>
        <source>Like cases</source>
        <translation>類似事案</translation>
    </message>
</context>
<context>
    <name>LikeDialog</name>
    <message>
        <source>Like cases</source>
        <translation>類似事案</translation>
    </message>
    <message>
        <source>Anonymous: nothing but the quarter, what they have in common, and the finding.</source>
        <translation>匿名です。出すのは、決定の四半期、同じところ、認定だけです。</translation>
    </message>
    <message>
        <source>The newest {n} of {all} stand in the table.</source>
        <translation>表にあるのは、{all}件のうち新しい{n}件です。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>DistinctionField</name>
    <message>
        <source>Distinction</source>
        <translation>相違の説明</translation>
    </message>
    <message>
        <source>In what this case differs from those</source>
        <translation>この事案は何が異なるか</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>前のままにする</translation>
    </message>
    <message>
        <source>{n} character</source>
        <translation>{n}字</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n}字</translation>
    </message>
</context>
<context>
    <name>DistinctionShown</name>
    <message>
        <source>Distinction</source>
        <translation>相違の説明</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <translation>書き直す</translation>
    </message>
    <message>
        <source>{at}, {who}</source>
        <translation>{at}　{who}</translation>
    </message>
</context>
</TS>
