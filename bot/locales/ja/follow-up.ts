import type { followUp as english } from '../en/follow-up.ts';
import type { Translated } from '../translated.ts';

export const followUp: Translated<typeof english> = {
  'follow-up.open': 'フォローアップ',
  'follow-up.open-tooltip': '{customer} にもう一度メッセージを送ります（今すぐ、またはあとで）',
  'follow-up.draft':
    '{customer, select, none {こんにちは} other {{customer} 様、こんにちは}}。{agent}です。チャットの件で改めてご連絡しました。ほかにお手伝いできることはございますか？',
  'follow-up.text': 'お客様へのメッセージ（原文のまま送信）',
  'follow-up.text-missing': 'メッセージを入力してください。',
  'follow-up.when': '送信のタイミング',
  'follow-up.now': '今すぐ',
  'follow-up.in-20-minutes': '20 分後',
  'follow-up.in-1-hour': '1 時間後',
  'follow-up.tomorrow': '明日 9:00（お客様の現地時間）',
  'follow-up.words': 'または自由に入力',
  'follow-up.words-example': '2時間後 · 15:30 · 月曜日 10:00 自分の時間',
  'follow-up.send': 'フォローアップを送信',
  'follow-up.send-tooltip': '選択した日時に {customer} へ送信します',
  'follow-up.said-now': 'フォローアップを送信しています。結果はフォローアップのカードに表示されます。',
  'follow-up.said-later':
    'フォローアップは {when} に送信されます。結果はフォローアップのカードに表示されます。',
  'follow-up.said-now-approval':
    'スーパーバイザーに確認しています。判断が出たら、フォローアップのカードが届きます。',
  'follow-up.said-later-approval':
    'スーパーバイザーに確認しています。承認されると {when} に送信されます。判断が出たら、フォローアップのカードが届きます。',
  'follow-up.gap': 'その日は現地の時計が進められ、指定の時刻がありません。直後に送信します。',
  'follow-up.overlap': 'その日は現地の時計が戻され、指定の時刻が 2 回あります。1 回目に送信します。',
  'follow-up.allowed-from': '最も早い日時: {when}',
  'follow-up.allowed-until': '最も遅い日時: {when}',
};
