import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { programOfSuite } from '../../support/program-of-suite.ts';

describe('an agent’s own state, said to the real program', () => {
  const { program, scene } = programOfSuite({ OUTREACH_MODE: 'supervisor', LOG_LEVEL: 'info' });

  async function answerTo(email: string, text: string): Promise<string> {
    const { conversationId, userId } = scene().chatOf(email);
    const known = (await program().sandbox.record()).length;
    await program().sandbox.say(conversationId, userId, text);
    return waitFor(
      async () => {
        const answer = (await program().sandbox.record())
          .slice(known)
          .find(
            (entry) =>
              entry.kind === 'teams' && entry.event === 'posted' && entry.conversationId === conversationId,
          );
        return answer?.kind === 'teams' ? JSON.stringify(answer.activity) : undefined;
      },
      { what: `an answer to ${text}` },
    );
  }

  const inGenesys = async (agentId: string) => {
    const found = (await program().sandbox.state()).orgs[0]?.agents.find(({ id }) => id === agentId);
    return [found?.presence, found?.routingStatus];
  };

  it('is set in Genesys and answered as Genesys has it; the status shows it as it is heard of', async () => {
    const [agent] = scene().idleAgents;
    assert.ok(agent);
    assert.match(await answerTo(agent.email, 'meeting'), /Genesys now has you as Meeting.*Off queue/);
    assert.deepEqual(await inGenesys(agent.id), ['Meeting', 'OFF_QUEUE']);
    assert.match(await answerTo(agent.email, 'on queue'), /as On Queue.*On queue and free/);
    assert.deepEqual(await inGenesys(agent.id), ['On Queue', 'IDLE']);
    await waitFor(
      async () => /On Queue, since .*On queue and free, since/.test(await answerTo(agent.email, 'status')),
      {
        what: 'the status to show it',
      },
    );
    assert.match(await answerTo(agent.email, 'away'), /as Away/);
    assert.deepEqual(await inGenesys(agent.id), ['Away', 'OFF_QUEUE']);
  });

  it('says what Genesys refuses, with its code', async () => {
    const agent = scene().idleAgents[1];
    assert.ok(agent);
    const path = `/api/v2/users/${agent.id}/presences/purecloud`;
    await program().sandbox.fault({ method: 'PATCH', path, status: 403, count: 1 });
    assert.match(await answerTo(agent.email, 'available'), /Code genesys\./);
    assert.deepEqual(await inGenesys(agent.id), [agent.presence, agent.routingStatus]);
  });

  it('is nobody’s but an agent’s to set', async () => {
    assert.match(await answerTo(scene().supervisor.email, 'available'), /teams\.person-unknown/);
  });

  it('is a pause that ends by itself, as the answer and the status say', async () => {
    const agent = scene().idleAgents[2];
    assert.ok(agent);
    assert.match(await answerTo(agent.email, 'pause 2s'), /Paused until/);
    assert.match(await answerTo(agent.email, 'status'), /For you.*Until \{\{DATE/);
    await program().sandbox.setPresence(agent.id, 'Available');
    await waitFor(() => program().output().includes('"reason":"paused"'), { what: 'the pause to hold' });
    await waitFor(async () => !/For you/.test(await answerTo(agent.email, 'status')), {
      what: 'the pause to end',
      deadlineMs: 10_000,
    });
    await program().sandbox.setPresence(agent.id, 'Busy');
    await program().sandbox.setPresence(agent.id, 'Available');
    await scene().recorded(
      'a proposal after the pause',
      (entry) =>
        entry.kind === 'teams' &&
        entry.event === 'posted' &&
        JSON.stringify(entry.activity).includes('outreach.approve'),
    );
  });
});
