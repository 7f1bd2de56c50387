import type { CommandName } from '../../bot/commands/parse-command.ts';

/** A new command does not compile until it stands here. */
const commands: Readonly<Record<CommandName, true>> = {
  help: true,
  status: true,
  pause: true,
  resume: true,
  candidates: true,
  cobrowse: true,
  history: true,
  language: true,
  available: true,
  'on queue': true,
  away: true,
  busy: true,
  break: true,
  meal: true,
  meeting: true,
  training: true,
  offline: true,
  link: true,
  unlink: true,
  who: true,
  'sign in': true,
  'sign out': true,
  policy: true,
  audit: true,
  partners: true,
};

/** Every command there is. */
export const everyCommand: readonly string[] = Object.keys(commands);
