import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { freePort } from '../../../tools/program/free-port.ts';
import { sandboxEnv } from '../../../tools/program/sandbox-env.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { guestVisit } from '../../support/guest-visit.ts';
import { requestJson } from '../../support/request-json.ts';
import { type ScriptedAnswer, signatureHolds, webhookReceiver } from '../../support/webhook-receiver.ts';

const run = promisify(execFile);
const tool = 'tools/webhooks/index.ts';
const secret = 'a secret both sides have been given';

describe('ticket on start, with the real program', function () {
  this.timeout(60_000);
  const opened: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });

  async function ground(script: ScriptedAnswer[]) {
    const directory = await temporaryDirectory();
    opened.push(directory.remove);
    const receiver = await webhookReceiver(script);
    opened.push(receiver.close);
    const port = await freePort();
    const sandbox = await startSandbox({ port: 0, botEndpoint: `http://127.0.0.1:${port}/api/messages` });
    opened.push(() => sandbox.close());
    const env = {
      ...(await sandboxEnv(sandbox.baseUrl)),
      OUTREACH_MODE: 'supervisor',
      WEBHOOK_URL: receiver.url,
      WEBHOOK_SECRETS: `the secret before that one,${secret}`,
    };
    const sandboxPort = Number(new URL(sandbox.baseUrl).port);
    const start = () => startProgram({ dataDir: directory.path, port, sandboxPort, env });
    const running = { program: await start() };
    opened.push(() => running.program.stop());
    const [org] = (await running.program.sandbox.state()).orgs;
    const deployment = org?.deployments[0];
    assert.ok(deployment);
    return {
      receiver,
      running,
      start,
      directory: directory.path,
      visit: () => guestVisit(sandbox.baseUrl, deployment.id, 'My parcel never came.'),
      end: (conversationId: string) =>
        requestJson('POST', `${sandbox.baseUrl}/sandbox/v1/conversations/${conversationId}/disconnect`, {
          by: 'customer',
        }),
      told: (what: string, count: number) =>
        waitFor(() => receiver.received.length >= count && receiver.received, { what, deadlineMs: 15_000 }),
      webhooks: async (...args: string[]) => {
        const env = { PATH: process.env.PATH, DATA_DIR: directory.path };
        return (await run(process.execPath, [tool, ...args], { env })).stdout;
      },
    };
  }

  it('tells that a conversation started and ended, once each, and of none of before', async () => {
    const { receiver, visit, end, told } = await ground([]);
    const conversationId = await visit();
    await told('the start', 1);
    await end(conversationId);
    await told('the end', 2);
    assert.deepEqual(
      receiver.received.map(({ event }) => [event.type, event.conversationId, event.endedBy]),
      [
        ['conversation.started', conversationId, undefined],
        ['conversation.ended', conversationId, 'customer'],
      ],
    );
    for (const { headers, raw } of receiver.received) {
      assert.ok(signatureHolds(headers['x-reachback-signature'], raw, secret));
      assert.doesNotMatch(raw, /parcel/);
    }
  });

  it('loses nothing through kill -9: what was under way goes again under its id, what happened meanwhile is found', async () => {
    const { receiver, running, start, visit, end, told } = await ground(['hang']);
    const first = await visit();
    await told('a try that is not answered', 1);
    await running.program.kill();
    const second = await visit();
    await end(second);
    running.program = await start();
    await told('what was not answered, and what was missed', 4);
    const [cut, ...after] = receiver.received;
    assert.ok(cut);
    assert.equal(cut.event.conversationId, first);
    const again = after.filter(({ event }) => event.conversationId === first);
    assert.deepEqual(
      again.map(({ event, raw }) => [event.id, raw]),
      [[cut.event.id, cut.raw]],
    );
    assert.deepEqual(
      after.filter(({ event }) => event.conversationId === second).map(({ event }) => event.type),
      ['conversation.started', 'conversation.ended'],
    );
  });

  it('sends what was noticed and not tried yet before kill -9', async () => {
    const { receiver, running, start, directory, visit, told } = await ground([]);
    const conversationId = await visit();
    // A start whose customer nobody knows yet waits a moment: within it, the process dies.
    const noticed = async (program: Program) => {
      const { url, key } = JSON.parse(await readFile(join(directory, 'webhooks-tool.json'), 'utf8'));
      assert.equal(url, program.url);
      const answer = await fetch(`${url}/tools/webhooks?all`, {
        headers: { authorization: `Bearer ${key}` },
      });
      return /"state":"pending"/.test(await answer.text());
    };
    await waitFor(() => noticed(running.program), { what: 'the event to be written down' });
    assert.equal(receiver.received.length, 0);
    await running.program.kill();
    running.program = await start();
    await told('the start', 1);
    assert.equal(receiver.received[0]?.event.conversationId, conversationId);
  });

  it('shows dead letters and sends them again while it runs and while it does not, and lets nobody else do so', async () => {
    const { receiver, running, start, visit, told, webhooks } = await ground([
      { status: 410 },
      { status: 410 },
      { status: 410 },
    ]);
    await visit();
    await told('a refusal', 1);
    const listed = await waitFor(
      async () => {
        const { events, counts } = JSON.parse(await webhooks('list', '--json'));
        return counts.stopped === 1 ? events : undefined;
      },
      { what: 'the dead letter', deadlineMs: 15_000 },
    );
    const { id } = listed[0];
    assert.match(
      await webhooks('list'),
      new RegExp(`1 not wanted \\(410\\)\\.\\n${id} .*status 410, webhook\\.gone`),
    );
    assert.match(await webhooks('redrive', id), /^1 to be sent again/);
    await told('it again', 2);
    await assert.rejects(webhooks('redrive', 'evt_none'), /webhook\.no-such-event/);

    const { url } = running.program;
    for (const authorization of ['', 'Bearer guessed']) {
      const refused = await fetch(`${url}/tools/webhooks`, { headers: { authorization } });
      assert.deepEqual(
        [refused.status, await refused.json()],
        [403, { error: { code: 'webhook.tool-refused' } }],
      );
    }

    await running.program.stop();
    assert.match(await webhooks('redrive', 'all'), /^1 to be sent again/);
    running.program = await start();
    await told('it once more', 3);
    assert.deepEqual(new Set(receiver.received.map(({ event }) => event.id)), new Set([id]));
  });
});
