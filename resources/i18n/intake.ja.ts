<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Intake</name>
    <message>
        <source>Choose files to import</source>
        <translation>取り込むファイルを選ぶ</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)</source>
        <translation>表 (*.csv *.tsv *.txt *.xlsx);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Choose a map file</source>
        <translation>対応表を選ぶ</translation>
    </message>
    <message>
        <source>Keep the map as</source>
        <translation>対応表を保存</translation>
    </message>
    <message>
        <source>Maps (*.toml)</source>
        <translation>対応表 (*.toml)</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>読取中</translation>
    </message>
    <message>
        <source>what is it?</source>
        <translation>内容を選ぶ</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>{0} bad</source>
        <translation>不備 {0}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待ち</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>取込済み</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>ファイルを読んでいます。</translation>
    </message>
    <message>
        <source>Its columns do not tell what this file is. Choose it above.</source>
        <translation>列の名前からは何のファイルか分かりません。上の「内容」で選んでください。</translation>
    </message>
    <message>
        <source>It is checked once the files before it are in order.</source>
        <translation>先のファイルが整ってから確かめます。</translation>
    </message>
    <message>
        <source>The file is being checked. Nothing is imported yet.</source>
        <translation>ファイルを確かめています。まだ何も取り込んでいません。</translation>
    </message>
    <message>
        <source>{0} rows: {1} new</source>
        <translation>{0}行：新しい行 {1}</translation>
    </message>
    <message>
        <source>{0} in the place of older ones</source>
        <translation>古い行に代わる行 {0}</translation>
    </message>
    <message>
        <source>{0} here already</source>
        <translation>すでにある行 {0}</translation>
    </message>
    <message>
        <source>{0} cases</source>
        <translation>事案 {0}件</translation>
    </message>
    <message>
        <source>new units: {0}</source>
        <translation>新しい部署：{0}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Payments of tax, pension and health insurance</source>
        <translation>税・年金・健康保険の納付</translation>
    </message>
    <message>
        <source>Entries and departures</source>
        <translation>出入国</translation>
    </message>
    <message>
        <source>Statuses of residence</source>
        <translation>在留資格の経過</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>就労</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>収入</translation>
    </message>
    <message>
        <source>Qualifications</source>
        <translation>学歴・資格</translation>
    </message>
    <message>
        <source>Language tests</source>
        <translation>日本語の試験</translation>
    </message>
    <message>
        <source>Family, housing and community</source>
        <translation>家族・住まい・地域</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>素行</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>申請人の説明</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>All rows of all files are taken in, or none. Nothing changes before you press Import.</source>
        <translation>すべてのファイルのすべての行が入るか、何も入らないかのどちらかです。「取り込む」を押すまで何も変わりません。</translation>
    </message>
    <message>
        <source>CSV (UTF-8, CP932, UTF-16) or XLSX, several at once. They can also be dropped here.</source>
        <translation>CSV（UTF-8、CP932、UTF-16）か XLSX。いくつでも一度に選べます。ここへドラッグしてもかまいません。</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>ファイルが選ばれていません</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進みぐあい</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>確かめ直す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>{0} rows read</source>
        <translation>{0}行を読みました</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>中止しました。何も取り込んでいません。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>取り込んでいます…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確かめています…</translation>
    </message>
    <message>
        <source>Choose a file first</source>
        <translation>先にファイルを選んでください</translation>
    </message>
    <message>
        <source>Wait until it is done</source>
        <translation>終わるまでお待ちください</translation>
    </message>
    <message>
        <source>Some rows cannot be taken in yet</source>
        <translation>取り込めない行がまだあります</translation>
    </message>
    <message>
        <source>The map is kept: {0}</source>
        <translation>対応表を保存しました：{0}</translation>
    </message>
    <message>
        <source>Imported. {0}</source>
        <translation>取り込みました。{0}</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Use a map file…</source>
        <translation>対応表を使う…</translation>
    </message>
    <message>
        <source>Keep as a map file…</source>
        <translation>対応表に保存…</translation>
    </message>
    <message>
        <source>• must be there</source>
        <translation>• は必要な列</translation>
    </message>
    <message>
        <source>No place here: {0}. Choose what each is, or take the columns out of the file.</source>
        <translation>入れる所のない列：{0}。どの列に当たるかを選ぶか、ファイルからその列を除いてください。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>what the file says, and what it means here</source>
        <translation>ファイルの言葉と、ここでの意味</translation>
    </message>
    <message>
        <source>Twelve-digit numbers</source>
        <translation>12桁の番号</translation>
    </message>
    <message>
        <source>what is chosen here is recorded</source>
        <translation>ここで選んだことは記録に残ります</translation>
    </message>
    <message>
        <source>May be My Numbers: refuse them</source>
        <translation>個人番号かもしれない（断る）</translation>
    </message>
    <message>
        <source>Are no My Numbers</source>
        <translation>個人番号ではない</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>What it is</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Of this file</source>
        <translation>このファイル</translation>
    </message>
    <message>
        <source>First rows, as they are read</source>
        <translation>読み取った最初の行</translation>
    </message>
    <message>
        <source>Rows that cannot be taken in</source>
        <translation>取り込めない行</translation>
    </message>
    <message>
        <source>guessed; choose another if it is not so</source>
        <translation>推定です。違うときは選び直してください</translation>
    </message>
    <message>
        <source>{0} words</source>
        <translation>言葉 {0}</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>不足 {0}</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>最初の行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>取り込めない行</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>no place here</source>
        <translation>入れる所なし</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Cause and remedy</source>
        <translation>理由と直し方</translation>
    </message>
</context>
</TS>
