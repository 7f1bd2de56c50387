import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordEntry } from '../../program/sandbox-control.ts';
import { spoiledCopy } from '../stored/spoiled-copy.ts';
import { personsOf } from '../witness/persons-of.ts';
import type { Ground, SpoiltAnswer } from './ground.ts';

type Got = Extract<RecordEntry, { kind: 'customer' }>;

/**
 * Who got more than one of these messages, by one browser or several, a sentence each: the messages, and the spoilt answers that told of them or of their
 * conversations. The record, the program's words, its database and all that was spoilt are kept beside it.
 */
export async function writtenTwice(ground: Ground, messages: readonly Got[]): Promise<string[]> {
  const personOf = personsOf(await ground.world.sandbox.state());
  const perPerson = Map.groupBy(messages, ({ customerId }) => personOf(customerId));
  const twice = [...perPerson].filter(([, { length }]) => length > 1);
  if (twice.length === 0) return [];
  const kept = await keep(ground);
  return twice.map(([person, got]) => {
    const all = got.map(
      ({ at, conversationId, customerId, message: { id, text } }) =>
        `${id} at ${at} as customer ${customerId} on conversation ${conversationId} ${JSON.stringify(text)}`,
    );
    const names = new Set(got.flatMap(({ conversationId, message }) => [conversationId, message.id]));
    const spoilt = ground.spoilt.filter(({ was }) => isAbout(was, names)).map(inWords);
    return [
      `${person} was written to twice: ${all.join('; ')}`,
      `spoilt answers about it: ${spoilt.join('; ') || 'none'}`,
      `all is kept in ${kept}`,
    ].join('. ');
  });
}

/** Lists of conversations name everybody: only what is about few counts. */
const mostBytes = 20_000;

function isAbout({ path, body }: SpoiltAnswer['was'], names: ReadonlySet<string>): boolean {
  const told = body.length > mostBytes ? path : `${path} ${body}`;
  return [...names].some((name) => told.includes(name));
}

function inWords({ was, became }: SpoiltAnswer): string {
  const told = became.cut ? 'cut' : JSON.stringify(became.body.toString().slice(0, 200));
  return `${was.method} ${was.path}: ${was.status} became ${became.status} ${told}`;
}

async function keep({ world, spoilt }: Ground): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'reachback-prove-malformed-'));
  const record = (await world.sandbox.record()).map((entry) => JSON.stringify(entry));
  await writeFile(join(directory, 'record.jsonl'), record.join('\n'));
  await writeFile(join(directory, 'program.log'), world.program.output());
  const all = spoilt.map(({ at, was, became }) => {
    const [before, after] = [was, became].map(({ status, headers, body }) => ({
      status,
      headers,
      body: body.toString(),
    }));
    return JSON.stringify({
      at: new Date(at).toISOString(),
      method: was.method,
      path: was.path,
      before,
      after,
      cut: became.cut,
    });
  });
  await writeFile(join(directory, 'spoilt.jsonl'), all.join('\n'));
  await spoiledCopy(world.dataDir, directory, []);
  return directory;
}
