import type { extension as english } from '../en/extension.ts';
import type { Translated } from '../translated.ts';

export const extension: Translated<typeof english> = {
  'extension.nobody': '過去 24 時間以内に来訪したお客様はいません。',
  'extension.nobody-named': '過去 24 時間以内に「{name}」という名前のお客様は来訪していません。',
  'extension.late': '時間がかかりすぎました。もう一度検索してください。',
  'extension.unmet':
    'まだあなたを確認できていません。Reachback とのチャットを一度開いて「help」と送信してから、もう一度検索してください。',
  'extension.left': '{ago}前に退出',
  'extension.active': '接続中、最後の操作は{ago}前',
  'extension.left-alone': '今は不可: {reason}',

  'extension.title': '過去 24 時間以内のお客様',
  'extension.fallback':
    '過去 24 時間以内のお客様: {customer}。カードを表示するには Teams を更新してください。',
  'extension.session-left': '退出: {when}',
  'extension.session-active': '最後の操作: {when}',
  'extension.open': 'メッセージを提案',
  'extension.open-tooltip': '{customer} へのメッセージを自分の名前で作成します',

  'extension.form-title': 'メッセージの提案',
  'extension.for-you': '先ほどの文面は別の人の名前でした。こちらはあなたの名前の文面です。',
  'extension.propose': '提案する',
  'extension.propose-tooltip':
    'このメッセージを自分の名前で {customer} に提案します。承認が必要な設定では、スーパーバイザーの承認を待ちます',

  'extension.done-title': 'メッセージを提案しました',
  'extension.done': '{agent} さんが {customer} へのメッセージを提案しました。',
  'extension.done-approval': 'スーパーバイザーの承認を待っています。',
  'extension.done-sending': '承認は不要です。まもなく送信されます。',
  'extension.done-where':
    'その後の状況は、エージェントと Reachback とのチャットにある専用のカードに表示されます。このカードは更新されません。',

  'extension.needs-agent':
    'メッセージはエージェントの名前で送信されますが、あなたは Genesys Cloud のエージェントではありません。送信を担当するエージェントにこのカードを送ってください。',
  'extension.not-now': '現在 {customer} には送信できません: {reason}。',
  'extension.gone': 'このお客様は、過去 24 時間以内のお客様ではなくなりました。もう一度検索してください。',
};
