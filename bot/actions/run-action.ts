import type { Logger } from 'pino';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Decisions, FollowUps } from '../../src/journeys/journeys.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { cardView } from '../cards/card-view.ts';
import { outreachCard } from '../cards/outreach-card.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { Person } from '../people/people.ts';
import type { Action, Said } from './action.ts';
import { approve } from './approve.ts';
import { arrived } from './arrived.ts';
import { cancel } from './cancel.ts';
import { decline } from './decline.ts';
import { didNotArrive } from './did-not-arrive.ts';
import { editAndApprove } from './edit-and-approve.ts';
import { followUp } from './follow-up.ts';
import { pressedOutreach } from './pressed-outreach.ts';
import { refusalWords } from './refusal-words.ts';
import { snooze } from './snooze.ts';

const actions: ReadonlyMap<string, Action> = new Map([
  ['outreach.approve', approve],
  ['outreach.edit-and-approve', editAndApprove],
  ['outreach.decline', decline],
  ['outreach.snooze', snooze],
  ['outreach.cancel', cancel],
  ['outreach.arrived', arrived],
  ['outreach.did-not-arrive', didNotArrive],
  ['outreach.follow-up', followUp],
]);

/** A card takes the pressed card's place; a message shows beside it and changes nothing. */
export type CardAnswer =
  | {
      readonly kind: 'card';
      readonly card: AdaptiveCard;
      /** It tells who pressed that they were too late: to be left on the screen for them to read. */
      readonly late?: true;
    }
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
    const became = await pressed(verb, data, parts);
    if ('said' in became) return { kind: 'message', text: became.said };
    const { outreach, latePresser } = became;
    const card = outreachCard(cardView(outreach, locale, latePresser), locale);
    return { kind: 'card', card, ...(latePresser === null ? {} : { late: true }) };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    parts.log.warn({ code: error.code, verb, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, locale) };
  }
}

interface Pressed {
  readonly outreach: Outreach;
  /** Who pressed when there was nothing to change any more; null: the press was counted, now or before. */
  readonly latePresser: string | null;
}

async function pressed(verb: string, data: unknown, parts: ActionParts): Promise<Pressed | Said> {
  const action = actions.get(verb);
  const outreachId = pressedOutreach(data);
  if (action === undefined || outreachId === null) throw new ReachbackError('teams.action-unknown');
  const { decisions, followUps, pressId, timeZone } = parts;
  const person = await parts.person();
  const { locale } = parts;
  const words = wordsOf(locale);
  const context = { outreachId, person, data, pressId, timeZone, decisions, followUps, words, locale };
  const press = async () => {
    const became = await action.press(context);
    if ('said' in became) return became;
    return { outreach: became.outreach, latePresser: became.applied ? null : person.name };
  };
  if (action.whose === 'journey') return press();
  const present = await parts.outreaches.get(outreachId);
  if (!mayPress(action, person, present)) throw new ReachbackError('teams.not-a-supervisor');
  if (present === null) throw new ReachbackError('outreach.not-found');
  if (!(await parts.firstTime())) return { outreach: present, latePresser: null };
  return press();
}

function mayPress({ whose }: Action, { supervisor, agent }: Person, outreach: Outreach | null): boolean {
  if (supervisor) return true;
  return whose === 'supervisor-or-agent' && agent !== null && agent.agentId === outreach?.agentId;
}
