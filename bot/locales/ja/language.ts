import type { language as english } from '../en/language.ts';
import type { Translated } from '../translated.ts';

export const language: Translated<typeof english> = {
  'language.title': '言語',
  'language.now': 'この会話では{language}を使います。',
  'language.because.chosen': 'この会話で選択された言語です。',
  'language.because.told': 'Teams から最後に伝えられた言語です。',
  'language.because.standard': 'このシステムの既定の言語です。',
  'language.set': '今後、この会話では{language}を使います。表示済みのカードは次の更新時に切り替わります。',
  'language.unknown': '「{asked}」には対応していません。',
  'language.written':
    '「language」に続けて言語名を入力することもできます。「language auto」で Teams に従います。',
  'language.choose-tooltip': 'この会話で{language}を使います',
  'language.auto': 'Teams に従う',
  'language.auto-tooltip': 'この会話で Teams の言語を使います',
  'help.language': 'この会話で使う言語',
};
