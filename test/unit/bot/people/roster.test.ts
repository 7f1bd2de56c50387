import assert from 'node:assert/strict';
import { createNameByMail } from '../../../../bot/people/name-by-mail.ts';
import { createRoster } from '../../../../bot/people/roster.ts';
import { createSupervisors } from '../../../../bot/people/supervisors.ts';
import type { ConversationReference } from '../../../../src/store/shapes/reference-table.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const agents = [
  { agentId: 'agent-ada', name: 'Ada Lindqvist', presence: null, email: 'ada@northwind.example' },
  { agentId: 'agent-bo', name: 'Bo Ekman', presence: null, email: 'bo@northwind.example' },
];

describe('the roster', () => {
  const clock = manualClock();
  let places: ConversationReference[];
  let asked: string[];
  let names: Map<string, string>;

  function roster(...named: string[]) {
    const references = {
      personal: async () => places.filter(({ kind }) => kind === 'personal'),
      installed: async () => places,
      refused: async () => [],
    };
    return createRoster({
      references,
      links: { linked: async () => new Map() },
      supervisors: createSupervisors({ named, team: null }),
      overview: {
        agents: () => agents,
        agent: (agentId) => agents.find((agent) => agent.agentId === agentId) ?? null,
        agentByEmail: (email) => agents.find((agent) => agent.email === email.toLowerCase()) ?? null,
      },
      nameByMail: createNameByMail({
        references,
        teams: {
          async member(_place, userId) {
            asked.push(userId);
            const name = names.get(userId);
            if (name === undefined) throw new Error('not in the roster');
            return { name, aadObjectId: null, email: userId, signInName: userId, role: null, tenantId: null };
          },
        },
        clock,
      }),
      hasTeam: false,
    });
  }

  beforeEach(() => {
    places = [exampleReference()];
    asked = [];
    names = new Map([['sam@northwind.example', 'Sam Porter']]);
  });

  it('names a supervisor the bot has no chat with as the team’s roster does, asked once an hour', async () => {
    const known = roster('sam@northwind.example');
    assert.deepEqual(await known.supervisorNames(), ['Sam Porter']);
    const { rows } = await known.who('');
    assert.partialDeepStrictEqual(rows[0], {
      name: 'Sam Porter',
      email: 'sam@northwind.example',
      app: 'never',
    });
    assert.deepEqual(asked, ['sam@northwind.example']);
    await clock.advance(61 * 60_000);
    await known.supervisorNames();
    assert.equal(asked.length, 2);
  });

  it('names them by e-mail where no roster knows them, and asks again soon', async () => {
    names.clear();
    const known = roster('sam@northwind.example');
    assert.deepEqual(await known.supervisorNames(), ['sam@northwind.example']);
    names.set('sam@northwind.example', 'Sam Porter');
    await clock.advance(6 * 60_000);
    assert.deepEqual(await known.supervisorNames(), ['Sam Porter']);
  });

  it('knows a supervisor who is an agent, too, before the app is in their chat', async () => {
    const { rows, unmatched } = await roster('ada@northwind.example').who('');
    assert.partialDeepStrictEqual(rows[0], {
      name: 'Ada Lindqvist',
      supervisor: 'named',
      agent: { name: 'Ada Lindqvist', linkedBy: null },
    });
    assert.deepEqual(unmatched, ['Bo Ekman']);
    assert.deepEqual(asked, []);
  });

  it('lists nobody twice who has a chat', async () => {
    places.push(examplePersonalReference('Sam@Northwind.example', { userName: 'Sam Porter' }));
    const { rows } = await roster('sam@northwind.example').who('');
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Sam Porter'],
    );
  });
});
