import { deepEqual } from 'node:assert/strict';
import { findMessage } from '../../../src/delivery/find-message.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';

const attemptedAt = Date.UTC(2026, 10, 21, 12);
const outreach = exampleOutreach({ attemptedAt });

/** A platform with one conversation, whose one message to the customer has our words and was written then. */
function platform(messageTime: string | undefined): PlatformCall {
  const bodyOf = (path: string): unknown => {
    if (path.endsWith('/messages/bulk'))
      return { entities: [{ id: 'm-1', normalizedMessage: { text: outreach.text } }] };
    if (path.endsWith('/details/query')) return {};
    const message = { messageId: 'm-1', ...(messageTime === undefined ? {} : { messageTime }) };
    return {
      id: outreach.conversationId,
      participants: [{ purpose: 'agent', messages: [{ messages: [message] }] }],
    };
  };
  return async ({ path, answer }) => ({
    body: answer.parse(bodyOf(path)),
    status: 200,
    correlationId: null,
  });
}

describe('findMessage', () => {
  const found = { messageId: 'm-1', conversationId: outreach.conversationId };
  const nobodyElses = async () => new Set<string>();
  const find = (messageTime: string | undefined) => findMessage(platform(messageTime), outreach, nobodyElses);

  it('knows our message by its words, written since the attempt', async () => {
    deepEqual(await find(new Date(attemptedAt + 1_000).toISOString()), found);
    deepEqual(await find(new Date(attemptedAt - 3_600_000).toISOString()), null);
  });

  it('does not say it is nowhere because its time was not told, or spoilt', async () => {
    deepEqual(await find(undefined), found);
    deepEqual(await find('yesterday'), found);
  });
});
