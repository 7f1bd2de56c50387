import type { Logger } from 'pino';
import { z } from 'zod';
import type { Journeys } from '../../src/journeys/journeys.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import { codedError } from '../coded-error.ts';
import { candidatesReply } from '../commands/candidates-reply.ts';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { Person } from '../people/people.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';
import { sendToCandidate } from './send-to-candidate.ts';

export interface PressCandidatesParts {
  readonly person: () => Promise<Person>;
  readonly journeys: Pick<Journeys, 'byHand' | 'overview'>;
  readonly locale: Locale;
  readonly log: Logger;
}

const verbs = z.enum(['candidate.send', 'candidates.look-again']);

/** Whether a button is one of the candidates card’s. */
export function isCandidatesVerb(verb: string): boolean {
  return verbs.safeParse(verb).success;
}

/**
 * Answers such a press, always: with the list as it is now, saying what was done, or with a message why nothing was and what to do. What
 * the button holds is not trusted: who presses is looked up, and the journey judges customer and text.
 */
export async function pressCandidates(
  verb: string,
  data: unknown,
  parts: PressCandidatesParts,
): Promise<CardAnswer> {
  const { journeys, locale, log } = parts;
  try {
    const person = await parts.person();
    const sent = verb === 'candidate.send' ? await sendToCandidate(person, data, journeys.byHand) : null;
    const said = sent === null ? null : saidOf(sent, locale);
    const { card } = await candidatesReply(person, journeys, locale, said);
    return { kind: 'card', card };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb, facts: error.facts, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, locale) };
  }
}

function saidOf({ state, customerName }: Outreach, locale: Locale): string {
  const words = wordsOf(locale);
  const customer = customerName ?? words('outreach.anonymous');
  return words(state === 'awaiting-approval' ? 'candidates.said-approval' : 'candidates.said', { customer });
}
