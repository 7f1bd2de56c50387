import type { Program } from '../program/start-program.ts';
import { waitFor } from '../program/wait-for.ts';
import { playgroundConfig } from './playground-config.ts';
import { type Playground, startPlayground } from './start-playground.ts';

/**
 * Starts the Playground for one of the sandbox's people, by e-mail, as the Teams of a running program. Their chat with the app is there from
 * now on: it is removed from the one they have in the sandbox, since what the bot posts once goes to one chat.
 */
export async function playAs(
  { url, sandbox }: Program,
  who: { readonly email: string; readonly port: number; readonly directory: string },
): Promise<Playground> {
  const told: unknown = await (await fetch(`${sandbox.baseUrl}/sandbox/v1/state`)).json();
  const config = playgroundConfig(told, who.email);
  const chat = await waitFor(
    async () => {
      const { conversations } = (await sandbox.state()).teams;
      return conversations.find(({ userId, installed }) => installed && userId === config.currentUser.id);
    },
    { what: 'the app to be installed', deadlineMs: 15_000 },
  );
  const removal = `${sandbox.baseUrl}/sandbox/v1/teams/conversations/${encodeURIComponent(chat.id)}/remove`;
  const answer = await fetch(removal, { method: 'POST' });
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}: ${await answer.text()}`);
  const { port, directory } = who;
  return startPlayground({ config, endpoint: `${url}/api/messages`, port, directory });
}
