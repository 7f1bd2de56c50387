import assert from 'node:assert/strict';
import { runCommand } from '../../../../bot/commands/run-command.ts';
import type { Person } from '../../../../bot/people.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { fakeJourneys } from '../../../support/fake-journeys.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const ada = { agentId: 'agent-ada', name: 'Ada', email: 'ada@northwind.example', presence: null };
const agent: Person = { name: 'Ada', email: ada.email, agent: ada, supervisor: false };
const supervisor: Person = { name: 'Sam', email: 'sam@northwind.example', agent: null, supervisor: true };
const stranger: Person = { name: 'Eve', email: null, agent: null, supervisor: false };

describe('commands', () => {
  let journeys: ReturnType<typeof fakeJourneys>;
  beforeEach(() => {
    journeys = fakeJourneys({ ledger: new Map(), agents: [ada], now: () => 0 });
  });

  async function say(text: string, by: Person | Error, where: 'personal' | 'channel' = 'personal') {
    const { log, lines } = recordingLog();
    const reply = await runCommand(
      text,
      {
        reference:
          where === 'channel' ? exampleReference() : examplePersonalReference('ada@northwind.example'),
        locale: 'en',
        journeys,
        person: async () => {
          if (by instanceof Error) throw by;
          return by;
        },
      },
      log,
    );
    return { shown: JSON.stringify(reply.card), codes: codedLines(lines) };
  }

  it('helps anybody', async () => {
    assert.match((await say('help', stranger)).shown, /What I do/);
  });

  it('shows an agent their own numbers in their chat, and everybody’s in a channel', async () => {
    assert.match((await say('status', agent)).shown, /"1\u00a0reached the browser/);
    assert.match((await say('status', agent, 'channel')).shown, /"5\u00a0reached the browser/);
    assert.match((await say('status', supervisor)).shown, /"5\u00a0reached the browser/);
  });

  it('tells strangers nothing, kindly and with a code', async () => {
    for (const command of ['status', 'pause', 'resume']) {
      const { shown, codes } = await say(command, stranger);
      assert.match(shown, /teams\.person-unknown/);
      assert.match(shown, /same e-mail address/);
      assert.deepEqual(codes, ['teams.person-unknown']);
    }
    assert.equal(journeys.paused.size, 0);
  });

  it('pauses an agent in their own chat only', async () => {
    await say('pause', agent);
    assert.deepEqual([...journeys.paused], [['agent-ada', { by: 'Ada', since: 0 }]]);
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

  it('suggests what was meant', async () => {
    assert.match((await say('stauts', stranger)).shown, /Did you mean “status”/);
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
