import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inLines, timetableInLines } from '../../../tools/webhooks/in-lines.ts';

describe('what the tool for conversation events prints', () => {
  it('is the timetable the documentation has', async () => {
    const page = await readFile(new URL('../../../docs/conversation-webhook.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| (\d) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
      ([, attempt, after, sum]) => `try ${attempt}: ${after} after the one before, ${sum} after the first`,
    );
    const printed = timetableInLines().split('\n');
    assert.deepEqual(printed.slice(1, -1), rows);
    assert.equal(printed[0], 'try 1: at once');
    assert.match(page, /^\| 1 \| at once \| \|$/m);
  });

  it('is a line an event, with why it was not taken', () => {
    const event = {
      id: 'evt_1',
      conversationId: 'c-1',
      kind: 'started' as const,
      at: 0,
      noticedAt: 0,
      body: '{}',
      state: 'dead' as const,
      attempts: 7,
      nextTryAt: 0,
      claimedUntil: null,
      lastStatus: 500,
      lastError: 'webhook.refused',
      settledAt: 0,
      version: 9,
    };
    const counts = { pending: 1, done: 5, stopped: 0, dead: 1 };
    assert.equal(
      inLines({
        counts,
        events: [
          event,
          { ...event, id: 'evt_2', state: 'pending', attempts: 0, lastStatus: null, lastError: null },
        ],
      }),
      [
        '5 taken, 1 waiting, 1 given up, 0 not wanted (410).',
        'evt_1  conversation.started of c-1, 1970-01-01T00:00:00.000Z: dead, tries 7 (status 500, webhook.refused)',
        'evt_2  conversation.started of c-1, 1970-01-01T00:00:00.000Z: next try 1970-01-01T00:00:00.000Z, tries 0',
      ].join('\n'),
    );
  });
});
