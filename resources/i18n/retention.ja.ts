<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>BatchPane</name>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提案者</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>廃棄の提案</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Years began</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>May go from</source>
        <translation>廃棄できる日</translation>
    </message>
    <message>
        <source>Cases of the proposal</source>
        <translation>提案の事案</translation>
    </message>
    <message>
        <source>I have read this list. The content of these cases cannot be brought back.</source>
        <translation>この一覧を確かめました。これらの事案の内容は元に戻せません。</translation>
    </message>
    <message>
        <source>Reason for a no</source>
        <translation>断る理由</translation>
    </message>
    <message>
        <source>Approve and dispose</source>
        <translation>承認して廃棄</translation>
    </message>
    <message>
        <source>Decline or take back</source>
        <translation>断る・取り下げる</translation>
    </message>
    <message>
        <source>The record is verified before anything goes</source>
        <translation>廃棄の前に記録を検証しています</translation>
    </message>
    <message>
        <source>approved by {who}</source>
        <translation>{who} が承認</translation>
    </message>
    <message>
        <source>declined by {who}: {why}</source>
        <translation>{who} が断った：{why}</translation>
    </message>
    <message>
        <source>waits for a second person</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Proposal {n}, {answer}. {why}</source>
        <translation>提案{n}（{answer}）　{why}</translation>
    </message>
    <message>
        <source>No proposal</source>
        <translation>提案なし</translation>
    </message>
    <message>
        <source>Dispose of {n} cases</source>
        <translation>{n}件を廃棄します</translation>
    </message>
    <message>
        <source>Proposal {n}, as its list was read</source>
        <translation>提案{n}（一覧を確かめたもの）</translation>
    </message>
    <message>
        <source>{n} cases disposed of</source>
        <translation>{n}件を廃棄しました</translation>
    </message>
</context>
<context>
    <name>CasesPane</name>
    <message>
        <source>Which cases</source>
        <translation>どの事案</translation>
    </message>
    <message>
        <source>May be disposed of</source>
        <translation>廃棄できる</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>廃棄停止中</translation>
    </message>
    <message>
        <source>Start not known</source>
        <translation>起算日が未定</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提案中</translation>
    </message>
    <message>
        <source>All ended cases</source>
        <translation>終わった事案すべて</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終わった日</translation>
    </message>
    <message>
        <source>May go from</source>
        <translation>廃棄できる日</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Ended cases</source>
        <translation>終わった事案</translation>
    </message>
    <message>
        <source>Tick all that may go</source>
        <translation>廃棄できる事案すべてに印</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Day that starts the years</source>
        <translation>起算のもとになる日</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>廃棄を止める</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>停止を解く</translation>
    </message>
    <message>
        <source>Note the start</source>
        <translation>日を記録</translation>
    </message>
    <message>
        <source>Propose the ticked for disposal</source>
        <translation>印を付けた事案の廃棄を提案</translation>
    </message>
    <message>
        <source>2026-06-30 or R8.6.30: when the permission lapsed, or the suit ended</source>
        <translation>2026-06-30 または R8.6.30：許可の効力が消えた日、訴訟の終わった日</translation>
    </message>
    <message>
        <source>Every class</source>
        <translation>すべての区分</translation>
    </message>
    <message>
        <source>The first {n}</source>
        <translation>初めの{n}件</translation>
    </message>
    <message>
        <source>{n} cases</source>
        <translation>{n}件</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>廃棄停止中</translation>
    </message>
    <message>
        <source>proposal {n}</source>
        <translation>提案{n}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>事案なし</translation>
    </message>
    <message>
        <source>{how} on {day}</source>
        <translation>{day}　{how}</translation>
    </message>
    <message>
        <source>Kept {n} years from {start}; may go from {earliest}</source>
        <translation>{start}から{n}年保存。廃棄できる日：{earliest}</translation>
    </message>
    <message>
        <source>Kept {n} years; what starts them is still to be noted</source>
        <translation>{n}年保存。起算のもとになる日はまだ記録されていません</translation>
    </message>
    <message>
        <source>Cases that stay point at it: {cases}</source>
        <translation>残っている事案から参照：{cases}</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不許可</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>移送</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>終結</translation>
    </message>
    <message>
        <source>Held back by {who}: {why}</source>
        <translation>廃棄停止（{who}）：{why}</translation>
    </message>
    <message>
        <source>Not yet compared with the office's own table of retention periods.</source>
        <translation>事務所の標準文書保存期間基準との照合は、まだ済んでいません。</translation>
    </message>
    <message>
        <source>Its number does not stay; a check value of it does.</source>
        <translation>事案番号は残らず、その照合値だけが残ります。</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Retention and disposal</source>
        <translation>保存と廃棄</translation>
    </message>
    <message>
        <source>Each ended case is kept for the years of its class. Then one person proposes its disposal and another approves: its content goes for good, a record of the disposal stays, and the record still verifies.</source>
        <translation>終わった事案は、区分の年数のあいだ保存します。その後、一人が廃棄を提案し、別の人が承認すると、内容は元に戻せない形で消え、廃棄の記録だけが残ります。記録はその後も検証できます。</translation>
    </message>
    <message>
        <source>Ended cases</source>
        <translation>終わった事案</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>廃棄の提案</translation>
    </message>
    <message>
        <source>Disposed</source>
        <translation>廃棄済み</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The record is being verified for the disposal. Close again to stop it: then nothing goes.</source>
        <translation>廃棄のために記録を検証しています。もう一度閉じると中止します。その場合、何も廃棄されません。</translation>
    </message>
    <message>
        <source>The answer to the proposal is being written. Close when it is done.</source>
        <translation>提案への答えを書き込んでいます。終わってから閉じてください。</translation>
    </message>
</context>
<context>
    <name>GonePane</name>
    <message>
        <source>Name that stayed</source>
        <translation>残った名</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終わった日</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <translation>廃棄した日</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提案者</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>Disposed cases</source>
        <translation>廃棄した事案</translation>
    </message>
    <message>
        <source>Somebody changed the list {file}: an old backup may not dispose again of all that went.</source>
        <translation>一覧{file}が書き換えられています。古い控えを戻したとき、廃棄した事案の一部が廃棄されないおそれがあります。</translation>
    </message>
    <message>
        <source>The newest {n} are shown; the command line lists all.</source>
        <translation>新しい{n}件を示しています。すべてはコマンドラインで見られます。</translation>
    </message>
    <message>
        <source>Copies on this computer that were made before the last disposal, and so still hold what went:</source>
        <translation>最後の廃棄より前に作られ、廃棄した事案がまだ残る、このコンピューターの控え：</translation>
    </message>
    <message>
        <source>No copy on this computer was made before the last disposal.</source>
        <translation>最後の廃棄より前に作られた控えは、このコンピューターにありません。</translation>
    </message>
    <message>
        <source>Copies elsewhere and a server's own backups are not listed. An old one disposes again before it opens.</source>
        <translation>別の場所の控えと、サーバーの控えはここに出ません。古い控えは、開く前にもう一度廃棄されます。</translation>
    </message>
    <message>
        <source>{who} (again after a restore)</source>
        <translation>{who}（復元の後に再び）</translation>
    </message>
    <message>
        <source>{file}: nothing removes it; delete it by hand</source>
        <translation>{file}：自動では消えません。要らなければ手で消してください</translation>
    </message>
    <message>
        <source>{file}: removed on {day}, with one backup a day</source>
        <translation>{file}：{day}に消えます（毎日控えを作る場合）</translation>
    </message>
</context>
</TS>
