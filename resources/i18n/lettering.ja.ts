<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>BasisPane</name>
    <message>
        <source>This sentence stands on</source>
        <translation>この文の根拠</translation>
    </message>
    <message>
        <source>The finding rests on</source>
        <translation>認定のほかの根拠</translation>
    </message>
</context>
<context>
    <name>LetteringPanel</name>
    <message>
        <source>Findings</source>
        <translation>認定</translation>
    </message>
    <message>
        <source>Letter, sentence by sentence</source>
        <translation>通知書（文ごと）</translation>
    </message>
    <message>
        <source>Put into the letter</source>
        <translation>通知書に入れる</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>{n} to mend</source>
        <translation>直す文 {n}</translation>
    </message>
    <message>
        <source>worded</source>
        <translation>言いかえ済み</translation>
    </message>
    <message>
        <source>The letter as a whole</source>
        <translation>通知書全体</translation>
    </message>
    <message>
        <source>Enter: word it</source>
        <translation>Enter：言いかえる</translation>
    </message>
    <message>
        <source>This sentence stays as it is.</source>
        <translation>この文は言いかえられません。</translation>
    </message>
</context>
<context>
    <name>SentenceEditor</name>
    <message>
        <source>Wording</source>
        <translation>言いかえ</translation>
    </message>
    <message>
        <source>Put into the letter</source>
        <translation>通知書に入れる</translation>
    </message>
    <message>
        <source>Standard wording back</source>
        <translation>定型文に戻す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Recorded text: {text}</source>
        <translation>記録された文：{text}</translation>
    </message>
    <message>
        <source>Standard wording: {text}</source>
        <translation>定型文：{text}</translation>
    </message>
    <message>
        <source>Translation by a person</source>
        <translation>人による訳</translation>
    </message>
    <message>
        <source>Write the reading of each kanji behind it: 永住《えいじゅう》. Where its word does not begin with the first kanji, put a bar before it: ｜20日《はつか》. The program never guesses a reading.</source>
        <translation>漢字の読みを、すぐ後に書きます：永住《えいじゅう》。漢字だけでない言葉は、前に縦棒を置きます：｜20日《はつか》。プログラムが読みを推測することはありません。</translation>
    </message>
    <message>
        <source>Readings by a person</source>
        <translation>人が付けるふりがな</translation>
    </message>
    <message>
        <source>The reader sees other words than the recorded ones: {text}</source>
        <translation>読む人には、記録された文と違う言葉が見えます：{text}</translation>
    </message>
</context>
</TS>
