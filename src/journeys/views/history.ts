import { namedBy } from '../../sessions/named-by.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { History } from '../journeys.ts';

const mostShown = 10;

/** What became of the latest messages, read from the ledger. */
export function createHistory({ outreaches }: { outreaches: Pick<OutreachTable, 'latest'> }): History {
  return {
    async latest({ agentId, words }) {
      const named = words.trim() === '' ? null : namedBy(words);
      const found = await outreaches.latest({ agentId, named, limit: mostShown + 1 });
      return { outreaches: found.slice(0, mostShown), older: found.length > mostShown };
    },
  };
}
