import assert from 'node:assert/strict';
import { z } from 'zod';
import { freePort } from '../../../tools/program/free-port.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { requestJson } from '../../support/request-json.ts';
import { sceneOf } from '../../support/scene.ts';

const shown = z.object({
  attachments: z.tuple([z.object({ content: z.object({ lang: z.string() }) })]),
});

describe('languages of the real program', function () {
  this.timeout(40_000);

  it('begin with the installation’s where Teams tells none it speaks, and a choice survives kill -9', async () => {
    const { path, remove } = await temporaryDirectory();
    const ports = { port: await freePort(), sandboxPort: await freePort() };
    const start = (DEFAULT_LANGUAGE: string) =>
      startProgram({ dataDir: path, ...ports, env: { DEFAULT_LANGUAGE } });
    let program: Program = await start('ja');
    try {
      const ask = async (command: string) => {
        const scene = await sceneOf(program);
        const { email } = scene.supervisor;
        await scene.answerTo(email, command);
        const { conversationId } = scene.chatOf(email);
        const answer = (await program.sandbox.record()).findLast(
          (entry) =>
            entry.kind === 'teams' && entry.event === 'posted' && entry.conversationId === conversationId,
        );
        assert.ok(answer?.kind === 'teams');
        return shown.parse(answer.activity).attachments[0].content.lang;
      };
      const { supervisor } = await sceneOf(program);
      const user = `${program.sandbox.baseUrl}/sandbox/v1/teams/users/${encodeURIComponent(supervisor.id)}`;
      await requestJson('POST', user, { locale: 'nl-NL' });
      assert.equal(await ask('help'), 'ja');
      assert.equal(await ask('language Französisch'), 'fr');
      await program.kill();

      program = await start('en');
      assert.equal(await ask('help'), 'fr');
      assert.equal(await ask('language auto'), 'en');
    } finally {
      await program.stop();
      await remove();
    }
  });
});
