<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Filters</name>
    <message>
        <source>Search</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>Name, reading or case number</source>
        <translation>氏名・読み・事案番号を探す</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>見る範囲</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Take the next case</source>
        <translation>次の事案を取る</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Within {0} days</source>
        <translation>{0}日以内</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>事案の概要</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Choose a case to see it here.</source>
        <translation>事案を選ぶと、ここに概要が出ます。</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Stay until</source>
        <translation>在留期限</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最終更新</translation>
    </message>
    <message>
        <source>What the return says</source>
        <translation>差戻しの指摘</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>認定の状況</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>届いた</translation>
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
        <source>To issue</source>
        <translation>発行待ち</translation>
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
        <source>Open and answer</source>
        <translation>開いて答える</translation>
    </message>
    <message>
        <source>Take and open</source>
        <translation>担当して開く</translation>
    </message>
    <message>
        <source>Open and examine</source>
        <translation>開いて審査する</translation>
    </message>
    <message>
        <source>Open and check</source>
        <translation>開いて確認する</translation>
    </message>
    <message>
        <source>Open and countersign</source>
        <translation>開いて決裁する</translation>
    </message>
    <message>
        <source>Open and issue</source>
        <translation>開いて発行する</translation>
    </message>
    <message>
        <source>Open and read</source>
        <translation>開いて読む</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Due</source>
        <translation>処理期限</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案番号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請人</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次にすること</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>認定</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新しい動き</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Saved views</source>
        <translation>見る範囲</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>事案一覧</translation>
    </message>
    <message>
        <source>Order: what to do next, then due day</source>
        <translation>並び：次にすること、処理期限</translation>
    </message>
    <message>
        <source>To countersign</source>
        <translation>決裁</translation>
    </message>
    <message>
        <source>next case</source>
        <translation>次の事案</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>find</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>fold and unfold groups</source>
        <translation>まとまりをたたむ・開く</translation>
    </message>
    <message>
        <source>clear the search</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation>{1}件のうち {0}件を表示</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>No case is yours</source>
        <translation>担当の事案はありません</translation>
    </message>
    <message>
        <source>Take the next case</source>
        <translation>次の事案を取る</translation>
    </message>
    <message>
        <source>No case is here</source>
        <translation>事案はありません</translation>
    </message>
    <message>
        <source>There is no unassigned case in your unit.</source>
        <translation>部門に未割当の事案はありません。</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>View, kind, route and due are kept, for you alone; what you searched for is not.</source>
        <translation>一覧の種類、種別、類型、期限を、自分だけのために保存します。探した言葉は保存しません。</translation>
    </message>
    <message>
        <source>Write a name</source>
        <translation>名前を入力してください</translation>
    </message>
</context>
<context>
    <name>OwnViews</name>
    <message>
        <source>Kept filters</source>
        <translation>保存した条件</translation>
    </message>
    <message>
        <source>Keep this filter…</source>
        <translation>条件を保存…</translation>
    </message>
    <message>
        <source>Keep this filter</source>
        <translation>条件を保存</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>条件の名前を変える</translation>
    </message>
    <message>
        <source>Rename the kept filter…</source>
        <translation>保存した条件の名前を変える…</translation>
    </message>
    <message>
        <source>Delete the kept filter</source>
        <translation>保存した条件を消す</translation>
    </message>
</context>
</TS>
