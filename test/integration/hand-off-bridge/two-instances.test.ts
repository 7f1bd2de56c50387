import { deepEqual, equal, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { newCarried } from '../../../src/journeys/hand-off/bridge/carry/new-carried.ts';
import { customerLeg } from '../../../src/sandbox/acts/conversation/customer-leg.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { recordingLog } from '../../support/silent-log.ts';
import { type BridgeGround, startBridgeGround } from './bridge-ground.ts';

describe('A bridge on a store that instances share', () => {
  let ground: BridgeGround;
  afterEach(() => ground.close());

  const numbered = (prefix: string) => Array.from({ length: 8 }, (_, n) => `${prefix} ${n + 1}`);

  it('is let go by each as soon as it has ended, not at its time limit: their number makes the reading of others rarer', async () => {
    const { log, lines } = recordingLog();
    ground = await startBridgeGround({ beside: [true], log });
    await ground.begin();
    ground.othersLook();
    await waitFor(() => ground.partnerSaw().length >= 2, { what: 'context and transcript' });
    await ground.bridge().end(ground.handOffId, 'source');
    const letGo = () => lines.filter((line) => line.includes('a bridge is let go')).length;
    await waitFor(() => letGo() >= 2, { what: 'both to let it go', deadlineMs: 10_000 });
    equal(letGo(), 2);
  });

  it('carries what another took in and left behind when it died, though nobody says anything more', async () => {
    ground = await startBridgeGround({ beside: [] });
    await ground.begin();
    await waitFor(() => ground.partnerSaw().length >= 2, { what: 'context and transcript' });
    const { bridges } = ground.store();
    await waitFor(async () => (await bridges.pending(ground.handOffId, 'to-partner')).length === 0, {
      what: 'all that is on its way to arrive',
    });
    const now = Date.now();
    const given = { handOffId: ground.handOffId, direction: 'to-partner', kind: 'message' } as const;
    const [asked, begun] = ['asked', 'begun'].map((sourceId, index) =>
      newCarried(
        { ...given, sourceId, text: `Was ${sourceId}`, place: now * 1_000 + index * 50, saidAt: now },
        now,
        randomUUID,
      ),
    );
    ok(asked && begun);
    await bridges.take([
      ...asked,
      ...begun.map((row) => ({ ...row, state: 'sending' as const, attemptedAt: now, firstAttemptAt: now })),
    ]);
    await waitFor(() => ground.partnerSaw().filter((line) => line.startsWith('> Was')).length >= 2, {
      what: 'both to arrive',
      deadlineMs: 10_000,
    });
  });

  it('brings to its end what another began to end when it died', async () => {
    ground = await startBridgeGround({ beside: [] });
    await ground.begin();
    await waitFor(() => ground.partnerSaw().length >= 2, { what: 'context and transcript' });
    const { bridges } = ground.store();
    const ending = { state: 'ending', endedBy: 'source', sideIsOver: false } as const;
    await waitFor(
      async () => {
        const now = await bridges.get(ground.handOffId);
        return now !== null && (await bridges.change(now, { ...ending, endingAt: Date.now() })) !== null;
      },
      { what: 'the other to begin' },
    );
    await waitFor(() => ground.ends.length > 0, { what: 'the end', deadlineMs: 10_000 });
    deepEqual(ground.ends, [{ by: 'source' }]);
  });

  for (const [which, knows] of [
    ['both know the partner', true],
    ['one does not know the partner yet', false],
  ] as const)
    it(`carries each word once, in order, and ends well where ${which}`, async () => {
      ground = await startBridgeGround({ beside: [knows] });
      await ground.begin();
      ground.othersLook();
      await waitFor(() => ground.partnerSaw().length >= 2, { what: 'context and transcript' });
      const desk = await ground.desk();
      for (const text of numbered('Question')) {
        await ground.customerSays(text);
        await ground.agentSays(text.replace('Question', 'Answer'));
      }
      await waitFor(() => ground.partnerSaw().filter((line) => line.startsWith('> Question')).length >= 8, {
        what: 'the questions',
      });
      await waitFor(() => ground.customerSaw().filter((line) => line.startsWith('< ')).length >= 8, {
        what: 'the answers',
      });
      equal((await ground.bridge().progress(ground.handOffId))?.lastError, null);
      await ground.bridge().end(ground.handOffId, 'source');
      await waitFor(() => ground.ends.length > 0, { what: 'the end', deadlineMs: 10_000 });
      deepEqual([...new Set(ground.ends.map((end) => JSON.stringify(end)))], ['{"by":"source"}']);
      deepEqual(
        ground.partnerSaw().filter((line) => line.startsWith('> Question')),
        numbered('> Question'),
      );
      deepEqual(
        ground.customerSaw().filter((line) => line.startsWith('< Answer')),
        numbered('< Answer'),
      );
      equal(ground.partnerSaw().filter((line) => line.startsWith('> [')).length, 1, 'one last word');
      equal((await ground.store().bridges.get(ground.handOffId))?.endCode, null);
      ok(customerLeg((await ground.desk()) ?? desk)?.state === 'disconnected');
    });

  it('leaves the end at a partner one of them does not know to the one that does', async () => {
    ground = await startBridgeGround({ beside: [false], timings: { endPatienceMs: 10_000 } });
    await ground.begin();
    ground.othersLook();
    await waitFor(() => ground.partnerSaw().length >= 2, { what: 'context and transcript' });
    const desk = await ground.desk();
    await ground.bridge().stop();
    const [stranger] = ground.others();
    ok(stranger);
    const { bridges } = ground.store();
    await stranger.end(ground.handOffId, 'source');
    const { state, lastError } = (await bridges.get(ground.handOffId)) ?? {};
    deepEqual([state, lastError], ['ending', null]);
    await ground.stop();
    await ground.startAgain();
    await waitFor(() => ground.ends.length > 0, { what: 'the end', deadlineMs: 10_000 });
    deepEqual(ground.ends[0], { by: 'source' });
    ok(customerLeg((await ground.desk()) ?? desk)?.state === 'disconnected');
  });
});
