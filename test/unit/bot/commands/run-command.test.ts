import assert from 'node:assert/strict';
import type { ClosedPlace } from '../../../../bot/cards/with-closed-places.ts';
import { runCommand } from '../../../../bot/commands/run-command.ts';
import { createConversationLanguages } from '../../../../bot/conversation-languages.ts';
import type { LinkDesk } from '../../../../bot/links/link-desk.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { LinkAsk, SettablePresence } from '../../../../src/journeys/journeys.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { fakeJourneys } from '../../../support/fake-journeys.ts';
import { memorySettings } from '../../../support/memory-settings.ts';
import { noLinkDesk } from '../../../support/no-link-desk.ts';
import { recordingLog } from '../../../support/silent-log.ts';

/** A Saturday, 14:30 in Berlin. */
const now = Date.UTC(2026, 10, 21, 13, 30);
const minute = 60_000;
const ada = {
  agentId: 'agent-ada',
  name: 'Ada',
  email: 'ada@northwind.example',
  presence: {
    presence: 'on-queue',
    presenceSince: now - 60 * minute,
    routingStatus: 'INTERACTING',
    routingSince: now - 5 * minute,
    available: false,
  },
} as const;
const agent: Person = { name: 'Ada', email: ada.email, agent: ada, supervisor: false };
const supervisor: Person = { name: 'Sam', email: 'sam@northwind.example', agent: null, supervisor: true };
const both: Person = { ...agent, supervisor: true };
const stranger: Person = { name: 'Eve', email: null, agent: null, supervisor: false };
const guest = new ReachbackError('teams.guest');

