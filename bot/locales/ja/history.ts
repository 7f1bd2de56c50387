import type { history as english } from '../en/history.ts';
import type { Translated } from '../translated.ts';

export const history: Translated<typeof english> = {
  'history.title.you': 'あなたの最近のメッセージ',
  'history.title.all': '全員の最近のメッセージ',
  'history.named': '「{name}」という名前のお客様宛て',
  'history.none': 'メッセージはまだありません。',
  'history.none-named': '「{name}」という名前のお客様へのメッセージはありません。',
  'history.by': '{agent} さんの名前で送信',
  'history.older': 'さらに古いものがあります。「history」のあとにお客様の名前を入力すると探せます。',
  'history.hint': '「history」のあとに名前を入力すると、そのお客様の分だけを表示します。',

  'history.state.proposed': '提案済み',
  'history.state.awaiting-approval': 'スーパーバイザーの判断待ち',
  'history.state.approved': '承認済み、まもなく送信します',
  'history.state.scheduled': '承認済み、{when} に送信します',
  'history.state.sending': 'Genesys へ送信中、まだ受理されていません',
  'history.state.sent': 'Genesys が受理、ブラウザーには未到達 · 返信なし',
  'history.state.delivered': 'ブラウザーに到達 · 返信なし',
  'history.state.undelivered': 'Genesys が受理、お客様は不在でメッセージは待機中 · 返信なし',
  'history.state.replied': 'お客様から返信あり',
  'history.state.opted-out': 'お客様は今後の連絡を希望していません',
  'history.state.declined': '却下、何も送信していません',
  'history.state.expired': '期限までに判断がなく、何も送信していません',
  'history.state.held': '見合わせ、何も送信していません: {reason}',
  'history.state.failed': '失敗、何も送信していません · コード {code}',
  'history.state.unknown': '届いたかどうか、まだわかりません',
  'history.state.asked': '届いたかどうか不明です。カードで確認を求めています',
  'history.state.cancelled': '取り消し、何も送信していません',

  'help.history': '最近のメッセージの結果。名前を付けると、そのお客様の分だけを表示します',
  'help.supervisors.history': '全員の最近のメッセージの結果。名前を付けると、そのお客様の分だけを表示します',
};
