<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Health</name>
    <message>
        <source>The record is broken, first at event {0}: {1} {2}
It opens for reading only. Leave the file as it is, tell the auditor, and restore the newest backup that verifies.</source>
        <translation>記録が壊れています。最初は第{0}号：{1} {2}
読むだけで開きます。ファイルはそのままにして、監査担当に知らせ、検証に合う最新の控えから戻してください。</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>Verifying the record…</source>
        <translation>記録を検証中…</translation>
    </message>
    <message>
        <source>Record verified　{0} events　nothing amiss</source>
        <translation>記録を検証済み　{0}件　異常なし</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>机はロックされています</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解く</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock がオンです</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Set by your administrator</source>
        <translation>管理者が設定しています</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Keep it on this computer</source>
        <translation>このコンピューターに保存する</translation>
    </message>
    <message>
        <source>Windows seals it with your own login</source>
        <translation>Windows が、あなたのサインインで保護します</translation>
    </message>
    <message>
        <source>The examiner's desk for decisions</source>
        <translation>審査官の決定の机</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事務所</translation>
    </message>
    <message>
        <source>Open an office first</source>
        <translation>まず事務所を開いてください</translation>
    </message>
    <message>
        <source>Passphrase of the office</source>
        <translation>事務所の合言葉</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Open another office…</source>
        <translation>ほかの事務所を開く…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>控えから戻す…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Open another office</source>
        <translation>ほかの事務所を開く</translation>
    </message>
    <message>
        <source>Offices ({0})</source>
        <translation>事務所 ({0})</translation>
    </message>
    <message>
        <source>Type the passphrase of the backup here first.</source>
        <translation>先に、控えの合言葉をここに入力してください。</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Choose a backup</source>
        <translation>控えを選ぶ</translation>
    </message>
    <message>
        <source>Backups ({0})</source>
        <translation>控え（{0}）</translation>
    </message>
    <message>
        <source>Where the office shall lie</source>
        <translation>事務所を置く場所</translation>
    </message>
    <message>
        <source>Offices ({0})</source>
        <translation>事務所（{0}）</translation>
    </message>
    <message>
        <source>The office was restored, up to event {0}. Sign in as always.</source>
        <translation>事務所を第{0}号まで戻しました。いつものようにサインインしてください。</translation>
    </message>
    <message>
        <source>What stood there before is kept:</source>
        <translation>それまでのものはここに残してあります：</translation>
    </message>
    <message>
        <source>Restore all the same</source>
        <translation>それでも戻す</translation>
    </message>
</context>
</TS>
