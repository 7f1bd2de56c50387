import type { Clock } from '../../src/clock.ts';
import type { ReferenceTable } from '../../src/store/shapes/reference-table.ts';
import type { TeamsPort } from '../teams/teams-port.ts';

const keepMs = 60 * 60_000;
/** Not in the roster, or it did not answer: either may have changed. */
const keepUnknownMs = 5 * 60_000;
const mostPeople = 200;

/**
 * The names of people the bot has no chat with, by e-mail, as the roster of its channel's team tells them; null: not known. For showing only:
 * it says nothing of who somebody is. Never fails.
 */
export function createNameByMail(parts: {
  references: Pick<ReferenceTable, 'installed'>;
  teams: Pick<TeamsPort, 'member'>;
  clock: Clock;
}): (email: string) => Promise<string | null> {
  const { references, teams, clock } = parts;
  const known = new Map<string, { readonly name: Promise<string | null>; until: number }>();

  async function ask(email: string): Promise<string | null> {
    try {
      const channel = (await references.installed()).find(({ kind }) => kind === 'channel');
      return channel === undefined ? null : (await teams.member(channel, email)).name;
    } catch {
      return null;
    }
  }

  return (email) => {
    const key = email.toLowerCase();
    const before = known.get(key);
    if (before !== undefined && before.until > clock.now()) return before.name;
    const entry = { name: ask(email), until: clock.now() + keepMs };
    entry.name.then((name) => {
      if (name === null) entry.until = clock.now() + keepUnknownMs;
    });
    known.delete(key);
    known.set(key, entry);
    const [oldest] = known.keys();
    if (known.size > mostPeople && oldest !== undefined) known.delete(oldest);
    return entry.name;
  };
}
