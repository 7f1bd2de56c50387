import type { signIn as english } from '../en/sign-in.ts';
import type { Translated } from '../translated.ts';

export const signIn: Translated<typeof english> = {
  'sign-in.title': 'Genesys Cloud にサインイン',
  'sign-in.why': '{agent} としてサインインすると、お客様のカードからご自身の名前で返信できます。',
  'sign-in.already':
    '{agent} としてサインインしています。「sign out」で終了します。リンクから改めてサインインすることもできます。',
  'sign-in.how-long':
    'リンクはご本人専用で、10 分以内に 1 回だけ使えます。サインインの情報はメモリにのみ保持されるため、ボットの再起動後は再度サインインが必要です。',
  'sign-in.open': 'サインイン',
  'sign-in.open-tooltip': 'Genesys Cloud のサインインページを開きます',
  'sign-out.title': 'サインアウト',
  'sign-out.done': 'サインアウトしました。ここから返信するには再度サインインが必要です。',
  'sign-out.nothing': 'サインインしていませんでした。',
  'sign-in.page.done-title': 'サインインしました',
  'sign-in.page.done':
    'Reachback は {agent} として返信を送れるようになりました。Teams に戻ると、お客様のカードに「返信する」ボタンがあります。',
  'sign-in.page.close': 'このページは閉じてかまいません。',
  'sign-in.page.failed-title': 'サインインできませんでした',
  'sign-in.page.again': 'Teams でボットに「sign in」と送ると、新しいリンクが届きます。',
  'sign-in.page.link-spent':
    'このリンクはもう使えません。リンクは 10 分以内に 1 回だけ有効で、ボットの再起動後は使えません。',
  'sign-in.page.cancelled': 'Genesys Cloud でサインインが完了しませんでした。何も保存していません。',
  'sign-in.page.code-refused': 'Genesys Cloud でサインインを確認できませんでした。何も保存していません。',
  'sign-in.page.client-refused': 'サインインの設定に誤りがあります。下のコードを管理者にお伝えください。',
  'sign-in.page.other-person':
    'このリンクの対象とは別の人が Genesys Cloud にサインインしました。何も保存していません。先にこのブラウザーで Genesys Cloud からサインアウトしてください。',
  'sign-in.page.not-set-up': 'この環境ではサインインが設定されていません。',
  'sign-in.page.unanswered': 'Genesys Cloud から応答がありませんでした。何も保存していません。',
  'help.sign-in': 'ご自身で Genesys にサインインし、カードからお客様に返信できるようにします',
  'help.sign-out': 'そのサインインを終了します',
};
