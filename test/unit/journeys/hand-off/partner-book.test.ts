import assert from 'node:assert/strict';
import { createPartnerBook } from '../../../../src/journeys/hand-off/partner-book.ts';
import { newTicketKey, readTicketKey } from '../../../../src/journeys/hand-off/ticket-key.ts';
import { memoryHandOffs } from '../../../support/memory-hand-offs.ts';
import { registryOf } from '../../../support/registry-of.ts';

describe('the partners as a supervisor sees them', () => {
  async function seen(refused: readonly [at: number, code: string][]) {
    const table = memoryHandOffs();
    const key = await readTicketKey(await newTicketKey());
    assert.ok(key);
    for (const [at, code] of refused)
      await table.addAudit({
        at,
        action: 'session.validation.failed',
        ticketId: null,
        sourceOrgId: null,
        destinationOrgId: 'south',
        conversationId: null,
        code,
      });
    const book = createPartnerBook({
      registry: registryOf([]),
      missing: () => [],
      client: () => assert.fail('no partner is asked'),
      key,
      ownOrganisationId: () => null,
      table,
    });
    const { turnedAway } = await book.seen();
    return turnedAway.map(({ at }) => at);
  }

  const junk = (from: number): [number, string][] =>
    Array.from({ length: 300 }, (_, index) => [from + index, 'handoff.ticket.malformed']);

  it('show the newest tickets turned away, and junk crowds out nothing of a partner', async () => {
    const theirs: [number, string][] = [1, 2, 3, 4].map((at) => [at, 'handoff.ticket.replayed']);
    assert.deepEqual(await seen([...theirs, ...junk(10)]), [309, 308, 4, 3, 2]);
    assert.deepEqual(await seen([...theirs.slice(0, 1), ...junk(10)]), [309, 308, 307, 306, 1]);
    assert.deepEqual(await seen(junk(10)), [309, 308, 307, 306, 305]);
    assert.deepEqual(await seen(theirs), [4, 3, 2, 1]);
  });
});
