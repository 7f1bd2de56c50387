import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { startChild } from '../../program/start-child.ts';
import { startProgram } from '../../program/start-program.ts';
import { temporaryDirectory } from '../../program/temporary-directory.ts';
import { waitFor } from '../../program/wait-for.ts';

export interface InvokeSamples {
  /** From the moment a press was due to the end of its answer, milliseconds. */
  readonly bot: readonly number[];
  readonly bare: readonly number[];
  /** Presses answered with another status than 200. */
  readonly failed: number;
}

const invoke = z.looseObject({ type: z.literal('invoke') });
const verbs = ['outreach.approve', 'outreach.decline', 'outreach.approve'];

/**
 * Presses buttons of the real program's cards, so many a second, whether the earlier ones are answered or not; every fifth press is
 * delivered twice. In between, the same requests go to a bare server.
 */
export async function measureInvokes(perSecond: number, seconds: number): Promise<InvokeSamples> {
  const directory = await temporaryDirectory();
  const bare = await startChild(
    new URL('./bare-answerer.ts', import.meta.url),
    z.object({ port: z.number() }),
  );
  const program = await startProgram({ dataDir: directory.path, env: { OUTREACH_MODE: 'supervisor' } });
  try {
    const { template, outreachIds } = await proposals(program.sandbox);
    let failed = 0;
    async function timed(url: string, body: string, dueAt: number): Promise<number> {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      await response.text();
      if (response.status !== 200) failed += 1;
      return performance.now() - dueAt;
    }
    const [toBot, toBare] = [`${program.url}/api/messages`, `http://127.0.0.1:${bare.told.port}/`];
    const answers: Record<'bot' | 'bare', Promise<number>[]> = { bot: [], bare: [] };
    const startedAt = performance.now();
    let body = '';
    for (let press = 0; press < perSecond * seconds; press += 1) {
      const dueAt = startedAt + (press * 1_000) / perSecond;
      await pause(Math.max(0, dueAt - performance.now()));
      if (press % 5 !== 4) {
        const outreachId = outreachIds[press % outreachIds.length];
        const action = {
          type: 'Action.Execute',
          verb: verbs[press % verbs.length],
          data: { outreachId },
        };
        body = JSON.stringify({
          ...template,
          id: `f:${randomUUID()}`,
          value: { action, trigger: 'manual' },
        });
      }
      answers.bot.push(timed(toBot, body, dueAt));
      await pause(500 / perSecond);
      answers.bare.push(timed(toBare, body, performance.now()));
    }
    return { bot: await Promise.all(answers.bot), bare: await Promise.all(answers.bare), failed };
  } finally {
    await program.stop();
    await bare.stop();
    await directory.remove();
  }
}

/** Has agents become free until an approval card stands in the channel; the outreaches on cards by then, and a press as Teams delivers it. */
async function proposals(sandbox: Awaited<ReturnType<typeof startProgram>>['sandbox']) {
  const { orgs, teams } = await waitFor(
    async () => {
      const state = await sandbox.state();
      return state.teams.conversations.every(({ installed }) => installed) ? state : undefined;
    },
    { what: 'the bot to be installed everywhere' },
  );
  const channel = teams.conversations.find(({ kind }) => kind === 'channel');
  const supervisor = teams.users.find(({ role }) => role === 'supervisor');
  if (channel === undefined || supervisor === undefined) throw new Error('nobody to press, or nowhere');
  const idle = orgs[0]?.agents.filter(({ presence }) => presence !== 'Available' && presence !== 'On Queue');
  await sandbox.setPresences(
    (idle ?? []).slice(0, 3).map(({ id }) => id),
    'Available',
  );
  const cards = await waitFor(
    async () => {
      const posted = (await sandbox.record()).flatMap((entry) => {
        const id =
          entry.kind === 'teams' && /"outreachId":"([^"]+)"/.exec(JSON.stringify(entry.activity))?.[1];
        return id && entry.kind === 'teams' && entry.event === 'posted'
          ? [{ outreachId: id, activityId: entry.activityId }]
          : [];
      });
      return posted.length > 0 ? posted : undefined;
    },
    { what: 'an approval card', deadlineMs: 20_000 },
  );
  const [card] = cards;
  if (card === undefined) throw new Error('no card');
  await sandbox.press(channel.id, {
    userId: supervisor.id,
    activityId: card.activityId,
    verb: 'outreach.nothing',
    data: {},
  });
  const frame = (await sandbox.requests()).findLast(
    ({ requestBody }) => invoke.safeParse(requestBody).success,
  );
  return {
    template: invoke.parse(frame?.requestBody),
    outreachIds: cards.map(({ outreachId }) => outreachId),
  };
}
