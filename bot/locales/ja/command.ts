import type { command as english } from '../en/command.ts';
import type { Translated } from '../translated.ts';

export const command: Translated<typeof english> = {
  'command.unknown': '「{command}」はわかりません。',
  'command.suggestion': '「{suggestion}」のことですか？',
  'command.see-help': '「help」と入力すると、使えるコマンドを表示します。',
  'error.text': '{meaning} {next}（コード: {code}）',
  'error.title': '実行できませんでした',
};
