import { equal, rejects } from 'node:assert/strict';
import { findTarget } from '../../../../src/journeys/cobrowse/find-target.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { memoryCobrowses } from '../../../support/memory-cobrowses.ts';

const conversationId = '0f8c1a52-7b1e-4f0e-9a3e-0c2b7b1d5e01';
const landed = '0f8c1a52-7b1e-4f0e-9a3e-0c2b7b1d5e02';
const outreachId = '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01';
const customerId = '7b2f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01';

function find(said: string, part: Partial<Outreach> = {}): Promise<string> {
  const outreach = exampleOutreach({
    id: outreachId,
    agentId: 'ada',
    conversationId,
    state: 'replied',
    ...part,
  });
  const cobrowses = memoryCobrowses();
  cobrowses.customers.add(customerId);
  return findTarget(said, 'ada', {
    cobrowses,
    outreaches: {
      get: async (id) => (id === outreach.id ? outreach : null),
      onConversation: async (id) =>
        id === (outreach.answer?.conversationId ?? outreach.conversationId) ? [outreach] : [],
    },
  });
}

describe('the conversation cobrowse is meant for', () => {
  it('is told by its own id however it is written, or by that of an outreach of the agent', async () => {
    equal(await find(conversationId), conversationId);
    equal(await find(` ${conversationId.toUpperCase()} `), conversationId);
    equal(await find(landed), landed);
    equal(await find(outreachId), conversationId);
    const answer = { status: 200, messageId: 'm', conversationId: landed, correlationId: null };
    equal(await find(outreachId, { answer }), landed);
  });

  it('is refused by name', async () => {
    for (const said of ['', 'Noor', '4711', `${conversationId}0`, `${conversationId} x`, 'null\0'])
      await rejects(find(said), { code: 'cobrowse.target-malformed' }, said);
    await rejects(find(customerId), { code: 'cobrowse.target-is-customer' });
    await rejects(find(outreachId, { agentId: 'bo' }), { code: 'cobrowse.not-yours' });
    await rejects(find(conversationId, { reason: 'opted-out' }), { code: 'cobrowse.opted-out' });
    await rejects(find(outreachId, { reason: 'opted-out' }), { code: 'cobrowse.opted-out' });
  });
});
