import { z } from 'zod';
import { cardState } from '../../program/card-state.ts';

/** How every message of these runs begins: what tells them from words of people. */
export const marker = 'Prove: ';

/** The wording the program is given: who writes to whom is in the message itself. */
export const wording = `${marker}{agent} to {customer, select, none {somebody} other {{customer}}} of {queue}`;

/** What one card says of an outreach. */
export interface CardSeen {
  /** The same on every card of the same outreach: its message, the session it answers and when it was proposed. */
  readonly key: string;
  readonly text: string;
  readonly state: string;
  /** From the buttons, while there are any. */
  readonly outreachId: string | null;
}

const button = z.object({ data: z.object({ outreachId: z.string() }) });
const cardOf = z.object({
  attachments: z.array(z.object({ content: z.object({ actions: z.array(z.unknown()).optional() }) })).min(1),
});

const bodyOf = z.object({
  attachments: z.array(
    z.object({ content: z.object({ body: z.array(z.looseObject({ id: z.string().optional() })) }) }),
  ),
});

/** What was said before, and to who came too late: with words and times of their own. */
const besides = new Set(['last-words', 'late']);

/** Reads a posted card; null when it is of no outreach. */
export function cardSeen(activity: unknown): CardSeen | null {
  const state = cardState(activity);
  const card = bodyOf.safeParse(activity);
  const body = card.success ? card.data.attachments.flatMap(({ content }) => content.body) : [];
  const json = JSON.stringify(body.filter(({ id }) => !besides.has(id ?? '')));
  const text = new RegExp(`"(${marker}[^"]*)"`).exec(json)?.[1];
  if (state === null || text === undefined) return null;
  const [session = '', proposed = ''] = [...json.matchAll(/\{\{TIME\(([^)]+)/g)].map(([, time]) => time);
  return { key: `${text} | ${session} | ${proposed}`, text, state, outreachId: outreachIdOf(activity) };
}

function outreachIdOf(activity: unknown): string | null {
  const card = cardOf.safeParse(activity);
  const actions = card.success ? card.data.attachments.flatMap(({ content }) => content.actions ?? []) : [];
  for (const action of actions) {
    const seen = button.safeParse(action);
    if (seen.success) return seen.data.data.outreachId;
  }
  return null;
}