describe('commands', () => {
  let journeys: ReturnType<typeof fakeJourneys>;
  let linkDesk: LinkDesk;
  let timeZone: string | null;
  let closed: readonly ClosedPlace[];
  beforeEach(() => {
    journeys = fakeJourneys({ ledger: new Map(), agents: [ada], now: () => now });
    linkDesk = noLinkDesk;
    timeZone = null;
    closed = [];
  });

  async function say(text: string, by: Person | Error, where: 'personal' | 'channel' = 'personal') {
    const { log, lines } = recordingLog();
    const reply = await runCommand(
      text,
      {
        saidId: 'chat 1',
        reference:
          where === 'channel' ? exampleReference() : examplePersonalReference('ada@northwind.example'),
        locale: 'en',
        languages: createConversationLanguages({ settings: memorySettings(), standard: 'en', log }),
        user: { id: '29:ada', aadObjectId: 'aad-ada', name: 'Ada' },
        timeZone,
        journeys,
        linkDesk,
        roster: {
          who: async () => ({
            rows: [{ name: 'Kim', email: null, supervisor: 'owner', agent: null, app: 'never' }],
            more: 0,
            unmatched: [],
            unmatchedMore: 0,
            ownersReadAt: null,
          }),
          closed: async () => closed,
        },
        clock: { now: () => now },
        person: async () => {
          if (by instanceof Error) throw by;
          return by;
        },
      },
      log,
    );
    return { shown: JSON.stringify(reply.card), codes: codedLines(lines) };
  }

  it('helps anybody, guests too, with every command by who may say it', async () => {
    for (const by of [stranger, guest]) {
      const { shown } = await say('help', by);
      assert.match(shown, /What I do.*For everybody.*For agents.*For supervisors/);
    }
  });

  it('shows an agent their own numbers in their chat, and everybody’s in a channel', async () => {
    assert.match((await say('status', agent)).shown, /"1\u00a0reached the browser/);
    assert.match((await say('status', agent, 'channel')).shown, /"5\u00a0reached the browser/);
    assert.match((await say('status', supervisor)).shown, /"5\u00a0reached the browser/);
  });

  it('shows an agent their presence and routing status with their hours, but not where others read along', async () => {
    const { shown } = await say('status', agent);
    assert.match(shown, /On Queue, since \{\{DATE\(2026-11-21T12:30:00Z,SHORT\)\}\}/);
    assert.match(shown, /With a customer, since .*13:25:00Z/);
    assert.match(shown, /Not counted as available/);
    assert.doesNotMatch((await say('status', agent, 'channel')).shown, /On Queue/);
  });

  it('shows only supervisors what waits for them, and counts the day by the asker’s clock', async () => {
    assert.match((await say('status', supervisor)).shown, /2 messages, on their cards/);
    assert.doesNotMatch((await say('status', agent)).shown, /Waiting for a supervisor/);
    timeZone = 'Asia/Tokyo';
    assert.match((await say('status', agent)).shown, /Today \(UTC\), yours/);
  });

  it('tells supervisors, and nobody else, where Teams lets the bot write no more, why, and what to do', async () => {
    assert.doesNotMatch((await say('status', supervisor)).shown, /closed-places/);
    closed = [
      { name: 'Ada', code: 'teams.bot.blocked-by-user' },
      { name: null, code: 'teams.bot.not-in-roster' },
      ...Array(4).fill({ name: 'Bo', code: 'teams.bot.not-installed' }),
    ];
    const { shown } = await say('status', supervisor);
    assert.match(shown, /closed-places.*Ada: The person has blocked the bot\. Ask the person to unblock it/);
    assert.match(shown, /A channel: The bot is not a member.*install the app again.*and 1 more/);
    assert.doesNotMatch((await say('status', agent)).shown, /closed-places/);
  });

  it('tells strangers nothing, kindly and with a code', async () => {
    for (const command of ['status', 'pause', 'resume', 'available']) {
      const { shown, codes } = await say(command, stranger);
      assert.match(shown, /teams\.person-unknown/);
      assert.match(shown, /same e-mail address/);
      assert.deepEqual(codes, ['teams.person-unknown']);
    }
    assert.equal(journeys.paused.size, 0);
    assert.deepEqual((await say('who', stranger)).codes, ['teams.not-a-supervisor']);
  });

  for (const code of ['teams.guest', 'teams.other-tenant'] as const)
    it(`refuses whoever is ${code} everything but help`, async () => {
      for (const command of [
        'status',
        'pause',
        'resume',
        'available',
        'who',
        'link',
        'link a@b.example',
        'unlink',
      ])
        assert.deepEqual((await say(command, new ReachbackError(code))).codes, [code], command);
      assert.deepEqual([journeys.paused.size, journeys.presences.size], [0, 0]);
    });

  it('pauses an agent in their own chat only', async () => {
    await say('pause', agent);
    assert.deepEqual([...journeys.paused], [['agent-ada', { by: 'Ada', since: now, until: null }]]);
    assert.match((await say('resume', agent, 'channel')).shown, /teams\.not-a-supervisor/);
    assert.equal(journeys.paused.size, 1);
    assert.match((await say('resume', agent)).shown, /in your name again/);
    assert.equal(journeys.paused.size, 0);
  });

  it('pauses everybody for a supervisor, anywhere, and tells an agent who resumes meanwhile', async () => {
    await say('pause', supervisor, 'channel');
    assert.deepEqual([...journeys.paused.keys()], ['all']);
    assert.match((await say('resume', agent)).shown, /a supervisor has paused/);
    assert.match((await say('resume', supervisor)).shown, /Resumed for everybody/);
    assert.match((await say('resume', supervisor)).shown, /Nothing was paused/);
  });

  const ends: [string, string | null, number, RegExp][] = [
    ['pause 30m', null, now + 30 * minute, /Paused until .*14:00 \(UTC\)/],
    ['pause 2h', 'Europe/Berlin', now + 120 * minute, /16:30 \(Europe\/Berlin\)/],
    ['pause today', 'Europe/Berlin', Date.UTC(2026, 10, 21, 23), /00:00 \(Europe\/Berlin\)/],
    ['pause today', null, Date.UTC(2026, 10, 22), /00:00 \(UTC\)/],
    ['pause until 15:00', 'Europe/Berlin', Date.UTC(2026, 10, 21, 14), /15:00 \(Europe\/Berlin\)/],
  ];
  for (const [text, zone, until, said] of ends)
    it(`ends “${text}” by itself, by the clock of ${zone ?? 'the organisation'}, and says when`, async () => {
      timeZone = zone;
      assert.match((await say(text, agent)).shown, said);
      assert.equal(journeys.paused.get('agent-ada')?.until, until);
      assert.match((await say('status', agent)).shown, /Until \{\{DATE\(2026-11-2/);
    });

  it('pauses nothing when it does not understand till when', async () => {
    for (const text of ['pause for ever and ever', 'pause until 9:00'])
      assert.deepEqual((await say(text, agent)).codes, ['teams.pause-end-unclear']);
    assert.equal(journeys.paused.size, 0);
  });

  it('lets a supervisor who is an agent pause only themselves', async () => {
    await say('pause me 30m', both);
    assert.deepEqual([...journeys.paused.keys()], ['agent-ada']);
    await say('resume me', both);
    await say('pause', both);
    assert.deepEqual([...journeys.paused.keys()], ['all']);
  });

  const presences: [string, SettablePresence, RegExp][] = [
    ['available', 'available', /Genesys now has you as Available/],
    ['On Queue', 'on-queue', /as On Queue.*On queue and free/],
    ['on-queue', 'on-queue', /as On Queue/],
    ['away', 'away', /as Away/],
    ['busy', 'busy', /as Busy/],
    ['break', 'break', /as Break/],
    ['meal', 'meal', /as Meal/],
    ['meeting', 'meeting', /as Meeting/],
    ['training', 'training', /as Training/],
    ['offline', 'offline', /as Offline.*Off queue/],
  ];
  for (const [text, presence, said] of presences)
    it(`sets an agent’s own presence at “${text}”`, async () => {
      assert.match((await say(text, agent)).shown, said);
      assert.deepEqual([...journeys.presences], [['agent-ada', presence]]);
    });

  it('sets a presence in the agent’s own chat only, and says what Genesys made of it', async () => {
    assert.deepEqual((await say('busy', agent, 'channel')).codes, ['teams.own-chat-only']);
    assert.equal(journeys.presences.size, 0);
    journeys.ownPresence.set = async () => ({ presence: 'away', since: now, routingStatus: null });
    const other = (await say('available', agent)).shown;
    assert.match(other, /You asked for Available, but Genesys has you as Away/);
    assert.match(other, /routing status could not be read/);
    journeys.ownPresence.set = async () => ({ presence: null, since: null, routingStatus: null });
    assert.match((await say('available', agent)).shown, /did not say what you are now/);
    journeys.ownPresence.set = () => Promise.reject(new ReachbackError('genesys.permission-missing'));
    assert.deepEqual((await say('available', agent)).codes, ['genesys.permission-missing']);
  });

  it('gives a link to sign in to agents in their own chat only, and says where it is not set up', async () => {
    assert.match((await say('sign-in', agent, 'channel')).shown, /reply\.sign-in\.personal-only/);
    assert.match((await say('sign out', agent, 'channel')).shown, /reply\.sign-in\.personal-only/);
    assert.match((await say('sign in', supervisor)).shown, /teams\.person-unknown/);
    assert.match((await say('Signin', agent)).shown, /reply\.sign-in\.not-set-up/);
    assert.match((await say('sign out', agent)).shown, /You were not signed in/);
  });

  it('shows supervisors who is who', async () => {
    assert.match(
      (await say('who', supervisor)).shown,
      /Kim.*owner of the supervisors’ team.*not installed yet/,
    );
    assert.deepEqual((await say('who', agent)).codes, ['teams.not-a-supervisor']);
  });

  describe('about links', () => {
    const ask: LinkAsk = {
      id: 'ask-1',
      person: { key: 'aad-eve', name: 'Eve', email: null },
      agent: { id: 'agent-ada', name: 'Ada', email: ada.email },
      at: now,
      cards: [],
      verdict: null,
    };
    const held = { agentId: 'agent-ada', agentName: 'Ada', by: 'Sam', at: now };

    it('show how somebody is matched now', async () => {
      linkDesk = { ...noLinkDesk, present: async () => ({ link: null, asked: null }) };
      assert.match((await say('link', agent)).shown, /You are Ada, by your e-mail/);
      assert.match(
        (await say('link', stranger)).shown,
        /No Genesys agent.*say “link” and your Genesys e-mail/,
      );
      linkDesk = { ...noLinkDesk, present: async () => ({ link: held, asked: ask }) };
      assert.match(
        (await say('link', agent)).shown,
        /You are Ada; Sam confirmed it.*no supervisor has decided/,
      );
    });

    it('ask for one with the address as Teams writes it, in the own chat only', async () => {
      const asked: string[] = [];
      linkDesk = {
        ...noLinkDesk,
        async ask(_, email) {
          asked.push(email);
          return ask;
        },
      };
      const address = '<a href="mailto:ada@northwind.example">ada@northwind.example</a>';
      assert.match(
        (await say(`link ${address}`, stranger)).shown,
        /Supervisors are asked whether you are Ada/,
      );
      assert.deepEqual(asked, ['ada@northwind.example']);
      assert.deepEqual((await say('link a@b.example', agent, 'channel')).codes, ['teams.own-chat-only']);
    });

    it('end one and take a request back', async () => {
      linkDesk = { ...noLinkDesk, remove: async () => ({ link: held, ask }) };
      assert.match(
        (await say('unlink', agent)).shown,
        /link with Ada is removed.*request for Ada is taken back/,
      );
      linkDesk = { ...noLinkDesk, remove: async () => ({ link: null, ask: null }) };
      assert.match((await say('unlink', agent)).shown, /no link and no open request/);
    });
  });

  it('suggests what was meant, names of two words too', async () => {
    assert.match((await say('stauts', stranger)).shown, /Did you mean “status”/);
    assert.match((await say('on queu', stranger)).shown, /do not know “on queu”.*Did you mean “on queue”/);
    assert.match((await say('avialable', stranger)).shown, /Did you mean “available”/);
  });

  it('is never silent: a failure is answered with meaning, next step and code, and logged', async () => {
    const coded = await say('status', new ReachbackError('teams.directory-unreachable'));
    assert.match(coded.shown, /Microsoft Graph did not answer/);
    assert.deepEqual(coded.codes, ['teams.directory-unreachable']);
    const plain = await say('pause', new TypeError('a bug'));
    assert.match(plain.shown, /teams\.command-failed/);
    assert.doesNotMatch(plain.shown, /a bug/);
  });
});
