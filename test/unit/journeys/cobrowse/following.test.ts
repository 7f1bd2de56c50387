import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { createCobrowseDesk } from '../../../../src/journeys/cobrowse/cobrowse-desk.ts';
import { exampleCobrowse } from '../../../support/example-cobrowse.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

const start = Date.UTC(2026, 10, 21, 14, 0, 0);
const conversationId = '7a0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a02';
const topic = 'v2.routing.queues.support.conversations';
const iso = (ms: number) => new Date(start + ms).toISOString();

/** The conversation as it is while the customer's side of the session is so. */
const told = (side: Readonly<Record<string, string>>) => ({
  id: conversationId,
  participants: [{ purpose: 'customer', cobrowsesessions: [{ cobrowseSessionId: 's', ...side }] }],
});
const asked = told({ state: 'offering' });
const accepted = told({ state: 'connected', connectedTime: iso(9_000) });
const declined = told({ state: 'disconnected', disconnectedTime: iso(9_000) });
const ranOut = told({ state: 'disconnected', disconnectedTime: iso(60_000) });

describe('following an offer of cobrowse', () => {
  const store = storeOfEachTest();

  async function standing() {
    const clock = manualClock(start);
    const { cobrowses } = store();
    const offer = exampleCobrowse({
      state: 'offered',
      sessionId: 's',
      conversationId,
      joinCode: '123456789',
      attemptedAt: start,
      offerEndsAt: start + 60_000,
    });
    await cobrowses.add(offer);
    /** What a reading finds; null: nothing can be read. */
    const platform: { conversation: unknown } = { conversation: null };
    const desk = createCobrowseDesk({
      store: store(),
      async call({ answer, path }) {
        if (platform.conversation === null || !path.endsWith('{conversationId}'))
          throw new ReachbackError('genesys.unreachable');
        return { body: answer.parse(platform.conversation), status: 200, correlationId: null };
      },
      signIns: { callOf: () => null, offered: () => false, isSignedIn: () => false },
      directory: { agent: () => null },
      deploymentOf: async () => null,
      sessionsOffered: () => true,
      policyControl: async () => false,
      hosts: [],
      changed: () => {},
      newId: () => 'new',
      clock,
      platformNow: clock.now,
      log: silentLog,
    });
    desk.start();
    await clock.advance(0);
    return {
      clock,
      desk,
      platform,
      async is() {
        await clock.advance(0);
        const { state, code, joinCode } = (await cobrowses.ofEvent(offer.eventId)) ?? {};
        return [state, code, joinCode];
      },
    };
  }

  const news = [
    ['accepted', accepted, '123456789'],
    ['rejected', declined, null],
    ['expired', ranOut, null],
  ] as const;

  for (const [state, conversation, code] of news)
    it(`says ${state} by a notification alone, while nothing can be read`, async () => {
      const { desk, is } = await standing();
      desk.onEvent(topic, asked);
      assert.deepEqual(await is(), ['offered', null, '123456789']);
      desk.onEvent(topic, conversation);
      assert.deepEqual(await is(), [state, null, code]);
      await desk.stop();
    });

  for (const [state, conversation, code] of news)
    it(`says ${state} although every notification was lost`, async () => {
      const { clock, desk, platform, is } = await standing();
      platform.conversation = conversation;
      await clock.advance(6_000);
      assert.deepEqual(await is(), [state, null, code]);
      await desk.stop();
    });

  it('says that it is not known, where nothing is told and nothing can be read, and puts it right later', async () => {
    const { clock, desk, platform, is } = await standing();
    await clock.advance(74_000);
    assert.deepEqual(await is(), ['offered', null, '123456789']);
    await clock.advance(6_000);
    assert.deepEqual(await is(), ['unknown', 'cobrowse.outcome-unknown', '123456789']);
    platform.conversation = declined;
    await clock.advance(16_000);
    assert.deepEqual(await is(), ['rejected', null, null]);
    await desk.stop();
  });
});
