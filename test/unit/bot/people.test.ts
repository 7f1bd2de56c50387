import assert from 'node:assert/strict';
import { createEmailBook, type MailLookup } from '../../../bot/email-book.ts';
import { createPeople } from '../../../bot/people.ts';
import type { TeamsPort } from '../../../bot/teams/teams-port.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { examplePersonalReference, exampleReference } from '../../support/example-reference.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLog } from '../../support/silent-log.ts';

const hour = 60 * 60_000;
const ada = { id: '29:ada', aadObjectId: 'aad-ada', name: 'Ada L.' };

describe('people', () => {
  const clock = manualClock();
  let asked: string[];
  let roster: () => ReturnType<TeamsPort['member']>;
  let mailLookup: MailLookup | null;

  const book = () =>
    createEmailBook({
      teams: {
        member(_reference, userId) {
          asked.push(userId);
          return roster();
        },
      },
      mailLookup,
      clock,
      log: recordingLog().log,
    });
  const people = (supervisors: string[]) =>
    createPeople({
      emails: book(),
      overview: {
        agentByEmail: (email) =>
          email.toLowerCase() === 'ada@northwind.example'
            ? { agentId: 'agent-ada', name: 'Ada', presence: null }
            : null,
      },
      supervisors,
    });

  beforeEach(() => {
    asked = [];
    mailLookup = null;
    roster = async () => ({ ...ada, email: 'Ada@Northwind.example' });
  });

  it('matches agents and supervisors by e-mail, whatever the case', async () => {
    const person = await people([' ADA@northwind.EXAMPLE ']).of(ada, exampleReference());
    assert.partialDeepStrictEqual(person, {
      name: 'Ada L.',
      agent: { agentId: 'agent-ada' },
      supervisor: true,
    });
    assert.equal((await people(['sam@northwind.example']).of(ada, exampleReference())).supervisor, false);
  });

  it('asks the roster once an hour a person, and not at all where the chat’s row knows', async () => {
    const emails = book();
    await emails.of(ada, exampleReference());
    await emails.of(ada, exampleReference());
    assert.equal(asked.length, 1);
    await clock.advance(hour);
    await emails.of(ada, exampleReference());
    assert.equal(asked.length, 2);
    assert.equal(
      await book().of(ada, examplePersonalReference('ada@northwind.example')),
      'ada@northwind.example',
    );
    assert.equal(asked.length, 2);
  });

  it('does not lend a chat’s e-mail to somebody else', async () => {
    roster = async () => ({ id: '29:eve', aadObjectId: null, name: 'Eve', email: null });
    const eve = { id: '29:eve', aadObjectId: null, name: 'Eve' };
    assert.equal(await book().of(eve, examplePersonalReference('ada@northwind.example')), null);
  });

  it('falls back to the directory where the roster has no e-mail or fails', async () => {
    mailLookup = { mailOf: async (id) => `${id}@northwind.example` };
    roster = async () => ({ ...ada, email: null });
    assert.equal(await book().of(ada, exampleReference()), 'aad-ada@northwind.example');
    roster = () => Promise.reject(new ReachbackError('teams.unreachable'));
    assert.equal(await book().of(ada, exampleReference()), 'aad-ada@northwind.example');
  });

  it('does not take a failure for a stranger, and does not remember it', async () => {
    roster = () => Promise.reject(new ReachbackError('teams.unreachable'));
    const emails = book();
    await assert.rejects(emails.of(ada, exampleReference()), { code: 'teams.unreachable' });
    roster = async () => ({ ...ada, email: 'ada@northwind.example' });
    assert.equal(await emails.of(ada, exampleReference()), 'ada@northwind.example');
  });
});
