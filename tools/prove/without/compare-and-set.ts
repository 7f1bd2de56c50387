import { setTimeout as pause } from 'node:timers/promises';
import { outreachTable as kept } from '../../../src/store/outreach-table.ts';

/** How long a transition takes, so that two of them meet. */
const writeMs = 30;

/** A transition is written over whatever the row has become since it was read. */
export function outreachTable(...parts: Parameters<typeof kept>): ReturnType<typeof kept> {
  const table = kept(...parts);
  return {
    ...table,
    async transition(from, patch, note) {
      await pause(writeMs);
      const present = await table.get(from.id);
      return table.transition({ ...from, version: present?.version ?? from.version }, patch, note);
    },
  };
}
