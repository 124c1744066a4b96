<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Chip</name>
    <message>
        <source>Enter opens, Delete removes</source>
        <translation>Enter で開き、Delete で外す</translation>
    </message>
</context>
<context>
    <name>ErrorPane</name>
    <message>
        <source>Retry</source>
        <translation>もう一度</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong that was not foreseen. What you typed is kept. Please try again; if it happens again, tell your administrator the time.</source>
        <translation>思いがけない不具合が起きました。入力したものは残っています。もう一度試してください。また起きたら、時刻を管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The file is not there any more. Check the folder or the drive.</source>
        <translation>ファイルがなくなっています。フォルダーかドライブを確かめてください。</translation>
    </message>
    <message>
        <source>The file or folder may not be written. Ask for the right, or choose another.</source>
        <translation>ファイルまたはフォルダーに書き込む権限がありません。権限を求めるか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The disk or the network did not answer. Check both, then try again.</source>
        <translation>ディスクかネットワークが応答しません。両方を確かめてから、もう一度試してください。</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>手引き</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>キーの一覧</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>この画面</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どの画面でも</translation>
    </message>
    <message>
        <source>F6 to F10 are left to the input method. While it composes, no key of the desk acts.</source>
        <translation>F6〜F10 は、かな漢字変換のために空けてあります。変換している間は、どのキーも働きません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Loading</name>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Show password</source>
        <translation>パスワードを表示</translation>
    </message>
