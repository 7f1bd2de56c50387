import type { Logger } from 'pino';
import { catalogue } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Decisions, FollowUps } from '../../src/journeys/journeys.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { OutreachTable } from '../../src/store/store.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { cardView } from '../cards/card-view.ts';
import { outreachCard } from '../cards/outreach-card.ts';
import { codedError } from '../coded-error.ts';
import { type Locale, type Words, wordsOf } from '../locales/words.ts';
import type { Person } from '../people.ts';
import type { Action, Said } from './action.ts';
import { approve } from './approve.ts';
import { arrived } from './arrived.ts';
import { cancel } from './cancel.ts';
import { decline } from './decline.ts';
import { didNotArrive } from './did-not-arrive.ts';
import { followUp } from './follow-up.ts';
import { pressedOutreach } from './pressed-outreach.ts';

const actions: ReadonlyMap<string, Action> = new Map([
  ['outreach.approve', approve],
  ['outreach.decline', decline],
  ['outreach.cancel', cancel],
  ['outreach.arrived', arrived],
  ['outreach.did-not-arrive', didNotArrive],
  ['outreach.follow-up', followUp],
]);

/** A card takes the pressed card's place; a message shows beside it and changes nothing. */
export type CardAnswer =
  | { readonly kind: 'card'; readonly card: AdaptiveCard }
  | { readonly kind: 'message'; readonly text: string };

export interface ActionParts {
  readonly person: () => Promise<Person>;
  /** False when this very press was counted before. */
  readonly firstTime: () => Promise<boolean>;
  /** This very press: the same when it is delivered again. */
  readonly pressId: string;
  /** Of who pressed, as Teams told it; null: not told. */
  readonly timeZone: string | null;
  readonly decisions: Decisions;
  readonly followUps: FollowUps;
  readonly outreaches: Pick<OutreachTable, 'get'>;
  readonly locale: Locale;
  readonly log: Logger;
}

/**
 * Answers a pressed button, always: with the card as it stands now, or a message saying why nothing changed and what to do.
 * Who may decide is checked on every press; a press delivered again by Teams changes nothing and gets the present card.
 */
export async function runAction(verb: string, data: unknown, parts: ActionParts): Promise<CardAnswer> {
  const { locale } = parts;
  try {
    const outreach = await pressed(verb, data, parts);
    if ('said' in outreach) return { kind: 'message', text: outreach.said };
    return { kind: 'card', card: outreachCard(cardView(outreach, locale), locale) };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    parts.log.warn({ code: error.code, verb, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, wordsOf(locale)) };
  }
}

/** What it means, what to do, and where an hour was refused which one would not have been. */
function refusalWords({ code, facts }: ReachbackError, words: Words): string {
  const { meaning, next } = catalogue[code];
  const hour = [
    ...(typeof facts.from === 'string' ? [words('follow-up.allowed-from', { when: facts.from })] : []),
    ...(typeof facts.until === 'string' ? [words('follow-up.allowed-until', { when: facts.until })] : []),
  ];
  return words('error.text', { meaning, next: [next, ...hour].join(' '), code });
}

async function pressed(verb: string, data: unknown, parts: ActionParts): Promise<Outreach | Said> {
  const action = actions.get(verb);
  const outreachId = pressedOutreach(data);
  if (action === undefined || outreachId === null) throw new ReachbackError('teams.action-unknown');
  const { decisions, followUps, pressId, timeZone } = parts;
  const person = await parts.person();
  const words = wordsOf(parts.locale);
  const context = { outreachId, person, data, pressId, timeZone, decisions, followUps, words };
  if (action.whose === 'journey') return action.press(context);
  const present = await parts.outreaches.get(outreachId);
  if (!mayPress(action, person, present)) throw new ReachbackError('teams.not-a-supervisor');
  if (present === null) throw new ReachbackError('outreach.not-found');
  if (!(await parts.firstTime())) return present;
  return action.press(context);
}

function mayPress({ whose }: Action, { supervisor, agent }: Person, outreach: Outreach | null): boolean {
  if (supervisor) return true;
  return whose === 'supervisor-or-agent' && agent !== null && agent.agentId === outreach?.agentId;
}
