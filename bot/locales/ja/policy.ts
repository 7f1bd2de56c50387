import type { policy as english } from '../en/policy.ts';
import type { Translated } from '../translated.ts';

export const policy: Translated<typeof english> = {
  'policy.title': '送信ルール',
  'policy.mode': 'モード',
  'policy.quiet-hours': '送信しない時間帯',
  'policy.quiet-hours.span': '{from} から {to} まで（お客様の現地時刻）',
  'policy.quiet-hours.off': 'なし: いつでもお客様にメッセージを送れます',
  'policy.time-zone': 'タイムゾーン',
  'policy.time-zone.value': '{zone}（お客様のタイムゾーンが不明な場合）',
  'policy.contact-again': '次に連絡できるまで',
  'policy.contact-again.value': '前回のメッセージから {hours, plural, other {# 時間}}以上',
  'policy.approval': '承認',
  'policy.approval.value': '{minutes, plural, other {# 分}}で期限切れ',
  'policy.cobrowse': 'コブラウズ',
  'policy.cobrowse.off': '閲覧のみ',
  'policy.cobrowse.on': 'メッセンジャーが許可する場合、ページの操作も可',
  'policy.text': 'お客様へのメッセージ',
  'policy.place.customer': '［お客様名］',
  'policy.place.agent': '［エージェント名］',
  'policy.place.queue': '［キュー名］',
  'policy.configured': '設定値: {value}',
  'policy.last-change': '最後の変更',
  'policy.never-changed': 'なし: すべて設定どおりです。',
  'policy.read-only': 'スーパーバイザーが変更できます。',
  'policy.unreadable':
    '保存されている送信ルールの一部またはすべてを読み取れません。スーパーバイザーが変更するまで、読み取れない項目には設定値が適用され、すべてのメッセージに承認が必要です（コード {code}）。',

  'policy.change.line': '{label}: {from} → {to}',
  'policy.change.text': '{label}: 文面を変更',
  'policy.change.nothing': '設定値に戻しました（違いはありませんでした）',
  'policy.change.unreadable': '変更の内容を読み取れません',

  'policy.edit.mode': 'モード',
  'policy.edit.mode-tooltip': 'メッセージに承認が必要かどうかと、コブラウズで許可する操作を選びます',
  'policy.edit.quiet': '送信しない時間帯',
  'policy.edit.quiet-tooltip': '送信しない時間帯とタイムゾーンを変更します',
  'policy.edit.limits': '間隔と期限',
  'policy.edit.limits-tooltip': '次に連絡できるまでの時間と承認の期限を変更します',
  'policy.edit.text': 'メッセージ',
  'policy.edit.text-tooltip': 'お客様へのメッセージの文面を変更します',
  'policy.reset': '設定値に戻す',
  'policy.reset-tooltip': 'ここで行った変更をすべて取り消します',
  'policy.form.quiet-hours': '送信しない時間帯（例: 21:00-08:00、なしの場合は off）',
  'policy.form.time-zone': 'お客様のタイムゾーンが不明な場合に使うもの（例: Asia/Tokyo）',
  'policy.form.hours': '同じお客様に次に連絡できるまでの時間数（1～8760）',
  'policy.form.minutes': '承認が期限切れになるまでの分数（1～1440）',
  'policy.form.text': "メッセージ（名前の位置に '{customer}'、'{agent}'、'{queue}' を使えます）",
  'policy.form.missing': '入力してください。',
  'policy.save': '保存',
  'policy.save-tooltip': '今から全員に適用します',

  'policy.said.changed': '保存しました。今から有効です。',
  'policy.said.unchanged': 'すでにその内容のため、何も変更していません。',
  'policy.said.meanwhile':
    'その間に別の人が送信ルールを変更したため、あなたの変更は保存されていません。現在の内容は次のとおりです。',

  'policy.sure.title': 'よろしいですか？',
  'policy.sure.automatic': '今後、メッセージは承認なしで送信されます。よろしいですか？',
  'policy.sure.quiet-hours':
    '今後、これまで送信しなかった時間帯にもお客様にメッセージが送られます。よろしいですか？',
  'policy.sure.cobrowse-control':
    '今後、エージェントはお客様のページを閲覧するだけでなく操作できるようになります。よろしいですか？',
  'policy.sure.contact-again':
    '今後、同じお客様にこれまでより早く再び連絡できるようになります。よろしいですか？',
  'policy.sure.yes': 'はい、今から適用',
  'policy.sure.yes-tooltip': '全員に適用します',
  'policy.sure.no': 'いいえ、変更しない',
  'policy.sure.no-tooltip': '何も変更せず、送信ルールを表示します',
};
