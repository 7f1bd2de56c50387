import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createLedger } from '../../../../src/delivery/ledger.ts';
import { createDecisions } from '../../../../src/journeys/approval/decisions.ts';
import type { DeclineReason, Outreach } from '../../../../src/outreach/outreach.ts';
import { customerKey, guestKey } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleSession } from '../../../support/example-session.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 21, 14);

describe('decisions of supervisors', () => {
  const store = storeOfEachTest();
  let sent: Outreach[];
  beforeEach(() => {
    sent = [];
  });

  function decisions(quietHours: { from: number; to: number } | null = null) {
    const { outreaches } = store();
    return createDecisions({
      ledger: createLedger({ outreaches, now: () => now, changed: () => {} }),
      outreaches,
      optOuts: store().optOuts,
      sessions: store().sessions,
      dispatch: async (outreach) => {
        sent.push(outreach);
        return outreach;
      },
      heldBack: () => {},
      policy: async () => ({ quietHours, timeZone: 'UTC' }),
      now: () => now,
    });
  }

  /** A proposal that waits; the ids are of the kinds the platform gives. */
  async function asked(part: Partial<Outreach> = {}): Promise<string> {
    const outreach = exampleOutreach({
      state: 'awaiting-approval',
      agentId: randomUUID(),
      sessionLastActivityAt: now - minute,
      expiresAt: now + 10 * minute,
      version: 2,
      ...part,
    });
    const note = { at: now, who: 'presence', why: 'test' };
    await store().outreaches.insert(outreach, [
      { ...note, from: null, to: 'proposed' },
      { ...note, from: 'proposed', to: 'awaiting-approval' },
    ]);
    return outreach.id;
  }

  it('send a changed text once, keep what had been proposed, and write down who changed it', async () => {
    const id = await asked({ text: 'Hello' });
    const verdict = { approve: { text: '  Good day\r\nGrace \n' } };
    const { applied } = await decisions().decide({ outreachId: id, verdict, by: 'Sam' });
    assert.equal(applied, true);
    assert.deepEqual(
      sent.map(({ text, proposedText }) => [text, proposedText]),
      [['Good day\nGrace', 'Hello']],
    );
    const { who, why } = (await store().outreaches.audit(id)).at(-1) ?? assert.fail();
    assert.deepEqual([who, why], ['Sam', 'approved with a changed text']);
  });

  it('keep for good that the customer asked not to be written to, also where somebody else was first', async () => {
    const session = exampleSession();
    const other = exampleSession({ externalContactId: session.externalContactId });
    await store().sessions.upsert([session, other]);
    const keys = [customerKey(session), guestKey(session), guestKey(other)];
    const { conversationId, channelId, guestId, externalContactId } = session;
    const ids = { conversationId, channelId, guestId, externalContactId, customerKey: customerKey(session) };
    const say = async (reason: DeclineReason) => {
      const verdict = { decline: { reason, note: null } };
      return decisions().decide({ outreachId: id, verdict, by: 'Sam' });
    };
    const id = await asked(ids);
    assert.equal((await say('not-this-customer')).applied, true);
    assert.equal((await store().optOuts.among(keys)).size, 0);
    assert.equal((await say('asked-not-to')).applied, false);
    assert.deepEqual(await store().optOuts.among(keys), new Set(keys));
  });

  const unfit: [string, string, string][] = [
    ['no text', ' \n ', 'outreach.text-empty'],
    ['2,001 characters', 'x'.repeat(2_001), 'outreach.text-too-long'],
    ['a name not filled in', 'Hello {customer}', 'outreach.text-unfit'],
  ];
  for (const [what, text, code] of unfit) {
    it(`refuse ${what}, and the question stays`, async () => {
      const id = await asked();
      await assert.rejects(
        decisions().decide({ outreachId: id, verdict: { approve: { text } }, by: 'Sam' }),
        { code },
      );
      assert.equal((await store().outreaches.get(id))?.state, 'awaiting-approval');
      assert.deepEqual(sent, []);
    });
  }

  it('keep the reason of a no and its words, and tell who comes later that nothing was changed', async () => {
    const id = await asked();
    const decide = decisions().decide;
    const verdict = { decline: { reason: 'already-helped', note: 'by phone' } } as const;
    const no = await decide({ outreachId: id, verdict, by: 'Sam' });
    assert.partialDeepStrictEqual(no, {
      applied: true,
      outreach: { state: 'declined', declineReason: 'already-helped', declineNote: 'by phone' },
    });
    const late = await decide({ outreachId: id, verdict: 'approve', by: 'Kim' });
    assert.partialDeepStrictEqual(late, {
      applied: false,
      outreach: { state: 'declined', decidedBy: 'Sam' },
    });
    assert.deepEqual(sent, []);
  });

  it('come too late for what has lapsed, which is then over', async () => {
    const id = await asked({ expiresAt: now });
    const late = await decisions().decide({ outreachId: id, verdict: 'approve', by: 'Sam' });
    assert.partialDeepStrictEqual(late, { applied: false, outreach: { state: 'expired' } });
    assert.deepEqual(sent, []);
  });

  it('put a question off, and its lapse with it', async () => {
    const id = await asked();
    const put = await decisions().snooze({ outreachId: id, forMs: 15 * minute, by: 'Sam' });
    assert.partialDeepStrictEqual(put, {
      applied: true,
      outreach: { snoozedUntil: now + 15 * minute, snoozedBy: 'Sam', expiresAt: now + 25 * minute },
    });
  });

  it('do not put off what could not be decided any more, by the clock of the customer', async () => {
    const id = await asked();
    await store().outreaches.transition(
      (await store().outreaches.get(id)) ?? assert.fail(),
      {
        state: 'awaiting-approval',
        briefing: { at: now, said: null, standsInTheWay: null, timeZone: 'Asia/Tokyo' },
      },
      { at: now, who: 'policy', why: 'test' },
    );
    // 14:00 UTC is 23:00 in Tokyo.
    const wish = { outreachId: id, forMs: 15 * minute, by: 'Sam' };
    await assert.rejects(decisions({ from: 23 * 60, to: 8 * 60 }).snooze(wish), {
      code: 'outreach.snooze-too-late',
    });
    assert.equal((await store().outreaches.get(id))?.snoozedUntil, null);
  });

  it('leave a decided one as it is when somebody wants to put it off', async () => {
    const id = await asked();
    await decisions().decide({ outreachId: id, verdict: 'decline', by: 'Kim' });
    const late = await decisions().snooze({ outreachId: id, forMs: 15 * minute, by: 'Sam' });
    assert.partialDeepStrictEqual(late, {
      applied: false,
      outreach: { state: 'declined', decidedBy: 'Kim' },
    });
  });
});
