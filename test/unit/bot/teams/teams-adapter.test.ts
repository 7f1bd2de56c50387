import assert from 'node:assert/strict';
import { helpCard } from '../../../../bot/cards/help-card.ts';
import { createTeamsPace } from '../../../../bot/pace/teams-pace.ts';
import { StrictAuthentication } from '../../../../bot/teams/strict-authentication.ts';
import { createTeamsAdapter, type ProcessActivity } from '../../../../bot/teams/teams-adapter.ts';
import type { TeamsInbound } from '../../../../bot/teams-inbound.ts';
import type { Clock } from '../../../../src/clock.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { deafInbound } from '../../../support/deaf-inbound.ts';
import { startFakeConnector } from '../../../support/fake-connector.ts';
import { recordingLog } from '../../../support/silent-log.ts';

/** Waits never take time here, although it passes. */
function hastyClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    after(ms, run) {
      const soon = setImmediate(() => {
        now += ms;
        run();
      });
      return () => clearImmediate(soon);
    },
  };
}

describe('the Teams adapter', () => {
  let connector: Awaited<ReturnType<typeof startFakeConnector>>;
  let process: ProcessActivity;
  let heard: string[];
  let lines: string[];

  function listen(overrides: Partial<TeamsInbound> = {}): void {
    const deaf = deafInbound();
    const recorded = recordingLog();
    const clock = hastyClock();
    heard = deaf.heard;
    lines = recorded.lines;
    process = createTeamsAdapter({
      auth: new StrictAuthentication({ credentials: null, closed: new AbortController().signal }),
      inbound: { ...deaf.inbound, ...overrides },
      pace: createTeamsPace(clock),
      clock,
      log: recorded.log,
    });
  }

  beforeEach(async () => {
    connector = await startFakeConnector();
    listen();
  });
  afterEach(() => connector.close());

  const bot = { id: '28:bot' };
  const team = { id: '19:general@thread.tacv2' };
  const inTeam = { conversation: { id: team.id, conversationType: 'channel' }, channelData: { team } };

  function deliver(changes: Record<string, unknown>) {
    const body = {
      id: '1',
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: { id: '29:ada', name: 'Ada' },
      recipient: bot,
      conversation: { id: 'a:ada', conversationType: 'personal' },
      ...changes,
    };
    return process({ authorization: '', body });
  }

  const events: [string, Record<string, unknown>, string[]][] = [
    ['an install in a chat', { type: 'installationUpdate', action: 'add' }, ['installed a:ada']],
    ['a removal from a chat', { type: 'installationUpdate', action: 'remove' }, ['removed a:ada']],
    ['an upgrade’s removal', { type: 'installationUpdate', action: 'remove-upgrade' }, ['seen a:ada']],
    [
      'an install in a team with a chosen channel',
      {
        ...inTeam,
        type: 'installationUpdate',
        action: 'add',
        channelData: { team, settings: { selectedChannel: { id: '19:chosen' } } },
      },
      ['installed 19:chosen'],
    ],
    [
      'an install in a team without one',
      { ...inTeam, type: 'installationUpdate', action: 'add' },
      ['installed 19:general@thread.tacv2'],
    ],
    [
      'the bot among new members of a team',
      { ...inTeam, type: 'conversationUpdate', membersAdded: [bot] },
      ['seen 19:general@thread.tacv2'],
    ],
    [
      'the bot among those who left a team',
      { ...inTeam, type: 'conversationUpdate', membersRemoved: [bot] },
      ['removed 19:general@thread.tacv2'],
    ],
    ['the bot in a new chat', { type: 'conversationUpdate', membersAdded: [bot] }, ['installed a:ada']],
    [
      'a deleted channel',
      {
        type: 'conversationUpdate',
        conversation: { id: team.id, conversationType: 'channel' },
        channelData: { team, channel: { id: '19:old' }, eventType: 'channelDeleted' },
      },
      ['removed 19:old'],
    ],
    [
      'a message in a group chat, which the app is not offered in',
      { type: 'message', text: 'hi', conversation: { id: '19:group', conversationType: 'groupChat' } },
      [],
    ],
  ];
  for (const [what, activity, expected] of events) {
    it(`hears ${what}`, async () => {
      assert.equal((await deliver(activity)).status, 200);
      assert.deepEqual(heard, expected);
    });
  }

  it('answers in the thread it was asked in, for all the trouble in between', async () => {
    listen({ message: async () => ({ card: helpCard('en'), summary: 'Help' }) });
    connector.next({ status: 502 }, { status: 429, headers: { 'retry-after': '3' } });
    const conversation = { id: '19:outreach;messageid=7', conversationType: 'channel' };
    assert.equal((await deliver({ type: 'message', id: '9', text: 'help', conversation })).status, 200);
    assert.equal(connector.calls.length, 3);
    assert.equal(connector.calls[2]?.path, '/teams/v3/conversations/19:outreach;messageid=7/activities/9');
  });

  it('does not go on answering a conversation it was removed from', async () => {
    listen({ message: async () => ({ card: helpCard('en'), summary: 'Help' }) });
    connector.next({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    assert.equal((await deliver({ type: 'message', text: 'hi' })).status, 200);
    assert.equal(connector.calls.length, 1);
    assert.deepEqual(codedLines(lines), ['teams.bot.not-in-roster']);
  });

  it('asks for an install again that could not be written down', async () => {
    listen({ installed: () => Promise.reject(new Error('disk full')) });
    const answer = await deliver({ type: 'installationUpdate', action: 'add' });
    assert.equal(answer.status, 500);
    assert.deepEqual(codedLines(lines), ['teams.failed']);
  });

  it('answers a press with the card or a message, in the form Teams wants', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'outreach.approve', data: {} } };
    const press = { type: 'invoke', name: 'adaptiveCard/action', value };
    assert.deepEqual(JSON.parse(JSON.stringify(await deliver(press))), {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'heard' },
    });
    listen({ cardAction: async () => ({ kind: 'card', card: helpCard('en') }) });
    assert.partialDeepStrictEqual(await deliver(press), {
      status: 200,
      body: { type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } },
    });
  });

  it('refuses invokes it does not know', async () => {
    assert.equal((await deliver({ type: 'invoke', name: 'something/else', value: {} })).status, 501);
    assert.equal((await deliver({ type: 'invoke', name: 'adaptiveCard/action' })).status, 400);
  });
});
