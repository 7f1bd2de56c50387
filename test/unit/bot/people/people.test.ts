import assert from 'node:assert/strict';
import {
  createIdentityBook,
  type DirectoryLookup,
  type IdentityBook,
} from '../../../../bot/people/identity-book.ts';
import { createPeople } from '../../../../bot/people/people.ts';
import { createSupervisors } from '../../../../bot/people/supervisors.ts';
import type { TeamsMember } from '../../../../bot/teams/teams-port.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { AgentLink } from '../../../../src/journeys/journeys.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const hour = 60 * 60_000;
const ada = { id: '29:ada', aadObjectId: 'aad-ada', name: 'Ada L.' };
const home = 'tenant-1';
const member: TeamsMember = {
  name: 'Ada Lindqvist',
  aadObjectId: 'aad-ada',
  email: 'Ada@Northwind.example',
  signInName: 'ada@northwind.example',
  role: 'user',
  tenantId: home,
};
const agents = [
  { agentId: 'agent-ada', name: 'Ada', presence: null, email: 'ada@northwind.example' },
  { agentId: 'agent-bo', name: 'Bo', presence: null, email: 'bo@northwind.example' },
];

describe('people', () => {
  let clock: ReturnType<typeof manualClock>;
  let asked: string[];
  let roster: () => Promise<TeamsMember>;
  let directory: DirectoryLookup | null;
  let linked: Map<string, AgentLink>;

  const book = (homeTenantId: string | null = home): IdentityBook =>
    createIdentityBook({
      teams: {
        member(_reference, userId) {
          asked.push(userId);
          return roster();
        },
      },
      directory,
      homeTenantId,
      clock,
      log: recordingLog().log,
    });
  const people = (supervisors: string[] = []) =>
    createPeople({
      identities: book(),
      links: { linked: async () => linked },
      overview: {
        agentByEmail: (email) => agents.find((agent) => agent.email === email.toLowerCase()) ?? null,
        agent: (agentId) => agents.find((agent) => agent.agentId === agentId) ?? null,
      },
      supervisors: createSupervisors({ named: supervisors, team: null }),
    });

  beforeEach(() => {
    clock = manualClock();
    asked = [];
    directory = null;
    linked = new Map();
    roster = async () => member;
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

  it('takes a supervisor’s word for who is which agent before the e-mail', async () => {
    linked.set('aad-ada', { agentId: 'agent-bo', agentName: 'Bo', by: 'Sam', at: 0 });
    assert.equal((await people().of(ada, exampleReference())).agent?.agentId, 'agent-bo');
    const chats = [examplePersonalReference('ada@northwind.example'), exampleReference()];
    assert.deepEqual(await people().agentIdsIn(chats), ['agent-bo', null]);
    linked.set('aad-ada', { agentId: 'agent-gone', agentName: 'Gone', by: 'Sam', at: 0 });
    assert.equal((await people().of(ada, exampleReference())).agent?.agentId, 'agent-ada');
  });

  it('asks the roster once an hour a person, in a chat of their own too, and once for many at the same time', async () => {
    const identities = book();
    await Promise.all([
      identities.of(ada, exampleReference()),
      identities.of(ada, examplePersonalReference('ada@northwind.example')),
    ]);
    await identities.of(ada, exampleReference());
    assert.equal(asked.length, 1);
    await clock.advance(hour);
    await identities.of(ada, exampleReference());
    assert.equal(asked.length, 2);
  });

  it('asks anew for who is still around before the answer is too old, and lets nobody wait for it', async () => {
    const identities = book();
    await identities.of(ada, exampleReference());
    await clock.advance(50 * 60_000);
    const renewed = Promise.withResolvers<TeamsMember>();
    roster = () => renewed.promise;
    assert.equal((await identities.of(ada, exampleReference())).email, 'Ada@Northwind.example');
    assert.equal((await identities.of(ada, exampleReference())).email, 'Ada@Northwind.example');
    assert.equal(asked.length, 2);
    renewed.resolve({ ...member, role: 'guest' });
    await clock.advance(0);
    await assert.rejects(identities.of(ada, exampleReference()), { code: 'teams.guest' });
  });

  it('keeps what it knows until it is too old where asking anew fails', async () => {
    const identities = book();
    await identities.of(ada, exampleReference());
    await clock.advance(50 * 60_000);
    roster = () => Promise.reject(new ReachbackError('teams.unreachable'));
    await identities.of(ada, exampleReference());
    await clock.advance(0);
    assert.equal((await identities.of(ada, exampleReference())).email, 'Ada@Northwind.example');
    await clock.advance(10 * 60_000);
    await assert.rejects(identities.of(ada, exampleReference()), { code: 'teams.unreachable' });
  });

  it('does not lend a chat’s e-mail to somebody else', async () => {
    roster = async () => ({ ...member, aadObjectId: null, email: null, signInName: null });
    const eve = { id: '29:eve', aadObjectId: null, name: 'Eve' };
    const chat = examplePersonalReference('ada@northwind.example');
    assert.equal((await book().of(eve, chat)).email, null);
  });

  it('falls back to the directory where the roster has no e-mail or fails', async () => {
    directory = { personOf: async (id) => ({ email: `${id}@northwind.example`, guest: false }) };
    roster = async () => ({ ...member, email: null });
    assert.equal((await book().of(ada, exampleReference())).email, 'aad-ada@northwind.example');
    roster = () => Promise.reject(new ReachbackError('teams.unreachable'));
    assert.equal((await book().of(ada, exampleReference())).email, 'aad-ada@northwind.example');
  });

  it('does not take a failure for a stranger, and does not remember it', async () => {
    roster = () => Promise.reject(new ReachbackError('teams.unreachable'));
    const identities = book();
    await assert.rejects(identities.of(ada, exampleReference()), { code: 'teams.unreachable' });
    roster = async () => member;
    assert.equal((await identities.of(ada, exampleReference())).email, 'Ada@Northwind.example');
  });

  it('asks again soon for whom nobody had an e-mail', async () => {
    const identities = book();
    roster = async () => ({ ...member, email: null });
    assert.equal((await identities.of(ada, exampleReference())).email, null);
    roster = async () => member;
    await clock.advance(5 * 60_000);
    assert.equal((await identities.of(ada, exampleReference())).email, 'Ada@Northwind.example');
  });

  const outsiders: [string, Partial<TeamsMember>, string][] = [
    ['a guest by role', { role: 'guest' }, 'teams.guest'],
    ['a guest by role, written otherwise', { role: 'Guest' }, 'teams.guest'],
    ['somebody in a meeting without an account', { role: 'anonymous' }, 'teams.guest'],
    ['a guest by sign-in name', { signInName: 'ada_x.example#EXT#@northwind.example' }, 'teams.guest'],
    ['somebody of another tenant', { tenantId: 'tenant-2' }, 'teams.other-tenant'],
  ];
  for (const [who, part, code] of outsiders) {
    it(`refuses ${who}, whatever their e-mail, and asks no more than for others`, async () => {
      roster = async () => ({ ...member, ...part });
      const identities = book();
      await assert.rejects(identities.of(ada, exampleReference()), { code });
      await assert.rejects(identities.of(ada, exampleReference()), { code });
      assert.equal(asked.length, 1);
    });
  }

  it('refuses what comes from another tenant without asking anybody', async () => {
    const elsewhere = exampleReference({ tenantId: 'tenant-2' });
    await assert.rejects(book().of(ada, elsewhere), { code: 'teams.other-tenant' });
    assert.deepEqual(asked, []);
    assert.equal((await book(null).of(ada, elsewhere)).email, 'Ada@Northwind.example');
  });

  it('knows guests by the directory, too, where the roster fails', async () => {
    directory = { personOf: async () => ({ email: 'ada@northwind.example', guest: true }) };
    roster = () => Promise.reject(new ReachbackError('teams.unreachable'));
    await assert.rejects(book().of(ada, exampleReference()), { code: 'teams.guest' });
  });
});
