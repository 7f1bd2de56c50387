import type { candidates as english } from '../en/candidates.ts';
import type { Translated } from '../translated.ts';

export const candidates: Translated<typeof english> = {
  'candidates.title': 'メッセージを送れるお客様',
  'candidates.nobody': '今メッセージを送れるお客様はいません',
  'candidates.as-of': '{when} 時点',
  'candidates.paused':
    '送信は一時停止中です（あなたの分または全員分）。「status」で誰が止めたかを確認でき、「resume」で自分の一時停止を終了できます。',
  'candidates.none-here': '過去 24 時間に来訪したお客様はいません。',
  'candidates.all-left-alone':
    '{count, plural, other {過去 24 時間のお客様 # 人全員への連絡を控えています。}}',
  'candidates.feed-stale':
    'Genesys Cloud からの受信が {age}ありません。一覧に抜けがあるかもしれません。メッセージは送信前に毎回確認します。',
  'candidates.quiet-hours':
    '組織の時刻では連絡を控える時間帯です。お客様の現地時間がそうでない場合にだけ送信します。',

  'candidates.session.agent': 'エージェントが終了: {when} · {ago}前',
  'candidates.session.customer': 'お客様が退出: {when} · {ago}前',
  'candidates.session.timed-out': '時間切れで終了: {when} · {ago}前',
  'candidates.session.flow': 'フローが終了: {when} · {ago}前',
  'candidates.session.fault': '接続が切断: {when} · {ago}前',
  'candidates.session.ended': '終了: {when} · {ago}前',
  'candidates.session.active': '接続中、担当者なし。最後の操作: {when} · {ago}前',

  'candidates.why': '選ばれた理由: {reasons}',
  'candidates.why.served-by-agent': '最後にあなたが対応',
  'candidates.why.queue-of-agent': 'あなたのキュー',
  'candidates.why.neither': 'あなたの担当チャネル',
  'candidates.why.abandoned': 'エージェントにつながる前に退出',
  'candidates.order':
    '順序: あなたが対応したお客様、あなたのキュー、その他。それぞれの中では、エージェントにつながらなかったお客様が先、次に新しい順です。',
  'candidates.more': 'ほかに {count, number} 人。',
  'candidates.left-alone': '連絡を控えているお客様: {list}',
  'candidates.left.opted-out': '本人の希望 {count, number} 人',
  'candidates.left.connected-now': '会話中 {count, number} 人',
  'candidates.left.agent-not-on-channel': '担当外のチャネル {count, number} 人',
  'candidates.left.no-route': '連絡方法なし {count, number} 人',
  'candidates.left.open-outreach': '別のメッセージが処理中 {count, number} 人',
  'candidates.left.contacted-recently': '最近送信済み {count, number} 人',
  'candidates.left.declined-recently': '最近スーパーバイザーが却下 {count, number} 人',
  'candidates.left.failed-recently': '先ほど送信に失敗 {count, number} 人',
  'candidates.left.other': 'その他の理由 {count, number} 人',

  'candidates.write': 'メッセージを書く',
  'candidates.write-tooltip': '{customer} にメッセージを書きます',
  'candidates.text': 'お客様へのメッセージ（原文のまま送信）',
  'candidates.text-missing': 'メッセージを入力してください。',
  'candidates.send': '送信',
  'candidates.send-tooltip': 'このメッセージをあなたの名前で今すぐ {customer} に送信します',
  'candidates.ask': '承認を依頼',
  'candidates.ask-tooltip': '{customer} へのこのメッセージの承認をスーパーバイザーに依頼します',
  'candidates.look-again': '更新',
  'candidates.look-again-tooltip': 'この一覧を作り直します',
  'candidates.said':
    '{customer} へのメッセージを受け付けました。結果はそのメッセージのカードに表示されます。',
  'candidates.said-approval':
    '{customer} へのメッセージについてスーパーバイザーに確認しています。判断が出たら、カードが届きます。',
  'candidates.because': '理由: {reason}。',

  'step.by-hand': '{agent} さんの依頼',
  'help.candidates': '今メッセージを送れるお客様とその理由。一覧からそのまま送れます',
};