</context>
<context>
    <name>SavedLabel</name>
    <message>
        <source>Nothing to save</source>
        <translation>保存するものはありません</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>保存済み {0}</translation>
    </message>
    <message>
        <source>Not saved: {0}</source>
        <translation>未保存：{0}</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Close tab</source>
        <translation>タブを閉じる</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Backups and restore…</source>
        <translation>控えと復元…</translation>
    </message>
    <message>
        <source>言語 Language (set by your administrator)</source>
        <translation>言語 Language（管理者が設定しています）</translation>
    </message>
    <message>
        <source>Open places and cases</source>
        <translation>開いている画面と事案</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>事案(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;riterion</source>
        <translation>項目(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>タブを閉じる</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Take the next case</source>
        <translation>次の事案を取る</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>文字を標準に</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Tab {0}</source>
        <translation>{0}番目のタブ</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>次のタブ</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>前のタブ</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>手引き</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>キーの一覧</translation>
    </message>
    <message>
        <source>Record verified {0}</source>
        <translation>記録 検証済み {0}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>取り込む…</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>控えを作る…</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Record signed so far</source>
        <translation>ここまでの記録に署名</translation>
    </message>
    <message>
        <source>Password typed for an act</source>
        <translation>行為のためのパスワード入力</translation>
    </message>
    <message>
        <source>Consistency report read</source>
        <translation>一貫性報告を開いた</translation>
    </message>
    <message>
        <source>Code of a report looked up</source>
        <translation>報告の記号を調べた</translation>
    </message>
    <message>
        <source>Release of a report proposed</source>
        <translation>報告の公表を提案</translation>
    </message>
    <message>
        <source>Release of a report taken back</source>
        <translation>報告の公表の提案を取り下げ</translation>
    </message>
    <message>
        <source>Report released</source>
        <translation>報告を公表</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>控えの作成</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>控えからの復元</translation>
    </message>
    <message>
        <source>Office moved</source>
        <translation>事務所の移動</translation>
    </message>
    <message>
        <source>Decision packet written</source>
        <translation>決定の束の書き出し</translation>
    </message>
    <message>
        <source>Not permitted: refused</source>
        <translation>権限のない操作を断った</translation>
    </message>
    <message>
        <source>Calibration round drawn</source>
        <translation>較正の回を始めた</translation>
    </message>
    <message>
        <source>Blind reading recorded</source>
        <translation>伏せた読みを記録</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>通知を送付</translation>
    </message>
    <message>
        <source>Delivery of a request noted</source>
        <translation>通知の到達を記録</translation>
    </message>
    <message>
        <source>Reply to a request recorded</source>
        <translation>通知への回答を記録</translation>
    </message>
    <message>
        <source>Request not answered</source>
        <translation>通知に回答なし</translation>
    </message>
    <message>
        <source>Paper attached</source>
        <translation>資料を添付</translation>
    </message>
    <message>
        <source>Attestations of third parties turned on or off</source>
        <translation>第三者の証明の受付を変更</translation>
    </message>
    <message>
        <source>Attestation of a third party taken in</source>
        <translation>第三者の証明を受付</translation>
    </message>
    <message>
        <source>Consent to an attestation withdrawn</source>
        <translation>証明への同意の撤回を記録</translation>
    </message>
    <message>
        <source>Data sent to a linked institution</source>
        <translation>関係機関に情報を提供</translation>
    </message>
    <message>
        <source>Case sent to a linked institution</source>
        <translation>この事案の情報を関係機関に提供</translation>
    </message>
    <message>
        <source>Due days changed</source>
        <translation>納期限の表を変更</translation>
    </message>
    <message>
        <source>Why no comment is asked</source>
        <translation>意見を聞かない理由</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>通知を取下げ</translation>
    </message>
    <message>
        <source>Interview, survey or inquiry planned</source>
        <translation>面接・調査・照会を予定</translation>
    </message>
    <message>
        <source>Interview, survey or inquiry recorded</source>
        <translation>面接・調査・照会の結果を記録</translation>
    </message>
    <message>
        <source>Interview, survey or inquiry called off</source>
        <translation>面接・調査・照会を取りやめ</translation>
    </message>
    <message>
        <source>Proposal signed on its way</source>
        <translation>途中の決裁</translation>
    </message>
    <message>
        <source>Rules of who decides drafted</source>
        <translation>決裁区分の案を作成</translation>
    </message>
    <message>
        <source>Rules of who decides approved</source>
        <translation>決裁区分を承認</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未着手</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Needs documents</source>
        <translation>要追加資料</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>適合</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>不適合</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受付済</translation>
    </message>
    <message>
        <source>Examining</source>
        <translation>審査中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待ち</translation>
    </message>
    <message>
        <source>To countersign</source>
        <translation>決裁待ち</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation>決裁済</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行済</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Permanent residence</source>
        <translation>永住許可</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>在留期間更新</translation>
    </message>
    <message>
        <source>Change of status</source>
        <translation>在留資格変更</translation>
    </message>
    <message>
        <source>Naturalization</source>
        <translation>帰化</translation>
    </message>
    <message>
        <source>Permanent</source>
        <translation>永住</translation>
    </message>
    <message>
        <source>Extension (short)</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Naturalization (short)</source>
        <translation>帰化</translation>
    </message>
    <message>
        <source>general</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>spouse</source>
        <translation>配偶者</translation>
    </message>
    <message>
        <source>child</source>
        <translation>実子等</translation>
    </message>
    <message>
        <source>long-term resident</source>
        <translation>定住者</translation>
    </message>
    <message>
        <source>refugee</source>
        <translation>難民</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>貢献</translation>
    </message>
    <message>
        <source>regional</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>70 points</source>
        <translation>70点</translation>
    </message>
    <message>
        <source>80 points</source>
        <translation>80点</translation>
    </message>
    <message>
        <source>special highly skilled</source>
        <translation>特別高度人材</translation>
    </message>
    <message>
        <source>student</source>
        <translation>留学</translation>
    </message>
    <message>
        <source>family or status</source>
        <translation>身分・地位</translation>
    </message>
    <message>
        <source>from temporary visitor</source>
        <translation>短期滞在から</translation>
    </message>
    <message>
        <source>child of a former national</source>
        <translation>元日本人の子</translation>
    </message>
    <message>
        <source>born in Japan</source>
        <translation>日本生まれ</translation>
    </message>
    <message>
        <source>ten years&apos; residence</source>
        <translation>居所10年</translation>
    </message>
    <message>
        <source>child of a Japanese national</source>
        <translation>日本人の子</translation>
    </message>
    <message>
        <source>adopted child</source>
        <translation>養子</translation>
    </message>
    <message>
        <source>former national</source>
        <translation>元日本人</translation>
    </message>
    <message>
        <source>born stateless</source>
        <translation>無国籍の出生</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>審査官</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>統括審査官</translation>
    </message>
    <message>
        <source>Rule keeper</source>
        <translation>基準管理者</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>担当のすべて</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>届いた</translation>
    </message>
    <message>
        <source>Due within 14 days</source>
        <translation>期限まで14日以内</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>未割当</translation>
    </message>
    <message>
        <source>To issue</source>
        <translation>発行待ち</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不許可</translation>
    </message>
    <message>
        <source>Waiting for documents</source>
        <translation>資料を待つ</translation>
    </message>
    <message>
        <source>Waiting for a comment</source>
        <translation>意見を待つ</translation>
    </message>
    <message>
        <source>Waiting for a survey</source>
        <translation>調査を待つ</translation>
    </message>
    <message>
        <source>Waiting for a consultation</source>
        <translation>協議を待つ</translation>
    </message>
    <message>
        <source>Office created</source>
        <translation>事務所を作成</translation>
    </message>
    <message>
        <source>Office settings changed</source>
        <translation>事務所の設定を変更</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>利用者を追加</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>職員の情報を変更</translation>
    </message>
    <message>
        <source>Password replaced</source>
        <translation>パスワードを変更</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>サインイン失敗</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取込み</translation>
    </message>
    <message>
        <source>Case received</source>
        <translation>事案を受付</translation>
    </message>
    <message>
        <source>Evidence added</source>
        <translation>資料を追加</translation>
    </message>
    <message>
        <source>Held back from disposal</source>
        <translation>廃棄の停止</translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation>廃棄停止の解除</translation>
    </message>
    <message>
        <source>Start of the years of keeping noted</source>
        <translation>保存期間の起算の記録</translation>
    </message>
    <message>
        <source>Disposal proposed</source>
        <translation>廃棄の提案</translation>
    </message>
    <message>
        <source>Disposal declined</source>
        <translation>廃棄の提案を断る</translation>
    </message>
    <message>
        <source>Disposal approved</source>
        <translation>廃棄の承認</translation>
    </message>
    <message>
        <source>Disposed in the backups too</source>
        <translation>控えの中でも廃棄</translation>
    </message>
    <message>
        <source>Case disposed of</source>
        <translation>事案の廃棄</translation>
    </message>
    <message>
        <source>Folder for backups chosen</source>
        <translation>控えの置き場所を決めた</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>事案を開いた</translation>
    </message>
    <message>
        <source>Case taken</source>
        <translation>事案を担当</translation>
    </message>
    <message>
        <source>Case assigned</source>
        <translation>担当を割当て</translation>
    </message>
    <message>
        <source>Finding recorded</source>
        <translation>認定を記録</translation>
    </message>
    <message>
        <source>Draft set aside</source>
        <translation>下書きを採らなかった</translation>
    </message>
    <message>
        <source>Sentence of the letter worded</source>
        <translation>通知書の文を言いかえた</translation>
    </message>
    <message>
        <source>Set to waiting</source>
        <translation>待ちにした</translation>
    </message>
    <message>
        <source>Examining resumed</source>
        <translation>審査を再開</translation>
    </message>
    <message>
        <source>Decision proposed</source>
        <translation>決裁に提案</translation>
    </message>
    <message>
        <source>Proposal returned</source>
        <translation>差し戻し</translation>
    </message>
    <message>
        <source>Decision countersigned</source>
        <translation>決裁</translation>
    </message>
    <message>
        <source>Letter issued</source>
        <translation>通知書を発行</translation>
    </message>
    <message>
        <source>Delivery of the letter written down</source>
        <translation>通知書の送達を記録</translation>
    </message>
    <message>
        <source>Letter explained orally</source>
        <translation>通知書を口頭で説明</translation>
    </message>
    <message>
        <source>Correction of the letter proposed</source>
        <translation>通知書の訂正を提案</translation>
    </message>
    <message>
        <source>Correction of the letter dropped</source>
        <translation>通知書の訂正を取下げ</translation>
    </message>
    <message>
        <source>Correction of the letter countersigned</source>
        <translation>通知書の訂正を決裁</translation>
    </message>
    <message>
        <source>Correction of the letter issued</source>
        <translation>通知書の訂正を発行</translation>
    </message>
    <message>
        <source>Letter settings changed</source>
        <translation>通知書の設定を変更</translation>
    </message>
    <message>
        <source>Certificate for letters kept</source>
        <translation>通知書の証明書を登録</translation>
    </message>
    <message>
        <source>Envelope printed</source>
        <translation>封筒を印刷</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>事案を終了</translation>
    </message>
    <message>
        <source>Case reopened</source>
        <translation>事案を再開</translation>
    </message>
    <message>
        <source>Case transferred to another unit</source>
        <translation>事案を移送</translation>
    </message>
    <message>
        <source>Case handed over</source>
        <translation>事案を引継ぎ</translation>
    </message>
    <message>
        <source>Absence noted</source>
        <translation>不在を登録</translation>
    </message>
    <message>
        <source>Absence ended</source>
        <translation>不在を終了</translation>
    </message>
    <message>
        <source>Earlier case linked</source>
        <translation>以前の事案を結び付け</translation>
    </message>
    <message>
        <source>Link to an earlier case undone</source>
        <translation>以前の事案との結び付けを取消し</translation>
    </message>
    <message>
        <source>Household of a case set</source>
        <translation>世帯を設定</translation>
    </message>
    <message>
        <source>Evidence shared within the family</source>
        <translation>家族の資料を共有</translation>
    </message>
    <message>
        <source>Finding taken over within the family</source>
        <translation>家族の認定を写し</translation>
    </message>
    <message>
        <source>Distinction within the family written</source>
        <translation>家族内の相違を説明</translation>
    </message>
    <message>
        <source>Like cases seen</source>
        <translation>類似事案を表示</translation>
    </message>
    <message>
        <source>Distinction from like cases written</source>
        <translation>類似事案との相違を説明</translation>
    </message>
    <message>
        <source>Representative added</source>
        <translation>代理人等を登録</translation>
    </message>
    <message>
        <source>Representative ended</source>
        <translation>代理人等を終了</translation>
    </message>
    <message>
        <source>Closing day of the office added</source>
        <translation>閉庁日を追加</translation>
    </message>
    <message>
        <source>Closing day of the office taken back</source>
        <translation>閉庁日を取消し</translation>
    </message>
    <message>
        <source>Moved to another version of the criteria</source>
        <translation>審査基準の別の版に移した</translation>
    </message>
    <message>
        <source>Draft of a framework version begun</source>
        <translation>審査基準の下書きを始めた</translation>
    </message>
    <message>
        <source>Draft of a framework version kept</source>
        <translation>審査基準の下書きの稿を残した</translation>
    </message>
    <message>
        <source>Framework version proposed</source>
        <translation>審査基準の新しい版を提案した</translation>
    </message>
    <message>
        <source>Proposal of a framework version withdrawn</source>
        <translation>審査基準の提案を取り下げた</translation>
    </message>
    <message>
        <source>Proposal of a framework version returned</source>
        <translation>審査基準の提案を戻した</translation>
    </message>
    <message>
        <source>Framework version published</source>
        <translation>審査基準の新しい版を公開した</translation>
    </message>
    <message>
        <source>Draft of a framework version given up</source>
        <translation>審査基準の下書きを取りやめた</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}・{1}</translation>
    </message>
    <message>
        <source>Weighing edited before signing</source>
        <translation>決裁前に総合判断の文を修正</translation>
    </message>
    <message>
        <source>Signing key made</source>
        <translation>署名の鍵を作成</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Back up</source>
        <translation>控えを作る</translation>
    </message>
    <message>
        <source>Backups (*.akashi)</source>
        <translation>控え（*.akashi）</translation>
    </message>
    <message>
        <source>The backup was made, opened again and verified up to event {0}:</source>
        <translation>控えを作り、開き直して第{0}号まで検証しました：</translation>
    </message>
    <message>
        <source>The automatic backup could not be made. Your work is saved as always.</source>
        <translation>自動の控えを作れませんでした。作業内容はいつもどおり保存されています。</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>The server does not answer. What you type stays here and is saved when it answers again.</source>
        <translation>サーバーが応答しません。入力した内容はここに残り、応答が戻りしだい保存されます。</translation>
    </message>
    <message>
        <source>Open at another desk since {0} ({1})</source>
        <translation>{0} から別の席で開いています（{1}）</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Your password opens your signing key for this act only. The record says what you confirmed.</source>
        <translation>パスワードは、この行為のためだけにあなたの署名鍵を開きます。何を確認したかは記録に残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>あなたのパスワード</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Under way…</source>
        <translation>実行中…</translation>
    </message>
    <message>
        <source>The restore was rehearsed: {events} events and {rows} rows came back in {seconds} s.</source>
        <translation>復元を予行しました：出来事{events}件・{rows}行が{seconds}秒で戻りました。</translation>
    </message>
    <message>
        <source>Made and proven up to event {0}.</source>
        <translation>{0}番の出来事まで作り、確かめました。</translation>
    </message>
    <message>
        <source>Nothing was done since the last one.</source>
        <translation>前の控えの後に行ったことはありません。</translation>
    </message>
    <message>
        <source>Folder for the backups</source>
        <translation>控えのフォルダー</translation>
    </message>
    <message>
        <source>Restores a backup on a copy, compares every row, and takes the copy away again.</source>
        <translation>控えを写しに復元し、全部の行を比べてから写しを消します。</translation>
    </message>
    <message>
        <source>An administrator chooses the folder.</source>
        <translation>フォルダーは管理者が選びます。</translation>
    </message>
    <message>
        <source>(set by your administrator)</source>
        <translation>（管理者の設定）</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>フォルダー：{folder}</translation>
    </message>
    <message>
        <source>Nothing was done since.</source>
        <translation>その後に行ったことはありません。</translation>
    </message>
    <message>
        <source>Something was done since.</source>
        <translation>その後に行ったことがあります。</translation>
    </message>
    <message>
        <source>The last good backup was made {at}: opened, walked and counted. Kept: {n}.</source>
        <translation>最後の正しい控えは {at} のものです（開いて記録をたどり、行を数えて確かめました）。保管数：{n}。</translation>
    </message>
    <message>
        <source>There is no automatic backup yet.</source>
        <translation>自動の控えはまだありません。</translation>
    </message>
    <message>
        <source>This office lies on a server, which is backed up where it stands (pg_dump).</source>
        <translation>この事務所はサーバーにあり、控えはサーバーで作ります（pg_dump）。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Rehearse a restore</source>
        <translation>復元の予行</translation>
    </message>
    <message>
        <source>Passphrase of the office</source>
        <translation>事務所の合言葉</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐ控えを作る</translation>
    </message>
    <message>
        <source>Beside the office</source>
        <translation>事務所のそばに置く</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>To restore: sign out, type the passphrase at the sign-in, choose Restore from a backup…. The backup is proven first; if what stands there is newer, you are asked a second time, and it is kept beside it.</source>
        <translation>復元するには：サインアウトし、サインインの画面で合言葉を入れて「控えから戻す…」を選びます。控えは先に検証されます。今あるもののほうが新しいときはもう一度確認され、今あるものはそばに残ります。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>控え</translation>
    </message>
</context>
</TS>
