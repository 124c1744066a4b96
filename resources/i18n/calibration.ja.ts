<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>DrawDialog</name>
    <message>
        <source>Draw a round</source>
        <translation>較正の回を始める</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>事案の数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>乱数の種</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべての種別</translation>
    </message>
    <message>
        <source>Readers of each case</source>
        <translation>1件を読む人数</translation>
    </message>
    <message>
        <source>half grants, half refusals</source>
        <translation>半分は許可、半分は不許可</translation>
    </message>
    <message>
        <source>Examiners read them without names, earlier findings or the outcome; nobody reads what they decided.</source>
        <translation>審査官が、名前・前の認定・結果を伏せて読みます。自分で決めた事案は読みません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>引く</translation>
    </message>
    <message>
        <source>Draw a round of blind readings</source>
        <translation>名前を伏せて読む回を始める</translation>
    </message>
    <message>
        <source>the same seed draws the same cases</source>
        <translation>同じ種なら同じ事案</translation>
    </message>
    <message>
        <source>Cases and seed are whole numbers</source>
        <translation>事案の数と種は整数で書いてください</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>What you find</source>
        <translation>あなたの認定</translation>
    </message>
    <message>
        <source>Record and lock</source>
        <translation>記録して固定する</translation>
    </message>
    <message>
        <source>Round {0}, case {1}</source>
        <translation>第{0}回 {1}番</translation>
    </message>
    <message>
        <source>facts as of {0}</source>
        <translation>事実は{0}現在</translation>
    </message>
    <message>
        <source>Names, earlier findings and the outcome are left out. Decide by yourself; talk about it afterwards.</source>
        <translation>名前・前の認定・結果は伏せてあります。まず一人で判断し、話し合うのは記録の後にします。</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>met</source>
        <translation>適合</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>不適合</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>不許可</translation>
    </message>
    <message>
        <source>What you would propose</source>
        <translation>あなたの結論</translation>
    </message>
    <message>
        <source>Still open: {0}</source>
        <translation>残り {0}</translation>
    </message>
    <message>
        <source>It cannot be changed afterwards.</source>
        <translation>記録の後は変えられません。</translation>
    </message>
    <message>
        <source>Answer everything first</source>
        <translation>先にすべてに答えてください</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>Draw a round…</source>
        <translation>新しい回を始める…</translation>
    </message>
    <message>
        <source>Decided cases are read again by two people or more who do not know the outcome. What they find is agreement.</source>
        <translation>決定済みの事案を、結果を知らない2人以上が読み直します。どのくらい一致するかは一貫性報告に出ます。</translation>
    </message>
    <message>
        <source>Waiting for your reading</source>
        <translation>あなたの読みを待つ事案</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>これまでの回</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>較正</translation>
    </message>
    <message>
        <source>Record and lock</source>
        <translation>記録して固定する</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>読み</translation>
    </message>
    <message>
        <source>Round {0}, case {1}</source>
        <translation>第{0}回 {1}番</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>較正の回はまだありません</translation>
    </message>
    <message>
        <source>Readings stand in the consistency report</source>
        <translation>読みの一致は一貫性報告に出ます</translation>
    </message>
    <message>
        <source>Nothing waits for your reading.</source>
        <translation>読みを待つ事案はありません。</translation>
    </message>
    <message>
        <source>Recorded and locked.</source>
        <translation>記録して固定しました。</translation>
    </message>
</context>
</TS>
