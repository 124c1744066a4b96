<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>PersonDialog</name>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Account of the computer</source>
        <translation>パソコンのアカウント</translation>
    </message>
    <message>
        <source>On Windows: DOMAIN\name. At sign-in their login then stands there already.</source>
        <translation>Windowsでは「ドメイン\名前」。サインインのとき、この人のログイン名が入ります。</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>できる</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>{0} characters or more</source>
        <translation>{0}文字以上</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>パスワード（もう一度）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>職員を加える</translation>
    </message>
    <message>
        <source>Another password for {0}</source>
        <translation>{0}のパスワードを変える</translation>
    </message>
    <message>
        <source>Another password</source>
        <translation>パスワードの変更</translation>
    </message>
    <message>
        <source>Change a person</source>
        <translation>職員の変更</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0}を変更</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>2つのパスワードが違います</translation>
    </message>
    <message>
        <source>Still to be filled: {0}</source>
        <translation>まだ入力されていません：{0}</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>できる</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>停止中</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>Closing days…</source>
        <translation>閉庁日…</translation>
    </message>
    <message>
        <source>Who leaves is switched off and stays in the record. One administrator always remains.</source>
        <translation>辞めた人は停止します。記録には残ります。管理者は必ず1人残ります。</translation>
    </message>
    <message>
        <source>Another password…</source>
        <translation>パスワードを変える…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>職員を加える…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>更新</translation>
    </message>
</context>
</TS>
