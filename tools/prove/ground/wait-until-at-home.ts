import { waitFor } from '../../program/wait-for.ts';
import type { Life } from './start-life.ts';
import type { World } from './start-world.ts';

/** Until the program is ready and Teams has told it of every chat it is in. */
export async function waitUntilAtHome({ sandbox, directory }: World, life: Life): Promise<void> {
  if (!(await life.ready())) throw new Error(`the program did not start: see ${directory}/program.log`);
  await waitFor(async () => (await sandbox.state()).teams.conversations.every(({ installed }) => installed), {
    what: 'the bot to be installed everywhere',
    deadlineMs: 20_000,
  });
}
