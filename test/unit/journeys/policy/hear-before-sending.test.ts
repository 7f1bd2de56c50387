import assert from 'node:assert/strict';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { MessageWire } from '../../../../src/genesys/wire/message.ts';
import { createHearBeforeSending } from '../../../../src/journeys/policy/hear-before-sending.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleTruth } from '../../../support/example-truth.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const hour = 60 * 60_000;

describe('hearing what a customer wrote before they are written to again', () => {
  async function hear(readMessages: (ids: readonly string[]) => Promise<string[]>, tookMs = 0) {
    let at = 10 * hour;
    const { log, lines } = recordingLog();
    const kept: string[] = [];
    const asked: string[][] = [];
    const before = createHearBeforeSending({
      readConversation: () => assert.fail('there is no other'),
      async readMessages(_, ids) {
        asked.push([...ids]);
        at += tookMs;
        const texts = await readMessages(ids);
        return texts.map((text, index): MessageWire => ({ id: `${index}`, normalizedMessage: { text } }));
      },
      sessions: { othersOf: async () => [] },
      optOuts: { add: async (keys) => void kept.push(...keys) },
      now: () => at,
      log,
    });
    const wrote = [
      { messageId: 'later', at: 9 * hour },
      { messageId: 'sooner', at: 8 * hour },
      { messageId: 'before', at: 4 * hour },
    ];
    await before(exampleOutreach(), exampleTruth({ wrote }), ['one', 'two'], 5 * hour);
    return { kept, asked, lines: lines.join('') };
  }

  it('reads what came since our last message, oldest first, and keeps a "stop" by every name, never the words', async () => {
    const { kept, asked, lines } = await hear(async () => ['Hello', 'Please stop texting me']);
    assert.deepEqual([kept, asked], [['one', 'two'], [['sooner', 'later']]]);
    assert.ok(!lines.includes('texting'));
  });

  it('keeps nothing where there is no "stop"', async () => {
    assert.deepEqual((await hear(async () => ['Hello', 'bus stop?'])).kept, []);
  });

  it('throws what cannot be read just now or by this client, and lets go of what never can be', async () => {
    const failing = (code: ErrorCode) => () => Promise.reject(new ReachbackError(code));
    for (const code of ['genesys.server-error', 'genesys.permission-missing'] as const)
      await assert.rejects(hear(failing(code)), { code });
    assert.deepEqual((await hear(failing('genesys.not-found'))).kept, []);
  });

  it('asks for a new look where the reading took so long that the last one is old, but keeps a "stop" even so', async () => {
    const late = { name: 'ReachbackError', code: 'genesys.budget-spent' };
    await assert.rejects(
      hear(async () => ['Hello'], 16_000),
      late,
    );
    assert.deepEqual((await hear(async () => ['stop'], 16_000)).kept, ['one', 'two']);
  });
});
