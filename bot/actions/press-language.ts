import type { Logger } from 'pino';
import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { codedError } from '../coded-error.ts';
import type { CommandContext } from '../commands/command.ts';
import { language } from '../commands/language.ts';
import { locales } from '../locales/locale.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';

export const languageVerb = 'language.choose';

const pressed = z.object({ language: z.enum([...locales, 'auto']) });

/** Answers a press on the card of the language command: as the command does, or with a message why nothing changed and what to do. */
export async function pressLanguage(
  data: unknown,
  context: Pick<CommandContext, 'reference' | 'locale' | 'languages' | 'person'>,
  log: Logger,
): Promise<CardAnswer> {
  try {
    const told = pressed.safeParse(data);
    if (!told.success) throw new ReachbackError('teams.action-unknown');
    const { card } = await language({ ...context, rest: told.data.language });
    return { kind: 'card', card };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb: languageVerb, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, context.locale) };
  }
}
