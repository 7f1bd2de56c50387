import type { reply as english } from '../en/reply.ts';
import type { Translated } from '../translated.ts';

export const reply: Translated<typeof english> = {
  'reply.to-our-message': '返信先のメッセージ',
  'reply.their-words': 'お客様の言葉',
  'reply.unreadable': 'お客様の返信をここでは読み取れませんでした。Genesys で会話を開いてご確認ください。',
  'reply.picture': '{name, select, none {画像} other {画像：{name}}}',
  'reply.video': '{name, select, none {動画} other {動画：{name}}}',
  'reply.sound': '{name, select, none {音声} other {音声：{name}}}',
  'reply.file': '{name, select, none {ファイル} other {ファイル：{name}}}',
  'reply.quoted': '「{text}」',
  'reply.state.sending': '返信を Genesys へ送信中です（まだ受け付けられていません）',
  'reply.state.sent': '返信は Genesys に受け付けられました',
  'reply.state.refused': '返信は送信されませんでした',
  'reply.state.unknown': 'Genesys の応答が失われました。返信を確認しています',
  'reply.state.missing': '返信は届いていません',
  'reply.next.unknown': '自動で再送することはありません。しばらくお待ちください。',
  'reply.next.missing':
    '会話の中を探しましたが、見つかりませんでした。必要であればもう一度送信してください。',
  'reply.open': '返信する',
  'reply.open-tooltip': 'ご自身の名前で {customer} に返信します',
  'reply.text': '返信（原文のまま送信）',
  'reply.text-missing': '返信を入力してください。',
  'reply.send': '返信を送信',
  'reply.send-tooltip': 'ご自身の名前で、今すぐ {customer} に送信します',
  'reply.sign-in': 'サインインしてここで返信',
  'reply.in-genesys': 'Genesys で開く',
  'reply.in-genesys-tooltip': '{customer} との会話を Genesys Cloud で開きます',
  'reply.link-good': 'サインイン用のリンクはご本人専用で、10 分以内に 1 回だけ使えます。',
  'reply.why.sign-in':
    'ここから返信するには、まず Genesys Cloud にサインインしてください。返信はご自身の名前で送られます。',
  'reply.why.not-set-up': 'ここからの返信は設定されていません。Genesys で返信してください。',
  'reply.why.reply.not-signed-in':
    '送信していません。現在 Genesys Cloud にサインインしていません。サインインしてから、もう一度返信を送信してください。',
  'reply.why.reply.sign-in.ended':
    '送信していません。Genesys Cloud へのサインインが終了しました。サインインしてから、もう一度返信を送信してください。',
  'reply.why.reply.not-connected':
    '送信していません。この会話に接続していません。Genesys で会話を受けてから、もう一度返信を送信してください。',
};
