import { randomUUID } from 'node:crypto';
import { bridgeTable as kept } from '../../../src/store/bridge-table.ts';

/** A message counts as often as it is told of, by webhook or by the conversation. */
export function bridgeTable(...given: Parameters<typeof kept>): ReturnType<typeof kept> {
  const table = kept(...given);
  return {
    ...table,
    take: (messages, transcriptOf) =>
      table.take(
        messages.map((message) => ({ ...message, sourceId: `${message.sourceId}~${randomUUID()}` })),
        transcriptOf,
      ),
    of: async (handOffId) =>
      (await table.of(handOffId)).map((message) => ({
        ...message,
        sourceId: message.sourceId.replace(/~.*$/, ''),
      })),
  };
}
