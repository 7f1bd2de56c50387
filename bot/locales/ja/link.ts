import type { link as english } from '../en/link.ts';
import type { Translated } from '../translated.ts';

export const link: Translated<typeof english> = {
  'link.title': 'Genesys でのあなた',
  'link.present.linked': 'あなたは {agent} さんです。{person} さんが確認しました。',
  'link.present.email': 'メールアドレスから、あなたは {agent} さんです。',
  'link.present.none': '対応する Genesys エージェントがいません。',
  'link.present.asked': '{agent} さんとの関連付けを依頼中です。スーパーバイザーの判断を待っています。',
  'link.how':
    '変更するには「link」と Genesys のメールアドレスを入力してください。スーパーバイザーが確認します。',
  'link.asked':
    'あなたが {agent} さん（{email}）かどうか、スーパーバイザーに確認しています。結果はここでお知らせします。',
  'link.removed': '{agent} さんとの関連付けを解除しました。',
  'link.withdrawn': '{agent} さんについての依頼を取り下げました。',
  'link.nothing': '関連付けも依頼もありませんでした。',
  'link.told.confirmed': '{person} さんが、あなたが Genesys の {agent} さんであることを確認しました。',
  'link.told.removed': '{person} さんが、Genesys の {agent} さんとの関連付けを解除しました。',
  'link.told.refused':
    '{person} さんは、あなたが Genesys の {agent} さんであることを確認しませんでした。変更はありません。',
  'link.card.title': '同じ人ですか？',
  'link.card.title.confirmed': '関連付けました',
  'link.card.title.refused': '関連付けませんでした',
  'link.card.title.withdrawn': '依頼は取り下げられました',
  'link.card.teams': 'Teams',
  'link.card.genesys': '申告された Genesys エージェント',
  'link.card.known': 'このエージェントのメールアドレスは Teams では別の人のものです',
  'link.card.means':
    '承認すると、この人はここでそのエージェントとして扱われ、エージェントの名前でメッセージが送られます。知っている人だけを承認してください。',
  'link.card.confirm': 'はい、関連付ける',
  'link.card.confirm-tooltip': '{person} さんは {agent} さんです',
  'link.card.refuse': 'いいえ',
  'link.card.refuse-tooltip': '{person} さんは {agent} さんではない、またはわからない',
  'link.card.by.confirmed': '{person} さんが承認',
  'link.card.by.refused': '{person} さんが却下',
  'link.card.by.withdrawn': '{person} さんが取り下げ',
  'link.card.lapses': '1 日で自動的に無効になります。',
};
