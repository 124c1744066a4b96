<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AttestationDialog</name>
    <message>
        <source>For what, in the applicant's words</source>
        <translation>何のためか（申請人の言葉で）</translation>
    </message>
    <message>
        <source>Only with the applicant's consent, and only for what they consented to. Nothing is computed from it.</source>
        <translation>申請人の同意がある場合に限り、同意した使いみちだけに使います。ここから事実は計算しません。</translation>
    </message>
    <message>
        <source>The applicant's consent</source>
        <translation>申請人の同意</translation>
    </message>
    <message>
        <source>Attestation: {who}</source>
        <translation>第三者の証明：{who}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Criteria that may rest on it</source>
        <translation>引用してよい項目</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>同意の日</translation>
    </message>
    <message>
        <source>How it was given</source>
        <translation>同意の方法</translation>
    </message>
    <message>
        <source>Stated on</source>
        <translation>証明の日</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>受け付ける</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>What else is stated</source>
        <translation>そのほかに述べられたこと</translation>
    </message>
    <message>
        <source>What is stated</source>
        <translation>述べられたこと</translation>
    </message>
    <message>
        <source>Who states it</source>
        <translation>証明する者</translation>
    </message>
    <message>
        <source>a figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>empty: not said</source>
        <translation>空欄：定めなし</translation>
    </message>
    <message>
        <source>in writing, at the counter …</source>
        <translation>書面、窓口など</translation>
    </message>
    <message>
        <source>in yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>はい・いいえ</translation>
    </message>
</context>
<context>
    <name>AttestedBox</name>
    <message>
        <source>Attestations</source>
        <translation>第三者の証明</translation>
    </message>
    <message>
        <source>Attestation…</source>
        <translation>第三者の証明…</translation>
    </message>
    <message>
        <source>Consent withdrawn: {who}</source>
        <translation>同意の撤回：{who}</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>同意の撤回</translation>
    </message>
    <message>
        <source>Consent withdrawn…</source>
        <translation>同意の撤回…</translation>
    </message>
    <message>
        <source>For these criteria only</source>
        <translation>使える項目（これだけ）</translation>
    </message>
    <message>
        <source>From now on nothing may cite it, and no letter lists it. It stays in the record.</source>
        <translation>これからは引用できず、通知書にも載りません。記録には残ります。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Stated on</source>
        <translation>証明の日</translation>
    </message>
    <message>
        <source>These findings rest on it and must be made anew: {criteria}</source>
        <translation>この証明に基づく認定（やり直しが必要）：{criteria}</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>What is stated</source>
        <translation>述べられたこと</translation>
    </message>
    <message>
        <source>Who states it</source>
        <translation>証明する者</translation>
    </message>
    <message>
        <source>Why, as far as said (stands in the record)</source>
        <translation>述べられた理由（記録に残ります）</translation>
    </message>
    <message>
        <source>still cited</source>
        <translation>引用が残っています</translation>
    </message>
</context>
<context>
    <name>LinkedView</name>
    <message>
        <source>Of employers, insurers, landlords and banks; only with the applicant's consent, for a purpose and for no other.</source>
        <translation>勤務先・保険者・家主・銀行の証明を、申請人の同意がある場合に限り、同意した目的だけに使います。</translation>
    </message>
    <message>
        <source>Also what went before</source>
        <translation>提供済みも含める</translation>
    </message>
    <message>
        <source>Attestations…</source>
        <translation>第三者の証明…</translation>
    </message>
    <message>
        <source>By</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>By: {ground}. Only these fields leave.</source>
        <translation>根拠：{ground}。ここにある項目だけを提供します。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Decided from</source>
        <translation>決定日（から）</translation>
    </message>
    <message>
        <source>Decided until</source>
        <translation>決定日（まで）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>機関</translation>
    </message>
    <message>
        <source>Linked institutions</source>
        <translation>関係機関</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>On whose request, which occasion (stands in the record)</source>
        <translation>誰の求めか、どの機会か（記録に残ります）</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>事案を開く</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Take attestations of third parties</source>
        <translation>第三者の証明を受け付ける</translation>
    </message>
    <message>
        <source>Take no attestations any more</source>
        <translation>第三者の証明を受け付けない</translation>
    </message>
    <message>
        <source>The ground has not been compared with the law yet: check it before anything goes.</source>
        <translation>根拠はまだ法令と照らし合わせていません。提供の前に現行の法令で確かめてください。</translation>
    </message>
    <message>
        <source>This office takes attestations of third parties.</source>
        <translation>この局は第三者の証明を受け付けています。</translation>
    </message>
    <message>
        <source>This office takes no attestations of third parties.</source>
        <translation>この局は第三者の証明を受け付けていません。</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>提供先</translation>
    </message>
    <message>
        <source>What was taken in stays in the record, but counts for nothing while it is off.</source>
        <translation>受け付けた証明は記録に残りますが、受け付けない間は使えません。</translation>
    </message>
    <message>
        <source>What went</source>
        <translation>提供の記録</translation>
    </message>
    <message>
        <source>What would go</source>
        <translation>提供する内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Why (stands in the record)</source>
        <translation>理由（記録に残ります）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>ファイルを書き出す</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>ファイルを書き出す…</translation>
    </message>
    <message>
        <source>confidential address: left out</source>
        <translation>住所は秘匿のため空欄</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>再読込</translation>
    </message>
    <message>
        <source>{n} cases</source>
        <translation>{n}件</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>went with no. {number}</source>
        <translation>第{number}号で提供済み</translation>
    </message>
    <message>
        <source>{n} cases to {recipient}</source>
        <translation>{recipient}へ{n}件</translation>
    </message>
</context>
</TS>
