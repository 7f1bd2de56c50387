import type { Logger } from 'pino';
import { z } from 'zod';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { SettingTable } from '../../store/shapes/setting-table.ts';
import type { LinkAsk, Links } from '../journeys.ts';

const key = 'links';
/** What nobody decided on for so long is not open any more. */
const openMs = 24 * 60 * 60_000;
/** A late press is told who decided. */
const rememberMs = 7 * 24 * 60 * 60_000;
const mostTries = 50;
/** Each is a card before supervisors: nobody gets more of them from one person within `openMs`. */
const mostAsks = 5;

const link = z.object({
  agentId: z.string(),
  agentName: z.string(),
  by: z.string(),
  at: z.number(),
});
const ask = z.object({
  id: z.string(),
  person: z.object({ key: z.string(), name: z.string(), email: z.string().nullable() }),
  agent: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  at: z.number(),
  cards: z.array(z.object({ conversationId: z.string(), activityId: z.string() })),
  verdict: z
    .object({ said: z.enum(['confirmed', 'refused', 'withdrawn']), by: z.string(), at: z.number() })
    .nullable(),
});
const stored = z.object({ links: z.record(z.string(), link), asks: z.array(ask) });
type Stored = z.infer<typeof stored>;

/**
 * Links between Teams people and Genesys agents that a supervisor vouched for. All in one row, changed by compare-and-set: the first
 * decision counts, whichever instance it comes to.
 */
export function createLinks(parts: {
  settings: Pick<SettingTable, 'get' | 'swap'>;
  now: () => number;
  newId: () => string;
  log: Logger;
}): Links {
  const { settings, now, newId, log } = parts;

  async function change<T>(edit: (before: Stored) => { after: Stored; gives: T }): Promise<T> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const written = await settings.get(key);
      const { after, gives } = edit(read(written));
      const asks = after.asks.filter(({ at }) => at > now() - rememberMs);
      if (await settings.swap(key, written, JSON.stringify({ ...after, asks }))) return gives;
    }
    throw new ReachbackError('store.unavailable', { facts: { reason: 'the row of links is never free' } });
  }

  const isOpen = (each: LinkAsk): boolean => each.verdict === null && each.at > now() - openMs;
  const openOf = ({ asks }: Stored, personKey: string) =>
    asks.find((each) => each.person.key === personKey && isOpen(each)) ?? null;
  const withAsk = (row: Stored, changed: LinkAsk): Stored => ({
    ...row,
    asks: row.asks.map((each) => (each.id === changed.id ? { ...changed, cards: [...changed.cards] } : each)),
  });

  return {
    async linked() {
      try {
        return new Map(Object.entries(read(await settings.get(key)).links));
      } catch (cause) {
        if (!(cause instanceof ReachbackError) || cause.code !== 'store.row-invalid') throw cause;
        // Nobody is locked out for it: e-mails still say who is who.
        log.error(
          { code: cause.code, facts: cause.facts },
          'the links could not be read and count for nothing',
        );
        return new Map();
      }
    },
    async openAsk(personKey) {
      return openOf(read(await settings.get(key)), personKey);
    },
    ask: (person, agent) =>
      change((before) => {
        if (openOf(before, person.key) !== null) throw new ReachbackError('teams.link-pending');
        const lately = before.asks.filter(
          ({ at, person: { key: who } }) => who === person.key && at > now() - openMs,
        );
        if (lately.length >= mostAsks) throw new ReachbackError('teams.link-too-often');
        const asked = { id: newId(), person, agent, at: now(), cards: [], verdict: null };
        return { after: { ...before, asks: [...before.asks, asked] }, gives: asked };
      }),
    shown: (askId, cards) =>
      change((before) => {
        const asked = before.asks.find(({ id }) => id === askId);
        return {
          after: asked === undefined ? before : withAsk(before, { ...asked, cards }),
          gives: undefined,
        };
      }),
    drop: (askId) =>
      change((before) => ({
        after: { ...before, asks: before.asks.filter(({ id }) => id !== askId) },
        gives: undefined,
      })),
    async decide({ askId, said, by }) {
      const decided = await change((before) => {
        const asked = before.asks.find(({ id }) => id === askId);
        if (asked === undefined || (asked.verdict === null && !isOpen(asked)))
          throw new ReachbackError('teams.link-gone');
        if (asked.verdict !== null) return { after: before, gives: { ask: asked, first: false } };
        if (by.key === asked.person.key || isSameMail(by.email, asked.person.email))
          throw new ReachbackError('teams.link-own');
        const verdict = { said, by: by.name, at: now() };
        const after = withAsk(before, { ...asked, verdict });
        const { id: agentId, name: agentName } = asked.agent;
        const made = { [asked.person.key]: { agentId, agentName, by: by.name, at: now() } };
        return {
          after: said === 'confirmed' ? { ...after, links: { ...after.links, ...made } } : after,
          gives: { ask: { ...asked, verdict }, first: true },
        };
      });
      if (decided.first)
        log.info({ askId, said, by: by.name, agentId: decided.ask.agent.id }, 'a link was decided on');
      return decided;
    },
    async remove(personKey, by) {
      const removed = await change((before) => {
        const { [personKey]: gone = null, ...links } = before.links;
        const open = openOf(before, personKey);
        const verdict = { said: 'withdrawn' as const, by, at: now() };
        const withdrawn = open === null ? null : { ...open, verdict };
        const after = withdrawn === null ? before : withAsk(before, withdrawn);
        return { after: { ...after, links }, gives: { link: gone, ask: withdrawn } };
      });
      if (removed.link !== null) log.info({ agentId: removed.link.agentId, by }, 'a link was removed');
      return removed;
    },
  };
}

function read(written: string | null): Stored {
  if (written === null) return { links: {}, asks: [] };
  const row = stored.safeParse(parsed(written));
  if (row.success) return row.data;
  throw new ReachbackError('store.row-invalid', { cause: row.error, facts: { table: 'setting', id: key } });
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}

function isSameMail(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}
