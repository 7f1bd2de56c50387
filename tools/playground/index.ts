import { parseArgs } from 'node:util';
import { answerHelp } from '../answer-help.ts';
import { startProgram } from '../program/start-program.ts';
import { temporaryDirectory } from '../program/temporary-directory.ts';
import { playAs } from './play-as.ts';

const usage = 'Usage: npm run playground -- [--as <e-mail>] [--port <number>]';

/** Handed on to the bot as they are set. All else is its own: free ports, no data kept, never an organisation there is. */
const handedOn = [
  'APPROVAL_MINUTES',
  'DEFAULT_LANGUAGE',
  'OUTREACH_MODE',
  'QUIET_HOURS',
  'SUPERVISORS',
  'TIME_ZONE',
];

answerHelp(usage);
const directory = await temporaryDirectory();
const started: { stop(): Promise<unknown> }[] = [];
let ending = false;

process.once('SIGINT', () => void end(0));
process.once('SIGTERM', () => void end(0));
try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}

async function run(): Promise<void> {
  const { as, port } = asked();
  const program = await startProgram({
    dataDir: directory.path,
    env: {
      OUTREACH_MODE: 'supervisor',
      SANDBOX_PACE: 'realistic',
      ...Object.fromEntries(handedOn.flatMap((name) => set(name))),
    },
  });
  started.push(program);
  program.child.once('exit', () => {
    if (ending) return;
    console.error(program.output().slice(-4000));
    void end(1);
  });
  const playground = await playAs(program, { email: as, port, directory: directory.path });
  started.unshift(playground);
  void playground.ended.then(() => end(1));
  console.log(
    `Open ${playground.url} as ${as}, and make an agent available in the control room ${program.sandbox.baseUrl}/ (Ctrl-C ends both)`,
  );
}

function asked(): { as: string; port: number } {
  try {
    const { values } = parseArgs({
      options: {
        as: { type: 'string', default: 'sam.porter@northwind.example' },
        port: { type: 'string', default: '0' },
      },
    });
    return { as: values.as, port: Number(values.port) };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function set(name: string): [string, string][] {
  const value = process.env[name];
  return value === undefined ? [] : [[name, value]];
}

async function end(exitCode: number): Promise<void> {
  if (ending) return;
  ending = true;
  // The Playground first: what it still shows would be lost anyway.
  for (const each of started) await each.stop();
  await directory.remove();
  process.exit(exitCode);
}
