import type { Logger } from 'pino';
import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { linkCard } from '../cards/link-card.ts';
import { codedError } from '../coded-error.ts';
import type { LinkDesk, LinkParty } from '../links/link-desk.ts';
import type { Locale } from '../locales/locale.ts';
import type { Person } from '../people/people.ts';
import { pressedId } from './pressed-id.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';

const verdicts: ReadonlyMap<string, 'confirmed' | 'refused'> = new Map([
  ['link.confirm', 'confirmed'],
  ['link.refuse', 'refused'],
]);
const pressed = z.object({ askId: pressedId });

/** Whether a button is one of the card that asks about a link. */
export function isLinkVerb(verb: string): boolean {
  return verdicts.has(verb);
}

/** Answers a press on it, always: with the card as it stands now, or a message saying why nothing changed. */
export async function pressLink(
  verb: string,
  data: unknown,
  parts: Omit<LinkParty, 'person'> & {
    readonly person: () => Promise<Person>;
    readonly linkDesk: Pick<LinkDesk, 'decide'>;
    readonly locale: Locale;
    readonly log: Logger;
  },
): Promise<CardAnswer> {
  const { user, reference, linkDesk, locale, log } = parts;
  try {
    const said = verdicts.get(verb);
    const told = pressed.safeParse(data);
    if (said === undefined || !told.success) throw new ReachbackError('teams.action-unknown');
    const party = { user, reference, person: await parts.person() };
    const view = await linkDesk.decide(party, { askId: told.data.askId, said });
    return { kind: 'card', card: linkCard(view, locale) };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, locale) };
  }
}
