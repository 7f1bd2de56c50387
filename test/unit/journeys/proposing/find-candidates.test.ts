import assert from 'node:assert/strict';
import { createNoteOptOut } from '../../../../src/journeys/policy/note-opt-out.ts';
import { createFindCandidates } from '../../../../src/journeys/proposing/find-candidates.ts';
import { createJudgeCustomers } from '../../../../src/journeys/proposing/judge-customers.ts';
import type { HeldReason } from '../../../../src/policy/held-reason.ts';
import { customerKey, type Session } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleSession } from '../../../support/example-session.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

const hour = 60 * 60_000;
const now = Date.UTC(2026, 10, 21, 12);

describe('find candidates', () => {
  const store = storeOfEachTest();

  async function found(...sessions: readonly Session[]) {
    await store().sessions.upsert(sessions);
    const leftAlone: HeldReason[] = [];
    const judge = createJudgeCustomers({
      ...store(),
      offers: () => ({ externalMessages: true, webchat: false, threadingMs: 0 }),
      guestSessionMs: () => null,
      policy: async () => ({ contactAgainAfterMs: 24 * hour }),
      now: () => now,
    });
    const find = createFindCandidates({ judge, leftAlone: (reason) => void leftAlone.push(reason) });
    const candidates: Session[] = [];
    const agent = { id: 'ada', name: 'Ada', email: null, queueIds: ['queue-support'] };
    for await (const session of find(agent)) candidates.push(session);
    return { candidates, leftAlone };
  }

  const visit = (part: Partial<Session> = {}) =>
    exampleSession({ lastActivityAt: now - hour, endedAt: now - hour, ...part });

  const idsOf = (session: Session) => {
    const { channelId, guestId, externalContactId } = session;
    return { channelId, guestId, externalContactId, customerKey: customerKey(session) };
  };
  const outreachTo = (session: Session, state: 'sent' | 'failed', at: number) =>
    store().outreaches.insert(
      exampleOutreach({
        ...idsOf(session),
        state,
        attemptedAt: at,
        updatedAt: at,
        createdAt: at,
      }),
      [{ at, who: 'test', why: 'test', from: null, to: state }],
    );

  it('leaves a guest who was written to alone after the guest has become a contact', async () => {
    const contact = visit();
    await outreachTo({ ...contact, externalContactId: null }, 'sent', now - 2 * hour);
    assert.deepEqual(await found(contact), { candidates: [], leftAlone: ['contacted-recently'] });
  });

  it('leaves a contact who was written to alone in a visit that does not say who it is', async () => {
    const guest = visit({ externalContactId: null });
    await outreachTo({ ...guest, externalContactId: 'grace' }, 'sent', now - 2 * hour);
    assert.deepEqual(await found(guest), { candidates: [], leftAlone: ['contacted-recently'] });
  });

  it('takes a "stop" as that of the guest and of the contact', async () => {
    const contact = visit();
    const { guestId, channelId } = contact;
    const note = createNoteOptOut({
      readMessage: async (id) => ({ id, normalizedMessage: { text: 'stop' } }),
      optOuts: store().optOuts,
      sessions: store().sessions,
      now: () => now,
      log: silentLog,
    });
    await note(exampleOutreach(idsOf(contact)), 'message');
    assert.deepEqual((await found(contact)).leftAlone, ['opted-out']);
    assert.deepEqual((await found(visit({ guestId, channelId, externalContactId: null }))).candidates, []);
  });

  it('finds who has left behind thousands who are connected', async () => {
    const guest = (guestId: string, part: Partial<Session>) =>
      visit({ conversationId: `${guestId} ${part.endedAt}`, guestId, externalContactId: null, ...part });
    const talking = Array.from({ length: 2_001 }, (_, index) =>
      guest(`${index}`, { lastActivityAt: now - index * 1000, endedAt: null, attended: true }),
    );
    const beforeTalking = ['0', '2000'].map((guestId) => guest(guestId, { endedAt: now - 2 * hour }));
    const left = guest('left', {});
    const { candidates, leftAlone } = await found(...talking, ...beforeTalking, left);
    assert.deepEqual(candidates, [left]);
    assert.equal(leftAlone.length, 2_001);
    assert.deepEqual(new Set(leftAlone), new Set(['connected-now']));
  });

  it('does not reach somebody through an old visit who is connected under another name', async () => {
    const old = visit();
    const { guestId, channelId } = old;
    const live = visit({ guestId, channelId, externalContactId: null, lastActivityAt: now, endedAt: null });
    assert.deepEqual(await found(old, live), { candidates: [], leftAlone: ['connected-now'] });
  });

  it('lets a customer whose message was refused make way for the others', async () => {
    const refused = visit({ lastActivityAt: now - 1 });
    const next = visit();
    await outreachTo(refused, 'failed', now - hour / 2);
    assert.deepEqual(await found(refused, next), { candidates: [next], leftAlone: ['failed-recently'] });
  });

  it('asks the store nothing of those another event of the burst went for', async () => {
    const visits = Array.from({ length: 40 }, (_, index) =>
      visit({ lastActivityAt: now - index * 1_000, endedAt: now - index * 1_000 }),
    );
    await store().sessions.upsert(visits);
    const asked: string[] = [];
    const judge = createJudgeCustomers({
      ...store(),
      outreaches: {
        ...store().outreaches,
        lastTries(keys, reasons) {
          asked.push(...keys);
          return store().outreaches.lastTries(keys, reasons);
        },
      },
      offers: () => ({ externalMessages: true, webchat: false, threadingMs: 0 }),
      guestSessionMs: () => null,
      policy: async () => ({ contactAgainAfterMs: 24 * hour }),
      now: () => now,
    });
    const find = createFindCandidates({ judge, leftAlone: () => {} });
    const taken = new Set(visits.slice(0, 30).map(({ conversationId }) => conversationId));
    const agent = { id: 'ada', name: 'Ada', email: null, queueIds: ['queue-support'] };
    for await (const session of find(agent, ({ conversationId }) => taken.has(conversationId))) {
      assert.equal(session.conversationId, visits[30]?.conversationId);
      break;
    }
    assert.ok(asked.length > 0 && asked.length <= 4, `${asked.length} keys asked for`);
  });

  it('reads the sessions once for the events of one burst, and anew for the next', async () => {
    await store().sessions.upsert([visit()]);
    let reads = 0;
    let at = now;
    const judge = createJudgeCustomers({
      ...store(),
      sessions: {
        ...store().sessions,
        activeSince(since, limit) {
          reads += 1;
          return store().sessions.activeSince(since, limit);
        },
      },
      offers: () => ({ externalMessages: true, webchat: false, threadingMs: 0 }),
      guestSessionMs: () => null,
      policy: async () => ({ contactAgainAfterMs: 24 * hour }),
      now: () => at,
    });
    const find = createFindCandidates({ judge, leftAlone: () => {} });
    const event = async () => {
      for await (const _ of find({ id: 'ada', name: 'Ada', email: null, queueIds: ['queue-support'] }))
        return;
    };
    await Promise.all([event(), event(), event()]);
    assert.equal(reads, 1);
    at += 1_000;
    await event();
    assert.equal(reads, 2);
  });
});
