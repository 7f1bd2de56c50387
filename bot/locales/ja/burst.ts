import type { burst as english } from '../en/burst.ts';
import type { Translated } from '../translated.ts';

export const burst: Translated<typeof english> = {
  'burst.title': '{count, plural, other {# 件のメッセージが判断待ちです}}',
  'burst.title-done': '{count, plural, other {# 件のメッセージ、判断待ちはありません}}',
  'burst.next-lapse': '次は {when} に自動的に期限切れになります。',
  'burst.for-agent': '送信者: {agent} さん',
  'burst.details': '詳細',
  'burst.details-tooltip': '{customer} の詳細カードを投稿します',
  'burst.approve': '承認',
  'burst.approve-all': '{count, plural, other {# 件すべて承認して送信}}',
  'burst.approve-all-tooltip': 'このカードで判断待ちのメッセージをすべて送信します',
  'burst.approve-free': '{count, plural, other {送信できる # 件を承認して送信}}',
  'burst.approve-free-tooltip': 'このカードのうち、送信を妨げるものがないメッセージをすべて送信します',
  'burst.would-be-held':
    '{count, plural, other {うち # 件は今は見合わせになります。個別に判断してください。}}',
  'burst.snoozed-until': '{when} まで保留中',
  'burst.own-card': '個別のカードで再確認しています',
  'burst.by': '{title}（{person} さん）',
  'burst.fallback': '{title}。カードを表示するには Teams を更新してください。',
  'burst.said.approved': '{count, plural, other {# 件を承認}}',
  'burst.said.approved-by': '{count, plural, other {# 件は {person} さんが承認済み}}',
  'burst.said.declined-by': '{count, plural, other {# 件は {person} さんが却下済み}}',
  'burst.said.cancelled-by': '{count, plural, other {# 件は {person} さんが取り消し済み}}',
  'burst.said.lapsed': '{count, plural, other {# 件は期限切れ}}',
  'burst.said.held': '{count, plural, other {# 件は見合わせ}}',
  'burst.said.snoozed': '{count, plural, other {# 件は保留中}}',
  'burst.said.waiting': '{count, plural, other {# 件は判断待ちのまま}}',
  'burst.said.would-be-held': '{count, plural, other {# 件は判断待ちのまま（承認しても見合わせになります）}}',
  'burst.approved-one': '{customer}: 承認しました。送信中です。',
  'burst.declined-one': '{customer}: 却下しました。何も送信しません。',
  'burst.late.approved':
    '{customer}: {person} さんが {when} に承認済みのため、今の操作では何も変わりませんでした。',
  'burst.late.declined':
    '{customer}: {person} さんが {when} に却下済みのため、今の操作では何も変わりませんでした。',
  'burst.late.cancelled':
    '{customer}: {person} さんが {when} に取り消し済みのため、今の操作では何も変わりませんでした。',
  'burst.late.other': '{customer}: すでに処理済みのため、今の操作では何も変わりませんでした。',
  'burst.details-posted': '{customer} の詳細カードを下に投稿します。',
  'burst.details-there': '{customer} の個別カードはすでにここにあります。',
};
