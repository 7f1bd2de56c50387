import type { help as english } from '../en/help.ts';
import type { Translated } from '../translated.ts';

export const help: Translated<typeof english> = {
  'help.title': 'できること',
  'help.intro':
    'エージェントが対応可能になると、過去 24 時間以内に来訪したお客様を探し、エージェントの名前でメッセージを 1 通送ります。承認が必要な設定では、スーパーバイザーの承認後に送ります。実際の結果はカードに表示されます。',
  'help.everyone': '全員',
  'help.help': 'このページ',
  'help.status': '現在の状況: 受信、本日の件数、一時停止。エージェントには本人のプレゼンスも表示します',
  'help.link':
    'Genesys のどのエージェントか。メールアドレスを付けると、別のエージェントの確認をスーパーバイザーに依頼します',
  'help.unlink': '関連付けの解除、依頼の取り下げ',
  'help.agents': 'エージェント（個人チャット）',
  'help.pause': 'あなたの名前での新しい送信を、一定時間または「resume」まで止めます',
  'help.resume': '送信を再開します',
  'help.presence': 'Genesys のプレゼンスを変更します',
  'help.supervisors': 'スーパーバイザー',
  'help.supervisors.status': '全員の件数と、判断を待っているもの',
  'help.supervisors.unlink': 'メールアドレスを付けると、その人の関連付けを解除します',
  'help.supervisors.pause': '全員分をまとめて停止・再開します。自分だけなら「pause me」',
  'help.policy': '現在の送信ルール。スーパーバイザーはその場で変更できます',
  'help.audit':
    '誰が何をなぜ決めたか。名前を付けるとそのお客様の分、「policy」で送信ルール、「partners」でパートナーの変更履歴、「tickets」で引き継ぎチケットの確認結果',
  'help.who': 'メンバーと役割、対応するエージェント。名前の一部で絞り込めます',
  'help.in-channel': 'チャネルでは、先に私をメンションしてください。',
};
