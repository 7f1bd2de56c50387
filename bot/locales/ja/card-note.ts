import type { cardNote as english } from '../en/card-note.ts';
import type { Translated } from '../translated.ts';

export const cardNote: Translated<typeof english> = {
  'note.replaces':
    'このカードは、Teams で変更できなくなった[以前のカード]({link})に代わるものです。こちらが有効です。',
  'note.replaces-unlinked':
    'このカードは、Teams で変更できなくなった以前のカードに代わるものです。こちらが有効です。',
  'note.agent-untold':
    '{agent} さんのボットとのチャットには、このカードが表示されていません。{meaning} {next}',
  'note.too-big':
    'Teams がカード全体を受け付けないため、ここでは何も決定できません。それ以外の処理はそのまま続きます。',
  'note.closed': 'Teamsでボットが書き込めない場所',
  'note.closed-chat': '{where}：{meaning} {next}',
  'note.closed-channel': 'チャネル',
  'note.closed-more': 'ほか{count}件',
  'press.late':
    '通常より時間がかかっていますが、処理は続いています。結果はカードに表示されます。1 分たっても変わらない場合は、もう一度押してください。',
};
