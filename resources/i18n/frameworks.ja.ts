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
</context>
</TS>
