import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../tools/explain/index.ts', import.meta.url));

async function explain(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, code: await ended };
}

const denied = '{"message":"Access denied","status":403,"code":"forbidden"}';

describe('npm run explain', () => {
  it('takes an argument or standard input, in words or as JSON, and says by its exit code whether it knows', async () => {
    const [words, piped, unknown, nothing, reason, help] = await Promise.all([
      explain([denied]),
      explain(['--json'], `HTTP/1.1 403 Forbidden\n\n${denied}`),
      explain(['the moon is full']),
      explain([]),
      explain(['no-route']),
      explain(['--help']),
    ]);
    match(words.out, /Code +genesys\.send\.conversation-closed\nIf +the request was/);
    equal(words.code, 0);
    const { found } = JSON.parse(piped.out);
    deepEqual(
      found.map(({ code, retry }: { code: string; retry: string }) => [code, retry]),
      [
        ['genesys.permission.access-denied', 'never'],
        ['genesys.send.conversation-closed', 'never'],
        ['genesys.send.webchat-denied', 'never'],
      ],
    );
    match(unknown.out, /not known to Reachback/);
    equal(unknown.code, 1);
    match(nothing.err, /Usage/);
    equal(nothing.code, 2);
    match(reason.out, /^Reason +no-route\nMeans +No way to reach this customer/);
    equal(reason.code, 0);
    match(help.out, /^Usage/);
    equal(help.code, 0);
  });
});
