import { z } from 'zod';
import type { StoredOutreach } from '../stored/stored-outreaches.ts';
import type { Coming } from './rain.ts';

const line = z.object({
  eventId: z.string().optional(),
  agentId: z.string().optional(),
  reason: z.string().optional(),
  why: z.string().optional(),
  msg: z.string(),
});

/** Nothing more will happen to an outreach here, or only by what the customer does, or a person who was asked. */
const ended = new Set([
  'sent',
  'delivered',
  'undelivered',
  'replied',
  'held',
  'failed',
  'expired',
  'declined',
  'cancelled',
  'asked',
]);

/** How far the program's clock and ours may be apart, in milliseconds of the fast time. */
const apartMs = 100;

/** What became of each agent's becoming available, counted; what nobody can say of is `dropped`. Pure. */
export function endsOfComings(
  comings: readonly Coming[],
  outreaches: readonly StoredOutreach[],
  log: readonly string[],
): { readonly ends: ReadonlyMap<string, number>; readonly dropped: readonly Coming[] } {
  const named = new Map<string, { at: number; end: string }[]>();
  const note = (eventId: string, end: string): void => {
    const [agentId = '', at = ''] = (eventId.split('#')[0] ?? '').split(':');
    named.set(agentId, [...(named.get(agentId) ?? []), { at: Number(at), end }]);
  };
  for (const { eventId, state, reason } of outreaches)
    if (ended.has(state)) note(eventId, reason === null ? state : `${state}: ${reason}`);
  const passedOver = new Map<string, string[]>();
  for (const text of log) {
    const said = line.safeParse(parsed(text)).data;
    if (said?.eventId !== undefined && said.msg === 'no outreach') note(said.eventId, `none: ${said.reason}`);
    if (said?.agentId !== undefined && said.why !== undefined)
      passedOver.set(said.agentId, [...(passedOver.get(said.agentId) ?? []), said.why]);
  }
  const open = new Set(
    outreaches.filter(({ state }) => !ended.has(state)).map(({ eventId }) => eventId.split('#')[0]),
  );
  const ends = new Map<string, number>();
  const dropped: Coming[] = [];
  for (const coming of comings) {
    const { agentId, after, before } = coming;
    const fits = (named.get(agentId) ?? []).filter(
      ({ at }) => at >= after - apartMs && at <= before + apartMs,
    );
    const stillOpen = [...open].some((eventId) => fitsComing(eventId, coming));
    const end = stillOpen ? undefined : (fits.at(-1)?.end ?? passedOver.get(agentId)?.shift());
    if (end === undefined) dropped.push(coming);
    else ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  return { ends, dropped };
}

function fitsComing(eventId: string | undefined, { agentId, after, before }: Coming): boolean {
  const [agent = '', at = ''] = (eventId ?? '').split(':');
  return agent === agentId && Number(at) >= after - apartMs && Number(at) <= before + apartMs;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
