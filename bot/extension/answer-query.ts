import { catalogue } from '../../src/errors/catalogue.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import { answerInTime } from '../answer-in-time.ts';
import { codedError } from '../coded-error.ts';
import { wordsOf } from '../locales/words.ts';
import type { TeamsUser } from '../teams/teams-port.ts';
import type { ExtensionAnswer } from './extension-answer.ts';
import type { ExtensionParts } from './extension-parts.ts';
import { foundCustomers } from './found-customers.ts';
import { requireKnown } from './require-known.ts';

/** A search from the compose box of any conversation. */
export interface InboundQuery {
  /** Where it was typed; null for a group chat. The bot need not be there. */
  readonly reference: ConversationReference | null;
  readonly user: TeamsUser;
  /** What was typed; empty: nothing yet. */
  readonly text: string;
  /** The page asked for. */
  readonly skip: number;
  readonly count: number;
}

/** Teams shows an error of its own after five seconds (documented). */
const patienceMs = 4_000;

/**
 * Answers a search, always and in time: with the customers of the last 24 hours whose name fits, for agents and supervisors; with a
 * message and nothing about customers for everybody else, and when it cannot be done just now.
 */
export function answerQuery(query: InboundQuery, parts: ExtensionParts): Promise<ExtensionAnswer> {
  const { languages, clock, log } = parts;
  return answerInTime(search(query, parts), { clock, ms: patienceMs }, () => {
    log.warn({ code: 'teams.search-failed', afterMs: patienceMs }, 'a search took too long');
    return message(wordsOf(languages.atHand(query.reference))('extension.late'));
  });
}

async function search(query: InboundQuery, parts: ExtensionParts): Promise<ExtensionAnswer> {
  const { whoseChat, people, byHand, languages, clock, log } = parts;
  let locale = languages.atHand(query.reference);
  try {
    const place = await whoseChat(query.user, query.reference);
    if (place === null) return message(wordsOf(locale)('extension.unmet'));
    locale = (await languages.of(place)).locale;
    const person = await people.of(query.user, place);
    requireKnown(person);
    const found = await byHand.search(person.agent?.agentId ?? null, query.text);
    return foundCustomers(found, { ...query, now: clock.now() }, locale);
  } catch (cause) {
    const error = codedError(cause, 'teams.search-failed');
    log.warn({ code: error.code, err: error }, 'a search was not carried out');
    const { meaning, next } = catalogue[error.code];
    return message(wordsOf(locale)('error.text', { meaning, next, code: error.code }));
  }
}

function message(text: string): ExtensionAnswer {
  return { kind: 'message', text };
}
