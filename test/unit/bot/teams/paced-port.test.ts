import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { noticeCard } from '../../../../bot/cards/notice-card.ts';
import { createTeamsPace, type TeamsPace } from '../../../../bot/pace/teams-pace.ts';
import { createPacedPort } from '../../../../bot/teams/paced-port.ts';
import type { TeamsPort } from '../../../../bot/teams/teams-port.ts';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const card = noticeCard({ title: 'Title', lines: [], tone: 'plain' }, 'en');
const channel = exampleReference();
const chat = examplePersonalReference('ada@northwind.example');

describe('the Teams port in its budgets', () => {
  let clock: ManualClock;
  let pace: TeamsPace;
  let teams: TeamsPort;
  let calls: string[];
  let failure: { code: ErrorCode; retryAfterMs?: number } | null;

  beforeEach(() => {
    clock = manualClock();
    pace = createTeamsPace(clock, () => 0.5);
    calls = [];
    failure = null;
    const take = (call: string) => {
      calls.push(call);
      if (failure === null) return;
      const { code, retryAfterMs } = failure;
      throw new ReachbackError(code, retryAfterMs === undefined ? {} : { facts: { retryAfterMs } });
    };
    teams = createPacedPort(
      {
        async post() {
          take('post');
          return { activityId: '1' };
        },
        update: async () => take('update'),
        async member() {
          take('member');
          return { name: null, aadObjectId: null, email: null, signInName: null, role: null, tenantId: null };
        },
      },
      pace,
      new AbortController().signal,
    );
  });

  const spent = (error: unknown) => {
    ok(error instanceof ReachbackError && error.code === 'teams.budget-spent');
    ok(typeof error.facts.retryAfterMs === 'number' && error.facts.retryAfterMs > 0);
    return true;
  };

  it('does not make a call there is no room for, and says when to come back', async () => {
    for (let index = 0; index < 5; index += 1) await teams.update(channel, '1', card, '');
    await rejects(teams.update(channel, '1', card, ''), spent);
    equal(calls.length, 5);
  });

  it('counts a new thread of a channel apart from updates, and a post to a chat with them', async () => {
    for (let index = 0; index < 5; index += 1) {
      await teams.update(channel, '1', card, '');
      await teams.update(chat, '1', card, '');
    }
    await teams.post(channel, card, '');
    await rejects(teams.post(chat, card, ''), spent);
  });

  it('asks who somebody is although the upkeep of cards has used up its share', async () => {
    for (let index = 0; index < 5; index += 1) await teams.update(channel, '1', card, '');
    for (let index = 0; index < 14; index += 1) await teams.member(channel, '29:ada');
    equal(calls.filter((call) => call === 'member').length, 14);
  });

  for (const code of ['teams.throttled', 'teams.card-locked', 'teams.gateway-failed'] as const) {
    it(`lets the conversation rest on ${code}, for every call of it`, async () => {
      failure = { code, retryAfterMs: 30_000 };
      await rejects(teams.update(channel, '1', card, ''), { code });
      failure = null;
      await rejects(teams.post(channel, card, ''), spent);
      await rejects(teams.member(channel, '29:ada'), spent);
      await teams.post(chat, card, '');
      deepEqual(calls, ['update', 'post']);
      await clock.advance(30_000);
      await teams.post(channel, card, '');
    });
  }

  it('does not rest on any other failure', async () => {
    failure = { code: 'teams.service-error' };
    await rejects(teams.update(channel, '1', card, ''), { code: 'teams.service-error' });
    failure = null;
    await teams.update(channel, '1', card, '');
  });
});
