import type { Logger } from 'pino';
import { catalogue } from '../../src/errors/catalogue.ts';
import { codedError } from '../coded-error.ts';
import { wordsOf } from '../locales/words.ts';
import { audit } from './audit.ts';
import { candidates } from './candidates.ts';
import { cobrowse } from './cobrowse.ts';
import type { Command, CommandContext, Reply } from './command.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { language } from './language.ts';
import { link } from './link.ts';
import { noticeReply } from './notice-reply.ts';
import { type CommandName, parseCommand } from './parse-command.ts';
import { partners } from './partners.ts';
import { pause } from './pause.ts';
import { policy } from './policy.ts';
import { resume } from './resume.ts';
import { setPresence } from './set-presence.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { status } from './status.ts';
import { unlink } from './unlink.ts';
import { who } from './who.ts';

const commands: Readonly<Record<CommandName, Command>> = {
  help,
  status,
  candidates,
  cobrowse,
  history,
  pause,
  resume,
  language,
  policy,
  audit,
  partners,
  available: setPresence('available'),
  'on queue': setPresence('on-queue'),
  away: setPresence('away'),
  busy: setPresence('busy'),
  break: setPresence('break'),
  meal: setPresence('meal'),
  meeting: setPresence('meeting'),
  training: setPresence('training'),
  offline: setPresence('offline'),
  link,
  unlink,
  who,
  'sign in': signIn,
  'sign out': signOut,
};

/** Answers what somebody wrote, always: with the command's card, a suggestion, or the failure's meaning, next step and code. */
export async function runCommand(
  text: string,
  context: Omit<CommandContext, 'rest'>,
  log: Logger,
): Promise<Reply> {
  const words = wordsOf(context.locale);
  const parsed = parseCommand(text);
  if (parsed.kind === 'unknown') {
    const { word, suggestion } = parsed;
    const lines = [
      ...(suggestion === null ? [] : [words('command.suggestion', { suggestion })]),
      words('command.see-help'),
    ];
    return noticeReply(
      {
        title: words('error.title'),
        lines: [words('command.unknown', { command: word }), ...lines],
        tone: 'plain',
      },
      context.locale,
    );
  }
  try {
    return await commands[parsed.name]({ ...context, rest: parsed.rest });
  } catch (cause) {
    const error = codedError(cause, 'teams.command-failed');
    log.warn({ code: error.code, command: parsed.name, err: error }, 'a command was not carried out');
    const { meaning, next } = catalogue[error.code];
    const lines = [meaning, next, words('step.code', { code: error.code })];
    return noticeReply({ title: words('error.title'), lines, tone: 'problem' }, context.locale);
  }
}
