import type { welcome as english } from '../en/welcome.ts';
import type { Translated } from '../translated.ts';

export const welcome: Translated<typeof english> = {
  'welcome.title': 'Reachback です',
  'welcome.personal':
    'Genesys で対応可能になると、過去 24 時間以内に来訪したお客様を探し、あなたの名前でメッセージを 1 通送ります。承認が必要な設定では、スーパーバイザーの承認後に送ります。実際の結果はここのカードに表示されます。',
  'welcome.supervisor':
    'エージェントが Genesys で対応可能になると、過去 24 時間以内に来訪したお客様を探し、メッセージを提案します。カードは私がインストールされているチャネルに届きます。そこで判断でき、実際の結果もカードに表示されます。',
  'welcome.channel':
    'エージェントが Genesys で対応可能になると、過去 24 時間以内に来訪したお客様を探し、メッセージを提案します。カードはこのチャネルに届き、スーパーバイザーがここで判断し、実際の結果もカードに表示されます。',
  'welcome.try': '試してみてください',
  'welcome.try-in-channel': '試してみてください（先に私をメンション）',
  'welcome.status': '現在の状況',
  'welcome.who': 'メンバーと役割（スーパーバイザー向け）',
  'welcome.help': '使えるコマンドの一覧',
  'welcome.supervisors': 'スーパーバイザー',
  'welcome.supervisors.more': 'ほか {count, number} 人',
  'welcome.supervisors.none': 'まだいません。管理者が SUPERVISORS または SUPERVISOR_TEAM で指定します。',
  'welcome.you': 'Genesys でのあなた',
  'welcome.you.none':
    'あなたのメールアドレスを持つエージェントがいません。「link」と Genesys のメールアドレスを入力してください。',
};
