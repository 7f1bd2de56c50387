import { waitFor } from '../../program/wait-for.ts';
import type { Ground } from './ground.ts';
import { writtenTwice } from './written-twice.ts';

/** Half an hour of the program's, after which it has read everything anew, and some; milliseconds of this computer. */
const patienceMs = 130_000;

/** What is wrong with the messages customers got, and with the one that one more agent's becoming available calls for. */
export async function mainJob(ground: Ground): Promise<string[]> {
  const { world, agents } = ground;
  const messages = async () =>
    (await world.sandbox.record()).flatMap((entry) =>
      entry.kind === 'customer' && (entry.event === 'shown' || entry.event === 'waiting') ? [entry] : [],
    );
  const [agent] = agents;
  if (agent === undefined) return ['there is no agent'];
  const ofAgent = async () =>
    (await messages()).filter(({ message }) => message.text === `Reachback: ${agent.name}`).length;
  const before = await ofAgent();
  const problems: string[] = [];
  try {
    await waitFor(
      async () => {
        await world.sandbox.setPresence(agent.id, 'Busy');
        await new Promise((resolve) => setTimeout(resolve, world.clock.real(15_000)));
        await world.sandbox.setPresence(agent.id, 'Available');
        return waitFor(async () => (await ofAgent()) > before, {
          what: 'the message',
          deadlineMs: world.clock.real(60_000),
        }).catch(() => false);
      },
      { what: 'one outreach from end to end', deadlineMs: patienceMs },
    );
  } catch (cause) {
    problems.push(`the main job is not done any more: ${cause}`);
  }
  const texts = new Set(agents.map(({ name }) => `Reachback: ${name}`));
  const all = await messages();
  for (const { message, customerId } of all)
    if (!texts.has(message.text))
      problems.push(`customer ${customerId} got ${JSON.stringify(message.text.slice(0, 100))}`);
  problems.push(...(await writtenTwice(ground, all)));
  return problems;
}
