import type { held as english } from '../en/held.ts';
import type { Translated } from '../translated.ts';

export const held: Translated<typeof english> = {
  'held.outside-24h': 'お客様の最後の操作から 24 時間以上経過しています',
  'held.paused': '送信は一時停止中です',
  'held.contacted-recently': 'このお客様には最近メッセージを送っています',
  'held.declined-recently': 'このお客様へのメッセージは最近、スーパーバイザーが却下しました',
  'held.failed-recently': 'このお客様へのメッセージが先ほど失敗しています',
  'held.open-outreach': 'このお客様への別のメッセージが処理中です',
  'held.connected-now': 'お客様は現在会話中です',
  'held.assigned-to-another-agent': 'お客様は現在ほかのエージェントと会話中です',
  'held.parked': 'エージェントが会話をパークしており、あとで再開します',
  'held.cleared': 'お客様がメッセンジャーから会話を消去しています',
  'held.permission-missing': 'このメッセージに必要な権限が OAuth クライアントにありません',
  'held.region-mismatch': '設定されたホストが Genesys Cloud の同じリージョンのものではありません',
  'held.waiting-in-queue': 'お客様は現在キューで待機中です',
  'held.session-expired': 'お客様のメッセージング セッションの有効期限が切れています',
  'held.no-route':
    'このお客様に連絡する方法がありません。登録済みの連絡先ではなく、組織にほかの経路もありません',
  'held.agent-not-on-channel': 'エージェントがお客様のチャネルのキューに所属していません',
  'held.quiet-hours': 'お客様の現地時間は連絡を控える時間帯です',
  'held.opted-out': 'お客様が連絡を希望していません',
  'held.conversation-gone': '会話が Genesys Cloud にもう存在しません',
  'held.agent-no-longer-available': 'エージェントが対応可能ではなくなりました',
  'held.approval-needed': '現在は承認が必要ですが、このメッセージは承認されていません',
  'held.other': 'ルール「{code}」により送信できません',
};
