import type { who as english } from '../en/who.ts';
import type { Translated } from '../translated.ts';

export const who: Translated<typeof english> = {
  'who.title': 'メンバーと役割',
  'who.count': 'Teams で確認済み: {count, plural, other {# 人}}',
  'who.supervisor.named': 'スーパーバイザー（SUPERVISORS に記載）',
  'who.supervisor.owner': 'スーパーバイザー（チームの所有者）',
  'who.agent.email': 'Genesys エージェント {agent} さん（メールアドレスによる）',
  'who.agent.linked': 'Genesys エージェント {agent} さん（{person} さんが関連付け）',
  'who.agent.same-email': 'Genesys エージェント（メールアドレスによる）',
  'who.agent.same-linked': 'Genesys エージェント（{person} さんが関連付け）',
  'who.agent.none': '対応する Genesys エージェントなし',
  'who.app.installed': 'アプリ インストール済み',
  'who.app.removed': 'アプリ 削除済み',
  'who.app.never': 'アプリ 未インストール',
  'who.more': '{count, plural, other {ほか # 人。}}「who」に続けて名前の一部を入力すると探せます。',
  'who.nobody': '該当する人はいません。',
  'who.unmatched': 'Teams に対応する人がいない Genesys エージェント',
  'who.owners.read': 'チームの所有者の取得: {when}',
  'who.owners.unread': 'チームの所有者が現在わかりません。SUPERVISORS だけが有効です。',
};
