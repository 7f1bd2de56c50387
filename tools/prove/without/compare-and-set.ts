import { outreachTable as kept } from '../../../src/store/outreach-table.ts';

/** A transition is written over whatever the row has become since it was read. */
export function outreachTable(db: Parameters<typeof kept>[0]): ReturnType<typeof kept> {
  const table = kept(db);
  return {
    ...table,
    async transition(from, patch, note) {
      const present = await table.get(from.id);
      return table.transition({ ...from, version: present?.version ?? from.version }, patch, note);
    },
  };
}
