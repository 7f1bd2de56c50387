import type { pause as english } from '../en/pause.ts';
import type { Translated } from '../translated.ts';

export const pause: Translated<typeof english> = {
  'pause.done.you':
    '一時停止しました。「resume」と入力するまで、あなたの名前で新しいメッセージは送信されません。',
  'pause.done.you.until':
    '{when} まで一時停止しました。「resume」と入力しない限り、それまであなたの名前で新しいメッセージは送信されません。',
  'pause.done.all':
    '全員分を一時停止しました。スーパーバイザーが「resume」と入力するまで、新しいメッセージは送信されません。',
  'pause.done.all.until':
    '{when} まで全員分を一時停止しました。スーパーバイザーが「resume」と入力しない限り、それまで新しいメッセージは送信されません。',
  'resume.done.you': '再開しました。あなたの名前でのメッセージ送信が再び可能です。',
  'resume.done.all': '全員分を再開しました。',
  'resume.nothing': '一時停止中のものはありませんでした。',
  'resume.still-all': 'あなたの分は再開しましたが、スーパーバイザーが全員分を一時停止しています。',
  'pause.title': '送信を一時停止中',
  'resume.title': '送信を再開しました',
};
