import assert from 'node:assert/strict';
import { signingIn } from '../../../../bot/commands/signing-in.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';

const user = { id: '29:ada', aadObjectId: 'aad-ada', name: 'Ada' };
const agent = { agentId: 'agent-ada', name: 'Ada', presence: null };
const person: Person = { name: 'Ada', email: null, agent, supervisor: false };
const code = (name: string) => (error: unknown) => error instanceof ReachbackError && error.code === name;

describe('signing in by command', () => {
  it('is for agents, in their personal chat', () => {
    assert.deepEqual(signingIn({ kind: 'personal' }, user, person).asking, {
      personKey: 'aad-ada',
      agentId: 'agent-ada',
    });
    assert.throws(() => signingIn({ kind: 'channel' }, user, person), code('reply.sign-in.personal-only'));
    assert.throws(() => signingIn({ kind: 'personal' }, user, { agent: null }), code('teams.person-unknown'));
  });
});
