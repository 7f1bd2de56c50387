import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { freePort } from '../../../tools/program/free-port.ts';
import { sandboxControl } from '../../../tools/program/sandbox-control.ts';
import { sandboxEnv } from '../../../tools/program/sandbox-env.ts';
import { startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { listeningPort } from '../../support/listening-port.ts';
import { sceneOf } from '../../support/scene.ts';

describe('start of the real program', function () {
  this.timeout(40_000);

  it('names what stands in the way while the platform answers 500, and becomes ready by itself', async () => {
    const { path, remove } = await temporaryDirectory();
    const port = await freePort();
    const sandbox = await startSandbox({ port: 0, botEndpoint: `http://127.0.0.1:${port}/api/messages` });
    const control = sandboxControl(sandbox.baseUrl);
    const env = await sandboxEnv(sandbox.baseUrl);
    for (const broken of [
      '/oauth/token$',
      '/routing/queues$',
      '/details/query$',
      '/notifications/channels$',
    ]) {
      await control.fault({ path: broken, status: 500, count: 2 });
    }
    const program = await startProgram({
      dataDir: path,
      port,
      sandboxPort: Number(new URL(sandbox.baseUrl).port),
      env,
    });
    try {
      assert.match(program.output(), /"code":"genesys\.(token-unavailable|server-error)"/);
      const scene = await sceneOf(program);
      const [agent] = scene.idleAgents;
      assert.ok(agent);
      await program.sandbox.setPresence(agent.id, 'Available');
      await scene.recorded('the message', (entry) => entry.kind === 'customer');
    } finally {
      await program.stop();
      await sandbox.close();
      await remove();
    }
  });

  it('does not start without its sandbox, and says whose port to look at', async () => {
    const { path, remove } = await temporaryDirectory();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const sandboxPort = listeningPort(other);
    await assert.rejects(startProgram({ dataDir: path, sandboxPort }), (error: Error) => {
      assert.match(error.message, /cannot start \(start\.sandbox-failed\)/);
      assert.match(error.message, /SANDBOX_PORT/);
      return true;
    });
    other.close();
    await remove();
  });

  it('says every problem of the configuration at once, and no secret', async () => {
    const { path, remove } = await temporaryDirectory();
    const env = {
      GENESYS_REGION: 'mars',
      GENESYS_CLIENT_SECRET: 'hunter2',
      MICROSOFT_APP_PASSWORD: 'hunter3',
      TIME_ZONE: 'x',
    };
    await assert.rejects(startProgram({ dataDir: path, env }), (error: Error) => {
      for (const name of [
        'GENESYS_REGION',
        'GENESYS_CLIENT_ID',
        'MICROSOFT_APP_ID',
        'MICROSOFT_APP_TENANT_ID',
        'TIME_ZONE',
      ]) {
        assert.match(error.message, new RegExp(`^ {2}${name} `, 'm'));
      }
      assert.match(error.message, /config\.invalid/);
      assert.doesNotMatch(error.message, /hunter/);
      return true;
    });
    await remove();
  });
});
