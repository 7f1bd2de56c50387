import { randomUUID } from 'node:crypto';
import { sandboxControl } from '../../tools/program/sandbox-control.ts';
import { waitFor } from '../../tools/program/wait-for.ts';
import { openSocket } from './sandbox/open-socket.ts';

/** Somebody nobody knows opens the messenger of a deployment and writes: a conversation begins. Gives its id; the messenger is closed again. */
export async function guestVisit(baseUrl: string, deploymentId: string, text: string): Promise<string> {
  const token = randomUUID();
  const socket = await openSocket(`${baseUrl.replace('http', 'ws')}/v1?deploymentId=${deploymentId}`);
  socket.send({ action: 'configureSession', token, deploymentId });
  await waitFor(() => socket.frames.some(({ class: kind }) => kind === 'SessionResponse'), {
    what: 'the session',
  });
  socket.send({ action: 'onMessage', token, message: { type: 'Text', text } });
  const conversationId = await waitFor(() => conversationOf(baseUrl, token), { what: 'the conversation' });
  await socket.close();
  return conversationId;
}

async function conversationOf(baseUrl: string, token: string): Promise<string | undefined> {
  const { orgs } = await sandboxControl(baseUrl).state();
  const guest = orgs.flatMap(({ customers }) => customers).find((customer) => customer.token === token);
  return guest?.conversations.at(-1)?.id;
}
