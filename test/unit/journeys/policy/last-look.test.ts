import assert from 'node:assert/strict';
import { createLastLook } from '../../../../src/journeys/policy/last-look.ts';
import type { Truth } from '../../../../src/policy/facts.ts';
import { customerKeys } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleTruth } from '../../../support/example-truth.ts';

const now = Date.UTC(2026, 10, 21, 12);
const truth = exampleTruth({ endedAt: now - 1, lastActivityAt: now - 1 });

const holds = { mode: 'automatic', quietHours: null, timeZone: 'UTC', contactAgainAfterMs: 60_000 } as const;

describe('the last look before a send', () => {
  function look(part: Partial<Parameters<typeof createLastLook>[0]> = {}) {
    return createLastLook({
      policy: async () => holds,
      pauses: { holds: async () => false },
      optOuts: { among: async () => new Set() },
      outreaches: { lastTries: async () => new Map() },
      sessions: {
        connectedElsewhere: async () => false,
        knownAs: async (customer) => [...customerKeys(customer), 'guest:elsewhere'],
        queuesOf: async () => ['support'],
      },
      directory: { agent: (id) => ({ id, name: 'Ada', email: null, queueIds: ['support'] }) },
      ground: {
        offers: () => ({ externalMessages: false, webchat: false, threadingMs: 0 }),
        permitted: () => null,
        oneRegion: () => true,
        guestSessionMs: () => null,
      },
      isAvailable: () => true,
      isLookedFor: () => false,
      hear: async () => {},
      now: () => now,
      ...part,
    });
  }

  it('lets it go when nothing is in the way', async () => {
    assert.deepEqual(await look()(exampleOutreach(), Promise.resolve(truth)), {
      route: 'agentless',
      intoConnected: false,
    });
  });

  it('holds nothing back for a queue the agent may have joined since this instance read who works where', async () => {
    const doubts: boolean[] = [];
    const elsewhere = (isLookedFor: Parameters<typeof createLastLook>[0]['isLookedFor']) =>
      look({
        directory: { agent: (id) => ({ id, name: 'Ada', email: null, queueIds: ['sales'] }) },
        isLookedFor,
      })(exampleOutreach(), Promise.resolve(truth));
    await assert.rejects(
      elsewhere((_, doubted = false) => {
        doubts.push(doubted);
        return doubted;
      }),
      { code: 'genesys.feed-stale' },
    );
    assert.deepEqual(doubts, [false, true]);
    assert.deepEqual(await elsewhere(() => false), {
      findings: [{ ends: 'held', reason: 'agent-not-on-channel' }],
    });
  });

  it('sees a pause pressed while the truth check waited in line', async () => {
    let paused = false;
    let answer = (_: Truth) => {};
    const asked = new Promise<Truth>((resolve) => {
      answer = resolve;
    });
    const said = look({ pauses: { holds: async () => paused } })(exampleOutreach(), asked);
    paused = true;
    answer(truth);
    assert.deepEqual(await said, { findings: [{ ends: 'held', reason: 'paused' }] });
  });

  it('sees the policy changed while the truth check waited in line', async () => {
    let inForce: Parameters<typeof createLastLook>[0]['policy'] = async () => holds;
    let answer = (_: Truth) => {};
    const asked = new Promise<Truth>((resolve) => {
      answer = resolve;
    });
    const cleared = exampleOutreach({ decidedBy: 'policy' });
    const said = look({ policy: () => inForce() })(cleared, asked);
    inForce = async () => ({ ...holds, mode: 'supervisor', quietHours: { from: 0, to: 23 * 60 } });
    answer(truth);
    assert.deepEqual(await said, {
      findings: [
        { ends: 'held', reason: 'approval-needed' },
        { ends: 'held', reason: 'quiet-hours' },
      ],
    });
  });

  it('lets a message go that a person approved, whatever the mode is by now', async () => {
    const policy = async () => ({ ...holds, mode: 'supervisor' as const });
    const said = look({ policy })(exampleOutreach({ decidedBy: 'Sam' }), Promise.resolve(truth));
    assert.deepEqual(await said, { route: 'agentless', intoConnected: false });
  });

  it('throws while the policy cannot be read', async () => {
    const unreadable = look({ policy: () => Promise.reject(new Error('down')) });
    await assert.rejects(unreadable(exampleOutreach(), Promise.resolve(truth)), /down/);
  });

  it('sees a message another way to the same person took meanwhile', async () => {
    const outreach = exampleOutreach();
    const tries = new Map([[outreach.customerKey, { sentAt: now - 1, failedAt: null, declinedAt: null }]]);
    const said = look({ outreaches: { lastTries: async () => tries } });
    assert.deepEqual(await said(outreach, Promise.resolve(truth)), {
      findings: [{ ends: 'held', reason: 'contacted-recently' }],
    });
  });

  it('sees that they were written to, or said "stop", under another name of theirs', async () => {
    const elsewhere = new Map([['guest:elsewhere', { sentAt: now - 1, failedAt: null, declinedAt: null }]]);
    const written = look({ outreaches: { lastTries: async () => elsewhere } });
    assert.deepEqual(await written(exampleOutreach(), Promise.resolve(truth)), {
      findings: [{ ends: 'held', reason: 'contacted-recently' }],
    });
    const among = async (keys: readonly string[]) => new Set(keys.filter((key) => key === 'guest:elsewhere'));
    assert.deepEqual(await look({ optOuts: { among } })(exampleOutreach(), Promise.resolve(truth)), {
      findings: [{ ends: 'held', reason: 'opted-out' }],
    });
  });

  it('sees that the contact the conversation is linked to by now was written to, or said "stop"', async () => {
    const key = 'contact:linked-since';
    const linked = Promise.resolve({ ...truth, externalContactId: 'linked-since' });
    const notTheirs = { ends: 'failed', reason: 'outreach.contact-not-of-session' };
    const lastTries = async (keys: readonly string[]) =>
      new Map(keys.includes(key) ? [[key, { sentAt: now - 1, failedAt: null, declinedAt: null }]] : []);
    assert.deepEqual(await look({ outreaches: { lastTries } })(exampleOutreach(), linked), {
      findings: [{ ends: 'held', reason: 'contacted-recently' }, notTheirs],
    });
    const among = async (keys: readonly string[]) => new Set(keys.filter((each) => each === key));
    assert.deepEqual(await look({ optOuts: { among } })(exampleOutreach(), linked), {
      findings: [{ ends: 'held', reason: 'opted-out' }, notTheirs],
    });
  });

  it('throws while presence is not known', async () => {
    const stale = look({ isAvailable: () => null });
    await assert.rejects(stale(exampleOutreach(), Promise.resolve(truth)), { code: 'genesys.feed-stale' });
  });

  it('sees an agent who left the queues of the channel, or the organisation', async () => {
    const elsewhere = { agent: (id: string) => ({ id, name: 'Ada', email: null, queueIds: ['sales'] }) };
    for (const directory of [elsewhere, { agent: () => null }]) {
      assert.deepEqual(await look({ directory })(exampleOutreach(), Promise.resolve(truth)), {
        findings: [{ ends: 'held', reason: 'agent-not-on-channel' }],
      });
    }
  });

  it('does not ask whether the agent is free for a follow-up', async () => {
    const followUp = exampleOutreach({ kind: 'follow-up' });
    const said = await look({ isAvailable: () => null })(followUp, Promise.resolve(truth));
    assert.ok('route' in said);
  });
});
