import WebSocket from 'ws';
import { z } from 'zod';
import { waitFor } from '../program/wait-for.ts';

const frame = z.object({
  class: z.string(),
  body: z.looseObject({ direction: z.string().optional(), text: z.string().optional() }).catch({}),
});

/** A page with a widget of its own: the guest protocol over a socket, as a browser would speak it. */
export interface GuestBrowser {
  write(text: string, customAttributes: Readonly<Record<string, string>>): Promise<void>;
  /** Waits until it shows that text of an agent. */
  shows(text: string): Promise<void>;
  close(): void;
}

export async function openGuestBrowser(given: {
  messagingUrl: string;
  deploymentId: string;
  sessionToken: string;
  origin: string;
}): Promise<GuestBrowser> {
  const { messagingUrl, deploymentId, sessionToken: token, origin } = given;
  const socket = new WebSocket(`${messagingUrl}?deploymentId=${deploymentId}`, { origin });
  const frames: z.output<typeof frame>[] = [];
  socket.on('message', (text) => frames.push(frame.parse(JSON.parse(String(text)))));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const has = (what: string, fits: (each: z.output<typeof frame>) => boolean) =>
    waitFor(() => frames.some(fits), { what, deadlineMs: 10_000 });
  socket.send(JSON.stringify({ action: 'configureSession', token, deploymentId }));
  await has('the guest session', (each) => each.class === 'SessionResponse');
  return {
    async write(text, customAttributes) {
      const message = { type: 'Text', text, channel: { metadata: { customAttributes } } };
      socket.send(JSON.stringify({ action: 'onMessage', token, message }));
      await has('the message to be taken', ({ body }) => body.direction === 'Inbound' && body.text === text);
    },
    async shows(text) {
      await has('the agent’s answer', ({ body }) => body.direction === 'Outbound' && body.text === text);
    },
    close: () => socket.close(),
  };
}
