import type { help as english } from '../en/help.ts';
import type { Translated } from '../translated.ts';

export const help: Translated<typeof english> = {
  'help.title': 'できること',
  'help.intro':
    'エージェントが対応可能になると、過去 24 時間以内に来訪したお客様を探し、エージェントの名前でメッセージを 1 通送ります。承認が必要な設定では、スーパーバイザーの承認後に送ります。実際の結果はカードに表示されます。',
  'help.commands': 'コマンド',
  'help.help': 'このページ',
  'help.status': 'プレゼンスの受信状況、本日の送信数、一時停止の状態',
  'help.pause': '新しい送信を止めます。個人チャットでは自分の分、スーパーバイザーは全員の分',
  'help.resume': '再開します',
  'help.in-channel': 'チャネルでは、先に私をメンションしてください。',
};
