import assert from 'node:assert/strict';
import { cardPlaces, type Place } from '../../../../bot/card-sync/card-places.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';

const one: Place = { conversationId: '19:one', kind: 'channel', agentId: null };
const two: Place = { conversationId: '19:two', kind: 'channel', agentId: null };
const own: Place = { conversationId: 'a:ada', kind: 'personal', agentId: 'ada' };
const other: Place = { conversationId: 'a:bo', kind: 'personal', agentId: 'bo' };
const all = [one, two, own, other];

function places(part: Partial<Outreach>, installed = all, shownIn: string[] = []): string[] {
  const outreach = {
    kind: 'presence',
    mode: 'supervisor',
    agentId: 'ada',
    state: 'awaiting-approval',
    decidedAt: null,
    declineReason: null,
    declineNote: null,
    ...part,
  } as const;
  return cardPlaces(outreach, installed, new Set(shownIn)).map(({ conversationId }) => conversationId);
}

describe('cardPlaces', () => {
  it('supervised: every channel, and the agent once approved', () => {
    assert.deepEqual(places({}), ['19:one', '19:two']);
    assert.deepEqual(places({ state: 'approved', decidedAt: 1 }), ['19:one', '19:two', 'a:ada']);
    assert.deepEqual(places({ state: 'unknown', decidedAt: 1 }), ['19:one', '19:two', 'a:ada']);
    assert.deepEqual(places({ state: 'declined', decidedAt: 1 }), ['19:one', '19:two']);
    const why = { state: 'declined', decidedAt: 1, declineReason: 'wrong-text' } as const;
    const noted = { state: 'declined', decidedAt: 1, declineNote: 'at lunch' } as const;
    for (const told of [why, noted])
      assert.deepEqual(places(told), ['19:one', '19:two', 'a:ada'], 'the agent hears why');
  });

  it('supervised: who asked for it hears of a no as well, and is shown no buttons for others before', () => {
    for (const kind of ['follow-up', 'by-hand'] as const) {
      assert.deepEqual(places({ kind }), ['19:one', '19:two']);
      for (const state of ['approved', 'declined', 'expired'] as const)
        assert.deepEqual(places({ kind, state }), ['19:one', '19:two', 'a:ada']);
    }
  });

  it('automatic: the agent’s chat, else the channels', () => {
    assert.deepEqual(places({ mode: 'automatic', state: 'sent', decidedAt: 1 }), ['a:ada']);
    assert.deepEqual(places({ mode: 'automatic', state: 'sent', decidedAt: 1 }, [one, other]), ['19:one']);
  });

  it('keeps cards posted elsewhere earlier true, once each', () => {
    assert.deepEqual(places({ mode: 'automatic' }, all, ['19:one', 'a:ada', '19:gone']), ['a:ada', '19:one']);
  });

  it('shows it to nobody while there is nobody', () => {
    assert.deepEqual(places({}, [own, other]), []);
  });
});
