import assert from 'node:assert/strict';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { freePort } from '../../../tools/program/free-port.ts';
import { sandboxEnv } from '../../../tools/program/sandbox-env.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { sceneOf } from '../../support/scene.ts';

describe('restart of the real program', function () {
  this.timeout(40_000);

  it('loses no card, no reference and no outreach through kill -9', async () => {
    const { path, remove } = await temporaryDirectory();
    const options = {
      dataDir: path,
      port: await freePort(),
      sandboxPort: await freePort(),
      env: { OUTREACH_MODE: 'supervisor', LOG_LEVEL: 'info' },
    };
    let program: Program = await startProgram(options);
    try {
      const scene = await sceneOf(program);
      const [agent] = scene.idleAgents;
      assert.ok(agent);
      await program.sandbox.setPresence(agent.id, 'Available');
      const asked = await scene.cardShowing(scene.channelId, 'awaiting-approval');
      // A card whose post was not answered yet may be posted again; this one was.
      await scene.answerTo(scene.supervisor.email, 'status');
      await program.kill();

      program = await startProgram(options);
      // The presence is as it was: nothing new may be proposed for it.
      const after = await sceneOf(program);
      const answer = await program.sandbox.press(asked.conversationId, {
        userId: after.supervisor.id,
        activityId: asked.activityId,
        verb: 'outreach.approve',
        data: { outreachId: outreachIdOf(asked.activity) },
      });
      assert.equal(answer.status, 200);
      const sent = await waitFor(async () => (await after.messagesToCustomers())[0], { what: 'the message' });
      const end = sent.event === 'waiting' ? 'undelivered' : 'delivered';
      await after.cardShowing(after.channelId, end, asked.activityId);
      await after.cardShowing(after.chatOf(agent.email).conversationId, end);
      const posts = (await program.sandbox.record()).filter(
        ({ kind, event, conversationId }) =>
          kind === 'teams' && event === 'posted' && conversationId.startsWith(after.channelId),
      );
      assert.equal(posts.length, 2, 'the greeting and one card in the channel, before and after');
      assert.equal((await after.messagesToCustomers()).length, 1);
    } finally {
      await program.stop();
      await remove();
    }
  });

  it('finds a reply that came while it was down, and triggers once for a presence change that came then', async () => {
    const { path, remove } = await temporaryDirectory();
    const port = await freePort();
    const sandbox = await startSandbox({ port: 0, botEndpoint: `http://127.0.0.1:${port}/api/messages` });
    const options = {
      dataDir: path,
      port,
      sandboxPort: Number(new URL(sandbox.baseUrl).port),
      env: await sandboxEnv(sandbox.baseUrl),
    };
    let program = await startProgram(options);
    try {
      const scene = await sceneOf(program);
      const [first, second, third] = scene.idleAgents;
      assert.ok(first && second && third);
      await program.sandbox.setPresence(first.id, 'Available');
      const sent = await waitFor(async () => (await scene.messagesToCustomers())[0], { what: 'the message' });
      const chat = scene.chatOf(first.email).conversationId;
      const card = await scene.cardShowing(chat, sent.event === 'waiting' ? 'undelivered' : 'delivered');
      await scene.answerTo(scene.supervisor.email, 'status');
      await program.kill();

      await program.sandbox.customerWrites(sent.customerId, 'Thank you for asking!');
      await program.sandbox.setPresence(second.id, 'Available');
      program = await startProgram(options);
      await scene.cardShowing(chat, 'replied', card.activityId);
      await waitFor(async () => (await scene.messagesToCustomers()).length === 2, {
        what: 'the second outreach',
      });
      await program.kill();
      program = await startProgram(options);
      // A later change is taken in after whatever the restart may have triggered once more.
      await program.sandbox.setPresence(third.id, 'Available');
      await waitFor(async () => (await scene.messagesToCustomers()).length >= 3, {
        what: 'the third outreach',
      });
      const names = (await scene.messagesToCustomers()).map(({ message }) => message.text);
      for (const agent of [first, second, third]) {
        assert.equal(
          names.filter((text) => text.includes(agent.name)).length,
          1,
          `one message by ${agent.name}`,
        );
      }
    } finally {
      await program.stop();
      await sandbox.close();
      await remove();
    }
  });

  it('refuses a second process on the same data directory, and the first goes on', async () => {
    const { path, remove } = await temporaryDirectory();
    const program = await startProgram({ dataDir: path, env: { LOG_LEVEL: 'warn' } });
    try {
      await assert.rejects(startProgram({ dataDir: path, env: { LOG_LEVEL: 'warn' } }), (error: Error) => {
        assert.match(error.message, /store\.locked/);
        assert.match(error.message, /DATA_DIR/);
        return true;
      });
      assert.equal((await fetch(`${program.url}/readyz`)).status, 200);
    } finally {
      await program.stop();
      await remove();
    }
  });
});
