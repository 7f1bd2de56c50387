import type { presence as english } from '../en/presence.ts';
import type { Translated } from '../translated.ts';

export const presence: Translated<typeof english> = {
  'presence.available': '対応可能',
  'presence.on-queue': 'キュー対応中',
  'presence.away': '離席中',
  'presence.busy': '取り込み中',
  'presence.break': '休憩',
  'presence.meal': '食事',
  'presence.meeting': '会議',
  'presence.training': '研修',
  'presence.offline': 'オフライン',
  'presence.idle': 'アイドル',
  'routing.OFF_QUEUE': 'キュー対応外',
  'routing.IDLE': 'キュー対応中、待機',
  'routing.INTERACTING': 'お客様に対応中',
  'routing.NOT_RESPONDING': '応答なし',
  'routing.COMMUNICATING': '通話中',
  'presence.set.title': 'Genesys のプレゼンス',
  'presence.set.done': 'Genesys での状態は「{presence}」になりました。',
  'presence.set.other': '「{asked}」を依頼しましたが、Genesys での状態は「{presence}」です。',
  'presence.set.unsaid':
    'Genesys は「{asked}」を受け付けましたが、現在の状態を返しませんでした。Genesys で確認してください。',
  'presence.set.routing': 'ルーティング状態: {routing}。',
  'presence.set.routing-unread': 'ルーティング状態は今、読み取れませんでした。',
};
